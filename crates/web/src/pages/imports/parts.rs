//! The parts of a roster: pupils, staff, contacts and groups, in sentences and
//! in a table.

use app::imports::changes::{Changes, Counts, Item, Section};

use crate::words::{figures, list};

/// "300 pupils", "1 member of staff".
fn counted(of: Section, n: usize) -> String {
    let (one, many) = match of {
        Section::Pupils => ("pupil", "pupils"),
        Section::Staff => ("member of staff", "members of staff"),
        Section::Contacts => ("contact", "contacts"),
        Section::Groups => ("teaching group", "teaching groups"),
    };
    figures(n, one, many)
}

type Parts = [(Section, Counts)];

/// "300 pupils and 30 members of staff"; nothing where there is none.
fn named(parts: &Parts, many: impl Fn(Section, Counts) -> usize) -> Option<String> {
    let all = parts.iter().map(|(of, counts)| (*of, many(*of, *counts)));
    let some: Vec<String> = all
        .filter(|(_, n)| *n > 0)
        .map(|(of, n)| counted(of, n))
        .collect();
    (!some.is_empty()).then(|| list(&some))
}

/// Groups that are gone end; people only ever leave when somebody says so.
const fn ended(of: Section, counts: Counts) -> usize {
    match of {
        Section::Groups => counts.missing,
        Section::Pupils | Section::Staff | Section::Contacts => 0,
    }
}

fn same(parts: &Parts) -> usize {
    parts.iter().map(|(_, counts)| counts.same).sum()
}

/// What a roster that waits would do.
pub(super) fn would(parts: &Parts) -> String {
    let verbs = [
        ("add", named(parts, |_, counts| counts.added)),
        ("change", named(parts, |_, counts| counts.changed)),
        ("end", named(parts, ended)),
    ];
    let said = verbs
        .into_iter()
        .filter_map(|(verb, what)| Some(format!("{verb} {}", what?)));
    let mut sentences: Vec<String> = said
        .enumerate()
        .map(|(at, what)| {
            let it = if at == 0 { "This" } else { "It" };
            format!("{it} would {what}.")
        })
        .collect();
    match same(parts) {
        0 => {}
        n => sentences.push(format!("{} here just as in the roster.", are(n))),
    }
    sentences.join(" ")
}

fn are(n: usize) -> String {
    let is = if n == 1 { "is" } else { "are" };
    format!("{} {is}", figures(n, "record", "records"))
}

/// What a roster did.
pub(super) fn did(parts: &Parts) -> String {
    let verbs = [
        (named(parts, |_, counts| counts.added), "added"),
        (named(parts, |_, counts| counts.changed), "changed"),
        (named(parts, ended), "ended"),
        (
            named(parts, |_, counts| counts.left),
            "marked as having left",
        ),
    ];
    let said: Vec<String> = verbs
        .into_iter()
        .filter_map(|(what, done)| {
            let what = what?;
            let was = if what.starts_with("1 ") && !what.contains(" and ") {
                "was"
            } else {
                "were"
            };
            Some(format!("{what} {was} {done}."))
        })
        .collect();
    said.join(" ")
}

/// A row of the table: the part, and how many of each.
pub(super) struct Row {
    pub of: &'static str,
    pub counts: Counts,
}

pub(super) fn rows(parts: &Parts) -> Vec<Row> {
    let row = |(of, counts): &(Section, Counts)| Row {
        of: of.label(),
        counts: *counts,
    };
    parts.iter().map(row).collect()
}

/// What is different, with a heading, one list for each part that has any.
pub(super) fn changed(changes: &Changes) -> Vec<(String, &'static str, &[Item])> {
    let pupils = (Section::Pupils, &changes.changed);
    let others = changes.parts.iter().map(|part| (part.of, &part.changed));
    let all = std::iter::once(pupils).chain(others);
    all.filter(|(_, items)| !items.is_empty())
        .map(|(of, items)| {
            let words = match of {
                Section::Pupils => format!(
                    "{} would change, or their contacts",
                    counted(of, items.len())
                ),
                _ => format!("{} would change", counted(of, items.len())),
            };
            (words, of.code(), items.as_slice())
        })
        .collect()
}

/// Who and what is new, one list for each part that has any.
pub(super) fn added(changes: &Changes) -> Vec<(String, &[Item])> {
    let pupils = (Section::Pupils, &changes.added);
    let others = changes.parts.iter().map(|part| (part.of, &part.added));
    let all = std::iter::once(pupils).chain(others);
    all.filter(|(_, items)| !items.is_empty())
        .map(|(of, items)| {
            (
                format!("Show {} who are new", counted(of, items.len())),
                of,
                items,
            )
        })
        .map(|(words, of, items)| {
            let words = match of {
                Section::Groups => words.replace("who are", "that are"),
                _ => words,
            };
            (words, items.as_slice())
        })
        .collect()
}

/// Staff and groups that are not in the roster, with what becomes of them.
pub(super) fn missing(changes: &Changes) -> Vec<(String, &'static str, &[Item])> {
    let parts = changes.parts.iter().filter(|part| !part.missing.is_empty());
    parts
        .filter(|part| part.of != Section::Pupils)
        .map(|part| {
            let is = if part.missing.len() == 1 { "is" } else { "are" };
            let words = format!("{} {is} no longer in the roster", counted(part.of, part.missing.len()));
            let then = match part.of {
                Section::Groups => {
                    "They end today. Nothing is deleted: who was taught by whom stays on record."
                }
                _ => {
                    "Nothing changes for them. When somebody leaves, put their last day into your staff list and import that, or close their account under People."
                }
            };
            (words, then, part.missing.as_slice())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_roster_says_what_it_would_do_to_each_of_its_parts() {
        let counts = |added, changed, same, missing| Counts {
            added,
            changed,
            same,
            missing,
            left: 0,
        };
        let parts = [
            (Section::Pupils, counts(300, 0, 0, 4)),
            (Section::Staff, counts(1, 2, 27, 0)),
            (Section::Contacts, counts(0, 0, 0, 9)),
            (Section::Groups, counts(0, 0, 0, 3)),
        ];
        assert_eq!(
            would(&parts),
            "This would add 300 pupils and 1 member of staff. It would change 2 members of staff. \
             It would end 3 teaching groups. 27 records are here just as in the roster."
        );
        assert_eq!(
            did(&parts),
            "300 pupils and 1 member of staff were added. 2 members of staff were changed. \
             3 teaching groups were ended."
        );
        assert_eq!(
            did(&[(Section::Pupils, counts(1, 0, 0, 0))]),
            "1 pupil was added."
        );
    }
}
