//! Short notes: a contact home, one good thing, a check-in.

use domain::{
    event::Event,
    id::ContactId,
    note::{ContactHomeDraft, GoodNews, Reached},
    plan::PlanVersion,
    programme::{ProgrammeRef, StageName, Task},
    text::Prose,
};
use jiff::civil::Date;
use store::notes::{self, NoteKind, NoteRow};

use super::{WRITES_NOTES, me_as_owner, next_check_in};
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
    /// A meeting with the pupil.
    CheckIn {
        /// The day.
        on: Date,
        /// How long, in minutes.
        minutes: u16,
        /// What was said.
        words: String,
    },
}

// What people type does not belong in a log.
impl std::fmt::Debug for NewNote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::GoodNews { .. } => "GoodNews",
            Self::ContactHome { .. } => "ContactHome",
            Self::Reward { .. } => "Reward",
            Self::CheckIn { .. } => "CheckIn",
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
        let id = cx.new_id()?;
        let blank = NoteRow {
            id,
            programme,
            kind: NoteKind::GoodNews,
            on: today,
            person: person.id,
            name: person.name,
            contact: None,
            with: None,
            channel: None,
            words: None,
            minutes: None,
        };
        let row = match self.note {
            NewNote::GoodNews { words } => {
                let news = GoodNews::read(&words, id, owner, today, None)
                    .map_err(|problem| Refusal::field("good_news", problem.words()))?;
                NoteRow {
                    words: Some(news.text.into()),
                    ..blank
                }
            }
            NewNote::ContactHome {
                contact,
                typed,
                tried_only,
            } => {
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
                    .parse(id, (contact, with.name), owner, today)
                    .map_err(|problem| Refusal::field(problem.field(), problem.words()))?;
                let (kind, words) = match (home.reached, tried_only) {
                    (Reached::Yes { summary }, Tried::Reached) => {
                        (NoteKind::Contact, Some(summary.into()))
                    }
                    (Reached::Yes { summary }, Tried::NotThisTime) => {
                        (NoteKind::Tried, Some(summary.into()))
                    }
                    (Reached::NotThisTime, _) => (NoteKind::Tried, None),
                };
                if kind == NoteKind::Contact {
                    let done = Task::ContactFamily;
                    store::programmes::finish_task(
                        cx.tx(),
                        school,
                        programme,
                        done,
                        me.account,
                        today,
                    )?;
                }
                NoteRow {
                    kind,
                    words,
                    on: home.on,
                    contact: Some(contact),
                    with: Some(home.with.to_string()),
                    channel: Some(home.channel),
                    ..blank
                }
            }
            NewNote::Reward { version, place } => match reward(cx, &case, (version, place))? {
                Some(words) => NoteRow {
                    kind: NoteKind::Reward,
                    words: Some(words),
                    ..blank
                },
                None => return Ok(cx.unchanged(())),
            },
            NewNote::CheckIn { on, minutes, words } => {
                if on > today {
                    return Err(Refusal::field(
                        "on",
                        "Enter today or a day that has passed.",
                    ));
                }
                let words = Prose::<2000>::new(&words).map_err(|_| {
                    Refusal::field(
                        "words",
                        "Write what you talked about, in 2,000 characters or fewer.",
                    )
                })?;
                let done = Task::CheckIn;
                store::programmes::finish_task(
                    cx.tx(),
                    school,
                    programme,
                    done,
                    me.account,
                    today,
                )?;
                if case.programme.stage.name() == StageName::Active {
                    let calendar = store::schools::calendar(cx.tx(), school)?;
                    let due = next_check_in(cx.tx(), &case.programme, &calendar, on)?;
                    store::programmes::add_task(cx.tx(), school, programme, done, due, today)?;
                }
                NoteRow {
                    kind: NoteKind::CheckIn,
                    on,
                    minutes: Some(minutes),
                    words: Some(words.into()),
                    ..blank
                }
            }
        };
        let now = cx.now();
        notes::add(cx.tx(), school, &row, now)?;
        Ok(cx.record(
            Event::NoteRecorded {
                programme,
                note: id,
            },
            (),
        ))
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
