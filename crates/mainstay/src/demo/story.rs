//! The eight programmes of the mock-ups, as they stand on Tuesday 10 November 2026.

use app::{App, Refusal};
use jiff::civil::date;

use super::{
    case::{self, Case, Reach},
    plan::TargetSpec,
    school::School,
};

/// Writes every programme down.
pub(super) fn tell(app: &App, school: &School) -> Result<(), Refusal> {
    for case in cases() {
        case::write(app, school, &case)?;
    }
    Ok(())
}

const ARRIVING: TargetSpec = TargetSpec {
    name: "Arriving ready",
    says: "In my seat with my book open in the first five minutes",
    why: "I hate walking in late with everyone looking.",
    before: "1.5",
    steps: ["2", "3", "4"],
    step: 2,
    reward: "Ten minutes’ basketball with Mr Petrie",
    reward_when: "on Fridays",
    otherwise: "I plan the next morning with Mr Petrie at break",
};
const CARD: TargetSpec = TargetSpec {
    name: "Using my time-out card",
    says: "When I feel wound up I show my card and go to the Quiet Room",
    why: "I always regret it after.",
    before: "2",
    steps: ["3", "4", "5"],
    step: 2,
    reward: "Mum hears about every card used well",
    reward_when: "the same day",
    otherwise: "I talk it over with Mr Petrie before the next lesson",
};
const CALM: TargetSpec = TargetSpec {
    name: "Answering calmly",
    says: "When an adult asks me to do something, I answer in a calm voice the first time",
    why: "So people stop thinking I’m always angry.",
    before: "2",
    steps: ["3", "4", "5"],
    step: 1,
    reward: "Saturday morning fishing with Gran",
    reward_when: "after a good week",
    otherwise: "I try again at the end of the lesson, just me and the teacher",
};

fn cases() -> Vec<Case> {
    vec![
        Case {
            pupil: "Rowan Tidewell",
            home: "Dana Tidewell",
            reference: "KB26-014",
            begun: date(2026, 9, 3),
            reach: Reach::Running {
                met: date(2026, 9, 24),
                starts: date(2026, 9, 28),
                reviewed: true,
            },
            good_at: "Fixing things\nHelping younger pupils\nRemembers every football score since 2019",
            targets: vec![ARRIVING, CARD, CALM],
            missing: 1,
            contact: date(2026, 11, 6),
        },
        Case {
            pupil: "Callum Vane",
            home: "Moira Vane",
            reference: "KB26-006",
            begun: date(2026, 6, 4),
            reach: Reach::Running {
                met: date(2026, 6, 25),
                starts: date(2026, 6, 29),
                reviewed: true,
            },
            good_at: "Drawing\nLooking after his brother",
            targets: vec![
                TargetSpec {
                    step: 3,
                    ..ARRIVING
                },
                TargetSpec { step: 2, ..CARD },
                TargetSpec { step: 2, ..CALM },
            ],
            missing: 3,
            contact: date(2026, 11, 6),
        },
        Case {
            pupil: "Idris Calder",
            home: "Sian Calder",
            reference: "KB26-009",
            begun: date(2026, 7, 1),
            reach: Reach::Running {
                met: date(2026, 9, 4),
                starts: date(2026, 9, 7),
                reviewed: true,
            },
            good_at: "Rugby\nMaking people laugh",
            targets: vec![
                TargetSpec {
                    step: 2,
                    ..ARRIVING
                },
                TargetSpec { step: 1, ..CARD },
                TargetSpec { step: 1, ..CALM },
            ],
            missing: 3,
            contact: date(2026, 11, 5),
        },
        Case {
            pupil: "Sami Haddad",
            home: "Rima Haddad",
            reference: "KB26-015",
            begun: date(2026, 9, 10),
            reach: Reach::Running {
                met: date(2026, 10, 1),
                starts: date(2026, 10, 5),
                reviewed: true,
            },
            good_at: "Football\nKind to new pupils",
            targets: vec![
                TargetSpec {
                    step: 1,
                    ..ARRIVING
                },
                TargetSpec { step: 2, ..CARD },
            ],
            missing: 9,
            contact: date(2026, 10, 22),
        },
        Case {
            pupil: "Joss Kettering",
            home: "Ash Kettering",
            reference: "KB26-018",
            begun: date(2026, 10, 6),
            reach: Reach::Running {
                met: date(2026, 10, 22),
                starts: date(2026, 11, 2),
                reviewed: false,
            },
            good_at: "Building\nKnows every bird",
            targets: vec![
                TargetSpec {
                    step: 1,
                    ..ARRIVING
                },
                TargetSpec { step: 1, ..CALM },
            ],
            missing: 0,
            contact: date(2026, 11, 10),
        },
        Case {
            pupil: "Elsie Marrow",
            home: "Kit Marrow",
            reference: "KB26-019",
            begun: date(2026, 10, 20),
            reach: Reach::MeetingSet {
                since: date(2026, 10, 23),
                on: date(2026, 11, 12),
                hour: 13,
                answered: 9,
                asked: 11,
            },
            good_at: "",
            targets: Vec::new(),
            missing: 0,
            contact: date(2026, 11, 9),
        },
        Case {
            pupil: "Maya Penhallow",
            home: "Tamsin Penhallow",
            reference: "KB26-020",
            begun: date(2026, 10, 22),
            reach: Reach::Gathering {
                since: date(2026, 11, 3),
                answered: 3,
                asked: 8,
            },
            good_at: "",
            targets: Vec::new(),
            missing: 0,
            contact: date(2026, 11, 9),
        },
        Case {
            pupil: "Theo Bramwell",
            home: "Grace Bramwell",
            reference: "KB26-021",
            begun: date(2026, 11, 6),
            reach: Reach::Draft,
            good_at: "",
            targets: Vec::new(),
            missing: 0,
            contact: date(2026, 11, 6),
        },
    ]
}
