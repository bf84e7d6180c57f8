//! What a target must have, and the words when it has not.

use super::{
    cast::{elsies_draft, petrie, steps, target, with_frame},
    *,
};

/// The words of every problem with Elsie's draft once `change` is made.
fn problems(change: impl FnOnce(&mut TargetDraft)) -> Vec<String> {
    let mut draft = elsies_draft();
    change(&mut draft);
    with_frame(|frame| {
        draft
            .read(frame)
            .problems()
            .iter()
            .map(|problem| problem.words("Elsie"))
            .collect()
    })
}

fn nudges(change: impl FnOnce(&mut TargetDraft)) -> Vec<Nudge> {
    let mut draft = elsies_draft();
    change(&mut draft);
    with_frame(|frame| draft.read(frame).nudges())
}

#[test]
fn elsies_answers_make_a_target_that_reads_in_her_voice() {
    let target = target(1, &elsies_draft());
    assert_eq!(
        target.sentence().to_string(),
        "I will stay in the lesson, or come back within five minutes, in every lesson. \
         First 2 out of 5, then 3, then 4 out of 5 by week 12."
    );
    assert_eq!(target.short_name.as_str(), "Stay in the lesson");
    assert_eq!(
        target.before(),
        "1 lesson in 5. That is the middle of 10 school days, from the behaviour log."
    );
    assert_eq!(target.horizon(), Horizon::Long);
    assert_eq!(target.review_on, cast::reviews()[0].on);
    assert!(nudges(|_| ()).is_empty());
}

#[test]
fn a_missing_goal_asks_how_many_lessons() {
    let found = problems(|draft| draft.steps[2] = StepDraft::default());
    assert_eq!(
        found,
        [
            "Say how many lessons is the goal.",
            "Choose a week for the goal."
        ]
    );
}

#[test]
fn a_step_no_better_than_the_one_below_says_how_to_mend_it() {
    let first = |level: &'static str| problems(move |draft| draft.steps[0].level = level.into());
    assert_eq!(first("1"), ["Step 1 is the same as now. Make it one more."]);
    assert_eq!(first("0"), ["Step 1 is less than now. Make it more."]);
    assert_eq!(
        first("3"),
        ["Step 2 is the same as step 1. Make it one more."]
    );
    assert_eq!(
        problems(|draft| draft.steps[2].level = "6".into()),
        ["The goal is more than there can be. Make it 5 or fewer."]
    );
}

#[test]
fn steps_are_due_one_after_another_and_before_the_plan_ends() {
    assert_eq!(
        problems(|draft| draft.steps[1].week = "4".into()),
        ["Step 2 must be after week 4."]
    );
    assert_eq!(
        problems(|draft| draft.steps[2].week = "14".into()),
        ["The goal must be by week 12, when the plan ends."]
    );
}

#[test]
fn a_ladder_has_two_to_four_steps_and_blank_rows_do_not_count() {
    assert_eq!(
        problems(|draft| draft.steps = steps(&[("4", "12")])),
        ["Add a first step before the goal."]
    );
    assert_eq!(
        problems(|draft| {
            draft.out_of = "6".into();
            draft.steps = steps(&[("2", "2"), ("3", "4"), ("4", "6"), ("5", "8"), ("6", "12")]);
        }),
        ["Use four steps or fewer, counting the goal."]
    );
    assert!(problems(|draft| draft.steps.insert(1, StepDraft::default())).is_empty());
}

#[test]
fn where_the_pupil_is_now_needs_a_figure_and_five_days() {
    assert_eq!(
        problems(|draft| draft.baseline.level.clear()),
        ["Say where Elsie is now."]
    );
    assert_eq!(
        problems(|draft| draft.baseline.recorded_days = "3".into()),
        ["Three days are too few to go by. Count at least five."]
    );
    assert_eq!(
        problems(|draft| draft.baseline.to = "2026-10-07".into()).len(),
        1
    );
}

#[test]
fn a_target_without_an_adult_helping_is_not_finished() {
    let people = [petrie()];
    let reviews = cast::reviews();
    let frame = Frame {
        pupil: "Elsie",
        people: &people,
        reviews: &reviews,
        adults_helping: 0,
    };
    let reading = elsies_draft().read(&frame);
    let words: Vec<_> = reading
        .problems()
        .iter()
        .map(|p| p.words("Elsie"))
        .collect();
    assert_eq!(words, ["Add at least one adult who will help."]);
}

