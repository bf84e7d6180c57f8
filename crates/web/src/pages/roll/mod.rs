//! `/pupils`: what the school's own system says of pupils, where it came from
//! and when, and what was put right here.

pub mod correct;
pub mod index;
pub mod show;

use app::roll::Came;
use domain::{
    clock::{london, london_date},
    id::PupilId,
};
use jiff::Timestamp;

use crate::{
    components::Phrase,
    failure::Failure,
    routes::places::ROLL,
    words::{long_date_with_year, time},
};

/// The pupil an address names.
fn pupil(written: &str) -> Result<PupilId, Failure> {
    written.parse().map_err(|_| Failure::NotFound)
}

/// Where a pupil's page is.
fn path(pupil: PupilId) -> String {
    format!("{ROLL}/{pupil}")
}

/// "3 November 2026 at 07:10".
pub(crate) fn moment(at: Timestamp) -> String {
    let local = at.to_zoned_datetime(london());
    let day = long_date_with_year(london_date(at));
    format!("{day} at {}", time(local.time()))
}

/// Where a row came from, in a sentence; with the way to the import for those
/// who may see it.
pub(crate) fn came(came: &Came, sees_imports: bool) -> Phrase {
    match came {
        Came::TypedIn { at } => Phrase::new(format!("Typed in here on {}.", moment(*at))),
        Came::With { from, at } => Phrase::new(format!("From {from}, on {}.", moment(*at))),
        Came::Import {
            import,
            from,
            by,
            at,
            undone,
        } => {
            let start = Phrase::new("From ");
            let named = if sees_imports {
                start.link(format!("/settings/imports/{import}"), from)
            } else {
                start.text(from)
            };
            let when = moment(*at);
            let all = named.text(format!(", brought in by {by} on {when}."));
            match undone {
                Some(_) => all.text(" That import was undone; this had been changed by then."),
                None => all,
            }
        }
    }
}
