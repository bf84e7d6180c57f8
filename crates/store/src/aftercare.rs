//! After the end: checks in aftercare, and the options chosen when a plan did
//! not do enough.

use domain::{
    id::{AccountId, ProgrammeId, SchoolId},
    note::OutOfTen,
    outcome::AftercareCheck,
    programme::NextOption,
    text::Prose,
};
use jiff::civil::Date;

use crate::{Broken, Row, Tx, params};

/// Adds a check.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_check(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    check: &AftercareCheck,
    by: AccountId,
) -> Result<(), Broken> {
    tx.run(
        "insert into aftercare_check (school_id, programme_id, n, on_day, pupil_says, home_says, note,
             by_account)
         select cast(?1 as text), cast(?2 as text), cast(count(*) + 1 as bigint), cast(?3 as text),
                cast(?4 as bigint), cast(?5 as bigint), cast(?6 as text), cast(?7 as text)
         from aftercare_check where school_id = ?1 and programme_id = ?2",
        &params![
            school, programme, check.on, check.pupil.map(OutOfTen::number),
            check.home.map(OutOfTen::number), check.note.as_ref(), by
        ],
    )?;
    Ok(())
}

/// The checks of a programme, first come first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn checks(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<AftercareCheck>, Broken> {
    tx.list(
        "select on_day, pupil_says, home_says, note from aftercare_check
         where school_id = ?1 and programme_id = ?2 order by n",
        &params![school, programme],
        |row: &Row| {
            let note = row.maybe_text(3)?.map(|note| Prose::new(&note));
            Ok(AftercareCheck {
                on: row.read(0)?,
                pupil: row.maybe_small(1)?.and_then(OutOfTen::new),
                home: row.maybe_small(2)?.and_then(OutOfTen::new),
                note: note.and_then(Result::ok),
            })
        },
    )
}

/// One option chosen.
#[derive(Debug, Clone)]
pub struct ChosenRow {
    /// The option.
    pub option: NextOption,
    /// Why.
    pub why: String,
    /// When.
    pub on: Date,
}

/// Adds an option; false when it was chosen before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn choose(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    chosen: &ChosenRow,
    by: AccountId,
) -> Result<bool, Broken> {
    let added = tx.run(
        "insert into option_chosen (school_id, programme_id, next_option, why, on_day, by_account)
         values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (school_id, programme_id, next_option) do nothing",
        &params![
            school,
            programme,
            chosen.option.code(),
            &chosen.why,
            chosen.on,
            by
        ],
    )?;
    Ok(added == 1)
}

/// The options chosen, first come first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn chosen(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<ChosenRow>, Broken> {
    tx.list(
        "select next_option, why, on_day from option_chosen
         where school_id = ?1 and programme_id = ?2 order by on_day, next_option",
        &params![school, programme],
        |row: &Row| {
            Ok(ChosenRow {
                option: row.read(0)?,
                why: row.text(1)?,
                on: row.read(2)?,
            })
        },
    )
}
