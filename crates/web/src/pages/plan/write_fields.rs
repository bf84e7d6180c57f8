//! A target between the form's fields and what is kept as typed.

use domain::{
    commitment::{ChosenBy, Cost, Giver, RewardDraft},
    plan::{ConsequenceSheet, TargetSheet},
    target::{BaselineDraft, BaselineSource, Measure, StepDraft, TargetDraft, TickedBy},
};

use crate::{
    form_state::FormState,
    pages::{
        both::named,
        case_band::{day, with_day},
    },
    posted::Posted,
};

/// The name of a row: every row but the last is a step.
pub(super) fn row_field(row: usize, rows: usize) -> String {
    if row == rows {
        "goal".into()
    } else {
        format!("step-{row}")
    }
}

/// How many rows of steps a form has.
pub(super) fn rows(posted: &Posted) -> usize {
    let rows = posted.value("rows").parse().unwrap_or(3);
    rows.clamp(2, 4)
}

/// The target as typed.
pub(super) fn target(posted: &Posted, before: Option<&TargetSheet>) -> TargetDraft {
    let typed = |name: &str| posted.value(name).to_owned();
    let rows = rows(posted);
    let step = |row: usize| {
        let field = row_field(row, rows);
        StepDraft {
            level: typed(&format!("{field}-level")),
            week: typed(&format!("{field}-week")),
        }
    };
    TargetDraft {
        short_name: typed("short-name"),
        statement: typed("statement"),
        place: typed("place"),
        why: typed("why"),
        measure: typed("measure"),
        out_of: typed("out-of"),
        ticked_by: typed("ticked-by"),
        ticking_adult: typed("ticking-adult"),
        baseline: BaselineDraft {
            level: typed("baseline"),
            source: typed("source"),
            from: day(posted, "from"),
            to: day(posted, "to"),
            recorded_days: typed("recorded-days"),
        },
        steps: (1..=rows).map(step).collect(),
        // Answers this page does not ask for stay as they were.
        ..before.map_or_else(TargetDraft::default, |sheet| sheet.draft.clone())
    }
}

/// The reward as typed.
pub(super) fn reward(posted: &Posted, before: Option<&RewardDraft>) -> RewardDraft {
    RewardDraft {
        text: posted.value("reward").to_owned(),
        chosen_by: posted.value("chosen-by").to_owned(),
        giver: posted.value("giver").to_owned(),
        cost: posted.value("cost").to_owned(),
        how_often: posted.value("reward-often").to_owned(),
        ..before.cloned().unwrap_or_default()
    }
}

/// What happens otherwise, as typed.
pub(super) fn consequence(posted: &Posted, before: Option<&ConsequenceSheet>) -> ConsequenceSheet {
    ConsequenceSheet {
        text: posted.value("if").to_owned(),
        puts_right: posted.value("puts-right").to_owned(),
        decided_by: posted.value("decided-by").to_owned(),
        ..before.cloned().unwrap_or_default()
    }
}

/// The form filled from what is kept.
pub(super) fn state(
    draft: &TargetDraft,
    reward: Option<&RewardDraft>,
    consequence: Option<&ConsequenceSheet>,
) -> FormState {
    let mut state = FormState::new()
        .with("short-name", &draft.short_name)
        .with("statement", &draft.statement)
        .with("place", &draft.place)
        .with("why", &draft.why)
        .with("measure", &draft.measure)
        .with("out-of", &draft.out_of)
        .with("ticked-by", &draft.ticked_by)
        .with("ticking-adult", &draft.ticking_adult)
        .with("baseline", &draft.baseline.level)
        .with("source", &draft.baseline.source)
        .with("recorded-days", &draft.baseline.recorded_days);
    state = with_day(state, "from", draft.baseline.from.parse().ok());
    state = with_day(state, "to", draft.baseline.to.parse().ok());
    for (place, step) in draft.steps.iter().enumerate() {
        let field = row_field(place + 1, draft.steps.len());
        state = state
            .with(format!("{field}-level"), &step.level)
            .with(format!("{field}-week"), &step.week);
    }
    if let Some(reward) = reward {
        state = state
            .with("reward", &reward.text)
            .with("chosen-by", &reward.chosen_by)
            .with("giver", &reward.giver)
            .with("cost", &reward.cost)
            .with("reward-often", &reward.how_often);
    }
    if let Some(consequence) = consequence {
        state = state
            .with("if", &consequence.text)
            .with("puts-right", &consequence.puts_right)
            .with("decided-by", &consequence.decided_by);
    }
    state
}

/// Every question of the form, for showing two versions side by side.
pub(super) fn names(typed: &FormState) -> Vec<(String, String)> {
    let mut names = named(&[
        ("short-name", "Short name"),
        ("statement", "What"),
        ("place", "When and where"),
        ("why", "Why it matters"),
        ("ticked-by", "Who ticks it"),
        ("ticking-adult", "Which adult ticks it"),
        ("baseline", "Now"),
        ("source", "Where that comes from"),
        ("recorded-days", "Days with a record"),
        ("measure", "What is counted"),
        ("out-of", "The most there can be"),
    ]);
    let rows = typed.value("rows").parse().unwrap_or(3_usize).clamp(2, 4);
    for row in 1..=rows {
        let field = row_field(row, rows);
        let name = if row == rows {
            "Goal".to_owned()
        } else {
            format!("Step {row}")
        };
        names.push((format!("{field}-level"), name.clone()));
        names.push((format!("{field}-week"), format!("{name}, by week")));
    }
    names.extend(named(&[
        ("reward", "Reward"),
        ("chosen-by", "Whose idea the reward is"),
        ("giver", "Who gives the reward"),
        ("cost", "What the reward costs"),
        ("reward-often", "When the reward can be had"),
        ("if", "If they don’t try"),
        ("puts-right", "How that puts things right"),
        ("decided-by", "Who decides that"),
    ]));
    names
}

/// A stored code in words; anything else as it was typed.
pub(super) fn read_out(field: &str, value: &str) -> String {
    let label = match field {
        "ticked-by" => value.parse::<TickedBy>().ok().map(TickedBy::label),
        "source" => value
            .parse::<BaselineSource>()
            .ok()
            .map(BaselineSource::label),
        "measure" => value.parse::<Measure>().ok().map(Measure::label),
        "giver" => value.parse::<Giver>().ok().map(Giver::label),
        "cost" => value.parse::<Cost>().ok().map(Cost::label),
        "chosen-by" => value.parse::<ChosenBy>().ok().map(ChosenBy::label),
        _ => None,
    };
    label.unwrap_or(value).to_owned()
}
