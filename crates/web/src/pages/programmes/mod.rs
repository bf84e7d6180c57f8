//! `/programmes`: the list, starting one, deciding on it, who takes part, and
//! one programme whole.

pub(crate) mod before;
pub mod case_page;
pub mod contacts;
pub mod decide;
pub mod done;
pub mod family;
pub mod header;
pub mod index;
pub mod invite;
pub mod new;
pub mod people;
mod read;
pub mod record;
pub mod referral;
pub mod reward;
pub mod seen;
pub mod show;
pub mod start;
mod told;
pub mod weeks;

use domain::{id::StaffId, programme::ProgrammeRef};
use jiff::civil::Date;

use crate::{failure::Failure, posted::Posted};

/// A programme's reference from an address.
fn reference(raw: &str) -> Result<ProgrammeRef, Failure> {
    raw.parse().map_err(|_| Failure::NotFound)
}

/// Where a programme's page is.
fn path(reference: &ProgrammeRef, rest: &str) -> String {
    format!("/programmes/{}{rest}", reference.path())
}

/// A date in three boxes; nothing when it is not a date.
fn date(posted: &Posted, name: &str) -> Option<Date> {
    let part = |part: &str| posted.trimmed(&format!("{name}-{part}"));
    let (year, month) = (part("year").parse().ok()?, part("month").parse().ok()?);
    Date::new(year, month, part("day").parse().ok()?).ok()
}

/// Whether nothing was typed in any of a date's boxes.
fn is_blank(posted: &Posted, name: &str) -> bool {
    let mut parts = ["day", "month", "year"].into_iter();
    parts.all(|part| posted.trimmed(&format!("{name}-{part}")).is_empty())
}

/// Staff for a list to choose from, nobody first.
fn choices<'a>(
    nobody: &'a str,
    staff: &'a [(StaffId, String)],
) -> impl Iterator<Item = (String, &'a str)> {
    let staff = staff
        .iter()
        .map(|(id, name)| (id.to_string(), name.as_str()));
    std::iter::once((String::new(), nobody)).chain(staff)
}
