//! How programmes ended: what the coordinator wrote and proposed, what the head
//! answered, and who agreed to moves that take two people.

use domain::{
    id::{AccountId, ProgrammeId, SchoolId},
    outcome::{EndingDraft, RiskNow},
    plan::PlanVersion,
};
use jiff::civil::Date;

use crate::{Broken, Row, Tx, params};

domain::coded! {
    /// How far an ending is.
    pub enum EndingState {
        /// The coordinator is writing it.
        Written => "written", "Being written";
        /// It is with the head.
        Proposed => "proposed", "With the head";
        /// The head sent it back.
        Returned => "returned", "Sent back";
        /// The head confirmed it.
        Confirmed => "confirmed", "Confirmed";
    }
}

/// What the head added.
#[derive(Debug, Clone)]
pub struct ConfirmedRow {
    /// Who confirmed.
    pub by: AccountId,
    /// When.
    pub on: Date,
    /// How likely exclusion is now.
    pub risk: RiskNow,
    /// Why.
    pub why: String,
    /// When the head noted that the council is asked first.
    pub council: Option<Date>,
    /// Why one person did both.
    pub both_roles: Option<String>,
}

/// One ending.
#[derive(Debug, Clone)]
pub struct EndingRow {
    /// Which ending of this programme, from 1.
    pub n: i64,
    /// The version of the plan it looks at.
    pub version: PlanVersion,
    /// What was typed.
    pub typed: EndingDraft,
    /// How far it is.
    pub state: EndingState,
    /// Who wrote it last.
    pub by: AccountId,
    /// When it was proposed.
    pub proposed: Option<Date>,
    /// Why the head sent it back.
    pub returned: Option<String>,
    /// What the head added.
    pub confirmed: Option<ConfirmedRow>,
    /// Grows by one with each change; 0 for one that is not stored yet.
    pub revision: i64,
}

/// The newest ending of a programme.
///
/// # Errors
/// [`Broken`] when the engine refuses or the text cannot be read.
pub fn newest(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Option<EndingRow>, Broken> {
    tx.maybe(
        "select n, plan_version, body, state, written_by, proposed_on, returned_why, confirmed_by,
                confirmed_on, risk, why, council_on, both_roles, revision
         from ending where school_id = ?1 and programme_id = ?2 order by n desc limit 1",
        &params![school, programme],
    )?
    .map(|row| read(&row))
    .transpose()
}

fn read(row: &Row) -> Result<EndingRow, Broken> {
    let confirmed = match row.maybe_id(7)? {
        None => None,
        Some(by) => Some(ConfirmedRow {
            by,
            on: row.read(8)?,
            risk: row.read(9)?,
            why: row.text(10)?,
            council: row.maybe_read(11)?,
            both_roles: row.maybe_text(12)?,
        }),
    };
    Ok(EndingRow {
        n: row.int(0)?,
        version: PlanVersion::new(row.small(1)?).ok_or_else(|| odd(&"version 0"))?,
        typed: serde_json::from_str(&row.text(2)?).map_err(|e| odd(&e))?,
        state: row.read(3)?,
        by: row.id(4)?,
        proposed: row.maybe_read(5)?,
        returned: row.maybe_text(6)?,
        confirmed,
        revision: row.int(13)?,
    })
}

/// Keeps an ending over the revision it was read at. False when someone else
/// saved first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn keep(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    ending: &EndingRow,
) -> Result<bool, Broken> {
    let body = serde_json::to_string(&ending.typed).map_err(|e| odd(&e))?;
    let confirmed = ending.confirmed.as_ref();
    let changed = tx.run(
        "insert into ending (school_id, programme_id, n, plan_version, body, state, written_by,
             proposed_on, returned_why, confirmed_by, confirmed_on, risk, why, council_on, both_roles,
             revision)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as text), cast(?9 as text), cast(?10 as text),
             cast(?11 as text), cast(?12 as text), cast(?13 as text), cast(?14 as text),
             cast(?15 as text), ?16)
         on conflict (school_id, programme_id, n) do update set plan_version = excluded.plan_version,
             body = excluded.body, state = excluded.state, written_by = excluded.written_by,
             proposed_on = excluded.proposed_on, returned_why = excluded.returned_why,
             confirmed_by = excluded.confirmed_by, confirmed_on = excluded.confirmed_on,
             risk = excluded.risk, why = excluded.why, council_on = excluded.council_on,
             both_roles = excluded.both_roles, revision = excluded.revision
         where ending.revision = excluded.revision - 1",
        &params![
            school, programme, ending.n, ending.version.number(), body, ending.state.code(), ending.by,
            ending.proposed, ending.returned.as_ref(), confirmed.map(|c| c.by), confirmed.map(|c| c.on),
            confirmed.map(|c| c.risk.code()), confirmed.map(|c| &c.why),
            confirmed.and_then(|c| c.council), confirmed.and_then(|c| c.both_roles.as_ref()),
            ending.revision + 1
        ],
    )?;
    Ok(changed == 1)
}

/// A move that two people agreed to.
#[derive(Debug, Clone, Copy)]
pub struct Agreement {
    /// The move's number in the table of moves.
    pub number: u8,
    /// When.
    pub on: Date,
    /// Who pressed.
    pub pressed: AccountId,
    /// Who else agreed, as named by whoever pressed.
    pub with: AccountId,
}

/// Keeps who agreed to a move.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_agreement(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    agreed: Agreement,
) -> Result<(), Broken> {
    tx.run(
        "insert into agreement (school_id, programme_id, n, move_number, on_day, pressed_by, agreed_with)
         select cast(?1 as text), cast(?2 as text), cast(count(*) + 1 as bigint), cast(?3 as bigint),
                cast(?4 as text), cast(?5 as text), cast(?6 as text)
         from agreement where school_id = ?1 and programme_id = ?2",
        &params![school, programme, agreed.number, agreed.on, agreed.pressed, agreed.with],
    )?;
    Ok(())
}

/// Who agreed to which move, first come first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn agreements(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
) -> Result<Vec<Agreement>, Broken> {
    tx.list(
        "select move_number, on_day, pressed_by, agreed_with from agreement
         where school_id = ?1 and programme_id = ?2 order by n",
        &params![school, programme],
        |row| {
            Ok(Agreement {
                number: row.small(0)?,
                on: row.read(1)?,
                pressed: row.id(2)?,
                with: row.id(3)?,
            })
        },
    )
}

fn odd(what: &dyn std::fmt::Display) -> Broken {
    Broken::Inconsistent(format!("ending: {what}"))
}
