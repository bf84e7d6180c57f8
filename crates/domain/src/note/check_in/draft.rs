//! A check-in as it was typed, and the check-in it makes once nothing is missing.

use jiff::{ToSpan as _, civil::Date};

use super::{
    CameOf, CheckIn, CheckInProblem as Problem, Concern, HeldCheckIn, Level, Meeting, Minutes,
    Mood, NextStep, OutOfTen, PromiseCheck,
};
use crate::{
    commitment::Owner,
    dates::SchoolCalendar,
    id::{CommitmentId, NoteId},
    text::{Line, Prose, TextProblem},
};

/// What was said, as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct CheckInDraft {
    /// The code of a [`CameOf`].
    pub came_of: String,
    /// The code of a [`super::Missed`].
    pub missed: String,
    /// The day, as 2026-11-10.
    pub on: String,
    /// How long, in minutes.
    pub minutes: String,
    /// The code of a [`Mood`].
    pub mood: String,
    /// A number from 0 to 10, or blank.
    pub confidence: String,
    /// What went well.
    pub went_well: String,
    /// A hard moment, and what helped.
    pub hard_moment: String,
    /// The promises, in the order of the page.
    pub promises: Vec<PromiseDraft>,
    /// A small change they would like.
    pub small_change: String,
    /// What happens next.
    pub next: String,
    /// By when, as 2026-11-17.
    pub next_by: String,
    /// The code of a [`Concern`].
    pub level: String,
    /// What in the plan is not working.
    pub level_why: String,
    /// When they meet next, as 2026-11-17.
    pub next_on: String,
}

/// What was typed about one promise.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PromiseDraft {
    /// The written id of the promise.
    pub promise: String,
    /// The code of a [`super::Happening`].
    pub happening: String,
    /// In a few words.
    pub note: String,
}

/// What stands around a check-in.
#[derive(Debug, Clone)]
pub struct CheckInFrame<'a> {
    /// Its id.
    pub id: NoteId,
    /// Who met the pupil.
    pub by: Owner,
    /// Today: the last day it can have been.
    pub today: Date,
    /// The school's days.
    pub calendar: &'a SchoolCalendar,
    /// The promises in force, in the order of the page, with who made each.
    pub promises: &'a [(CommitmentId, String)],
    /// Whether a plan that is not working asks for words.
    pub asks_why: AsksWhy,
}

/// Whether a plan that is not working asks for words: only while it runs and
/// nobody has raised a concern yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsksWhy {
    /// It does.
    Yes,
    /// There is a concern already, or no plan that runs.
    No,
}

/// Days within which people meet again.
const FAR: i32 = 92;

/// What is to be sorted out so far.
type Problems = Vec<Problem>;

impl CheckInDraft {
    /// The check-in, once nothing is missing.
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the page.
    pub fn parse(&self, frame: &CheckInFrame<'_>) -> Result<CheckIn, Vec<Problem>> {
        let mut problems = Problems::new();
        let found = &mut problems;
        let came_of = self.came_of.trim().parse::<CameOf>();
        let came_of = keep(came_of.map_err(|_| Problem::NotSaidWhether), found);
        let on = self.on(frame.today, found);
        let meeting = match came_of {
            None => None,
            Some(CameOf::Missed) => {
                let why = self.missed.trim().parse();
                keep(why.map_err(|_| Problem::NoReason), found).map(Meeting::Missed)
            }
            Some(CameOf::Planned) => self.said(frame, on, found).map(Meeting::Planned),
            Some(CameOf::Extra) => self.said(frame, on, found).map(Meeting::Extra),
        };
        let next_on = keep(self.next_on(on, frame), found);
        match (on, meeting, next_on) {
            (Some(on), Some(meeting), Some(next_on)) if found.is_empty() => Ok(CheckIn {
                id: frame.id,
                by: frame.by.clone(),
                on,
                meeting,
                next_on,
            }),
            _ => Err(problems),
        }
    }

    fn on(&self, today: Date, problems: &mut Problems) -> Option<Date> {
        let on = match self.on.trim().parse::<Date>() {
            Err(_) => Err(Problem::NoDate),
            Ok(on) if on > today => Err(Problem::NotYet),
            Ok(on) => Ok(on),
        };
        keep(on, problems)
    }

