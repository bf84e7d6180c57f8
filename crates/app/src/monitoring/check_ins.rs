//! The key worker's record: every check-in of a programme, as much of each as
//! its reader may see, and the answer to what was asked for at one.

use domain::{
    event::Event,
    id::NoteId,
    note::WishAnswer,
    programme::ProgrammeRef,
    sealed::Shown,
    text::{Line, TextProblem},
};
use jiff::civil::Date;
use store::check_ins;

pub use store::check_ins::{CheckInRow, OpenWish, PromiseRow, Wish};

use super::since::{Seen, SinceLast, after};
use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::Case,
};

/// Shows the record.
#[derive(Debug, Clone)]
pub struct CheckIns {
    /// The programme.
    pub reference: ProgrammeRef,
}

/// The record as its reader may see it.
#[derive(Debug, Clone)]
pub struct CheckInsShown {
    /// What the pupil is called.
    pub pupil: String,
    /// Every check-in they may read of, newest first.
    pub all: Vec<CheckInShown>,
}

/// One check-in as its reader may see it.
#[derive(Debug, Clone)]
pub struct CheckInShown {
    /// What was said, as much of it as is theirs.
    pub row: CheckInRow,
    /// What had been seen since the one before, for those who read all of it.
    pub since: Option<SinceLast>,
}

impl Query for CheckIns {
    const ACTION: Action = Action::ViewCheckIns;
    type On = Case;
    type Output = CheckInsShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<CheckInsShown, Refusal> {
        let (school, id) = (case.programme.school, case.programme.id);
        let all = check_ins::of_programme(cx.tx(), school, id)?;
        let all = cx.lens().open_all(all);
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let plan = store::plans::newest(cx.tx(), school, id)?;
        let starts = case.programme.stage.run().map(|run| run.dates.starts);
        let is_full = |one: &Shown<CheckInRow>| matches!(one, Shown::Full(_));
        let seen = match (&plan, starts) {
            (Some(plan), Some(starts)) if all.iter().any(is_full) => {
                Some(Seen::from(cx, &case, (plan.plan(), &calendar), starts)?)
            }
            _ => None,
        };
        let days: Vec<Date> = all.iter().map(|one| one.get().note.on).collect();
        let shown = all.into_iter().enumerate().map(|(at, one)| {
            let on = days[at];
            // They stand newest first: the one before is further down.
            let before = days.iter().skip(at + 1).find(|day| **day < on);
            let from = before.copied().map(after).max(starts);
            let full = is_full(&one);
            let since = seen.as_ref().zip(from).filter(|_| full);
            CheckInShown {
                since: since.map(|(seen, from)| seen.of((from, on))),
                row: one.into_inner(),
            }
        });
        Ok(CheckInsShown {
            pupil: case.pupil.name.called().to_owned(),
            all: shown.collect(),
        })
    }
}

/// Answers a small change that was asked for.
#[derive(Debug, Clone)]
pub struct AnswerWish {
    /// The programme.
    pub reference: ProgrammeRef,
    /// The check-in.
    pub note: NoteId,
    /// The code of a [`WishAnswer`].
    pub answer: String,
    /// Why.
    pub why: String,
}

impl Command for AnswerWish {
    const ACTION: Action = Action::AnswerWish;
    type On = Case;
    type Output = WishAnswer;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<WishAnswer>, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let answer = self.answer.parse::<WishAnswer>();
        let answer = answer
            .map_err(|_| Refusal::field("wish", "Say whether it goes into the plan or not now."))?;
        let why = Line::<200>::optional(&self.why).map_err(|problem| {
            let over = match problem {
                TextProblem::TooLong { has, max } => has.saturating_sub(max),
                TextProblem::Empty => 0,
            };
            Refusal::field("wish-why", format!("Make it {over} characters shorter."))
        })?;
        if answer == WishAnswer::NotNow && why.is_none() {
            let words = format!(
                "Say why not now, so that {} can hear it.",
                case.pupil.name.called()
            );
            return Err(Refusal::field("wish-why", words));
        }
        let says = (answer, why.as_ref().map(Line::as_str));
        let by = (cx.person()?.account, cx.today());
        if !check_ins::answer_wish(cx.tx(), (school, programme), self.note, says, by)? {
            // Answered by somebody else in the meantime, or not of this programme.
            let all = check_ins::wishes_of(cx.tx(), school, programme)?;
            let there = all.contains(&self.note);
            return there.then(|| cx.unchanged(answer)).ok_or(Refusal::NotFound);
        }
        let event = Event::WishAnswered {
            programme,
            note: self.note,
            says: answer,
        };
        Ok(cx.record(event, answer))
    }
}
