//! Short notes: a contact home, one good thing.

use domain::{
    commitment::Owner,
    event::Event,
    id::{ContactId, FormId},
    note::{ContactHomeDraft, GoodNews, Reached},
    plan::PlanVersion,
    programme::{ProgrammeRef, Task},
};
use store::{
    notes::{self, NoteKind, NoteRow},
    people::PersonRow,
};

use super::{WRITES_NOTES, me_as_owner};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// What is to be recorded, as it was typed.
#[derive(Clone)]
pub enum NewNote {
    /// One good thing.
    GoodNews {
        /// What was seen.
        words: String,
    },
    /// A contact home.
    ContactHome {
        /// Whom.
        contact: ContactId,
        /// How, when, and what was said.
        typed: ContactHomeDraft,
        /// Whether someone was reached.
        tried_only: Tried,
    },
    /// A reward of the plan in force was given.
    Reward {
        /// The version that was shown.
        version: PlanVersion,
        /// Its place among the plan's rewards, from 0.
        place: usize,
    },
}

// What people type does not belong in a log.
impl std::fmt::Debug for NewNote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::GoodNews { .. } => "GoodNews",
            Self::ContactHome { .. } => "ContactHome",
            Self::Reward { .. } => "Reward",
        })
    }
}

/// Whether a contact home reached someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// It did.
    Reached,
    /// It did not, this time.
    NotThisTime,
}

/// Records a note.
#[derive(Debug, Clone)]
pub struct RecordNote {
    /// The programme.
    pub reference: ProgrammeRef,
    /// What is to be recorded.
    pub note: NewNote,
    /// The form it was typed in: sent twice, it is kept once.
    pub form: Option<FormId>,
}

impl Command for RecordNote {
    const ACTION: Action = Action::RecordNote;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let me = cx.person()?.clone();
        let (owner, person) = me_as_owner(&case, &me, &WRITES_NOTES)?;
        let row = match self.note {
            NewNote::GoodNews { words } => {
                let row = blank(cx, &case, &person)?;
                let news = GoodNews::read(&words, row.id, owner, today, None)
                    .map_err(|problem| Refusal::field("good_news", problem.words()))?;
                NoteRow {
                    words: Some(news.text.into()),
                    ..row
                }
            }
            NewNote::ContactHome {
                contact,
                typed,
                tried_only,
            } => contact_home(cx, &case, (contact, &typed, tried_only), (owner, &person))?,
            NewNote::Reward { version, place } => match reward(cx, &case, (version, place))? {
                Some(words) => NoteRow {
                    kind: NoteKind::Reward,
                    words: Some(words),
                    ..blank(cx, &case, &person)?
                },
                None => return Ok(cx.unchanged(())),
            },
        };
        let (id, now) = (row.id, cx.now());
        if !notes::add(cx.tx(), school, &row, (self.form, now))? {
            return Ok(cx.unchanged(()));
        }
        let note = Event::NoteRecorded {
            programme,
            note: id,
        };
        Ok(cx.record(note, ()))
    }
}

/// What a reward of the plan in force says; none when it was written down as
/// given today already.
fn reward(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    (version, place): (PlanVersion, usize),
) -> Result<Option<String>, Refusal> {
    let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
    super::rate::within_plan(case, today)?;
    let newest = store::plans::newest(cx.tx(), school, programme)?.ok_or(Refusal::NotFound)?;
    if newest.plan().version != version {
        return Err(Refusal::Conflict);
    }
    let reward = newest.plan().rewards.get(place).ok_or(Refusal::NotFound)?;
    let words = reward.text.to_string();
    let known = notes::rewards_since(cx.tx(), school, programme, today)?;
    Ok((!known.iter().any(|(_, said)| *said == words)).then_some(words))
}

/// A note of today that says nothing yet.
pub(super) fn blank(
    cx: &Granted<'_, '_>,
    case: &Case,
    person: &PersonRow,
) -> Result<NoteRow, Refusal> {
    Ok(NoteRow {
        id: cx.new_id()?,
        programme: case.programme.id,
        kind: NoteKind::GoodNews,
        on: cx.today(),
        person: person.id,
        name: person.name.clone(),
        contact: None,
        with: None,
        channel: None,
        words: None,
        minutes: None,
    })
}

/// A contact home as it is kept, with the job of reaching home done.
pub(super) fn contact_home(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    (contact, typed, tried): (ContactId, &ContactHomeDraft, Tried),
    (owner, person): (Owner, &PersonRow),
) -> Result<NoteRow, Refusal> {
    let row = blank(cx, case, person)?;
    let known = case
        .present()
        .find(|person| person.contact == Some(contact));
    if known.is_some_and(|one| !case.standing(one).is_told()) {
        let words = "This person may not be told about the programme. \
                     Tell the safeguarding lead if they were in touch";
        return Err(Refusal::field("contact", words));
    }
    let with = known
        .and_then(crate::meetings::owner)
        .ok_or(Refusal::NotFound)?;
    let home = typed
        .parse(row.id, (contact, with.name), owner, cx.today())
        .map_err(|problem| Refusal::field(problem.field(), problem.words()))?;
    let (kind, words) = match (home.reached, tried) {
        (Reached::Yes { summary }, Tried::Reached) => (NoteKind::Contact, Some(summary.into())),
        (Reached::NotThisTime, Tried::Reached) => {
            return Err(Refusal::field(
                "summary",
                "Say in a few words what was said.",
            ));
        }
        (Reached::Yes { summary }, Tried::NotThisTime) => (NoteKind::Tried, Some(summary.into())),
        (Reached::NotThisTime, Tried::NotThisTime) => (NoteKind::Tried, None),
    };
    if kind == NoteKind::Contact {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let (task, me) = (Task::ContactFamily, cx.person()?.account);
        store::programmes::finish_task(cx.tx(), school, id, task, me, today)?;
    }
    Ok(NoteRow {
        kind,
        words,
        on: home.on,
        contact: Some(contact),
        with: Some(home.with.to_string()),
        channel: Some(home.channel),
        ..row
    })
}
