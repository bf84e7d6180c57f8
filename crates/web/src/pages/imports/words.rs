//! Imports in sentences.

use app::imports::{
    Kind,
    changes::{Counts, Detail, Told},
    view::{RunLine, RunStage, Undone},
};
use domain::clock::{london, london_date};
use jiff::Timestamp;

use super::parts;
use crate::words::{figures, list, long_date, time};

/// One and many of what a file holds.
const fn nouns(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Pupils | Kind::Ctf => ("pupil", "pupils"),
        Kind::Contacts => ("contact", "contacts"),
        Kind::Behaviour => ("incident", "incidents"),
        Kind::Attendance => ("mark", "marks"),
        Kind::Suspensions => ("suspension", "suspensions"),
        Kind::Staff => ("member of staff", "members of staff"),
        Kind::Calendar => ("day", "days"),
        Kind::OneRoster | Kind::Sds => ("record", "records"),
        Kind::Gias => ("school", "schools"),
    }
}

/// "300 pupils", "1 member of staff".
pub(in crate::pages) fn counted(kind: Kind, n: usize) -> String {
    let (one, many) = nouns(kind);
    figures(n, one, many)
}

/// What a file that waits would do, as a sentence.
pub(super) fn would(run: &RunLine) -> String {
    let counts = run.counts;
    if counts.unchanged() || run.parts.is_empty() {
        would_do(run.kind, counts)
    } else {
        parts::would(&run.parts)
    }
}

/// The same, of counts alone.
pub(in crate::pages) fn would_do(kind: Kind, counts: Counts) -> String {
    if counts.unchanged() && counts.same == 0 {
        return "There is nothing in this file to import.".to_owned();
    }
    if counts.unchanged() {
        return format!(
            "Nothing would change: all {} are here already, just as in the file.",
            counted(kind, counts.same)
        );
    }
    let mut parts = Vec::new();
    if counts.added > 0 {
        parts.push(format!("add {}", counted(kind, counts.added)));
    }
    if counts.changed > 0 {
        parts.push(format!("change {}", counted(kind, counts.changed)));
    }
    if counts.same > 0 {
        parts.push(format!("leave {} as they are", counts.same));
    }
    format!("This would {}.", list(&parts))
}

/// What an import did, as a sentence.
pub(super) fn did(run: &RunLine) -> String {
    if run.parts.is_empty() || run.counts.unchanged() {
        done(run.kind, run.counts)
    } else {
        parts::did(&run.parts)
    }
}

/// The same of an import that was stored just now.
pub(in crate::pages) fn done(kind: Kind, counts: Counts) -> String {
    if counts.unchanged() {
        return "Unchanged: everything in this file was here already.".to_owned();
    }
    let mut parts = Vec::new();
    let was = |n: usize| if n == 1 { "was" } else { "were" };
    if counts.added > 0 {
        parts.push(format!(
            "{} {} added",
            counted(kind, counts.added),
            was(counts.added)
        ));
    }
    if counts.changed > 0 {
        parts.push(format!(
            "{} {} changed",
            counted(kind, counts.changed),
            was(counts.changed)
        ));
    }
    if counts.same > 0 {
        parts.push(format!("{} stayed as they were", counts.same));
    }
    if counts.left > 0 {
        parts.push(format!(
            "{} {} marked as having left",
            counts.left,
            was(counts.left)
        ));
    }
    format!("{}.", list(&parts))
}

/// How far a run is, in a few words.
pub(super) fn stage(stage: RunStage) -> &'static str {
    match stage {
        RunStage::Unread { .. } => "Waiting for its headings",
        RunStage::Waiting { .. } => "Waiting for you to check",
        RunStage::Done { .. } => "Imported",
        RunStage::Undone { .. } => "Undone",
        RunStage::Dropped => "Not imported",
    }
}

/// What undoing did, as a sentence.
pub(super) fn undid(undone: Undone) -> String {
    let back = "Everything is as it was before this import";
    match undone.stay {
        0 => format!("{back}."),
        1 => format!("{back}, but for 1 record that somebody changed or used since. It stays."),
        n => format!("{back}, but for {n} records that somebody changed or used since. They stay."),
    }
}

/// "Tuesday 10 November, 9:00am".
pub(in crate::pages) fn moment(at: Timestamp) -> String {
    let local = at.to_zoned_datetime(london());
    format!("{}, {}", long_date(london_date(at)), time(local.time()))
}

/// "Lines 3, 7 and 12", "Line 3", or nothing for the file as a whole.
pub(super) fn lines(count: usize, lines: &[u32]) -> String {
    match lines {
        [] => "In the file as a whole.".to_owned(),
        [only] if count == 1 => format!("Line {only}."),
        _ if count > lines.len() => {
            let some: Vec<String> = lines.iter().map(ToString::to_string).collect();
            format!("{count} rows, among them lines {}.", some.join(", "))
        }
        _ => format!("Lines {}.", list(lines)),
    }
}

/// What becomes of a value that somebody put right here.
pub(super) fn told(detail: &Detail) -> String {
    let Detail { was, now, .. } = detail;
    match detail.told {
        Told::Becomes => String::new(),
        Told::Kept => format!("{was}, put right here, is kept"),
        Told::Agrees => format!("the file now says {was} too, as it was put right here"),
        Told::Stays => format!(
            "{was}, put right here, stays for now. The file says {now}: choose on the pupil’s page once this is stored"
        ),
    }
}

#[cfg(test)]
mod tests {
    use domain::id::ImportId;

    use super::*;

    #[test]
    fn an_import_says_what_it_would_do_and_what_it_did() {
        let counts = Counts {
            added: 1,
            changed: 3,
            same: 12,
            missing: 0,
            left: 0,
        };
        let run = |kind, counts| RunLine {
            id: format!("import_{:032}", 1).parse::<ImportId>().unwrap(),
            kind,
            file_name: String::new(),
            made_by: String::new(),
            made_at: Timestamp::UNIX_EPOCH,
            stage: RunStage::Dropped,
            counts,
            parts: Vec::new(),
            refused: 0,
            undone: None,
        };
        assert_eq!(
            would(&run(Kind::Pupils, counts)),
            "This would add 1 pupil, change 3 pupils and leave 12 as they are."
        );
        assert_eq!(
            did(&run(Kind::Pupils, counts)),
            "1 pupil was added, 3 pupils were changed and 12 stayed as they were."
        );
        let same = Counts {
            added: 0,
            changed: 0,
            ..counts
        };
        assert!(did(&run(Kind::Staff, same)).starts_with("Unchanged"));
        assert!(would(&run(Kind::Staff, same)).starts_with("Nothing would change"));
    }

    #[test]
    fn an_undone_import_says_what_stays() {
        let said = |stay| undid(Undone { back: 4, stay });
        assert!(said(0).ends_with("before this import."));
        assert!(said(1).contains("1 record that"));
        assert!(said(3).contains("3 records that"));
    }

    #[test]
    fn a_warning_says_where() {
        assert_eq!(lines(1, &[3]), "Line 3.");
        assert_eq!(lines(2, &[3, 7]), "Lines 3 and 7.");
        assert_eq!(lines(9, &[3, 7]), "9 rows, among them lines 3, 7.");
        assert_eq!(lines(1, &[]), "In the file as a whole.");
    }
}
