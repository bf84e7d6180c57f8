//! The band at the top of these pages.

use app::subject::Case;

use crate::components::CaseHeader;

/// Who it is about and where one can go.
pub(super) fn of(case: &Case, here: &str) -> CaseHeader {
    let (pupil, programme) = (&case.pupil, &case.programme);
    let name = pupil.name.full();
    let path = format!("/programmes/{}", programme.reference);
    let year = pupil.year.label();
    let class = pupil
        .group
        .as_ref()
        .map_or_else(|| year.to_owned(), |group| format!("{group}, {year}"));
    CaseHeader::new(&name, here)
        .under("/programmes", "Programmes")
        .chip(programme.stage.name().label())
        .fact(class)
        .fact(format!("programme {}", programme.reference))
        .places_of(format!("{} programme", crate::words::possessive(&name)))
        .place("Overview", &path)
        .place("Information", format!("{path}/information"))
        .at("Information")
}
