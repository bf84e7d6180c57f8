//! Referrals as they were typed, the safeguarding check beside them, and when
//! the family was reached.

use domain::{
    id::{AccountId, ContactId, ProgrammeId, SchoolId},
    programme::{AskChannel, SafeguardingCheck},
};
use jiff::{Timestamp, civil::Date};

use crate::{Broken, Row, Tx, params};

/// One step of a referral as it was last saved.
#[derive(Clone)]
pub struct StepRow {
    /// Which step.
    pub step: String,
    /// How often it has been saved, from 1.
    pub version: u32,
    /// Names and values in the order they were sent, as JSON.
    pub fields: String,
    /// Who saved it.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

// What people type about a child does not belong in a log.
impl std::fmt::Debug for StepRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StepRow")
            .field("step", &self.step)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

fn step(row: &Row) -> Result<StepRow, Broken> {
    Ok(StepRow {
        step: row.text(0)?,
        version: row.small(1)?,
        fields: row.text(2)?,
        by: row.id(3)?,
        at: row.read(4)?,
    })
}

/// Every step that has been saved.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn steps(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<StepRow>, Broken> {
    tx.list(
        "select step, version, fields, saved_by, saved_at from referral_step
         where school_id = ?1 and programme_id = ?2 order by step",
        &params![school, programme],
        step,
    )
}

/// Saves a step over the version it was read at (0 for one that is new);
/// false when someone else saved first. `row.version` is the version after.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save_step(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    row: &StepRow,
) -> Result<bool, Broken> {
    let values = params![
        school,
        programme,
        &row.step,
        row.version,
        &row.fields,
        row.by,
        row.at
    ];
    let changed = if row.version == 1 {
        tx.run(
            "insert into referral_step (school_id, programme_id, step, version, fields, saved_by, saved_at)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             on conflict (school_id, programme_id, step) do nothing",
            &values,
        )?
    } else {
        tx.run(
            "update referral_step set version = ?4, fields = ?5, saved_by = ?6, saved_at = ?7
             where school_id = ?1 and programme_id = ?2 and step = ?3 and version = ?4 - 1",
            &values,
        )?
    };
    Ok(changed == 1)
}

/// One safeguarding check.
#[derive(Debug, Clone)]
pub struct CheckRow {
    /// What was found.
    pub found: SafeguardingCheck,
    /// When.
    pub on: Date,
    /// The safeguarding lead who looked.
    pub by: AccountId,
}

/// Adds a check; the last one stands.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_check(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    check: &CheckRow,
) -> Result<(), Broken> {
    tx.run(
        "insert into safeguarding_check (school_id, programme_id, n, found, on_day, checked_by)
         select ?1, ?2, coalesce(max(n), 0) + 1, cast(?3 as text), cast(?4 as text), cast(?5 as text)
         from safeguarding_check where school_id = ?1 and programme_id = ?2",
        &params![school, programme, check.found.code(), check.on, check.by],
    )?;
    Ok(())
}

/// The referrals of a school that wait for a decision and have been checked.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn checked(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<ProgrammeId>, Broken> {
    tx.list(
        "select distinct c.programme_id from safeguarding_check c
         join programme p on p.school_id = c.school_id and p.id = c.programme_id
         where c.school_id = ?1 and p.stage = 'referred' order by c.programme_id",
        &params![school],
        |row| row.id(0),
    )
}

/// The check that stands, if there is one.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn check(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Option<CheckRow>, Broken> {
    tx.maybe(
        "select found, on_day, checked_by from safeguarding_check
         where school_id = ?1 and programme_id = ?2 order by n desc limit 1",
        &params![school, programme],
    )?
    .map(|row| {
        Ok(CheckRow {
            found: row.read(0)?,
            on: row.read(1)?,
            by: row.id(2)?,
        })
    })
    .transpose()
}

/// One time the family was reached.
#[derive(Debug, Clone)]
pub struct FamilyRow {
    /// Whom.
    pub contact: ContactId,
    /// How.
    pub channel: AskChannel,
    /// When.
    pub on: Date,
    /// Who reached them.
    pub by: AccountId,
}

/// Notes that someone of the family was reached.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_family_contact(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    reached: &FamilyRow,
) -> Result<(), Broken> {
    tx.run(
        "insert into family_contact (school_id, programme_id, n, contact_id, channel, on_day, reached_by)
         select ?1, ?2, coalesce(max(n), 0) + 1, cast(?3 as text), cast(?4 as text), cast(?5 as text),
             cast(?6 as text)
         from family_contact where school_id = ?1 and programme_id = ?2",
        &params![
            school,
            programme,
            reached.contact,
            reached.channel.code(),
            reached.on,
            reached.by
        ],
    )?;
    Ok(())
}

/// Every time the family was reached about a programme, in the order noted.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn family_contacts(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<FamilyRow>, Broken> {
    tx.list(
        "select contact_id, channel, on_day, reached_by from family_contact
         where school_id = ?1 and programme_id = ?2 order by n",
        &params![school, programme],
        |row| {
            Ok(FamilyRow {
                contact: row.id(0)?,
                channel: row.read(1)?,
                on: row.read(2)?,
                by: row.id(3)?,
            })
        },
    )
}
