//! The programme at each of its places, for tests that start there.

use app::{
    monitoring::note::{NewNote, RecordNote, Tried},
    reviews::pause::Pause,
};
use domain::{
    dates::WeekNumber, id::AccountKind, meeting::MeetingKind, note::ContactHomeDraft,
    programme::Stage,
};
use jiff::civil::{Date, date};
use testkit::Engine;

use super::{Story, cast::*, id};

/// How far the programme has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    Draft,
    Referred,
    Gathering,
    MeetingSet,
    Agreed,
    Running,
    Reviewing,
    FinalDue,
    Aftercare,
    Escalation,
}

impl At {
    /// The day the story stands at there.
    pub const fn day(self) -> Date {
        match self {
            Self::Draft | Self::Referred => date(2026, 9, 3),
            Self::Gathering => date(2026, 9, 7),
            Self::MeetingSet => date(2026, 9, 18),
            Self::Agreed => date(2026, 9, 25),
            Self::Running => date(2026, 9, 28),
            Self::Reviewing => date(2026, 10, 16),
            Self::FinalDue | Self::Aftercare | Self::Escalation => date(2027, 1, 11),
        }
    }
}

/// How each of the people of the first meeting came.
pub const CAME: [(u128, &str); 7] = [
    (AMINA, "present"),
    (JOEL, "present"),
    (ABARA, "present"),
    (OKONJO, "apologies"),
    (DANA, "present"),
    (KIT, "by_video"),
    (ROWAN, "part"),
];

impl Story {
    /// The programme there, in the days of the scenario.
    pub fn at(engine: Engine, place: At) -> Self {
        let story = Self::referral(engine);
        story.go_to(place);
        story
    }

    pub fn go_to(&self, place: At) {
        let is_before = |step: At| (place as u8) < (step as u8);
        if is_before(At::Referred) {
            return;
        }
        self.submit().unwrap();
        if is_before(At::Gathering) {
            return;
        }
        self.day(date(2026, 9, 7));
        self.check();
        self.accept().unwrap();
        if is_before(At::MeetingSet) {
            return;
        }
        if self.has(DANA) {
            self.tell_dana(date(2026, 9, 7));
        }
        self.day(date(2026, 9, 18));
        let meeting = self.book(MeetingKind::Initial, "2026-09-25");
        if is_before(At::Agreed) {
            return;
        }
        self.day(date(2026, 9, 25));
        self.record(meeting, self.minutes(&CAME)).unwrap();
        self.write_plan();
        self.agree(date(2026, 9, 28)).unwrap();
        if is_before(At::Running) {
            return;
        }
        for who in [ROWAN, DANA, AMINA] {
            self.sign(who).unwrap();
        }
        self.day(date(2026, 9, 28));
        if is_before(At::Reviewing) {
            return;
        }
        self.day(date(2026, 10, 16));
        if place == At::Reviewing {
            return;
        }
        let meeting = self.book(MeetingKind::Review(week(4)), "2026-10-16");
        let typed = self.settled(meeting, "2026-11-27");
        self.review(meeting, typed).unwrap();
        self.day(date(2027, 1, 11));
        if is_before(At::Aftercare) {
            return;
        }
        let judgement = if place == At::Aftercare {
            "successful"
        } else {
            "unsuccessful"
        };
        self.propose(judgement).unwrap();
        self.confirm(judgement).unwrap();
    }

    /// The week of the review that is open.
    pub fn open_review(&self) -> Option<u8> {
        match self.programme().stage {
            Stage::Active { review, .. } => review.map(|one| one.week.number()),
            _ => None,
        }
    }

    /// Amina reaches Dana by phone.
    pub fn tell_home(&self, on: &str) {
        let note = NewNote::ContactHome {
            contact: id(DANA),
            typed: ContactHomeDraft {
                channel: "phone".into(),
                on: on.into(),
                summary: "We talked about science.".into(),
            },
            tried_only: Tried::Reached,
        };
        let reference = self.reference();
        self.execute(
            AMINA,
            RecordNote {
                reference,
                note,
                form: None,
            },
        )
        .map(drop)
        .unwrap();
    }

    /// Amina and Ruth stop the clock.
    pub fn pause(&self, expected: &str) {
        let pause = Pause {
            reference: self.reference(),
            reason: "illness".into(),
            why: "A stay in hospital.".into(),
            expected: expected.into(),
            other: id::<AccountKind>(RUTH).to_string(),
        };
        self.execute(AMINA, pause).map(drop).unwrap();
    }
}

/// A week of the programme.
pub fn week(number: u8) -> WeekNumber {
    WeekNumber::new(number).unwrap()
}