#[test]
fn an_adult_who_ticks_is_somebody_in_the_programme() {
    let once_a_day = |adult: String| {
        problems(move |draft| {
            draft.ticked_by = "one_adult".into();
            draft.ticking_adult = adult;
        })
    };
    assert!(once_a_day(petrie().person.to_string()).is_empty());
    assert_eq!(
        once_a_day("person_somebody".into()),
        ["Choose the adult who ticks or checks it."]
    );
}

#[test]
fn wording_nobody_could_tick_is_sent_back() {
    let says = |words: &'static str| problems(move |draft| draft.statement = words.into());
    assert_eq!(
        says("Respect staff"),
        ["Nobody can see “respect”. Say what Elsie will do."]
    );
    assert_eq!(says("Behave appropriately at lunch").len(), 1);
    assert_eq!(
        says("get no detentions"),
        ["Adults decide about “detentions”. Choose something Elsie can do."]
    );
    assert!(says("Say good morning to my tutor").is_empty());
    assert!(says("Ask for help when I feel stuck").is_empty());
}

#[test]
fn saying_what_not_to_do_asks_for_what_would_be_seen_instead() {
    for words in [
        "Stop shouting out",
        "I will not walk out",
        "Don’t swear",
        "never run off",
    ] {
        let found = nudges(|draft| draft.statement = words.into());
        assert!(found.contains(&Nudge::SaysWhatNotToDo), "{words}");
    }
    assert_eq!(
        Nudge::SaysWhatNotToDo.words("Elsie"),
        "What would you see instead?"
    );
    let kept = nudges(|draft| {
        draft.statement = "not leave the site".into();
        draft.kept_wording = "The road outside is dangerous.".into();
    });
    assert!(!kept.contains(&Nudge::SaysWhatNotToDo));
}

#[test]
fn a_goal_of_all_is_a_question_and_not_an_error() {
    assert!(problems(|draft| draft.steps[2].level = "5".into()).is_empty());
    let found = nudges(|draft| draft.steps[2].level = "5".into());
    assert_eq!(found, [Nudge::GoalOfAll]);
    assert_eq!(Nudge::GoalOfAll.words("Elsie"), "Leave room for a bad day?");
}

#[test]
fn second_thoughts_are_offered_about_wording_and_size() {
    let about = |words: &'static str| nudges(move |draft| draft.statement = words.into());
    assert_eq!(about("try to listen"), [Nudge::Hedge]);
    assert_eq!(
        about("arrive on time and bring my book"),
        [Nudge::TwoThings]
    );
    assert_eq!(about("be less aggressive"), [Nudge::LabelsThePupil]);
    assert_eq!(about("sit still in assembly"), [Nudge::AskTheSenco]);
    assert_eq!(
        nudges(|draft| draft.steps = steps(&[("4", "4"), ("5", "12")])),
        [Nudge::GoalOfAll, Nudge::FirstStepFar]
    );
    assert_eq!(
        nudges(|draft| draft.place = "at all times".into()),
        [Nudge::Everywhere]
    );
}

#[test]
fn a_finished_target_can_be_written_again_from_itself() {
    let first = target(1, &elsies_draft());
    assert_eq!(target(1, &TargetDraft::from(&first)), first);
}

#[test]
fn a_pupil_moves_one_step_at_a_time_within_the_ladder() {
    let first = target(1, &elsies_draft());
    assert_eq!(first.step_down(), None);
    let second = first.step_up().unwrap();
    assert_eq!(second.step_now().level, Level::whole(3));
    let goal = second.step_up().unwrap();
    assert_eq!(goal.step_up(), None);
    assert_eq!(goal.step_down(), Some(second));
}

#[test]
fn fewer_is_better_reads_and_climbs_downwards() {
    let mut draft = elsies_draft();
    draft.measure = "count".into();
    draft.statement = "hands up before calling out".into();
    draft.baseline.level = "6".into();
    draft.steps = steps(&[("5", "4"), ("3", "8"), ("1", "12")]);
    let target = target(1, &draft);
    assert!(
        target
            .sentence()
            .to_string()
            .ends_with("First 5 times a day, then 3, then 1 time a day by week 12.")
    );
    draft.steps = steps(&[("6", "4"), ("1", "12")]);
    let words = with_frame(|frame| draft.read(frame).problems()[0].words("Elsie"));
    assert_eq!(words, "Step 1 is the same as now. Make it one fewer.");
}

#[test]
fn a_middle_between_two_days_reads_as_either() {
    let scale = Scale::usual(Measure::OpportunityPct);
    assert_eq!(scale.label(Level::tenths(15)), "1 or 2");
    assert_eq!(Level::read("1.5"), Some(Level::tenths(15)));
    assert_eq!(Level::read("60%"), Some(Level::whole(60)));
    assert_eq!((Level::read("-1"), Level::read("two")), (None, None));
}
