//! Facts with which every move is allowed.

use jiff::civil::{Date, date, time};
use uuid::Uuid;

use super::samples::*;
use crate::{
    dates::{SchoolDays, Weeks},
    id::{MeetingId, PlanId, ProgrammeId},
    meeting::{Booking, Meeting, MeetingKind, Minutes, Place, PupilAttendance},
    outcome::{
        Choice, Confirmation, Considered, Outcome, Proposed, RiskNow, Verdict, cast::proposal,
    },
    plan::{
        AgreedPlan,
        cast::{farrow, rowans_plan},
    },
    programme::*,
    pupil::{Pupil, QuestionnaireVersion},
    referral::{Readiness, Referral, Told},
    review::Review,
    signature::SignOff,
    target::cast::petrie,
    text::{Line, Prose},
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

pub fn booking(on: Date) -> Booking {
    Booking {
        kind: MeetingKind::Initial,
        on,
        from: time(14, 0, 0, 0),
        to: time(15, 0, 0, 0),
        place: Place::Room(Line::new("Room 4").unwrap()),
        chair: farrow(),
        note_taker: petrie(),
        out_of_hours: None,
    }
}

pub fn meeting() -> MeetingId {
    MeetingId::new(Uuid::from_u128(20))
}

/// The first meeting, held on Friday 25 September 2026.
pub fn held() -> Meeting {
    let on = date(2026, 9, 25);
    Meeting::Held {
        id: meeting(),
        booking: booking(on),
        minutes: Box::new(Minutes {
            on,
            began: time(14, 0, 0, 0),
            ended: time(15, 0, 0, 0),
            attendance: Vec::new(),
            pupil: PupilAttendance::Part { which: None },
            strengths: Vec::new(),
            concerns: Vec::new(),
            views: Vec::new(),
            conclusion: None,
            disagreements: Vec::new(),
            to_do: Vec::new(),
            contact: None,
            later: Vec::new(),
        }),
    }
}

pub fn agreed() -> AgreedPlan {
    rowans_plan().agree(date(2026, 9, 25)).unwrap()
}

/// The next version: a quieter seat.
pub fn second() -> AgreedPlan {
    let id = PlanId::new(Uuid::from_u128(31));
    let why = Line::new("A quieter seat works better").unwrap();
    agreed().amend(id, why).agree(TODAY).unwrap()
}

pub fn first_meeting<'a>(
    meeting: &'a Meeting,
    plan: &'a AgreedPlan,
    today: Date,
) -> FirstMeeting<'a> {
    FirstMeeting {
        meeting,
        plan,
        dates: dates(),
        today,
    }
}

pub fn signed() -> SignOff {
    SignOff::Ready {
        still_welcome: Vec::new(),
    }
}

pub fn amendment(plan: &AgreedPlan, today: Date) -> Amendment<'_> {
    Amendment {
        plan,
        signs_again: Vec::new(),
        family_told: Some(today),
        today,
    }
}

pub fn review_held<'a>(review: &'a Review, plan: &'a AgreedPlan, today: Date) -> ReviewHeld<'a> {
    ReviewHeld {
        review,
        plan: plan.plan(),
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

pub fn proposed(judgement: Judgement) -> Proposed {
    let plan = rowans_plan();
    let mut proposal = proposal();
    if judgement == Judgement::Unsuccessful {
        proposal.verdict = Verdict::Unsuccessful {
            considered: vec![Considered {
                option: NextOption::Outreach,
                choice: Choice::LookInto,
                why: Line::new("Tomasz Wren has room").unwrap(),
            }],
            about_support: None,
        };
    }
    proposal.propose(&plan).unwrap()
}

pub fn outcome(judgement: Judgement, on: Date) -> Outcome {
    let confirmation = Confirmation {
        by: petrie(),
        on,
        risk: RiskNow::Lower,
        why: Prose::new("Calmer days").unwrap(),
        holds_both_roles: None,
        council_first: Some(on),
    };
    proposed(judgement).confirm(confirmation).unwrap()
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
