//! Facts with which every move is allowed.

use jiff::civil::{Date, date};
use uuid::Uuid;

use super::samples::*;
use crate::{
    commitment::HowOften,
    dates::{SchoolDays, Weeks},
    id::{MeetingId, PlanId, ProgrammeId},
    programme::*,
    pupil::{Pupil, QuestionnaireVersion},
    referral::{Readiness, Referral, Told},
    text::Line,
};

pub fn new_referral(pupil: &Pupil, today: Date) -> NewReferral<'_> {
    NewReferral {
        id: ProgrammeId::new(Uuid::from_u128(11)),
        reference: "KB27-001".parse().unwrap(),
        pupil,
        template: template(),
        author: staff(1),
        today,
        open: None,
    }
}

pub fn ready<'a>(referral: &'a Referral, pupil: &'a Pupil) -> Acceptance<'a> {
    Acceptance {
        team: Team {
            coordinator: staff(2),
            key_worker: Some(staff(3)),
        },
        questions: QuestionnaireVersion::Secondary,
        readiness: Readiness {
            referral,
            pupil,
            safeguarding: Some(SafeguardingCheck::Clear),
            told: Told::default(),
            waited: SchoolDays::new(2),
        },
        today: TODAY,
    }
}

pub fn booking(on: Date, today: Date) -> Booking {
    Booking {
        meeting: MeetingId::new(Uuid::from_u128(20)),
        on,
        hours: MeetingHours::School,
        family_reached: Some(today),
        today,
    }
}

pub fn first_meeting(today: Date) -> FirstMeeting {
    FirstMeeting {
        plan: run().plan,
        version: 1,
        dates: dates(),
        came: 6,
        targets: 3,
        monitoring: Some(HowOften::Weekly),
        today,
    }
}

pub fn signed(on: Date) -> SignOff {
    SignOff {
        pupil: Some(PupilAnswer::Signed),
        parents: ParentAnswers::Signed,
        coordinator: Some(on),
    }
}

pub fn amendment(today: Date) -> Amendment {
    Amendment {
        plan: PlanId::new(Uuid::from_u128(31)),
        version: 2,
        targets: TargetsAfter::Same,
        why: words("A quieter seat works better"),
        family_told: Some(today),
        today,
    }
}

pub fn review_held(today: Date) -> ReviewHeld {
    ReviewHeld {
        targets_unrated: 0,
        commitments_unrated: 0,
        concern: ConcernAfter::Settled,
        today,
    }
}

pub fn pausing(reason: PauseReason, today: Date) -> Pausing {
    Pausing {
        reason,
        why: words("In hospital"),
        expected: today.tomorrow().unwrap(),
        head: Some(staff(4)),
        today,
    }
}

pub fn judging(judgement: Judgement, today: Date) -> Judging {
    Judging {
        judgement,
        by: staff(2),
        evaluated: Some(today),
        evidence: Some(today),
        options_discussed: Some(today),
        today,
    }
}

pub fn extension(today: Date) -> Extension {
    Extension {
        by: Weeks::new(4),
        dates: longer(),
        longest: Weeks::new(16),
        why: words("Nearly there"),
        family_told: Some(today),
        today,
    }
}

pub fn departure(reason: TransferReason, today: Date) -> Departure {
    Departure {
        reason,
        to: Some(Line::new("Oakmere Academy").unwrap()),
        today,
    }
}

pub fn withdrawal(today: Date) -> Withdrawal {
    Withdrawal {
        reason: WithdrawReason::Parent,
        why: words("Mum asked, and we agree"),
        today,
    }
}

pub fn aftercare() -> AftercareDates {
    AftercareDates {
        checks: vec![date(2027, 1, 29), date(2027, 2, 26)],
        until: date(2027, 2, 26),
    }
}

pub fn hand_over(today: Date) -> HandOver {
    HandOver {
        options: vec![NextOption::Outreach],
        handed_over: Some(today),
        today,
    }
}

pub fn correction(to: Stage, today: Date) -> Correction {
    Correction {
        to,
        why: words("Recorded on the wrong pupil"),
        head: Some(staff(4)),
        open: None,
        today,
    }
}
