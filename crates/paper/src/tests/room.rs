//! A plan of any size finds room: two sides when it can, more when it must.

use super::{document, read};
use crate::plan::{Promise, SignatureRow, Signing};
use crate::{TextSize, Words};

#[test]
fn a_plan_of_four_targets_still_takes_two_sides() {
    let plan = read(&document(|plan| {
        let mut fourth = plan.targets[0].clone();
        fourth.name = "Getting my work done".into();
        plan.targets.push(fourth);
    }));
    assert!(plan.words_of("H2").contains(&"Four targets".to_owned()));
    assert_eq!(plan.sides.len(), 2);
    assert!(plan.sides[0].words.contains("4. Getting my work done"));
    assert!(plan.sides[1].words.starts_with("What the adults promise"));
}

#[test]
fn twelve_promises_and_ten_signers_flow_on_to_a_third_side_and_nobody_is_lost() {
    let plan = read(&document(|plan| {
        plan.promises = (1..=12)
            .map(|n| Promise {
                who: Words::new(&format!("Helper number {n}")),
                will_do:
                    "Walk with Rowan from the gate to the form room and say what the day holds"
                        .into(),
                how_often: (n % 2 == 0).then(|| "Every morning".into()),
            })
            .collect();
        plan.signatures = (1..=10)
            .map(|n| SignatureRow {
                name: Words::new(&format!("Signer {n}")),
                role: None,
                signing: Signing::ToSign,
            })
            .collect();
    }));
    assert_eq!(plan.sides.len(), 3);
    let rows = plan.words_of("TH");
    for n in 1..=12 {
        assert!(rows.contains(&format!("Helper number {n}")));
    }
    for n in 1..=10 {
        assert!(rows.contains(&format!("Signer {n}")));
    }
    assert!(plan.sides[2].words.ends_with("Side 3 of 3"));
}

#[test]
fn large_print_says_the_same_on_more_sides() {
    let mut large = document(|_| {});
    let compact = read(&large).heard();
    for size in [TextSize::Clear, TextSize::Large] {
        large.size = size;
        let plan = read(&large);
        assert!(plan.sides.len() > 2);
        for words in [
            "Joel Petrie",
            "Reward Ten minutes’ basketball",
            "Every school night",
            "Amina Farrow, coordinator",
        ] {
            assert!(
                compact.contains(words) && plan.heard().contains(words),
                "{words} at {size:?}"
            );
        }
    }
}
