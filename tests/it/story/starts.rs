//! From the referral to the first meeting being booked.

use app::{
    Refusal,
    meetings::{book::BookMeeting, cancel::CancelMeeting},
    programmes::{
        accept::AcceptReferral,
        family::RecordFamilyTold,
        referral::{Fields, Step},
        safeguarding::CheckSafeguarding,
        save_referral::SaveReferral,
        start_referral::StartReferral,
        submit::SubmitReferral,
    },
};
use domain::{
    id::MeetingId,
    meeting::{BookingDraft, MeetingKind},
    programme::{AskChannel, Effect, ProgrammeRef, SafeguardingCheck},
    pupil::QuestionnaireVersion,
    referral::Told,
};

use super::{Story, cast::*, id};

/// A referral as the head of year typed it on 3 September.
fn typed() -> Vec<(Step, Fields)> {
    let who = [
        ("strengths", "Kind to younger pupils"),
        ("best", "sport"),
        ("sen", "done"),
        ("sen-on-day", "1"),
        ("sen-on-month", "6"),
        ("sen-on-year", "2026"),
        ("language", "planned"),
        ("early_help", "not_needed"),
    ];
    let why = [
        ("triggers", "T01"),
        ("triggers", "T03"),
        ("evidence-T01", "Two suspensions last half-term"),
        ("evidence-T03", "Twice as many call-outs as in May"),
        ("concern-1", "Leaves science without telling anyone"),
        ("tried-1-what", "seat"),
        ("tried-1-from-day", "1"),
        ("tried-1-from-month", "6"),
        ("tried-1-from-year", "2026"),
        ("tried-1-by", "Miss Abara"),
        ("tried-1-effect", "no_change"),
    ];
    let plans = [
        ("plans", "behaviour"),
        ("plans", "sen_support"),
        ("keep", "Five minutes with Mr Petrie before PE"),
    ];
    let dates = [
        ("on-day", "3"),
        ("on-month", "9"),
        ("on-year", "2026"),
        ("urgency", "standard"),
        ("family", "not_yet"),
    ];
    vec![
        (Step::Who, Fields::new(who)),
        (Step::Why, Fields::new(why)),
        (Step::OtherPlans, Fields::new(plans)),
        (Step::People, people()),
        (Step::Dates, Fields::new(dates)),
    ]
}

fn people() -> Fields {
    let teachers = [ABARA, OKONJO].into_iter().chain(TEACHERS);
    let led = [("coordinator", AMINA), ("key_worker", JOEL)];
    let named = teachers.map(|who| ("teachers", who));
    Fields::new(
        led.into_iter()
            .chain(named)
            .map(|(field, who)| (field, staff(who).to_string())),
    )
}

impl Story {
    /// Marcus writes the referral.
    pub fn referral(engine: testkit::Engine) -> Self {
        let mut story = Self::on(engine);
        let begun = story.begin(PUPIL).unwrap();
        story.reference = Some(begun);
        story.write_referral();
        story
    }

    /// Every step of it.
    pub fn write_referral(&self) {
        for (step, fields) in typed() {
            let save = SaveReferral {
                reference: self.reference(),
                step,
                read_at: 0,
                fields,
            };
            self.execute(MARCUS, save).unwrap();
        }
    }

    pub fn begin(&self, pupil: u128) -> Result<ProgrammeRef, Refusal> {
        self.execute(MARCUS, StartReferral { pupil: id(pupil) })
    }

    pub fn submit(&self) -> Result<(), Refusal> {
        let reference = self.reference();
        self.execute(MARCUS, SubmitReferral { reference }).map(drop)
    }

    pub fn check(&self) {
        let check = CheckSafeguarding {
            reference: self.reference(),
            found: SafeguardingCheck::Clear,
        };
        self.execute(HELEN, check).unwrap();
    }

    pub fn accept(&self) -> Result<Vec<Effect>, Refusal> {
        let accept = AcceptReferral {
            reference: self.reference(),
            coordinator: staff(AMINA),
            key_worker: Some(staff(JOEL)),
            questions: QuestionnaireVersion::Secondary,
            told: Told::default(),
        };
        self.execute(RUTH, accept)
    }

    /// Somebody spoke with Dana.
    pub fn tell_dana(&self, on: jiff::civil::Date) {
        let told = RecordFamilyTold {
            reference: self.reference(),
            contact: id(DANA),
            by: AskChannel::Phone,
            on,
        };
        self.execute(AMINA, told).unwrap();
    }

    pub fn booking(&self, kind: MeetingKind, on: &str) -> BookMeeting {
        BookMeeting {
            reference: self.reference(),
            kind,
            typed: BookingDraft {
                on: on.into(),
                from: "2pm".into(),
                to: "3pm".into(),
                room: "The Quiet Room".into(),
                chair: self.person(AMINA).to_string(),
                note_taker: self.person(JOEL).to_string(),
                ..BookingDraft::default()
            },
            home_told: self.app.clock().today().to_string(),
        }
    }

    pub fn book(&self, kind: MeetingKind, on: &str) -> MeetingId {
        self.execute(AMINA, self.booking(kind, on)).unwrap()
    }

    pub fn call_off(&self, meeting: MeetingId) -> Result<(), Refusal> {
        let cancel = CancelMeeting {
            reference: self.reference(),
            meeting,
            why: "Dana is at work that day".into(),
        };
        self.execute(AMINA, cancel).map(drop)
    }
}
