//! Rowan's 8-week review.

use crate::town::{case, coordinator, days};
use web::charts::{Caption, ProgressChart};
use web::components::{Button, ChoiceRow, Icon, Phrase, PromiseRow, Stands, ThenBox};
use web::form_state::FormState;
use web::pages::meetings::review::{MoreHelp, ReviewPage, ReviewTarget};

pub fn page() -> ReviewPage {
    let state = FormState::new()
        .with("help", "reading")
        .with("help", "outside-view")
        .with("help", "outreach");
    let different = state.clone().with("t3-change", "A hand signal with Mr Petrie so Rowan notices. Same step. All staff to use the ten-second wait.");
    let header = case("8-week review", "Rowan Tidewell", "Meetings")
        .chip("Week 8 of 12")
        .fact("Rowan Tidewell, 8K")
        .fact("Thursday 26 November, 3:30pm")
        .fact("6 people here, none missing")
        .action(
            Button::link("Screen everyone can see", "/room")
                .icon(Icon::Eye)
                .secondary(),
        );
    ReviewPage {
        frame: coordinator("8-week review, KB26-014", "/programmes/kb26-014").section("Programmes"),
        case: header,
        action: "/review".to_owned(),
        order: "Adults first, then Rowan".to_owned(),
        promises: promises(&state),
        evidence: "/evidence".to_owned(),
        targets: targets(&different),
        caution: "This compares records before and during the plan. It cannot show why they differ. Plans often start at a low point, and some improvement after a low point is normal.".to_owned(),
        more_help: Some(MoreHelp { heading: "More help for target 3".to_owned(), state, kinds: kinds() }),
        next: Phrase::bold("Final meeting").new_line().text("Thursday 7 January, 3:30pm, week 12"),
        unlikely: Some(("/not-enough".to_owned(), "Talk it over here, now, with Dana and Rowan. Don’t wait for week 12.".to_owned())),
    }
}

fn kinds() -> Vec<(String, String)> {
    let kinds = [
        ("seating", "Look at where he sits and which groups he’s in"),
        ("reading", "Check reading and language needs again"),
        (
            "outside-view",
            "Ask for an outside view: EP, speech and language, CAMHS",
        ),
        ("mentor", "More time with his mentor"),
        ("counselling", "Counselling or other special help"),
        (
            "outreach",
            "More from Outreach, in school or part-time elsewhere",
        ),
        ("timetable", "Room in his timetable for special learning"),
        ("other", "Something else"),
    ];
    kinds
        .map(|(value, text)| (value.to_owned(), text.to_owned()))
        .to_vec()
}

fn promises(state: &FormState) -> Vec<PromiseRow> {
    let row = |name: &str, who: (&str, Stands), promise: &str, by: &str, said: &str, why: &str| {
        state
            .promise_row(name, who, promise, by)
            .said(said)
            .why(why)
    };
    vec![
        row(
            "a1",
            ("Joel Petrie", Stands::Staff),
            "Check Rowan’s bag with him at 8:30am",
            "Joel Petrie, mentor",
            "kept",
            "",
        ),
        row(
            "a2",
            ("Teachers", Stands::Staff),
            "Say yes to the card the first time",
            "All 7 teachers. 6 say kept, 1 says partly.",
            "partly",
            "I said “wait until I’ve finished” twice. I’ve stopped.",
        ),
        row(
            "a3",
            ("Tomasz Wren", Stands::Outside),
            "Teach “stop and breathe”, six Wednesdays",
            "Tomasz Wren, Brackenford Outreach",
            "partly",
            "Four out of six. I was off for two. Can we add two in December?",
        ),
        row(
            "a4",
            ("Dana Tidewell", Stands::Home),
            "Text the same day when the card is used well",
            "Dana, mum",
            "kept",
            "",
        ),
        row(
            "a5",
            ("Nell Brook", Stands::Staff),
            "Ask quietly and wait ten seconds: remind all staff",
            "Nell Brook, SENCO",
            "not-yet",
            "Not done. I’ll do it at Monday’s briefing.",
        ),
    ]
}

fn choice(state: &FormState, number: usize, chosen: &str) -> ChoiceRow {
    state
        .choice_row(format!("t{number}"), format!("Target {number}, what next"))
        .answer("keep", "Keep")
        .icon(Icon::Same)
        .answer("up", "Step up")
        .icon(Icon::Up)
        .answer("down", "Step down")
        .icon(Icon::Down)
        .answer("change", "Change")
        .icon(Icon::Change)
        .starts_at(chosen)
}

