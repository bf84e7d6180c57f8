//! Who is asked, who came, what was said, and how a meeting moves.

use jiff::civil::{date, time};
use uuid::Uuid;

use super::*;
use crate::{
    account::Role,
    commitment::Owner,
    dates::WeekNumber,
    plan::cast::{dana, farrow, line},
    target::cast::{owner, petrie},
    text::Prose,
};

fn rowan() -> Owner {
    owner(6, "Rowan Tidewell")
}

fn prose<const MAX: usize>(words: &str) -> Prose<MAX> {
    Prose::new(words).unwrap()
}

fn came(person: Owner, role: Role, status: AttendanceStatus) -> Attendance {
    Attendance {
        person,
        role,
        status,
        arrived: None,
        left: None,
    }
}

fn minutes() -> Minutes {
    let strength = |by: Owner| Said {
        by,
        words: prose("Fixing things."),
    };
    Minutes {
        on: date(2026, 9, 24),
        began: time(13, 15, 0, 0),
        ended: time(14, 5, 0, 0),
        attendance: vec![
            came(rowan(), Role::Pupil, AttendanceStatus::Part),
            came(dana(), Role::Parent, AttendanceStatus::ByPhone),
            came(farrow(), Role::Coordinator, AttendanceStatus::Present),
            came(petrie(), Role::Mentor, AttendanceStatus::Apologies),
        ],
        pupil: PupilAttendance::Part { which: None },
        strengths: vec![strength(rowan()), strength(dana()), strength(farrow())],
        concerns: vec![line("Arriving late to lessons")],
        views: vec![
            View {
                of: ViewOf::Pupil,
                words: prose("I hate walking in late."),
            },
            View {
                of: ViewOf::Home,
                words: prose("Mornings are hard."),
            },
        ],
        conclusion: Some(prose("Reading may be behind it.")),
        disagreements: vec![],
        to_do: vec![],
        contact: Some(prose("Mrs Farrow rings on Fridays.")),
        later: vec![],
    }
}

fn problems(change: impl FnOnce(&mut Minutes)) -> Vec<MinutesProblem> {
    let mut minutes = minutes();
    change(&mut minutes);
    minutes.problems(MeetingKind::Initial)
}

fn booked() -> Meeting {
    Meeting::Booked {
        id: MeetingId::new(Uuid::from_u128(1)),
        booking: Booking {
            kind: MeetingKind::Initial,
            on: date(2026, 9, 24),
            from: time(13, 15, 0, 0),
            to: time(14, 15, 0, 0),
            place: Place::Room(line("Room 4")),
            chair: farrow(),
            note_taker: petrie(),
            out_of_hours: None,
        },
    }
}

#[test]
fn kinds_read_back_from_their_codes_and_addresses() {
    let week = WeekNumber::new(4).unwrap();
    for kind in [
        MeetingKind::Initial,
        MeetingKind::Review(week),
        MeetingKind::EarlyReview,
        MeetingKind::Final,
        MeetingKind::Options,
    ] {
        assert_eq!(kind.code().parse(), Ok(kind));
        assert_eq!(kind.slug().parse(), Ok(kind));
    }
    assert_eq!(MeetingKind::Review(week).slug(), "week-4");
    assert!("review_0".parse::<MeetingKind>().is_err());
}

#[test]
fn looked_after_pupils_bring_their_social_worker_and_the_virtual_school() {
    let asked = MeetingKind::Initial.to_invite(&[Circumstance::LookedAfter]);
    assert!(asked.contains(&Role::SocialWorker) && asked.contains(&Role::VirtualSchool));
    assert!(!MeetingKind::Initial.to_invite(&[]).contains(&Role::Senco));
    assert!(MeetingKind::Final.to_invite(&[]).contains(&Role::Head));
    assert!(
        !MeetingKind::Review(WeekNumber::FIRST)
            .to_invite(&[])
            .contains(&Role::Head)
    );
}

#[test]
fn a_first_meeting_takes_an_hour_and_begins_with_strengths() {
    let items = agenda(MeetingKind::Initial);
    assert_eq!(
        items
            .iter()
            .map(|item| u32::from(item.minutes))
            .sum::<u32>(),
        60
    );
    assert_eq!(items[1].title("Rowan"), "What Rowan is good at");
    let review = agenda(MeetingKind::EarlyReview);
    let place = |slug: &str| review.iter().position(|item| item.slug == slug);
    assert!(
        place("promises") < place("targets"),
        "adults' promises come first"
    );
}

#[test]
fn finished_minutes_hold_the_pupils_view_and_something_good() {
    assert!(problems(|_| ()).is_empty());
    assert_eq!(
        problems(|minutes| drop(minutes.views.remove(0))),
        [MinutesProblem::NoPupilView]
    );
    assert_eq!(
        problems(|minutes| minutes.strengths.clear()),
        [MinutesProblem::NoStrengths]
    );
    assert_eq!(
        MinutesProblem::NoStrengths.words("Rowan"),
        "Write at least one thing Rowan is good at."
    );
}

#[test]
fn a_pupil_cannot_be_both_there_and_not_there() {
    assert_eq!(
        problems(|minutes| minutes.pupil = PupilAttendance::ViewsOnly),
        [MinutesProblem::PupilToldTwoWays]
    );
}

#[test]
fn leaving_a_pupil_out_needs_a_reason_and_still_their_view() {
    assert_eq!(PupilAttendance::of(PupilMode::NotInvited, None), None);
    let reason = Some(line("In hospital that week."));
    let left_out = PupilAttendance::of(PupilMode::NotInvited, reason).unwrap();
    let mut minutes = minutes();
    minutes.pupil = left_out;
    minutes.attendance.remove(0);
    assert!(minutes.problems(MeetingKind::Initial).is_empty());
    assert!(minutes.nudges().contains(&MinutesNudge::PupilNotThere));
    minutes.views.clear();
    assert_eq!(
        minutes.problems(MeetingKind::Initial),
        [MinutesProblem::NoPupilView]
    );
}

#[test]
fn everyone_who_came_gets_a_turn() {
    let mut minutes = minutes();
    assert!(minutes.nudges().is_empty());
    minutes.strengths.remove(1);
    let said: Vec<_> = minutes
        .nudges()
        .iter()
        .map(|nudge| nudge.words("Rowan"))
        .collect();
    assert_eq!(said, ["Dana Tidewell hasn’t had a turn yet."]);
}

#[test]
fn a_meeting_is_held_once_and_not_after_it_was_called_off() {
    let held = booked().hold(minutes()).unwrap();
    assert_eq!(
        held.clone().hold(minutes()),
        Err(MeetingProblem::AlreadyHeld)
    );
    assert_eq!(held.cancel(line("Snow.")), Err(MeetingProblem::AlreadyHeld));
    let off = booked().cancel(line("Snow.")).unwrap();
    assert_eq!(off.hold(minutes()), Err(MeetingProblem::Cancelled));
    let mut unfinished = minutes();
    unfinished.strengths.clear();
    assert_eq!(
        booked().hold(unfinished),
        Err(MeetingProblem::Minutes(vec![MinutesProblem::NoStrengths]))
    );
}
