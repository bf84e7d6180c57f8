//! Booking a meeting: when, where, who leads it, and whether home knows.

use jiff::civil::{Date, Time, time};

use super::{MeetingKind, clock_time::read_time};
use crate::{
    commitment::Owner,
    dates::SchoolCalendar,
    text::{Line, TextProblem},
};

/// Where a meeting is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A room, at school or elsewhere.
    Room(Line<120>),
    /// A link to meet by video.
    Video(Line<200>),
}

/// A meeting as booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// What kind.
    pub kind: MeetingKind,
    /// The day.
    pub on: Date,
    /// From.
    pub from: Time,
    /// To.
    pub to: Time,
    /// Where.
    pub place: Place,
    /// Who chairs it.
    pub chair: Owner,
    /// Who takes notes.
    pub note_taker: Owner,
    /// Why it is outside school hours, when it is.
    pub out_of_hours: Option<Line<200>>,
}

/// When school is open on a school day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolHours {
    /// From.
    pub from: Time,
    /// To.
    pub to: Time,
}

impl Default for SchoolHours {
    /// Half past eight to four.
    fn default() -> Self {
        Self {
            from: time(8, 30, 0, 0),
            to: time(16, 0, 0, 0),
        }
    }
}

/// A booking as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct BookingDraft {
    /// The day, as 2026-11-26.
    pub on: String,
    /// From, as 15:30 or 3:30pm.
    pub from: String,
    /// To.
    pub to: String,
    /// The room, when there is one.
    pub room: String,
    /// The link, when it is by video.
    pub video: String,
    /// The written id of the chair.
    pub chair: String,
    /// The written id of the note-taker.
    pub note_taker: String,
    /// Why it is outside school hours.
    pub out_of_hours: String,
}

/// What is known around a booking.
#[derive(Debug, Clone, Copy)]
pub struct BookingFrame<'a> {
    /// The school's calendar.
    pub calendar: &'a SchoolCalendar,
    /// When school is open.
    pub hours: SchoolHours,
    /// Today.
    pub today: Date,
    /// When somebody last talked to home about it, by any channel.
    pub talked_to_home: Option<Date>,
    /// Who may chair and take notes.
    pub people: &'a [Owner],
}

/// Why a meeting was not booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BookingProblem {
    /// The day is not a date.
    #[error("book meeting: no date")]
    NoDate,
    /// The day is over.
    #[error("book meeting: date has passed")]
    Passed,
    /// A time is not a time.
    #[error("book meeting: no time")]
    NoTime,
    /// It ends before it starts.
    #[error("book meeting: ends before it starts")]
    EndsBeforeItStarts,
    /// It is not in school time, and nobody said why.
    #[error("book meeting: out of hours without a reason")]
    OutOfHours,
    /// Nobody said where.
    #[error("book meeting: no place")]
    NoPlace,
    /// Nobody chairs it.
    #[error("book meeting: no chair")]
    NoChair,
    /// Nobody takes notes.
    #[error("book meeting: no note-taker")]
    NoNoteTaker,
    /// Nobody has talked to home.
    #[error("book meeting: home has not been contacted")]
    HomeNotTold,
    /// An answer is too long.
    #[error("book meeting: {over} characters too long")]
    TooLong {
        /// Characters too many.
        over: usize,
    },
}

impl BookingProblem {
    /// What to do about it.
    pub fn words(self) -> String {
        match self {
            Self::NoDate => "Enter the day, such as 26 November 2026.".into(),
            Self::Passed => "Choose today or a later day.".into(),
            Self::NoTime => "Enter when it starts and ends, such as 3:30pm.".into(),
            Self::EndsBeforeItStarts => "The meeting must end after it starts.".into(),
            Self::OutOfHours => {
                "That isn’t in school time. Choose another time, or say why this suits the family."
                    .into()
            }
            Self::NoPlace => "Say where, or add a video link.".into(),
            Self::NoChair => "Choose who chairs it.".into(),
            Self::NoNoteTaker => "Choose who takes notes.".into(),
            Self::HomeNotTold => "Talk to home first, then book it.".into(),
            Self::TooLong { over } => format!("Make it {over} characters shorter."),
        }
    }
}

