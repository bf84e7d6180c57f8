//! `/programmes/{ref}/information`: who was asked, what came in, and each
//! person's answers.

pub mod ask;
pub mod index;
pub mod show;

use app::{policy::ActionSet, programmes::show::ShowCase};
use domain::programme::ProgrammeRef;

use crate::{
    components::CaseHeader, failure::Failure, pages::programmes::header::header, session::Visit,
};

/// The programme that an address names.
fn reference(written: &str) -> Result<ProgrammeRef, Failure> {
    written.parse().map_err(|_| Failure::NotFound)
}

/// The band at the top of these pages, and what the reader may do here.
async fn band(visit: &Visit, programme: &ProgrammeRef) -> Result<(CaseHeader, ActionSet), Failure> {
    let reference = programme.clone();
    let case = visit.fetch(ShowCase { reference }).await?;
    let band = header(&case.answer, case.may, "Information");
    Ok((band, case.may))
}
