//! Moves that somebody is told of, until they say that they have seen them.

use domain::{
    id::{AccountId, ProgrammeId, SchoolId, StaffId},
    programme::ProgrammeRef,
    pupil::PupilName,
};
use jiff::civil::Date;

use crate::{Broken, Tx, params};

/// A move that somebody has not said they saw.
#[derive(Debug, Clone)]
pub struct UnseenMove {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its reference.
    pub reference: ProgrammeRef,
    /// The pupil's names.
    pub name: PupilName,
    /// Its place in the programme's history.
    pub n: i64,
    /// The move's number in the table of moves.
    pub number: u8,
    /// When.
    pub on: Date,
    /// The reason that was chosen, as a code.
    pub reason: Option<String>,
    /// Who wrote the referral.
    pub author: StaffId,
}

/// What one adult has not seen yet, newest first: a pupil who left for home
/// education, a concern about a plan while it is open, and what was decided about
/// a referral that was not taken up.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn unseen(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Vec<UnseenMove>, Broken> {
    tx.list(
        "select m.programme_id, p.reference, m.n, m.number, m.on_day, u.given, u.family, u.likes, u.preferred_family,
                m.reason, p.author_id
         from programme_move m
         join programme p on p.school_id = m.school_id and p.id = m.programme_id
         join pupil u on u.school_id = p.school_id and u.id = p.pupil_id
         where m.school_id = ?1
             and (m.number = 12 and p.stage = 'active' and m.on_day = p.concern_on
                 or m.number = 3 and p.stage = 'declined' or m.number = 27 and p.stage = 'draft'
                 or m.number = 19 and m.reason = 'home_education' and p.stage = 'closed_transferred')
             and not exists (select 1 from move_seen s where s.school_id = m.school_id
                 and s.programme_id = m.programme_id and s.n = m.n and s.account_id = ?2)
         order by m.on_day desc, m.programme_id, m.n",
        &params![school, account],
        |row| {
            Ok(UnseenMove {
                programme: row.id(0)?,
                reference: row.read(1)?,
                n: row.int(2)?,
                number: row.small(3)?,
                on: row.read(4)?,
                reason: row.maybe_text(9)?,
                author: row.id(10)?,
                name: PupilName {
                    given: row.line(5)?,
                    family: row.line(6)?,
                    likes: row.maybe_text(7)?.map(|_| row.line(7)).transpose()?,
                    preferred_family: row.maybe_text(8)?.map(|_| row.line(8)).transpose()?,
                },
            })
        },
    )
}

/// Notes that somebody has seen a move; false when they had said so before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn saw(
    tx: &mut Tx<'_>,
    school: SchoolId,
    unseen: &UnseenMove,
    (account, today): (AccountId, Date),
) -> Result<bool, Broken> {
    let added = tx.run(
        "insert into move_seen (school_id, programme_id, n, account_id, seen_on) values (?1, ?2, ?3, ?4, ?5)
         on conflict (school_id, programme_id, n, account_id) do nothing",
        &params![school, unseen.programme, unseen.n, account, today],
    )?;
    Ok(added == 1)
}
