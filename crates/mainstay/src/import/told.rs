//! Answers about files: in words, or as the published report.

use app::imports::{
    Kind,
    changes::{Counts, Section},
};
use intake::{
    fault::FileFault,
    field::Field,
    report::{Outcome, Report},
    warning::Warning,
};
use serde_json::Value;

use crate::{
    Problem, answer,
    cli::{Import, ReportForm},
    import::{chosen::Known, place::Place, stored::Change},
};

/// What became of one file.
pub struct Told {
    /// The published report.
    pub report: Report,
    /// Whether its kind was said or guessed.
    pub known: Known,
    /// What became of what is stored.
    pub stored: Stored,
    /// What is wrong with the whole file.
    pub fault: Option<FileFault>,
    /// Its rows, for whoever asks for them.
    pub rows: Value,
}

/// What became of what is stored.
pub enum Stored {
    /// Nothing: the file was only looked at.
    Nothing,
    /// It was, or would be, changed.
    Changed(Box<Change>),
}

/// Answers about every file: one object for one file, a list for several.
///
/// # Errors
/// [`Problem::Refused`] if a report cannot be written.
pub fn tell(asked: &Import, place: &Place, done: &[Told]) -> Result<(), Problem> {
    if asked.report == ReportForm::Words {
        for one in done {
            words(asked, place, one);
        }
        return Ok(());
    }
    let unwritten = |e| Problem::Refused(format!("The report could not be written: {e}."));
    let mut all = Vec::with_capacity(done.len());
    for one in done {
        all.push(object(asked, one).map_err(unwritten)?);
    }
    let whole = match <[Value; 1]>::try_from(all) {
        Ok([one]) => one,
        Err(several) => Value::Array(several),
    };
    answer(&serde_json::to_string_pretty(&whole).map_err(unwritten)?);
    Ok(())
}

fn object(asked: &Import, one: &Told) -> Result<Value, serde_json::Error> {
    let mut value = serde_json::to_value(&one.report)?;
    if let Some(object) = value.as_object_mut() {
        if one.known == Known::Guessed {
            object.insert("guessed".into(), Value::Bool(true));
        }
        if asked.rows {
            object.insert("rows".into(), one.rows.clone());
        }
    }
    Ok(value)
}

fn words(asked: &Import, place: &Place, one: &Told) {
    let report = &one.report;
    if one.known == Known::Guessed {
        answer(&format!(
            "{}: looks like {}.",
            report.file,
            report.kind.label().to_lowercase()
        ));
    }
    if let Some(fault) = &one.fault {
        answer(&format!(
            "Not imported: {}. {}.",
            fault.what(),
            fault.remedy()
        ));
        return;
    }
    match (&one.stored, &place.school) {
        (Stored::Changed(change), Some(school)) => {
            answer(&heading(asked, change.kind, &school.name, change.counts));
        }
        _ => answer(&looked_at(report)),
    }
    lines(report);
    if let Stored::Changed(change) = &one.stored {
        parts(asked, change);
        of_change(change);
    }
}

fn looked_at(report: &Report) -> String {
    if report.outcome == Outcome::NothingToImport {
        return format!("{}: nothing to import.", report.file);
    }
    format!(
        "{}: {} of {} {} can be imported. Nothing was stored.",
        report.file, report.accepted, report.total, report.units
    )
}

fn heading(asked: &Import, kind: Kind, school: &str, counts: Counts) -> String {
    let what = match kind {
        Kind::Pupils | Kind::Ctf => "pupils",
        Kind::Contacts => "contacts",
        Kind::Behaviour => "incidents",
        Kind::Attendance => "marks",
        Kind::Suspensions => "suspensions",
        Kind::Staff => "staff",
        Kind::Calendar => "days",
        Kind::OneRoster | Kind::Sds => "records",
        Kind::Gias => "schools",
    };
    if counts.unchanged() {
        return format!(
            "{school}: unchanged, {} {what} as in the file.",
            counts.same
        );
    }
    let Counts {
        added,
        changed,
        same,
        ..
    } = counts;
    let would = if asked.dry_run { "would be " } else { "" };
    format!(
        "{school}, {what}: {added} {would}added, {changed} {would}changed, {same} as they were."
    )
}

fn lines(report: &Report) {
    if report.rejected > 0 {
        answer(&format!(
            "{} of {} {} were refused:",
            report.rejected, report.total, report.units
        ));
    }
    let of_tables = report.files.iter().flatten().flat_map(|(name, table)| {
        let rows = table.row_reasons.iter();
        rows.map(move |row| (format!("{name}, line"), row))
    });
    let of_file = report.row_reasons.iter().map(|row| ("line".into(), row));
    for (place, row) in of_file.chain(of_tables) {
        answer(&format!(
            "  {place} {}: {}. {}.",
            row.line,
            row.reason.label(),
            row.reason.remedy()
        ));
    }
    for (warning, times) in &report.warnings {
        answer(&format!(
            "  {} ({times}). {}.",
            warning.label(),
            warning.remedy()
        ));
    }
    let times: usize = report.left_out.values().sum();
    if times > 0 {
        let each = report.left_out.iter();
        let fields: Vec<String> = each
            .map(|(field, n)| format!("{} {n}", Field::label_of(field)))
            .collect();
        answer(&format!(
            "  {} ({times}): {}. {}.",
            Warning::ValueDropped.label(),
            fields.join(", "),
            Warning::ValueDropped.remedy()
        ));
    }
}

/// One line for each part of a roster.
fn parts(asked: &Import, change: &Change) {
    let (added, changed) = if asked.dry_run {
        ("would be added", "would be changed")
    } else {
        ("added", "changed")
    };
    for part in &change.changes.parts {
        let counts = part.counts;
        let gone = match part.of {
            Section::Groups => "no longer in it and ended",
            _ => "not in it",
        };
        answer(&format!(
            "  {}: {} {added}, {} {changed}, {} as they were, {} {gone}.",
            part.of.label(),
            counts.added,
            counts.changed,
            counts.same,
            counts.missing
        ));
    }
}

fn of_change(change: &Change) {
    for clashed in &change.changes.clashes {
        answer(&format!(
            "  line {}: not stored. {}. {}.",
            clashed.line,
            clashed.clash.label(),
            clashed.clash.remedy()
        ));
    }
    for note in &change.changes.notes {
        answer(&format!("  {note}"));
    }
    if !change.changes.missing.is_empty() {
        answer(&format!(
            "{} on the list here are not in the file. Nothing was changed for them; see to it on the imports page if they have left.",
            change.changes.missing.len()
        ));
    }
}
