//! A referral that is complete, and its pupil, for tests.

use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::{
    id::{PupilId, SchoolId},
    pupil::{Pupil, PupilName, SenNeed, SenStage, YearGroup},
};

pub const TODAY: Date = date(2026, 9, 3);

fn prose<const N: usize>(words: &str) -> Prose<N> {
    Prose::new(words).unwrap()
}

/// Rowan's referral, handed in on Thursday 3 September 2026.
pub fn referral() -> Referral {
    Referral {
        on: Some(TODAY),
        triggers: vec![TriggerNoted {
            trigger: Trigger::Suspensions,
            evidence: Some(prose("Two suspensions last half-term")),
        }],
        concerns: vec![prose("Leaves science without telling anyone, twice a week")],
        since: None,
        worst: DayParts::of(&[DayPart::Writing]),
        best: DayParts::of(&[DayPart::Sport]),
        strengths: Some(prose("Kind to younger pupils; a very good goalkeeper")),
        tried: vec![Tried {
            what: TriedWhat::Bank(Strategy::Seat),
            from: date(2026, 5, 1),
            until: Some(date(2026, 7, 1)),
            by: Line::new("Miss Abara").unwrap(),
            effect: TriedEffect::NoChange,
            note: None,
        }],
        sen_screen: Some(Screened {
            screen: Screen::Done,
            on: Some(date(2026, 6, 1)),
        }),
        language_screen: Some(Screen::Planned),
        early_help: Some(EarlyHelp::NotNeeded),
        plans: Some(Vec::new()),
        family: Some(FamilyAware::ByPhone { on: TODAY }),
        pupil_told: None,
        urgency: Some(Urgency::Standard),
    }
}

/// Rowan: Year 8, SEN support.
pub fn rowan() -> Pupil {
    let id = PupilId::new(Uuid::from_u128(1));
    let school = SchoolId::new(Uuid::from_u128(2));
    let name = PupilName::new(Line::new("Rowan").unwrap(), Line::new("Tidewell").unwrap());
    Pupil {
        group: Some(Line::new("8K").unwrap()),
        sen: Some(SenStage::Support),
        needs: vec![SenNeed::Semh],
        ..Pupil::new(id, school, name, date(2014, 2, 28), YearGroup::Y8)
    }
}
