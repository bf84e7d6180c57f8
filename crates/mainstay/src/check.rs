//! `mainstay check`: is the database sound?

use std::process::ExitCode;

use store::{
    Db,
    check::{Soundness, check},
};

use crate::{Problem, answer};

/// Says what was looked at and what was found; exit code 1 on a fault.
///
/// # Errors
/// [`Problem::Database`] when it cannot even be opened.
pub fn run(address: &str) -> Result<ExitCode, Problem> {
    let db = Db::open_existing(address)?;
    let findings = check(&db)?;
    for finding in &findings {
        let mark = match finding.sound {
            Soundness::Sound => "sound ",
            Soundness::Faulty => "FAULTY",
        };
        answer(&format!("{mark}  {}: {}", finding.looked_at, finding.found));
    }
    let faults = findings
        .iter()
        .filter(|finding| finding.sound == Soundness::Faulty)
        .count();
    if faults == 0 {
        answer(&format!(
            "{} things checked on {}, nothing wrong.",
            findings.len(),
            db.engine()
        ));
        return Ok(ExitCode::SUCCESS);
    }
    answer(&format!(
        "{} things checked on {}, {faults} wrong.",
        findings.len(),
        db.engine()
    ));
    Ok(ExitCode::from(1))
}
