//! What a pupil is once a row has been taken in. An empty cell says nothing.

use domain::{
    id::{PupilId, SchoolId},
    pupil::{CareStatus, Pupil, PupilFlag, PupilFlags, PupilName, YearGroup},
    text::Line,
};
use intake::cells::yes_no::YesNo;
use jiff::civil::Date;

use super::{incoming::PupilIn, matching::same_number};

/// A pupil nobody has heard of before.
pub(super) fn fresh(
    (id, school): (PupilId, SchoolId),
    row: &PupilIn,
    born: Date,
    today: Date,
) -> Pupil {
    let name = PupilName::new(row.given.clone(), row.family.clone());
    let bare = Pupil::new(id, school, name, born, YearGroup::Ungrouped);
    applied(&bare, row, today)
}

/// A stored pupil with what the row says.
pub(super) fn applied(stored: &Pupil, row: &PupilIn, today: Date) -> Pupil {
    let mut pupil = stored.clone();
    if let Some(adno) = &row.adno
        && !stored
            .source_key
            .as_ref()
            .is_some_and(|known| same_number(known, adno))
    {
        pupil.source_key = Some(adno.clone());
    }
    keep(&mut pupil.upn, row.upn.as_ref());
    pupil.name.given = row.given.clone();
    pupil.name.family = row.family.clone();
    preferred(&mut pupil.name.likes, row.goes_by.as_ref(), &row.given);
    preferred(
        &mut pupil.name.preferred_family,
        row.goes_by_family.as_ref(),
        &row.family,
    );
    pupil.born = row.born.unwrap_or(stored.born);
    keep(&mut pupil.sex, row.sex.as_ref());
    pupil.year = row.year.unwrap_or(stored.year);
    keep(&mut pupil.group, row.group.as_ref());
    keep(&mut pupil.sen, row.sen.as_ref());
    if let Some(need) = row.need {
        // The file knows the main need; others that were added here stay.
        pupil.needs.retain(|known| *known != need);
        pupil.needs.insert(0, need);
    }
    pupil.care = care(stored.care, row.in_care);
    flag(&mut pupil.flags, PupilFlag::FreeMeals, row.free_meals);
    flag(
        &mut pupil.flags,
        PupilFlag::EnglishAdditional,
        row.additional_english,
    );
    keep(&mut pupil.language, row.language.as_ref());
    if stored.left_on.is_some_and(|last| last <= today) {
        // They are on the list again: they have come back.
        pupil.left_on = None;
    }
    pupil
}

fn keep<T: Clone>(stored: &mut Option<T>, said: Option<&T>) {
    if let Some(said) = said {
        *stored = Some(said.clone());
    }
}

/// A preferred name that is the legal one means they go by the legal one.
fn preferred(stored: &mut Option<Line<80>>, said: Option<&Line<80>>, legal: &Line<80>) {
    if let Some(said) = said {
        *stored = (said != legal).then(|| said.clone());
    }
}

fn flag(flags: &mut PupilFlags, flag: PupilFlag, said: Option<YesNo>) {
    *flags = match said {
        Some(YesNo::Yes) => flags.with(flag),
        Some(YesNo::No) => flags.without(flag),
        None => *flags,
    };
}

/// "Not in care" says nothing of a child in need, so only care itself ends.
const fn care(stored: CareStatus, said: Option<YesNo>) -> CareStatus {
    match (said, stored) {
        (Some(YesNo::Yes), _) => CareStatus::LookedAfter,
        (Some(YesNo::No), CareStatus::LookedAfter) => CareStatus::PreviouslyLookedAfter,
        (Some(YesNo::No) | None, _) => stored,
    }
}
