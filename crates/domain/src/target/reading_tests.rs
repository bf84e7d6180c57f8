//! How a target reads, and the steps suggested for it.

use super::{
    cast::{elsies_draft, with_frame},
    *,
};

fn sentence(change: impl FnOnce(&mut TargetDraft)) -> String {
    let mut draft = elsies_draft();
    change(&mut draft);
    with_frame(|frame| draft.read(frame).sentence().to_string())
}

#[test]
fn the_pupils_own_sentence_is_left_as_it_is() {
    assert!(
        sentence(|draft| draft.statement = "when I feel wound up I show my card.".into())
            .starts_with("When I feel wound up I show my card, in every lesson. First")
    );
    assert!(
        sentence(|draft| draft.statement = "In my seat with my book open".into())
            .starts_with("In my seat with my book open, in every")
    );
    assert!(
        sentence(|draft| draft.statement = "To ask for help".into())
            .starts_with("I will ask for help, ")
    );
}

#[test]
fn a_half_written_target_shows_its_gaps() {
    let blank = with_frame(|frame| TargetDraft::default().read(frame).sentence().to_string());
    assert_eq!(blank, "I will …, …. The goal is … by ….");
}

#[test]
fn smart_is_said_in_words_either_way() {
    let smart = with_frame(|frame| elsies_draft().read(frame).smart());
    assert!(smart.is_met());
    assert_eq!(
        smart.parts().map(|(_, check)| check.words().to_owned()),
        [
            "Says what Elsie will do, and where.",
            "Ticked once a lesson, five times a day.",
            "Step 1 is one lesson more than now.",
            "Elsie has said why it matters.",
            "Checked at weeks 4, 8 and 12."
        ]
    );
    let bare = with_frame(|frame| TargetDraft::default().read(frame).smart());
    assert!(bare.parts().iter().all(|(_, check)| !check.is_met()));
    assert_eq!(bare.specific.words(), "Say what Elsie will do.");
    assert_eq!(bare.results_focused.words(), "Ask Elsie why it matters.");
}

#[test]
fn suggested_steps_start_where_six_days_in_ten_already_reach() {
    let whole = |days: &[u16]| -> Vec<Level> { days.iter().map(|n| Level::whole(*n)).collect() };
    let points = Scale::usual(Measure::PointsPct);
    assert_eq!(
        suggest_steps(
            &whole(&[55, 60, 50, 65, 45, 60, 70, 55, 50, 60]),
            Level::whole(80),
            points
        ),
        whole(&[60, 65, 70, 80])
    );
    let count = Scale::usual(Measure::Count);
    assert_eq!(
        suggest_steps(
            &whole(&[4, 6, 5, 7, 3, 6, 5, 8, 4, 6]),
            Level::whole(1),
            count
        ),
        whole(&[5, 4, 3, 1])
    );
    assert!(suggest_steps(&[], Level::whole(1), count).is_empty());
}

#[test]
fn a_step_up_is_offered_at_eight_days_in_ten_and_help_comes_first_at_four() {
    let days = |met: usize| -> Vec<bool> { (0..10).map(|day| day < met).collect() };
    let prompt = |met| StepPrompt::from_days(&days(met));
    assert_eq!(prompt(8), StepPrompt::OfferStepUp);
    assert_eq!(prompt(7), StepPrompt::Hold);
    assert_eq!(prompt(4), StepPrompt::HelpFirst);
    assert_eq!(StepPrompt::from_days(&[true; 7]), StepPrompt::TooSoon);
    assert_eq!(
        prompt(10).words(&days(10)).as_deref(),
        Some("A step up can be offered: met on 10 of the last 10.")
    );
    assert_eq!(
        prompt(3).words(&days(3)).as_deref(),
        Some("Met on 3 of the last 10. Add help, or step back. Help first.")
    );
}

#[test]
fn drafts_never_show_their_words_in_debug_output() {
    let shown = format!("{:?}", elsies_draft());
    assert!(!shown.contains("art"), "{shown}");
}
