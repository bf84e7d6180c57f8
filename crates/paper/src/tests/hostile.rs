//! Nothing a person types stops a document from being printed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::prelude::*;

use super::{document, read};
use crate::plan::{Ladder, PlanPaper, Run, Step, StepState};
use crate::{TextSize, Words};

/// The same words in every place that takes words.
fn everywhere(plan: &mut PlanPaper, words: &Words) {
    let some = || Some(words.clone());
    (plan.school, plan.pupil, plan.reference) = (words.clone(), words.clone(), words.clone());
    (plan.contact.name, plan.contact.reach) = (words.clone(), words.clone());
    (plan.form_and_year, plan.mentor, plan.aim) = (some(), some(), some());
    plan.strengths = vec![words.clone(); 2];
    plan.how_we_check = vec![vec![Run::Strong(words.clone()), Run::Plain(words.clone())]];
    for part in &mut plan.every_day {
        part.name = words.clone();
        part.lines = vec![words.clone(); 2];
    }
    plan.meetings
        .iter_mut()
        .for_each(|meeting| meeting.name = words.clone());
    for target in &mut plan.targets {
        (target.name, target.sentence) = (words.clone(), words.clone());
        (target.why, target.reward, target.if_i_dont_try) = (some(), some(), some());
        target
            .helpers
            .iter_mut()
            .for_each(|helper| (helper.who, helper.does) = (words.clone(), words.clone()));
        target.ladder = Ladder {
            unit: some(),
            steps: vec![
                Step {
                    label: words.clone(),
                    state: StepState::Now
                };
                3
            ],
        };
    }
    for promise in &mut plan.promises {
        (promise.who, promise.will_do, promise.how_often) = (words.clone(), words.clone(), some());
    }
    plan.signatures
        .iter_mut()
        .for_each(|row| (row.name, row.role) = (words.clone(), some()));
}

#[test]
fn ten_thousand_characters_without_a_space_are_printed() {
    let mut long = document(|plan| {
        plan.targets[0].sentence = Words::new(&"w".repeat(10_000));
        plan.targets[0].ladder.steps[1].label = Words::new(&"l".repeat(400));
        plan.promises[0].who = Words::new(&"m".repeat(10_000));
        plan.signatures[0].name = Words::new(&"n".repeat(3_000));
        plan.contact.name = Words::new(&"c".repeat(10_000));
    });
    for size in [TextSize::Compact, TextSize::Clear, TextSize::Large] {
        long.size = size;
        let plan = read(&long);
        assert_eq!(plan.heard().matches('w').count() / 1_000, 10);
        // A4 is 595 by 842 points; nothing begins where a printer cannot reach.
        for (x, y) in plan.sides.iter().flat_map(|side| &side.spots) {
            let reached = (36.0..560.0).contains(x) && (17.0..815.0).contains(y);
            assert!(reached, "{x}, {y} at {size:?}");
        }
    }
}

#[test]
fn names_in_the_alphabets_of_our_families_are_printed_whole() {
    let names = [
        "Łukasz Żółkiewski",
        "سامي حداد",
        "ਹਰਪ੍ਰੀਤ ਕੌਰ",
        "প্রিয়া",
        "પ્રિયા",
        "பிரியா",
        "Олександр",
        "አበበ",
        "אברהם",
        "प्रिया",
        "Nguyễn",
        "Ωμέγα",
    ];
    for name in names {
        let document = document(|plan| plan.promises[0].who = name.into());
        assert!(crate::unprintable(&document).is_empty(), "{name}");
        assert_eq!(crate::pdf(&document).err(), None, "{name}");
    }
    let polish = read(&document(|plan| plan.promises[0].who = names[0].into()));
    assert!(polish.words_of("TH").contains(&names[0].to_owned()));
}

#[test]
fn a_letter_without_a_font_is_marked_and_can_be_warned_about() {
    let document = document(|plan| plan.signatures[0].name = "Li 李雷".into());
    assert_eq!(
        crate::unprintable(&document)
            .into_iter()
            .collect::<String>(),
        "李雷"
    );
    assert!(read(&document).words_of("TH").contains(&"Li ��".to_owned()));
}

#[test]
fn text_that_turns_joins_or_decorates_does_no_harm() {
    for text in [
        "⚽🏀 football 👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽",
        "\u{202E}drawkcab\u{202C} مرحبا بالعالم Rowan 123",
        "e\u{301}\u{301}\u{301}\u{301}\u{489} \u{300} \u{20DD} क\u{301} ب\u{301}\u{5B0}",
        "\u{0}\u{1}\u{FEFF}\u{FFFE}\u{E000}\u{10FFFF}\u{FFFD}",
        "\t\r\n\u{2028}\u{2029}\u{85} a\u{200D}b\u{200C}c\u{2060}d \u{3164}\u{115F}",
        "",
        "    ",
    ] {
        let words = Words::new(text);
        assert!(
            crate::pdf(&document(|plan| everywhere(plan, &words))).is_ok(),
            "{text:?}"
        );
    }
}

/// Letters, marks and joiners of every script we carry, and anything else.
fn letter() -> impl Strategy<Value = char> {
    prop_oneof![
        3 => proptest::char::range(' ', '\u{024F}'),
        2 => proptest::char::range('\u{0300}', '\u{036F}'),
        2 => proptest::char::range('\u{0590}', '\u{077F}'),
        2 => proptest::char::range('\u{0900}', '\u{0BFF}'),
        1 => proptest::char::range('\u{1200}', '\u{137F}'),
        1 => proptest::char::range('\u{2000}', '\u{27BF}'),
        1 => proptest::char::range('\u{1F300}', '\u{1FAFF}'),
        1 => any::<char>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_can_be_printed(text in proptest::collection::vec(letter(), 0..60)) {
        let words = Words::new(&text.into_iter().collect::<String>());
        let document = document(|plan| everywhere(plan, &words));
        let set = catch_unwind(AssertUnwindSafe(|| crate::pdf(&document)));
        prop_assert!(matches!(set, Ok(Ok(_))), "{:?}", words.as_str());
    }
}
