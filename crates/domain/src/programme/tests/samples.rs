//! Programmes at every stage.

use jiff::civil::{Date, date};
use uuid::Uuid;

use crate::{
    dates::{Due, Milestone, Pauses, WeekNumber},
    id::{MeetingId, PlanId, ProgrammeId, StaffId},
    programme::*,
    referral::samples,
    school::Template,
    text::{Line, Prose},
};

/// Week 6 of Rowan's programme.
pub const TODAY: Date = date(2026, 11, 10);

pub fn words(text: &str) -> Prose {
    Prose::new(text).unwrap()
}

pub fn staff(n: u128) -> StaffId {
    StaffId::new(Uuid::from_u128(n))
}

pub fn milestone(week: u8, on: Date) -> Milestone {
    Milestone {
        week: WeekNumber::new(week).unwrap(),
        due: Due::unmoved(on),
    }
}

/// Twelve school weeks from Monday 28 September 2026.
pub fn dates() -> RunDates {
    RunDates {
        starts: date(2026, 9, 28),
        reviews: vec![
            milestone(4, date(2026, 10, 23)),
            milestone(8, date(2026, 11, 27)),
        ],
        ends: milestone(12, date(2027, 1, 8)),
    }
}

pub fn longer() -> RunDates {
    RunDates {
        ends: milestone(16, date(2027, 2, 5)),
        ..dates()
    }
}

pub fn run() -> Run {
    Run {
        plan: PlanId::new(Uuid::from_u128(30)),
        version: 1,
        dates: dates(),
        reviewed: None,
        extended: None,
        pauses: Pauses::NONE,
    }
}

pub fn active() -> Stage {
    Stage::Active {
        run: run(),
        review: None,
        concern: None,
    }
}

pub fn with_stage(stage: Stage) -> Programme {
    let rowan = samples::rowan();
    Programme::restored(ProgrammeRecord {
        id: ProgrammeId::new(Uuid::from_u128(10)),
        school: rowan.school,
        pupil: rowan.id,
        reference: "KB26-014".parse().unwrap(),
        template: template(),
        author: staff(1),
        begun: date(2026, 9, 3),
        after: None,
        team: None,
        revision: 3,
        stage,
    })
}

pub fn template() -> Template {
    Template::standard(Line::new("Pastoral Support Programme").unwrap())
}

/// One programme at each stage, set up so that as many moves as possible are
/// allowed from it.
pub fn stage(name: StageName) -> Stage {
    let closed = |ending| Stage::Closed {
        run: Some(run()),
        on: TODAY,
        ending,
    };
    let meeting = MeetingId::new(Uuid::from_u128(20));
    match name {
        StageName::Draft => Stage::Draft,
        StageName::Referred => Stage::Referred { on: TODAY },
        StageName::Declined => Stage::Declined {
            on: TODAY,
            reason: DeclineReason::EarlierStep,
        },
        StageName::Gathering => Stage::Gathering { since: TODAY },
        StageName::MeetingSet => Stage::MeetingSet {
            since: date(2026, 9, 7),
            meeting,
            on: date(2026, 9, 25),
        },
        StageName::Agreed => Stage::Agreed { run: run() },
        StageName::Active => active(),
        StageName::Paused => Stage::Paused {
            run: run(),
            concern: None,
            reason: PauseReason::Illness,
            from: date(2026, 11, 3),
            expected: date(2026, 11, 20),
        },
        StageName::FinalDue => Stage::FinalDue {
            run: run(),
            since: TODAY,
            cause: FinalCause::TimeUp,
            proposed: None,
        },
        StageName::ClosedSuccess => closed(Ending::Judged(Judgement::Successful)),
        StageName::ClosedUnsuccessful => closed(Ending::Judged(Judgement::Unsuccessful)),
        StageName::ClosedTransferred => closed(Ending::Transferred(TransferReason::HouseMove)),
        StageName::ClosedWithdrawn => closed(Ending::Withdrawn(WithdrawReason::Parent)),
        StageName::Aftercare => Stage::Aftercare {
            run: run(),
            since: date(2027, 1, 11),
            until: date(2027, 2, 26),
        },
        StageName::Escalation => Stage::Escalation {
            run: run(),
            since: TODAY,
        },
        StageName::Archived => Stage::Archived {
            run: run(),
            since: TODAY,
        },
    }
}
