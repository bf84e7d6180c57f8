//! Which of the schools of a roster is ours: by its number in the national
//! list, else the only school there is. A roster of other schools is refused.

use std::collections::{HashMap, HashSet};

use domain::id::SchoolId;
use intake::roster::meant::{Org, OrgKind, Roster};
use store::source_ids::Named;

use crate::{Refusal, imports::source_ids::SourceIds};

/// What our school is known by.
pub(super) struct OurNumbers {
    pub(super) school: SchoolId,
    pub(super) urn: String,
    pub(super) laestab: Option<String>,
}

/// Our school in a roster, and the parts of it.
#[derive(Default)]
pub(super) struct Ours {
    /// Its own id in the roster; nothing where the roster has no schools.
    pub(super) key: Option<String>,
    all: HashSet<String>,
}

impl Ours {
    /// Whether something of this school or part of a school is ours. What has
    /// no school is ours: the file is.
    pub(super) fn has(&self, org: Option<&str>) -> bool {
        org.is_none_or(|org| self.all.is_empty() || self.all.contains(org))
    }
}

/// Finds our school.
pub(super) fn find(
    roster: &Roster,
    numbers: &OurNumbers,
    ids: &SourceIds,
) -> Result<Ours, Refusal> {
    let schools = || roster.orgs.iter().filter(|org| org.kind == OrgKind::School);
    let is_remembered = |org: &&Org| ids.of(Named::School, &org.key).contains(&numbers.school);
    let named = |org: &&Org| said_to_be(org, numbers) == Said::Ours;
    let other = |org: &Org| said_to_be(org, numbers) == Said::Another;
    let only = || {
        let mut all = schools();
        all.next().filter(|org| all.next().is_none() && !other(org))
    };
    if let Some(org) = schools()
        .find(named)
        .or_else(|| schools().find(is_remembered))
    {
        return Ok(with_parts(roster, &org.key));
    }
    if roster.orgs.is_empty() {
        return remembered(roster, numbers, ids);
    }
    match only() {
        Some(org) => Ok(with_parts(roster, &org.key)),
        None => Err(none_is_ours(roster, numbers)),
    }
}

/// Changes come without the table of schools: they were named before.
fn remembered(roster: &Roster, numbers: &OurNumbers, ids: &SourceIds) -> Result<Ours, Refusal> {
    let known: HashSet<String> = ids
        .keys(Named::School, numbers.school)
        .iter()
        .cloned()
        .collect();
    let roles = roster.people.iter().flat_map(|person| &person.roles);
    let said: HashSet<&str> = roles.filter_map(|role| role.org.as_deref()).collect();
    let only = said.len() <= 1;
    if known.is_empty() && !only {
        let words = "The roster has people of several schools and no table of schools. Put orgs.csv into it";
        return Err(Refusal::field("file", words));
    }
    if said.is_empty() {
        return Ok(Ours::default());
    }
    let all = if known.is_empty() {
        said.into_iter().map(str::to_owned).collect()
    } else {
        known
    };
    Ok(Ours { key: None, all })
}

/// The school, and what belongs to it, whatever belongs to that, and so on.
fn with_parts(roster: &Roster, key: &str) -> Ours {
    let parents: HashMap<&str, &str> = roster
        .orgs
        .iter()
        .filter_map(|org| Some((org.key.as_str(), org.parent.as_deref()?)))
        .collect();
    let belongs = |org: &Org| {
        let mut at = org.key.as_str();
        // Nothing is nested this deeply, and a ring must not hold us up.
        (0..16).any(|_| {
            let here = at == key;
            at = parents.get(at).copied().unwrap_or_default();
            here
        })
    };
    let all = roster.orgs.iter().filter(|org| belongs(org));
    Ours {
        key: Some(key.to_owned()),
        all: all.map(|org| org.key.clone()).collect(),
    }
}

#[derive(PartialEq, Eq)]
enum Said {
    Ours,
    Another,
    Nothing,
}

