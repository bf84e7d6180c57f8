//! Who was not in school, of the pupils who have a programme: the marks of the
//! register that say so, and suspensions of a day or more.

use domain::{
    id::{PupilId, SchoolId},
    indicators::Mark,
    rating::HalfDay,
};
use jiff::civil::Date;

use crate::{Broken, Tx, params};

/// Half a day that a pupil was not there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HalfAway {
    /// The pupil.
    pub pupil: PupilId,
    /// The day.
    pub on: Date,
    /// Which half.
    pub half: HalfDay,
    /// What the register says.
    pub mark: Mark,
}

/// Half days in these days whose mark is not one of presence. Only pupils with
/// a programme.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn halves_away(
    tx: &mut Tx<'_>,
    school: SchoolId,
    (first, last): (Date, Date),
) -> Result<Vec<HalfAway>, Broken> {
    tx.list(
        "select pupil_id, on_day, half, mark from attendance_mark
         where school_id = ?1 and on_day >= ?2 and on_day <= ?3 and mark <> ?4 and mark <> ?5 and mark <> ?6
             and mark <> ?7 and pupil_id in (select p.pupil_id from programme p where p.school_id = ?1)",
        &params![
            school,
            first,
            last,
            Mark::PresentMorning.code(),
            Mark::PresentAfternoon.code(),
            Mark::Late.code(),
            Mark::AfterRegister.code()
        ],
        |row| {
            Ok(HalfAway {
                pupil: row.id(0)?,
                on: row.read(1)?,
                half: row.read(2)?,
                mark: row.read(3)?,
            })
        },
    )
}

/// The days of suspensions of a day or more that touch these days, without
/// those over lunch only. Only pupils with a programme. One without a last day
/// is over on its first, unless the pupil was excluded for good.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn suspended(
    tx: &mut Tx<'_>,
    school: SchoolId,
    (first, last): (Date, Date),
) -> Result<Vec<(PupilId, Date, Date)>, Broken> {
    tx.list(
        "select pupil_id, first_day, last_day, category from suspension
         where school_id = ?1 and first_day <= ?3 and category <> 'LNCH' and (sessions is null or sessions > 1)
             and (last_day >= ?2 or last_day is null and (first_day >= ?2 or category = 'PERM'))
             and pupil_id in (select p.pupil_id from programme p where p.school_id = ?1)",
        &params![school, first, last],
        |row| {
            let from: Date = row.read(1)?;
            let open = if row.text(3)? == "PERM" {
                Date::MAX
            } else {
                from
            };
            Ok((row.id(0)?, from, row.maybe_read(2)?.unwrap_or(open)))
        },
    )
}
