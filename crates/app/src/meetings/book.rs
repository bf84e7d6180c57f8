//! Booking a meeting. The first one moves the programme on; later ones do not.

use domain::{
    event::Event,
    id::MeetingId,
    meeting::{Booking, BookingDraft, BookingFrame, BookingProblem, MeetingKind, SchoolHours},
    programme::{ProgrammeRef, StageName},
};
use jiff::civil::Date;

use crate::{
    Command, Reason, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    programmes::settle::settle,
    subject::Case,
};

/// Books a meeting.
#[derive(Debug)]
pub struct BookMeeting {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What kind of meeting.
    pub kind: MeetingKind,
    /// When, where and who, as typed.
    pub typed: BookingDraft,
    /// When somebody talked to home about it, as 2026-11-10.
    pub home_told: String,
}

impl Command for BookMeeting {
    const ACTION: Action = Action::BookMeeting;
    type On = Case;
    type Output = MeetingId;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<MeetingId>, Refusal> {
        let first = self.kind == MeetingKind::Initial;
        let gathering = case.programme.stage.name() == StageName::Gathering;
        if !first && gathering {
            return Err(Refusal::field("kind", "Book the first meeting first"));
        }
        let today = cx.today();
        let told = told(&self.home_told, today);
        let booking = self.read(&case, cx, told.as_ref().ok().copied());
        let (told, booking) = match (told, booking) {
            (Ok(told), Ok(booking)) => (told, booking),
            (told, booking) => return Err(all_of(booking.err(), told.err())),
        };
        if let Some(same) = self.is_booked(&case, cx, &booking)? {
            return Ok(cx.unchanged(same));
        }
        let meeting = cx.new_id()?;
        let row = super::row(meeting, &case, &booking, (told, today));
        store::meetings::add(cx.tx(), case.programme.school, &row)?;
        let event = Event::MeetingBooked {
            programme: case.programme.id,
            meeting,
            on: booking.on,
        };
        if first {
            let moved = case
                .programme
                .book_first_meeting(meeting, &booking, today)
                .map_err(|problem| Refusal::rule(problem.words()))?;
            settle(cx, moved)?;
        }
        Ok(cx.record(event, meeting))
    }
}

impl BookMeeting {
    /// The same meeting at the same moment, booked by a press before this one.
    fn is_booked(
        &self,
        case: &Case,
        cx: &mut Granted<'_, '_>,
        booking: &Booking,
    ) -> Result<Option<MeetingId>, Refusal> {
        let all = case.meetings(cx.tx())?.into_iter();
        let mut ahead = all.filter(|one| one.cancelled.is_none() && one.recorded.is_none());
        let same =
            ahead.find(|one| (one.kind, one.on, one.from) == (self.kind, booking.on, booking.from));
        Ok(same.map(|one| one.id))
    }

    fn read(
        &self,
        case: &Case,
        cx: &mut Granted<'_, '_>,
        told: Option<Date>,
    ) -> Result<Booking, Refusal> {
        let today = cx.today();
        let calendar = store::schools::calendar(cx.tx(), case.programme.school)?;
        let people = super::chairs(case);
        let frame = BookingFrame {
            calendar: &calendar,
            hours: SchoolHours::default(),
            today,
            talked_to_home: told,
            people: &people,
        };
        self.typed
            .parse(self.kind, &frame)
            .map_err(|problems| Refusal::Rejected(problems.into_iter().map(reason).collect()))
    }
}

/// Everything to sort out at once, each field once; what is said last of a
/// field is said more exactly.
fn all_of(first: Option<Refusal>, then: Option<Refusal>) -> Refusal {
    let mut reasons: Vec<Reason> = Vec::new();
    for refusal in [first, then].into_iter().flatten() {
        let Refusal::Rejected(more) = refusal else {
            return refusal;
        };
        for reason in more {
            reasons.retain(|one| one.field != reason.field);
            reasons.push(reason);
        }
    }
    Refusal::Rejected(reasons)
}

fn told(typed: &str, today: Date) -> Result<Date, Refusal> {
    let told: Date = typed.trim().parse().map_err(|_| {
        Refusal::field(
            "home-told",
            "Enter the day somebody talked to home about it",
        )
    })?;
    if told > today {
        return Err(Refusal::field(
            "home-told",
            "Talk to home first, then book it. The day must be today or before",
        ));
    }
    Ok(told)
}

fn reason(problem: BookingProblem) -> Reason {
    use BookingProblem as P;
    let field = match problem {
        P::NoDate | P::Passed => "on",
        P::NoTime => "from",
        P::EndsBeforeItStarts => "to",
        P::OutOfHours => "out-of-hours",
        P::NoPlace | P::TooLong { .. } => "room",
        P::NoChair => "chair",
        P::NoNoteTaker => "note-taker",
        P::HomeNotTold => "home-told",
    };
    Reason {
        field: Some(field.into()),
        words: problem.words(),
    }
}