    fn said(
        &self,
        frame: &CheckInFrame<'_>,
        on: Option<Date>,
        problems: &mut Problems,
    ) -> Option<HeldCheckIn> {
        let minutes = self.minutes.trim().parse().ok().and_then(Minutes::new);
        let minutes = keep(minutes.ok_or(Problem::NoMinutes), problems);
        let mood = self.mood.trim().parse::<Mood>();
        let mood = keep(mood.map_err(|_| Problem::NoMood), problems);
        let confidence = keep(self.confidence(), problems);
        let went_well = Prose::new(&self.went_well);
        let went_well = went_well.map_err(|it| or("went-well", it, Problem::NothingWentWell));
        let went_well = keep(went_well, problems);
        let hard_moment = Prose::optional(&self.hard_moment);
        let hard_moment = keep(hard_moment.map_err(|it| long("hard", it)), problems);
        let promises = self.promises(frame, problems);
        let change = Line::optional(&self.small_change);
        let small_change = keep(change.map_err(|it| long("change", it)), problems);
        let next = self.next(on, problems);
        let level = keep(self.level(frame.asks_why), problems);
        Some(HeldCheckIn {
            minutes: minutes?,
            mood: mood?,
            confidence: confidence?,
            went_well: went_well?,
            hard_moment: hard_moment?,
            promises,
            small_change: small_change?,
            next: next?,
            level: level?,
        })
    }

    fn confidence(&self) -> Result<Option<OutOfTen>, Problem> {
        match self.confidence.trim() {
            "" => Ok(None),
            typed => {
                let number = typed.parse().ok().and_then(OutOfTen::new);
                number.map(Some).ok_or(Problem::NotOutOfTen)
            }
        }
    }

    fn promises(&self, frame: &CheckInFrame<'_>, problems: &mut Problems) -> Vec<PromiseCheck> {
        let mut all = Vec::new();
        for (place, (promise, who)) in (1..).zip(frame.promises) {
            let written = promise.to_string();
            let typed = self.promises.iter().find(|one| one.promise == written);
            let typed = typed.cloned().unwrap_or_default();
            let left_out = |_| Problem::PromiseLeftOut {
                place,
                who: who.clone(),
            };
            let happening = keep(typed.happening.trim().parse().map_err(left_out), problems);
            let note = Line::optional(&typed.note);
            let note = note.map_err(|it| long(&format!("promise-{place}-note"), it));
            if let (Some(happening), Some(note)) = (happening, keep(note, problems)) {
                all.push(PromiseCheck {
                    commitment: *promise,
                    happening,
                    note,
                });
            }
        }
        all
    }

    fn next(&self, on: Option<Date>, problems: &mut Problems) -> Option<NextStep> {
        let text = Line::new(&self.next);
        let text = keep(
            text.map_err(|it| or("next", it, Problem::NoNextStep)),
            problems,
        );
        let by = match self.next_by.trim().parse::<Date>() {
            Err(_) => Err(Problem::NoNextStepDate),
            Ok(by) if on.is_some_and(|on| by < on) => Err(Problem::NextStepBefore),
            Ok(by) => Ok(by),
        };
        let by = keep(by, problems);
        Some(NextStep {
            text: text?,
            by: by?,
        })
    }

    fn level(&self, asks_why: AsksWhy) -> Result<Level, Problem> {
        let level = self.level.trim().parse::<Concern>();
        Ok(match level.map_err(|_| Problem::NoLevel)? {
            Concern::OnTrack => Level::OnTrack,
            Concern::Watch => Level::Watch,
            Concern::NotWorking => Level::NotWorking {
                why: match (Prose::optional(&self.level_why), asks_why) {
                    (Err(it), _) => return Err(long("level-why", it)),
                    (Ok(None), AsksWhy::Yes) => return Err(Problem::NotSaidWhy),
                    (Ok(why), _) => why,
                },
            },
        })
    }

    fn next_on(&self, on: Option<Date>, frame: &CheckInFrame<'_>) -> Result<Date, Problem> {
        let next = self.next_on.trim().parse::<Date>();
        let next = next.map_err(|_| Problem::NoNextDate)?;
        let far = frame.today.checked_add(FAR.days()).unwrap_or(frame.today);
        if next <= frame.today || on.is_some_and(|on| next <= on) {
            Err(Problem::NextNotToCome)
        } else if next > far {
            Err(Problem::NextTooFar)
        } else if !frame.calendar.is_school_day(next) && frame.calendar.covers(next) {
            Err(Problem::NoSchoolThen)
        } else {
            Ok(next)
        }
    }
}

/// What was found, with the problem put to the others.
fn keep<T>(found: Result<T, Problem>, problems: &mut Problems) -> Option<T> {
    found.map_err(|problem| problems.push(problem)).ok()
}

/// Too long stays too long; an empty answer becomes `empty`.
fn or(field: &str, problem: TextProblem, empty: Problem) -> Problem {
    match problem {
        TextProblem::TooLong { .. } => long(field, problem),
        TextProblem::Empty => empty,
    }
}

fn long(field: &str, problem: TextProblem) -> Problem {
    let over = match problem {
        TextProblem::TooLong { has, max } => has.saturating_sub(max),
        TextProblem::Empty => 0,
    };
    Problem::TooLong {
        field: field.to_owned(),
        over,
    }
}

// People's words must not reach a log through `{:?}`.
macro_rules! hidden {
    ($($name:ident)+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}
hidden!(CheckInDraft PromiseDraft);
