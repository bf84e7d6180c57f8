//! Parts that a review and an ending share: whether promises were kept, and the
//! days of a target.

use app::{
    look_back::Voices,
    reviews::{
        StepPrompt, TargetDays,
        view::{PromiseLine, TargetLine},
    },
};
use domain::{commitment::Delivery, review::PromiseAnswer};

use super::kept;
use crate::{
    charts::{Caption, Day, ProgressChart},
    components::{PromiseRow, TextInput},
    form_state::FormState,
    pages::case_band::stands,
    posted::Posted,
    words,
};

/// Whether one promise was kept, and what got in the way.
#[derive(Debug)]
pub(super) struct PromiseCheck {
    pub(super) row: PromiseRow,
    pub(super) why: TextInput,
    pub(super) kept: TextInput,
    pub(super) of: TextInput,
}

/// The rows, adults first.
pub(super) fn promises(
    lines: &[PromiseLine],
    voices: &Voices,
    state: &FormState,
) -> Vec<PromiseCheck> {
    let check = |(number, line): (usize, &PromiseLine)| {
        let own = voices.promises.get(&line.id);
        let name = |end: &str| format!("promise-{number}-{end}");
        let by = format!("{}, {}", line.who, words::small(&line.how_often));
        let who = (&line.who, stands(line.side));
        PromiseCheck {
            row: own_word(
                state.promise_row(
                    format!("promise-{number}"),
                    who,
                    words::capital(&line.text),
                    by,
                ),
                own,
            ),
            why: state
                .text_input(name("why"), "What got in the way?")
                .small()
                .hint("What happened, not whose fault it was."),
            kept: state
                .text_input(name("kept"), "Times it happened")
                .small()
                .number()
                .wide(3),
            of: state
                .text_input(name("of"), "Of how many")
                .small()
                .number()
                .wide(3),
        }
    };
    (1..).zip(lines).map(check).collect()
}

/// What whoever made it said beforehand, filled in first; the meeting may change it.
fn own_word(row: PromiseRow, own: Option<&(Delivery, String)>) -> PromiseRow {
    match own {
        Some((delivery, why)) => row.said(kept::sent(delivery.code())).why(why),
        None => row,
    }
}

/// What was typed about one promise.
pub(super) fn promise(form: &Posted, number: usize, own: String) -> PromiseAnswer {
    let part = |end: &str| form.value(&format!("promise-{number}-{end}")).to_owned();
    let sent = form.value(&format!("promise-{number}"));
    PromiseAnswer {
        own,
        delivery: kept::stored(sent).to_owned(),
        kept: part("kept"),
        of: part("of"),
        why: part("why"),
    }
}

/// Fills one promise in.
pub(super) fn with_promise(state: FormState, number: usize, answer: &PromiseAnswer) -> FormState {
    let name = |end: &str| format!("promise-{number}-{end}");
    let state = match kept::sent(&answer.delivery) {
        "" => state,
        button => state.with(format!("promise-{number}"), button),
    };
    state
        .with(name("kept"), &answer.kept)
        .with(name("of"), &answer.of)
        .with(name("why"), &answer.why)
}

/// Days met on each step, and what they suggest to adults. Counts, and no more.
pub(super) fn facts(line: &TargetLine) -> String {
    let mut facts = Vec::new();
    if let (Some(before), Some(now)) = (&line.before, &line.now) {
        facts.push(format!(
            "Before the plan: {before}. Last four weeks: {now}."
        ));
    } else if let Some(now) = &line.now {
        facts.push(format!("Last four weeks: {now}."));
    } else {
        facts.push("Nothing recorded in the last four weeks.".to_owned());
    }
    if let Some(days) = &line.days {
        for step in &days.steps {
            let (met, of) = (step.days.part(), step.days.whole());
            let of = words::figures(usize::try_from(of).unwrap_or(0), "day", "days");
            facts.push(format!(
                "Step {}, {}: met on {met} of {of}.",
                step.number, step.asks
            ));
        }
        facts.extend(suggests(days, line.up.is_some()));
    }
    if line.rewards > 0 {
        let times = words::figures(line.rewards, "time", "times");
        facts.push(format!("Its reward was given {times}."));
    }
    facts.join(" ")
}

fn suggests(days: &TargetDays, has_next: bool) -> Option<String> {
    match days.prompt {
        StepPrompt::OfferStepUp(last) if has_next => Some(format!(
            "A step up can be offered: met on {} of the last {}.",
            last.met, last.days
        )),
        StepPrompt::OfferStepUp(last) => Some(format!(
            "The goal was met on {} of the last {}.",
            last.met, last.days
        )),
        StepPrompt::OfferStepBack(last) => Some(format!(
            "Met on {} of the last {}. Add help first, or step back.",
            last.met, last.days
        )),
        StepPrompt::Hold(_) | StepPrompt::TooSoon(_) => None,
    }
}

/// The days of a target as a picture.
pub(super) fn chart(line: &TargetLine) -> Option<ProgressChart> {
    let days = line.days.as_ref()?;
    if days.plan.iter().all(Option::is_none) {
        return None;
    }
    let recorded = days.plan.iter().flatten().count();
    let caption = Caption::new(
        format!("days-{}", line.number),
        format!("Target {}, day by day", line.number),
    )
    .description(format!(
        "{} before the plan, {} of {} during it. Out of {}.",
        words::figures(days.before.len(), "recorded day", "recorded days"),
        recorded,
        words::figures(days.plan.len(), "school day", "school days"),
        days.most
    ));
    let mut chart = ProgressChart::new(caption, days.before.clone(), days.plan.clone());
    chart = chart
        .out_of(days.most)
        .today(days.plan.len().saturating_sub(1));
    for span in &days.spans {
        chart = chart.goal(span.level, span.from, span.until, &span.label);
    }
    if let Some((first, last)) = days.first_and_last {
        let end = days.plan.len().saturating_sub(1);
        chart = chart.label(Day::Plan(0), words::day_month(first));
        if end > 10 {
            chart = chart.label(Day::Plan(end), words::day_month(last));
        }
    }
    Some(chart)
}
