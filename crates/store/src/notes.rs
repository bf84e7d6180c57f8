//! Short notes: contacts home, good news, check-ins.

use domain::{
    id::{ContactId, FormId, NoteId, PersonId, ProgrammeId, SchoolId},
    programme::AskChannel,
    sealed::{Apart, InPart, Sealed},
};
use jiff::{Timestamp, civil::Date};

use crate::{Broken, Row, Tx, params};

domain::coded! {
    /// Which kind of note.
    pub enum NoteKind {
        /// A contact home that reached someone.
        Contact => "contact", "Contact home";
        /// A try to reach home that did not.
        Tried => "tried", "Tried to reach home";
        /// One good thing.
        GoodNews => "good_news", "Good news";
        /// The key worker met the pupil.
        CheckIn => "check_in", "Check-in";
        /// A reward of the plan was given.
        Reward => "reward", "Reward given";
        /// They were to meet and did not.
        NotMet => "not_met", "Check-in that did not happen";
    }
}

/// One note as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRow {
    /// Its id.
    pub id: NoteId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Which kind.
    pub kind: NoteKind,
    /// The day it is about.
    pub on: Date,
    /// Who wrote it.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The contact it was with.
    pub contact: Option<ContactId>,
    /// That contact's name then.
    pub with: Option<String>,
    /// How.
    pub channel: Option<AskChannel>,
    /// What was said.
    pub words: Option<String>,
    /// How long it took.
    pub minutes: Option<u16>,
}

/// The document these notes are, in the reading matrix.
pub(crate) const MONITORING: &str = "D31";

impl InPart for NoteRow {
    /// Families see that home was in touch, the good news and the rewards; not check-ins.
    fn in_part(self, _: &'static str) -> Option<Self> {
        match self.kind {
            NoteKind::GoodNews | NoteKind::Reward => Some(self),
            NoteKind::Contact => Some(Self {
                words: None,
                ..self
            }),
            NoteKind::Tried | NoteKind::CheckIn | NoteKind::NotMet => None,
        }
    }

    /// Not that home was in touch with somebody they are kept apart from, and
    /// no words that tell of them.
    fn without(mut self, apart: &Apart) -> Option<Self> {
        let hidden = |text: &String| apart.is_told_by(text);
        if self.contact.is_some_and(|with| apart.has_contact(with))
            || self.with.as_ref().is_some_and(hidden)
            || apart.is_told_by(&self.name)
        {
            return None;
        }
        let told = self.words.as_ref().is_some_and(hidden);
        if told && self.kind != NoteKind::Contact {
            return None;
        }
        self.words.take_if(|_| told);
        Some(self)
    }
}

pub(crate) fn read(row: &Row) -> Result<NoteRow, Broken> {
    Ok(NoteRow {
        id: row.id(0)?,
        programme: row.id(1)?,
        kind: row.read(2)?,
        on: row.read(3)?,
        person: row.id(4)?,
        name: row.text(5)?,
        contact: row.maybe_id(6)?,
        with: row.maybe_text(7)?,
        channel: row.maybe_read(8)?,
        words: row.maybe_text(9)?,
        minutes: row.maybe_small(10)?,
    })
}

/// Adds a note from a form; false when just this was sent from it before. Other
/// words from the same form are another note.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(
    tx: &mut Tx<'_>,
    school: SchoolId,
    note: &NoteRow,
    (form, now): (Option<FormId>, Timestamp),
) -> Result<bool, Broken> {
    let form = match (form, kept_from(tx, school, note.programme, form)?) {
        (form, None) => form,
        (_, Some(kept)) => {
            let id = note.id;
            if (NoteRow { id, ..kept }) == *note {
                return Ok(false);
            }
            None
        }
    };
    tx.run(ADD, &values(school, note, (form, now)))?;
    Ok(true)
}

/// What was kept from a form, if anything was.
pub(crate) fn kept_from(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    form: Option<FormId>,
) -> Result<Option<NoteRow>, Broken> {
    let Some(form) = form else { return Ok(None) };
    let row = tx.maybe(
        "select id, programme_id, kind, on_day, person_id, name, contact_id, with_name, channel, words, minutes
         from note where school_id = ?1 and programme_id = ?2 and form_key = ?3",
        &params![school, programme, form],
    )?;
    row.as_ref().map(read).transpose()
}

const ADD: &str =
    "insert into note (school_id, id, programme_id, kind, on_day, person_id, name, contact_id, with_name,
             channel, words, minutes, made_at, form_key)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

fn values(
    school: SchoolId,
    note: &NoteRow,
    (form, now): (Option<FormId>, Timestamp),
) -> [crate::Value; 14] {
    params![
        school,
        note.id,
        note.programme,
        note.kind.code(),
        note.on,
        note.person,
        &note.name,
        note.contact,
        note.with.as_ref(),
        note.channel.map(AskChannel::code),
        note.words.as_ref(),
        note.minutes,
        now,
        form
    ]
}

/// Adds many notes at once, each with the instant it was made.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_many(
    tx: &mut Tx<'_>,
    school: SchoolId,
    notes: &[(NoteRow, Timestamp)],
) -> Result<(), Broken> {
    let rows = notes
        .iter()
        .map(|(note, at)| values(school, note, (None, *at)).to_vec());
    tx.run_many(ADD, &rows.collect::<Vec<_>>())
}

/// The newest notes of a programme, newest first, sealed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn lately(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    most: u32,
) -> Result<Vec<Sealed<NoteRow>>, Broken> {
    tx.list(
        "select id, programme_id, kind, on_day, person_id, name, contact_id, with_name, channel, words, minutes
         from note where school_id = ?1 and programme_id = ?2 order by on_day desc, id desc limit ?3",
        &params![school, programme, most],
        |row| Ok(Sealed::new(MONITORING, None, read(row)?)),
    )
}

/// The notes of one kind from a day on, newest first, sealed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn since(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    kind: NoteKind,
    first: Date,
) -> Result<Vec<Sealed<NoteRow>>, Broken> {
    tx.list(
        "select id, programme_id, kind, on_day, person_id, name, contact_id, with_name, channel, words, minutes
         from note where school_id = ?1 and programme_id = ?2 and kind = ?3 and on_day >= ?4
         order by on_day desc, id desc",
        &params![school, programme, kind.code(), first],
        |row| Ok(Sealed::new(MONITORING, None, read(row)?)),
    )
}

/// The rewards that were given from a day on: the day, and what it was, oldest
/// first. What a reward says stands in the plan, so nothing here is sealed.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn rewards_since(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    first: Date,
) -> Result<Vec<(Date, String)>, Broken> {
    tx.list(
        "select on_day, words from note
         where school_id = ?1 and programme_id = ?2 and kind = 'reward' and on_day >= ?3 and words is not null
         order by on_day, id",
        &params![school, programme, first],
        |row| Ok((row.read(0)?, row.text(1)?)),
    )
}

/// The last day home was reached, for every programme of a school that is open
/// or goes on after its end.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn last_contacts(
    tx: &mut Tx<'_>,
    school: SchoolId,
) -> Result<Vec<(ProgrammeId, Date)>, Broken> {
    tx.list(
        "select n.programme_id, max(n.on_day) from note n
         where n.school_id = ?1 and n.kind = 'contact' and n.programme_id in (
             select p.id from programme p where p.school_id = ?1
             and (p.open_for is not null or p.stage in ('aftercare', 'escalation')))
         group by n.programme_id order by n.programme_id",
        &params![school],
        |row| Ok((row.id(0)?, row.read(1)?)),
    )
}
