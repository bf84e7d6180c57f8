//! Rowan's plan, for tests.

use jiff::civil::date;
use uuid::Uuid;

use super::Plan;
use crate::{
    commitment::{
        ChosenBy, Commitment, Consequence, Cost, Giver, HomeContact, HowOften, Monitoring, Owner,
        Party, ReportCard, Reward, RewardTrigger,
    },
    id::{CommitmentId, PlanId, TargetId},
    programme::AskChannel,
    target::{
        ReviewPoint, Target, TargetDraft,
        cast::{brook, elsies_draft, owner, petrie, steps, week, wren},
    },
    text::Line,
};

pub(crate) fn dana() -> Owner {
    owner(4, "Dana Tidewell")
}

pub(crate) fn farrow() -> Owner {
    owner(5, "Amina Farrow")
}

pub(crate) fn target_id(number: u128) -> TargetId {
    TargetId::new(Uuid::from_u128(number))
}

pub(crate) fn plan_id(number: u128) -> PlanId {
    PlanId::new(Uuid::from_u128(number))
}

pub(crate) fn line<const MAX: usize>(words: &str) -> Line<MAX> {
    Line::new(words).unwrap()
}

fn rowans_target(number: u128, name: &str, statement: &str, levels: [&str; 4]) -> Target {
    let [now, first, second, goal] = levels;
    let mut draft = TargetDraft {
        short_name: name.into(),
        statement: statement.into(),
        place: "in lessons".into(),
        why: "I hate walking in late with everyone looking.".into(),
        steps: steps(&[(first, "4"), (second, "8"), (goal, "12")]),
        ..elsies_draft()
    };
    draft.baseline.level = now.into();
    let reviews = [
        (4, date(2026, 10, 22)),
        (8, date(2026, 11, 26)),
        (12, date(2027, 1, 7)),
    ]
    .map(|(number, on)| ReviewPoint {
        week: week(number),
        on,
    });
    let frame = crate::target::Frame {
        pupil: "Rowan",
        people: &[],
        reviews: &reviews,
        adults_helping: 1,
    };
    draft.parse(target_id(number), &frame).unwrap()
}

pub(crate) fn promise(
    number: u128,
    (party, owner): (Party, Owner),
    text: &str,
    targets: &[u128],
) -> Commitment {
    Commitment {
        id: CommitmentId::new(Uuid::from_u128(number)),
        party,
        owner,
        carried_out_by: None,
        text: line(text),
        how_often: line("every day"),
        place: None,
        starts_on: date(2026, 9, 28),
        ends_on: date(2027, 1, 8),
        targets: targets.iter().copied().map(target_id).collect(),
    }
}

/// Rowan's plan as first written, ready to be agreed.
pub(crate) fn rowans_plan() -> Plan {
    let calmly = "When an adult asks me to do something, I answer in a calm voice the first time";
    let card = "When I feel wound up I show my card and go to the Quiet Room";
    let ready = "In my seat with my book open in the first five minutes";
    Plan {
        good_at: vec![line("Fixing things.")],
        targets: vec![
            rowans_target(1, "Arriving ready", ready, ["1.5", "2", "3", "4"]),
            rowans_target(2, "Using my time-out card", card, ["2", "3", "4", "5"]),
            rowans_target(3, "Answering calmly", calmly, ["2", "3", "4", "5"]),
        ],
        commitments: vec![
            promise(
                1,
                (Party::School, petrie()),
                "check Rowan’s bag with him at 8:30am",
                &[1],
            ),
            promise(
                2,
                (Party::School, brook()),
                "remind all staff of the ten-second wait",
                &[2, 3],
            ),
            promise(3, (Party::Agency, wren()), "teach “stop and breathe”", &[2]),
            promise(
                4,
                (Party::Family, dana()),
                "pack the bag the night before",
                &[1],
            ),
        ],
        rewards: vec![Reward {
            text: line("Ten minutes’ basketball with Mr Petrie"),
            chosen_by: ChosenBy::Pupil,
            giver: Giver::School,
            cost: Cost::Nothing,
            trigger: RewardTrigger::Step,
            how_often: Some(line("on Fridays")),
            targets: vec![target_id(1)],
        }],
        consequences: vec![Consequence {
            text: line("Rowan plans the next morning with Mr Petrie at break"),
            trigger: line("not trying"),
            decided_by: petrie(),
            puts_right: line("They agree what would help tomorrow."),
            at_most: None,
            targets: vec![target_id(1)],
        }],
        monitoring: Some(Monitoring {
            how_often: HowOften::TwiceWeekly,
            by: petrie(),
            when: Some(line("Monday and Thursday")),
            place: None,
            report_card: ReportCard::EachLesson,
        }),
        home_contact: Some(HomeContact {
            by: farrow(),
            channel: AskChannel::Phone,
            how_often: HowOften::Weekly,
            when: None,
        }),
        safe_place: Some(line("The Quiet Room")),
        named_adults: vec![petrie()],
        ..Plan::first(plan_id(1), date(2026, 9, 28), date(2027, 1, 8))
    }
}
