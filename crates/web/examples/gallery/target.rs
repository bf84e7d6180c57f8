//! Writing Elsie's first target with her.

use crate::town::{case, coordinator};
use web::charts::{Caption, Ladder, Stair};
use web::components::{Phrase, Sentence, SmartCheck};
use web::form_state::FormState;
use web::pages::plan::target::{PromiseLine, StepRow, TargetPage};

pub fn page() -> TargetPage {
    let fields = [
        ("do", "stay in the lesson, or come back within five minutes"),
        ("when", "in every lesson"),
        (
            "why",
            "I miss things when I’m out, and I want to stay in art.",
        ),
        ("ticks", "lesson"),
        ("step-1", "2"),
        ("step-1-week", "4"),
        ("step-2", "3"),
        ("step-2-week", "8"),
        ("goal", "4"),
        ("goal-week", "12"),
        ("reward", "film"),
        (
            "if",
            "Five minutes with Ms Lund at break to plan the next lesson.",
        ),
    ];
    with(FormState::posted(fields, &[]), promises())
}

/// The same target with two things to sort out.
pub fn mistakes() -> TargetPage {
    let mut state = FormState::posted(
        [
            ("do", "stop walking out"),
            ("step-1", "1"),
            ("reward", "other"),
        ],
        &[],
    );
    state.problem("step-1", "Step 1 is the same as now. Make it one more.");
    state.problem("goal", "Say how many lessons is the goal.");
    state.problem("promises", "Add at least one adult who will help.");
    with(state, Vec::new())
}

fn promises() -> Vec<PromiseLine> {
    let line = |who: &str, promise: &str, from: &str| PromiseLine {
        who: who.to_owned(),
        promise: promise.to_owned(),
        from: from.to_owned(),
        change: "/change".to_owned(),
    };
    vec![
        line(
            "Every teacher",
            "Say yes to the space card the first time, without a comment",
            "Mon 16 Nov",
        ),
        line(
            "Tomasz Wren",
            "Teach “stop and breathe”, six Wednesdays",
            "Wed 18 Nov",
        ),
    ]
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter()
        .map(|(value, text)| ((*value).to_owned(), (*text).to_owned()))
        .collect()
}

fn with(state: FormState, promises: Vec<PromiseLine>) -> TargetPage {
    let row = |name: &str, field: &str| StepRow {
        name: name.to_owned(),
        field: field.to_owned(),
    };
    let caption = Caption::new("ladder", "Step ladder")
        .description("From 1 lesson out of 5 now, to 2, then 3, then the goal of 4.");
    let stairs = vec![
        Stair::before("1 of 5"),
        Stair::to_come("2 of 5"),
        Stair::to_come("3 of 5"),
        Stair::to_come("4 of 5"),
    ];
    let sentence = Sentence::new("How it reads to Elsie")
        .words("I will ")
        .from_field("p-do", state.value("do"))
        .words(", ")
        .from_field("p-when", state.value("when"))
        .words(". First ")
        .marked("2 out of 5")
        .words(", then 3, then ")
        .marked("4 out of 5 by week 12")
        .words(".");
    TargetPage {
        frame: coordinator("Write a target, KB26-019", "/programmes/kb26-019")
            .section("Programmes")
            .problems(state.summary()),
        case: case(
            "Write a target with Elsie",
            "Elsie Marrow",
            "Plan and targets",
        )
        .chip("Plan")
        .fact("Target 1")
        .fact("three at most is best"),
        state,
        action: "/targets".to_owned(),
        pupil: "Elsie".to_owned(),
        tickers: pairs(&[
            ("lesson", "Each teacher, once a lesson (5 a day)"),
            ("day", "One adult, once a day"),
            ("self", "Elsie, with Mr Petrie checking on Fridays"),
        ]),
        now: Phrase::new("Where Elsie is now: ")
            .strong("1 lesson in 5")
            .text(". That is the middle of 10 school days, from the behaviour log. ")
            .link("/change", "Change this"),
        unit: "Lessons a day".to_owned(),
        out_of: "out of 5".to_owned(),
        steps: vec![
            row("Step 1", "step-1"),
            row("Step 2", "step-2"),
            row("Goal", "goal"),
        ],
        weeks: (1..=12)
            .map(|week| (week.to_string(), format!("week {week}")))
            .collect(),
        promises,
        rewards: vec![
            (
                "film".to_owned(),
                Phrase::new("Picking the Friday film with Dad ").quiet("(Elsie wrote this)"),
            ),
            (
                "art".to_owned(),
                Phrase::new("Art room at lunch on Thursday ").quiet("(Elsie wrote this)"),
            ),
        ],
        sentence,
        ladder: Ladder::to_goal(caption, stairs).sized(372, 128).draw(),
        smart: SmartCheck::new()
            .met("Specific", "Says what she’ll do, and where.")
            .met("Measurable", "Ticked once a lesson, five times a day.")
            .met("Achievable", "Step 1 is one lesson more than now.")
            .met("Results-focused", "She has said why it matters.")
            .met("Time-bound", "Checked at weeks 4, 8 and 12."),
    }
}