const BEFORE: [[i8; 10]; 3] = [
    [2, 1, 2, 1, 0, 3, 1, 2, 2, 1],
    [2, 2, 1, 3, 2, 2, 1, 2, 3, 2],
    [2, 1, 2, 3, 2, 2, 2, 1, 3, 2],
];
const PLAN: [[i8; 38]; 3] = [
    [
        1, 2, 2, 3, 2, 2, 3, 2, -1, 3, 3, 2, 3, 3, 4, 3, 3, 3, 3, 4, 2, 3, 4, 3, 4, 4, 3, 4, 4, 3,
        4, 4, 3, 5, 4, 4, 3, 4,
    ],
    [
        2, 3, 2, 3, 3, 3, 2, 3, -1, 3, 4, 3, 3, 4, 3, 3, 4, 3, 4, 4, 3, 4, 3, 4, 5, 4, 4, 3, 4, 5,
        4, 5, 4, 4, 5, 4, 4, 5,
    ],
    [
        2, 2, 3, 2, 1, 3, 2, 2, -1, 3, 2, 3, 2, 3, 3, 2, 3, 3, 2, 3, 2, 2, 3, 3, 2, 3, 2, 3, 2, 2,
        2, 3, 2, 2, 3, 2, 3, 2,
    ],
];

fn chart(number: usize, says: &str) -> ProgressChart {
    let caption = Caption::new(
        format!("chart-{number}"),
        format!("Target {number} each day, lessons out of 5"),
    )
    .description(says);
    let (before, plan) = (BEFORE[number - 1], PLAN[number - 1]);
    ProgressChart::new(caption, days(&before), days(&plan))
        .lasting(60)
        .holiday(20, 2.0, "half term")
        .holiday(55, 2.5, "holiday")
}

fn target(number: usize, name: &str, statement: Phrase, facts: &str, says: &str) -> ReviewTarget {
    let state = FormState::new();
    ReviewTarget {
        number,
        name: name.to_owned(),
        statement,
        facts: facts.to_owned(),
        pupil_says: Some(Phrase::bold("Rowan:").text(format!(" “{says}”"))),
        choice: choice(&state, number, "keep"),
        then: None,
        different: None,
        chart: chart(number, "As the words beside it say."),
    }
}

fn targets(state: &FormState) -> Vec<ReviewTarget> {
    let better = |pairs: u8, from: u8, to: u8| {
        Phrase::new(format!(
            "Recorded days are likely better than before the plan: in {pairs} of every 100 before/plan pairs of days the plan day was better (could be {from} to {to}). Typical difference: 2 lessons. "
        ))
        .strong("Held at two reviews running.")
    };
    let steps = |chart: ProgressChart, first: f64, second: f64| {
        chart
            .goal(first, 0, 20, "Step 1")
            .goal(second, 20, 60, "Step 2")
            .change(20, "Step 2")
    };
    let mut one = target(
        1,
        "Arriving ready",
        better(90, 72, 97),
        "Step 1, 2 of 5: met 18 of 19 days. Step 2, 3 of 5: met 17 of 18. A step up can be offered: met on 10 of the last 10.",
        "It’s easy now. Give me the next one.",
    );
    one.choice = choice(state, 1, "up");
    one.then = Some(ThenBox::new(
        Icon::Up,
        Phrase::new("From Monday the step is ")
            .strong("4 out of 5")
            .text(", the goal. Four weeks to hold it."),
    ));
    one.chart = steps(one.chart, 2.0, 3.0).middles(Some(1.5), Some(3.0));
    let mut two = target(
        2,
        "Using my time-out card",
        better(92, 74, 98),
        "Step 1, 3 of 5: met 16 of 19 days. Step 2, 4 of 5: met 15 of 18. A step up can be offered: met on 10 of the last 10.",
        "I’d like to stay here till Christmas.",
    );
    two.chart = steps(two.chart, 3.0, 4.0).middles(Some(2.0), Some(4.0));
    let mut three = target(
        3,
        "Answering calmly",
        "The record does not show a clear change either way. A small or moderate change could be missed.".into(),
        "Step 1, 3 of 5: met 16 of 37 days. Met on 3 of the last 10. Add help, or step back. Help first.",
        "I don’t notice I’m doing it.",
    );
    three.choice = choice(state, 3, "change");
    three.different = Some(
        state
            .textarea("t3-change", "What will be different?")
            .strong()
            .hint("When a target stalls, the help may be wrong, not the child. Change that first.")
            .rows(2),
    );
    three.chart = three
        .chart
        .goal(3.0, 0, 60, "Step 1")
        .middles(Some(2.0), Some(2.0));
    vec![one, two, three]
}
