//! `mainstay import`: brings a file in through the same verbs as the page.
//! Human words by default; the published JSON report with `--report json`.

use std::{fs, path::Path, process::ExitCode};

use app::{
    App, Chance, Refusal,
    imports::{
        Kind, Report,
        changes::{Changes, Counts},
        confirm::{ConfirmImport, Missing},
        preview::{Keep, PreviewImport, Previewed},
    },
};
use domain::{clock::Clock, id::SchoolId};
use store::Db;

use crate::{
    Problem, answer,
    cli::{Import, ImportKind, ReportForm},
    config,
};

/// Imports one file.
///
/// # Errors
/// [`Problem`], as one clear sentence: a missing file or an unknown school is
/// wrong use.
pub fn run(asked: &Import) -> Result<ExitCode, Problem> {
    let address = config::database(&asked.database)?;
    let bytes = read(&asked.file)?;
    let app = App::new(Db::open_existing(&address)?, Clock::System, Chance::System);
    let (school, name) = find_school(&app, &asked.school)?;
    let kind = kind(asked.kind);
    let preview = PreviewImport {
        kind,
        file_name: asked.file.display().to_string(),
        bytes,
        keep: if asked.dry_run {
            Keep::Nothing
        } else {
            Keep::ForConfirming
        },
    };
    let looked = app
        .execute(&app.operator(school), preview)
        .map_err(refused)?;
    let report = match looked {
        Previewed::Refused { report, fault } => {
            tell(asked, &report, || {
                answer(&format!(
                    "Not imported: {}. {}.",
                    fault.what(),
                    fault.remedy()
                ));
            })?;
            report
        }
        Previewed::Read {
            report,
            import,
            changes,
            counts,
        } => {
            let counts = match import {
                Some(import) => store_rows(&app, school, import)?,
                None => counts,
            };
            let head = heading(asked.dry_run, kind, &name, counts);
            tell(asked, &report, || words(&head, &report, &changes))?;
            report
        }
    };
    Ok(ExitCode::from(report.exit_code()))
}

/// Answers as JSON, or in words.
fn tell(asked: &Import, report: &Report, words: impl FnOnce()) -> Result<(), Problem> {
    if asked.report == ReportForm::Words {
        words();
        return Ok(());
    }
    let text = serde_json::to_string_pretty(report)
        .map_err(|e| Problem::Refused(format!("The report could not be written: {e}.")))?;
    answer(&text);
    Ok(())
}

fn find_school(app: &App, urn: &str) -> Result<(SchoolId, String), Problem> {
    let found = app.school_by_urn(urn.trim()).map_err(refused)?;
    found.ok_or_else(|| {
        Problem::Setting(format!(
            "There is no school with the URN '{urn}' here. The URN has six digits and is on the settings page."
        ))
    })
}

fn store_rows(
    app: &App,
    school: SchoolId,
    import: domain::id::ImportId,
) -> Result<Counts, Problem> {
    let confirm = ConfirmImport {
        import,
        missing: Missing::Stay,
    };
    let done = app.execute(&app.operator(school), confirm);
    Ok(done.map_err(refused)?.counts)
}

fn read(file: &Path) -> Result<Vec<u8>, Problem> {
    fs::read(file).map_err(|source| {
        Problem::Setting(format!(
            "The file '{}' could not be read: {source}.",
            file.display()
        ))
    })
}

const fn kind(asked: ImportKind) -> Kind {
    match asked {
        ImportKind::Pupils => Kind::Pupils,
        ImportKind::Staff => Kind::Staff,
        ImportKind::Calendar => Kind::Calendar,
    }
}

fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Rejected(reasons) => {
            let words: Vec<String> = reasons.into_iter().map(|reason| reason.words).collect();
            Problem::Refused(format!("{}.", words.join(". ")))
        }
        Refusal::Broken(broken) => Problem::Database(broken),
        other => Problem::Refused(format!("The import could not be done: {other}.")),
    }
}

fn heading(dry_run: bool, kind: Kind, school: &str, counts: Counts) -> String {
    let what = match kind {
        Kind::Pupils => "pupils",
        Kind::Staff => "staff",
        Kind::Calendar => "days",
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
    let would = if dry_run { "would be " } else { "" };
    format!(
        "{school}, {what}: {added} {would}added, {changed} {would}changed, {same} as they were."
    )
}

fn words(heading: &str, report: &Report, changes: &Changes) {
    answer(heading);
    if report.rejected > 0 {
        answer(&format!(
            "{} of {} {} were refused:",
            report.rejected, report.total, report.units
        ));
    }
    for row in &report.row_reasons {
        answer(&format!(
            "  line {}: {}. {}.",
            row.line,
            row.reason.label(),
            row.reason.remedy()
        ));
    }
    for clashed in &changes.clashes {
        answer(&format!(
            "  line {}: not stored. {}. {}.",
            clashed.line,
            clashed.clash.label(),
            clashed.clash.remedy()
        ));
    }
    for (warning, times) in &report.warnings {
        answer(&format!(
            "  {} ({times}). {}.",
            warning.label(),
            warning.remedy()
        ));
    }
    for note in &changes.notes {
        answer(&format!("  {note}"));
    }
    if !changes.missing.is_empty() {
        answer(&format!(
            "{} on the list here are not in the file. Nothing was changed for them; see to it on the imports page if they have left.",
            changes.missing.len()
        ));
    }
}
