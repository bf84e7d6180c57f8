//! Every move tried from every stage, against the table.

use jiff::civil::{Date, date};

use super::{facts::*, samples::*};
use crate::{programme::*, referral::samples as referrals, review::cast::rowans_review};

/// A day after the proposal.
const DAY: Date = date(2026, 11, 13);

/// Tries one move with facts that allow it. Says where it led, or that this
/// is not the stage for it; any other refusal means the facts are wrong.
fn attempt(number: u8, from: StageName) -> Result<Move, String> {
    let programme = with_stage(staged_for(number, from));
    let (referral, rowan) = (referrals::referral(), referrals::rowan());
    let why = words("Because");
    let moved = match number {
        2 => programme
            .submit(&referral, TODAY)
            .map_err(|e| e.to_string()),
        3 => text(programme.decline(DeclineReason::OtherPlan, why, TODAY)),
        4 => programme
            .accept(ready(&referral, &rowan))
            .map_err(|e| e.to_string()),
        5 => text(programme.book_first_meeting(meeting(), &booking(TODAY), TODAY)),
        6 => text(programme.cancel_first_meeting(why, TODAY)),
        7 => text(programme.record_first_meeting(first_meeting(&held(), &agreed(), TODAY))),
        8 => text(programme.start(signed(), TODAY)),
        9 => text(programme.amend(amendment(&second(), TODAY))),
        10 => text(programme.open_review(ReviewWindowOpen {
            opens: TODAY,
            today: TODAY,
        })),
        11 => text(programme.record_review(review_held(&rowans_review(), &agreed(), TODAY))),
        12 => text(programme.raise_concern(why, TODAY)),
        13 => text(programme.pause(pausing(PauseReason::Illness, TODAY))),
        14 => text(programme.resume(longer(), TODAY)),
        15 => text(programme.reach_final(FinalReason::Early(why), TODAY)),
        16 => text(programme.confirm_judgement(&outcome(Judgement::Successful, DAY))),
        17 => text(programme.confirm_judgement(&outcome(Judgement::Unsuccessful, DAY))),
        18 => text(programme.extend(extension(TODAY))),
        19 => text(programme.transfer(departure(TransferReason::HouseMove, TODAY))),
        20 => text(programme.withdraw(withdrawal(TODAY))),
        21 => text(programme.begin_aftercare(aftercare(), TODAY)),
        22 => text(programme.end_aftercare(why, TODAY)),
        23 => text(programme.refer_again(new_referral(&rowan, TODAY))),
        24 => text(programme.begin_escalation(TODAY)),
        25 => text(programme.hand_over(hand_over(TODAY))),
        26 => text(programme.correct(correction(Stage::Draft, TODAY))),
        27 => text(programme.ask_for_more(why, TODAY)),
        _ => Err(format!("no move {number}")),
    };
    moved.map(|moved| moved.line)
}

fn text<E: ToString>(moved: Result<Moved, E>) -> Result<Moved, String> {
    moved.map_err(|problem| problem.to_string())
}

/// The stage, with what the move itself needs to find there.
fn staged_for(number: u8, from: StageName) -> Stage {
    let due = milestone(4, date(2026, 10, 23));
    let proposal = |judgement| Proposal {
        judgement,
        by: staff(2),
        on: TODAY,
    };
    match (number, stage(from)) {
        (11, Stage::Active { run, concern, .. }) => Stage::Active {
            run,
            review: Some(due),
            concern,
        },
        (
            16 | 17,
            Stage::FinalDue {
                run, since, cause, ..
            },
        ) => Stage::FinalDue {
            run,
            since,
            cause,
            proposed: Some(proposal(match number {
                16 => Judgement::Successful,
                _ => Judgement::Unsuccessful,
            })),
        },
        (_, stage) => stage,
    }
}

#[test]
fn every_move_is_allowed_from_exactly_the_stages_the_table_says() {
    for transition in TRANSITIONS.iter().filter(|t| t.number != 1) {
        for from in StageName::ALL {
            let number = transition.number;
            let tried = attempt(number, *from);
            match tried {
                Ok(line) => {
                    assert!(transition.from.contains(from), "{number} from {from:?}");
                    let arrived = match transition.to {
                        Arrival::To(stage) => line.to == stage,
                        Arrival::Earlier => line.to < *from,
                    };
                    assert!(arrived, "{number} from {from:?} led to {:?}", line.to);
                    assert_eq!(line.number, number);
                    let before = (number != 23).then_some(*from);
                    assert_eq!(line.from, before, "{number}");
                }
                Err(why) => {
                    assert!(
                        !transition.from.contains(from),
                        "{number} from {from:?}: {why}"
                    );
                    assert!(why.contains(from.code()), "{number} from {from:?}: {why}");
                }
            }
        }
    }
}

#[test]
fn a_first_move_comes_from_nowhere() {
    let rowan = referrals::rowan();
    let moved = Programme::begin(new_referral(&rowan, TODAY)).unwrap();
    assert_eq!(moved.line.from, None);
    assert_eq!(moved.line.to, StageName::Draft);
    assert_eq!(moved.programme.pupil, rowan.id);
}

#[test]
fn a_wrong_stage_always_says_what_to_do_instead() {
    for found in StageName::ALL {
        let words = NotNow {
            number: 5,
            found: *found,
        }
        .words();
        assert!(words.len() > 10 && !words.ends_with('.'), "{found:?}");
    }
}
