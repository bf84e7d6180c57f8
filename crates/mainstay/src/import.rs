//! `mainstay import`: brings files in through the same verbs as the page.
//! Human words by default; the published JSON report with `--report json`.

mod chosen;
mod place;
mod read;
mod stored;
mod told;

use std::process::ExitCode;

use intake::report::Outcome;

use crate::{Problem, cli::Import};
use chosen::Chosen;
use place::Place;
use told::Told;

/// Imports files, one after another: a file may be about the pupils of an
/// earlier one.
///
/// # Errors
/// [`Problem`], as one clear sentence: a missing file, an unknown school or a
/// kind that cannot be stored is wrong use.
pub fn run(asked: &Import) -> Result<ExitCode, Problem> {
    let mut place = Place::find(asked)?;
    let files = asked
        .files
        .iter()
        .map(|path| Chosen::open(path, asked))
        .collect::<Result<Vec<_>, _>>()?;
    if !asked.dry_run {
        for file in &files {
            stored::can_be(file.kind)?;
        }
    }
    let mut done: Vec<Told> = Vec::new();
    for file in files {
        let one = if place.school.is_none() || stored::can_be(file.kind).is_err() {
            read::only(&file, &mut place)
        } else {
            stored::import(&file, asked, &mut place)?
        };
        done.push(one);
    }
    told::tell(asked, &place, &done)?;
    let rejected = |one: &Told| one.report.outcome == Outcome::FileRejected;
    Ok(ExitCode::from(u8::from(done.iter().any(rejected))))
}