/// A second thought about a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookingNudge {
    /// One person does both jobs.
    ChairTakesNotes,
}

impl BookingNudge {
    /// The advice, as a person would put it.
    pub const fn words(self) -> &'static str {
        "Could someone else take notes? It is hard to listen and write."
    }
}

impl Booking {
    /// What is worth a second thought; not in the way.
    pub fn nudge(&self) -> Option<BookingNudge> {
        (self.chair.person == self.note_taker.person).then_some(BookingNudge::ChairTakesNotes)
    }
}

impl BookingDraft {
    /// The booking, once nothing is in the way.
    ///
    /// # Errors
    /// Every [`BookingProblem`], in the order of the page.
    pub fn parse(
        &self,
        kind: MeetingKind,
        frame: &BookingFrame<'_>,
    ) -> Result<Booking, Vec<BookingProblem>> {
        let mut problems = Vec::new();
        let mut keep = |problem| problems.push(problem);
        let when = self.when(frame, &mut keep);
        let out_of_hours = line(&self.out_of_hours).map_err(&mut keep).ok().flatten();
        if let Some((on, from, _)) = when
            && !in_school_time(frame, on, from)
            && out_of_hours.is_none()
        {
            keep(BookingProblem::OutOfHours);
        }
        let place = self.place().map_err(&mut keep).ok();
        let find = |written: &str| {
            let found = frame
                .people
                .iter()
                .find(|owner| owner.person.to_string() == written.trim());
            found.cloned()
        };
        let chair = find(&self.chair);
        if chair.is_none() {
            keep(BookingProblem::NoChair);
        }
        let note_taker = find(&self.note_taker);
        if note_taker.is_none() {
            keep(BookingProblem::NoNoteTaker);
        }
        if frame.talked_to_home.is_none() {
            keep(BookingProblem::HomeNotTold);
        }
        match (when, place, chair, note_taker) {
            (Some((on, from, to)), Some(place), Some(chair), Some(note_taker))
                if problems.is_empty() =>
            {
                Ok(Booking {
                    kind,
                    on,
                    from,
                    to,
                    place,
                    chair,
                    note_taker,
                    out_of_hours,
                })
            }
            _ => Err(problems),
        }
    }

    fn when(
        &self,
        frame: &BookingFrame<'_>,
        keep: &mut impl FnMut(BookingProblem),
    ) -> Option<(Date, Time, Time)> {
        let on = self.on.trim().parse::<Date>().ok();
        match on {
            None => keep(BookingProblem::NoDate),
            Some(on) if on < frame.today => keep(BookingProblem::Passed),
            Some(_) => {}
        }
        let (from, to) = (read_time(&self.from), read_time(&self.to));
        match (from, to) {
            (Some(from), Some(to)) if to <= from => keep(BookingProblem::EndsBeforeItStarts),
            (Some(_), Some(_)) => {}
            _ => keep(BookingProblem::NoTime),
        }
        Some((on?, from?, to?))
    }

    fn place(&self) -> Result<Place, BookingProblem> {
        if let Some(room) = line(&self.room)? {
            return Ok(Place::Room(room));
        }
        line(&self.video)?
            .map(Place::Video)
            .ok_or(BookingProblem::NoPlace)
    }
}

/// A meeting that begins in school time may run over a little.
fn in_school_time(frame: &BookingFrame<'_>, on: Date, from: Time) -> bool {
    frame.calendar.is_school_day(on) && from >= frame.hours.from && from < frame.hours.to
}

fn line<const MAX: usize>(raw: &str) -> Result<Option<Line<MAX>>, BookingProblem> {
    Line::optional(raw).map_err(|problem| match problem {
        TextProblem::TooLong { has, max } => BookingProblem::TooLong { over: has - max },
        TextProblem::Empty => BookingProblem::NoPlace,
    })
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for BookingDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BookingDraft").finish_non_exhaustive()
    }
}