/// Whether a school says by its number that it is ours.
fn said_to_be(org: &Org, numbers: &OurNumbers) -> Said {
    let words = [org.identifier.as_deref(), Some(org.key.as_str())];
    let figures = words.map(|word| {
        let kept = word.unwrap_or_default().chars();
        kept.filter(char::is_ascii_digit).collect::<String>()
    });
    let ours = |number: &String| {
        !number.is_empty() && (*number == numbers.urn || Some(number) == numbers.laestab.as_ref())
    };
    if figures.iter().any(ours) {
        return Said::Ours;
    }
    let [identifier, _] = figures;
    match (identifier.len(), &numbers.laestab) {
        (6, _) | (7, Some(_)) => Said::Another,
        _ => Said::Nothing,
    }
}

fn none_is_ours(roster: &Roster, numbers: &OurNumbers) -> Refusal {
    let schools = roster
        .orgs
        .iter()
        .filter(|org| org.kind == OrgKind::School)
        .map(|org| match &org.identifier {
            Some(number) => format!("{} ({number})", org.name),
            None => org.name.clone(),
        });
    let mut named: Vec<String> = schools.take(6).collect();
    let all = roster.orgs.iter();
    let many = all.filter(|org| org.kind == OrgKind::School).count();
    if many > named.len() {
        named.push(format!("{} more", many - named.len()));
    }
    let number = match &numbers.laestab {
        Some(laestab) => format!("URN {} or {laestab}", numbers.urn),
        None => format!("URN {}", numbers.urn),
    };
    let words = if named.is_empty() {
        format!(
            "There is no school in the roster’s orgs.csv. Put yours there, with {number} as its identifier"
        )
    } else {
        format!(
            "None of the schools in the roster is known to be yours: {}. Export your own school, or give it {number} as its identifier in orgs.csv",
            named.join(", ")
        )
    };
    Refusal::field("file", words)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn org(key: &str, kind: OrgKind, identifier: &str, parent: &str) -> Org {
        let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        Org {
            key: key.into(),
            name: format!("School {key}"),
            kind,
            identifier: some(identifier),
            parent: some(parent),
        }
    }

    fn found(orgs: Vec<Org>) -> Result<Ours, Refusal> {
        let numbers = OurNumbers {
            school: SchoolId::new(Uuid::from_u128(1)),
            urn: "990001".into(),
            laestab: Some("9984001".into()),
        };
        let roster = Roster {
            orgs,
            ..Roster::default()
        };
        find(&roster, &numbers, &SourceIds::default())
    }

    #[test]
    fn our_school_is_known_by_either_number_with_all_that_belongs_to_it() {
        use OrgKind::{Other, School};
        for number in ["990001", "9984001", "998/4001"] {
            let ours = found(vec![
                org("trust", Other, "", ""),
                org("a", School, "9982001", "trust"),
                org("b", School, number, "trust"),
                org("b-science", Other, "", "b"),
            ]);
            let ours = ours.unwrap();
            assert_eq!(ours.key.as_deref(), Some("b"), "{number}");
            assert!(ours.has(Some("b-science")) && !ours.has(Some("a")));
            assert!(!ours.has(Some("trust")) && ours.has(None));
        }
    }

    #[test]
    fn the_only_school_is_ours_unless_its_number_says_otherwise() {
        let only = |number| found(vec![org("a", OrgKind::School, number, "")]);
        assert!(only("").is_ok() && only("MAIN").is_ok());
        for other in ["990002", "9982001"] {
            let Err(Refusal::Rejected(reasons)) = only(other) else {
                panic!("{other} is another school");
            };
            assert!(
                reasons[0].words.contains("School a"),
                "{}",
                reasons[0].words
            );
        }
        let two = ["a", "b"].map(|key| org(key, OrgKind::School, "", ""));
        assert!(found(two.into()).is_err());
        // Two that belong to each other do not hold us up.
        let ring = vec![
            org("a", OrgKind::School, "990001", "b"),
            org("b", OrgKind::Other, "", "a"),
        ];
        assert!(found(ring).unwrap().has(Some("b")));
    }
}
