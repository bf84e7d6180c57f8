//! What our own school is known by, and whom a transfer file was made for.

use domain::id::SchoolId;
use intake::ctf::{MeantFor, OurSchool};
use store::{
    Broken, Tx,
    known_schools::{self, KnownSchool},
    schools,
};

use super::schools::written;

/// Our numbers: the URN as in the settings, and the number of authority and
/// establishment as the list of schools has it, once that was imported.
pub(super) fn our_school(tx: &mut Tx<'_>, school: SchoolId) -> Result<OurSchool, Broken> {
    let urn = schools::find(tx, school)?.map(|row| row.urn);
    let listed = match &urn {
        Some(urn) => known_schools::by_urn(tx, school, urn)?,
        None => None,
    };
    Ok(OurSchool {
        urn,
        laestab: listed.and_then(|one| one.laestab),
    })
}

/// Whom a file was made for, as a sentence: with the school's name, where the
/// list of schools has it.
pub(super) fn made_for(
    tx: &mut Tx<'_>,
    school: SchoolId,
    meant: &MeantFor,
) -> Result<String, Broken> {
    let MeantFor { urn, laestab, name } = meant;
    let listed: Option<KnownSchool> = match (urn, laestab) {
        (Some(urn), _) => known_schools::by_urn(tx, school, urn)?,
        (None, Some(number)) => known_schools::by_laestab(tx, school, number)?
            .into_iter()
            .next(),
        (None, None) => None,
    };
    let number = laestab.as_deref().map(written);
    let number = number.or_else(|| urn.as_ref().map(|urn| format!("URN {urn}")));
    let name = listed
        .map(|one| one.name.to_string())
        .or_else(|| name.clone());
    let who = match (name, number) {
        (Some(name), Some(number)) => format!("{name} ({number})"),
        (Some(name), None) => name,
        (None, Some(number)) => format!("the school with the number {number}"),
        (None, None) => "another school".to_owned(),
    };
    Ok(format!(
        "This file was made for {who}, not for your school. Ask whoever sent it before you import it: it holds children’s records."
    ))
}
