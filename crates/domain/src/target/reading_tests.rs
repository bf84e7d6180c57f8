//! How a target reads.

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
fn drafts_never_show_their_words_in_debug_output() {
    let shown = format!("{:?}", elsies_draft());
    assert!(!shown.contains("art"), "{shown}");
}
