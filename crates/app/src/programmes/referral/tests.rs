//! What typed answers mean, and what is said about those that cannot be read.

use domain::{
    referral::{FamilyAware, OtherPlan, TriedWhat, Trigger},
    sealed::InPart,
};
use jiff::civil::date;

use super::{Draft, Fields, ReferralDocument, Step};

/// A referral with nothing left to sort out, as it is typed.
pub(in crate::programmes) fn complete() -> Vec<(Step, Fields)> {
    let who = [
        (
            "strengths",
            "Kind to younger pupils; a very good goalkeeper",
        ),
        ("best", "sport"),
        ("sen", "done"),
        ("sen-on-day", "1"),
        ("sen-on-month", "6"),
        ("sen-on-year", "2026"),
        ("language", "planned"),
        ("early_help", "not_needed"),
    ];
    let why = [
        ("triggers", "T01"),
        ("evidence-T01", "Two suspensions since June"),
        (
            "concern-1",
            "Leaves science without telling anyone, twice a week",
        ),
        ("tried-1-what", "seat"),
        ("tried-1-from-day", "1"),
        ("tried-1-from-month", "9"),
        ("tried-1-from-year", "2026"),
        ("tried-1-by", "Miss Abara"),
        ("tried-1-effect", "no_change"),
    ];
    let plans = [
        ("plans", "behaviour"),
        ("keep", "Five minutes with Mrs Odell before PE"),
    ];
    let dates = [
        ("on-day", "10"),
        ("on-month", "11"),
        ("on-year", "2026"),
        ("urgency", "standard"),
        ("family", "not_yet"),
    ];
    vec![
        (Step::Who, Fields::new(who)),
        (Step::Why, Fields::new(why)),
        (Step::OtherPlans, Fields::new(plans)),
        (Step::Dates, Fields::new(dates)),
    ]
}

fn draft(steps: Vec<(Step, Fields)>) -> Draft {
    steps
        .into_iter()
        .fold(Draft::default(), |draft, (step, fields)| {
            draft.with(step, fields)
        })
}

fn words(draft: &Draft) -> Vec<String> {
    let found = draft.problems(date(2026, 11, 10)).into_iter();
    found
        .map(|one| format!("{}: {}", one.field, one.words))
        .collect()
}

#[test]
fn a_complete_referral_is_read_whole() {
    let draft = draft(complete());
    assert_eq!(words(&draft), Vec::<String>::new());
    let written = draft.read();
    let referral = written.referral;
    assert_eq!(referral.triggers[0].trigger, Trigger::Suspensions);
    assert!(matches!(referral.tried[0].what, TriedWhat::Bank(_)));
    assert_eq!(referral.plans.unwrap()[0].plan, OtherPlan::Behaviour);
    assert_eq!(referral.family, Some(FamilyAware::NotYet));
    assert!(written.keep.is_some());
}

#[test]
fn an_empty_referral_says_what_to_do_at_every_step() {
    let found = Draft::default().problems(date(2026, 11, 10));
    for step in [Step::Who, Step::Why, Step::OtherPlans, Step::Dates] {
        assert!(found.iter().any(|one| one.step == step), "{step:?}");
    }
}

#[test]
fn none_and_another_plan_is_said_once_in_the_right_words() {
    let both = Fields::new([("plans", "ehcp"), ("plans", "none")]);
    let found = words(&draft(complete()).with(Step::OtherPlans, both));
    assert_eq!(found, ["plans: Choose plans, or choose none, not both"]);
    let none = Fields::new([("plans", "none")]);
    assert!(words(&draft(complete()).with(Step::OtherPlans, none)).is_empty());
}

#[test]
fn a_half_filled_row_says_what_it_still_needs() {
    let mut steps = complete();
    let mut fields = steps[1].1.pairs().to_vec();
    fields.push(("tried-2-own".into(), "Reading buddy".into()));
    fields.push(("tried-2-until-day".into(), "31".into()));
    fields.push(("tried-2-until-month".into(), "2".into()));
    fields.push(("tried-2-until-year".into(), "2026".into()));
    steps[1].1 = Fields::new(fields);
    let found = words(&draft(steps));
    assert!(
        found[0].starts_with("tried-2-until: Enter a real date"),
        "{found:?}"
    );
    assert!(found.contains(&"tried-2-by: Say who did it".to_owned()));
    assert_eq!(found.len(), 4);
}

#[test]
fn what_was_typed_survives_the_store_and_stays_out_of_logs() {
    let typed = Fields::new([("keep", "a \"quoted\" word ر"), ("empty", "  ")]);
    let again = Fields::stored(&typed.to_store().unwrap()).unwrap();
    assert_eq!(again, typed);
    assert_eq!(format!("{typed:?}"), r#"["keep"]"#);
}

#[test]
fn family_and_pupil_read_only_their_part() {
    let written = draft(complete()).read();
    let document = ReferralDocument {
        referral: written.referral,
        keep: written.keep,
    };
    let family = document.clone().in_part("summary").unwrap();
    assert_eq!(family.referral.triggers[0].evidence, None);
    assert!(family.referral.concerns.is_empty() && family.keep.is_none());
    assert_eq!(family.referral.tried[0].by.as_str(), "School");
    let pupil = document.clone().in_part("simple").unwrap();
    assert!(pupil.referral.strengths.is_some() && pupil.referral.triggers.is_empty());
    assert!(document.in_part("shared").is_none());
}
