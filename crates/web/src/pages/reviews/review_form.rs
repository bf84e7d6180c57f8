//! The form of a review: what was typed as a draft, the form as it was left,
//! and the parts of the page.

use app::reviews::view::{ReviewShown, TargetLine};
use domain::{
    meeting::MeetingKind,
    programme::NextOption,
    review::{
        ConcernAnswer, DecisionName, MoreHelp, Outlook, Progress, ReviewDraft, SecondNeeded,
        TargetAnswer,
    },
};

use super::{
    heard, options,
    parts::{chart, facts, promise, with_promise},
    review_page::ReviewTarget,
    voices, with_date,
};
use crate::{
    components::{ChoiceRow, Icon, Markup, Phrase, ThenBox},
    form_state::FormState,
    pages::case_band::day,
    posted::Posted,
};

/// What was typed, by promise and target.
pub(super) fn typed(shown: &ReviewShown, form: &Posted) -> ReviewDraft {
    let value = |field: &str| form.value(field).to_owned();
    let promises = (1..).zip(&shown.promises).map(|(number, line)| {
        let written = line.id.to_string();
        let own = shown.voices.promises.get(&line.id);
        let own = own.map_or_else(String::new, |(said, _)| said.code().to_owned());
        (written, promise(form, number, own))
    });
    let targets = shown.targets.iter().map(|line| {
        let part = |end: &str| value(&format!("target-{}-{end}", line.number));
        let help = format!("target-{}-more-help", line.number);
        let answer = TargetAnswer {
            progress: part("progress"),
            pupil_says: part("pupil"),
            decision: part("decision"),
            different: part("different"),
            more_help: form.all(&help).map(str::to_owned).collect(),
            other_help: part("other-help"),
            no_new_help: part("no-new-help"),
        };
        (line.id.to_string(), answer)
    });
    ReviewDraft {
        promises: promises.collect(),
        targets: targets.collect(),
        says: domain::meeting::ViewOf::ALL
            .iter()
            .map(|of| (of.code().to_owned(), value(&format!("says-{}", of.code()))))
            .collect(),
        unheard: heard::why_nots(form),
        what_works: value("what-works"),
        outlook: value("outlook"),
        talked_over: form.all("talked-over").map(str::to_owned).collect(),
        second: value("second"),
        second_why: value("second-why"),
        why_late: value("why-late"),
        next_on: day(form, "next-on"),
        concern: value("concern"),
    }
}

/// The form as it was left; the next date filled in when nobody chose one yet.
pub(super) fn filled(shown: &ReviewShown) -> FormState {
    let typed = &shown.typed;
    let mut state = FormState::new();
    for (number, line) in (1..).zip(&shown.promises) {
        if let Some(answer) = typed.promises.get(&line.id.to_string()) {
            state = with_promise(state, number, answer);
        } else if let Some((_, why)) = shown.voices.promises.get(&line.id) {
            // Their own reason stands first; the meeting may change it.
            state = state.with(format!("promise-{number}-why"), why);
        }
    }
    for line in &shown.targets {
        if let Some(answer) = typed.targets.get(&line.id.to_string()) {
            state = with_target(state, line.number, answer);
        }
    }
    for (side, words) in &typed.says {
        state = state.with(format!("says-{side}"), words);
    }
    state = heard::with_why_nots(state, &typed.unheard);
    for option in &typed.talked_over {
        state = state.with("talked-over", option);
    }
    let state = state
        .with("what-works", &typed.what_works)
        .with("outlook", &typed.outlook)
        .with("second", &typed.second)
        .with("second-why", &typed.second_why)
        .with("why-late", &typed.why_late)
        .with("concern", &typed.concern);
    let next = if typed.next_on.is_empty() {
        shown.next.1.to_string()
    } else {
        typed.next_on.clone()
    };
    with_date(state, "next-on", &next)
}

fn with_target(state: FormState, number: usize, answer: &TargetAnswer) -> FormState {
    let name = |end: &str| format!("target-{number}-{end}");
    let state = state
        .with(name("progress"), &answer.progress)
        .with(name("pupil"), &answer.pupil_says)
        .with(name("decision"), &answer.decision)
        .with(name("different"), &answer.different)
        .with(name("other-help"), &answer.other_help)
        .with(name("no-new-help"), &answer.no_new_help);
    let each = answer.more_help.iter();
    each.fold(state, |state, help| state.with(name("more-help"), help))
}

/// One target with its rows of buttons.
pub(super) fn target(line: &TargetLine, shown: &ReviewShown, state: &FormState) -> ReviewTarget {
    let pupil = shown.pupil.as_str();
    let number = line.number;
    let name = |end: &str| format!("target-{number}-{end}");
    let going = format!("Target {number}, {}: how is it going?", line.name);
    let going = Progress::ALL
        .iter()
        .fold(state.choice_row(name("progress"), going), |row, one| {
            row.answer(one.code(), one.label())
        });
    let different = "What will be different?";
    let stalls = "When a target stalls, the help may be wrong, not the child. Change that first. \
                  New words for the target are written into the plan afterwards.";
    let help = "A target that has stalled needs something new. Tick at least one.";
    let other = state
        .text_input(name("other-help"), "What else will help?")
        .small();
    let mut boxes = state.checkboxes(name("more-help"), help).compact().small();
    for one in MoreHelp::ALL {
        boxes = boxes.option(one.code(), one.label());
    }
    ReviewTarget {
        number,
        name: line.name.clone(),
        says: line.text.clone(),
        facts: facts(line),
        told: voices::of_target(&shown.voices, line.id),
        going,
        pupil: state
            .text_input(name("pupil"), format!("What {pupil} says about it"))
            .small(),
        choice: decisions(line, state),
        up: line.up.as_ref().map(|step| {
            let words = Phrase::new("From Monday the step is ")
                .strong(step)
                .text(".");
            ThenBox::new(Icon::Up, words)
        }),
        down: line.down.as_ref().map(|step| {
            let words = Phrase::new("From Monday the step is ")
                .strong(step)
                .text(".");
            let first = "The help may be wrong, not the child. Look at that first.";
            ThenBox::new(Icon::Down, words).line(first)
        }),
        different: state
            .textarea(name("different"), different)
            .small()
            .rows(2)
            .hint(stalls)
            .at_most(600),
        help: boxes.reveal(other),
        no_help: state
            .text_input(name("no-new-help"), "If there is nothing new, why not?")
            .small(),
        chart: chart(line),
    }
}

fn decisions(line: &TargetLine, state: &FormState) -> ChoiceRow {
    let (number, name) = (line.number, &line.name);
    let legend = format!("Target {number}, {name}: what happens next?");
    let offered = DecisionName::ALL.iter().filter(|one| match one {
        DecisionName::StepUp => line.up.is_some(),
        DecisionName::StepDown => line.down.is_some(),
        DecisionName::Keep | DecisionName::Change => true,
    });
    let row = state.choice_row(format!("target-{number}-decision"), legend);
    offered.fold(row, |row, one| {
        let icon = match one {
            DecisionName::Keep => Icon::Same,
            DecisionName::StepUp => Icon::Up,
            DecisionName::StepDown => Icon::Down,
            DecisionName::Change => Icon::Change,
        };
        row.answer(one.code(), one.label()).icon(icon)
    })
}

/// What helps, how the plan looks, and when everyone meets next.
pub(super) fn rest(shown: &ReviewShown, state: &FormState) -> Markup {
    let works = state.textarea("what-works", "What helps most?");
    let mut parts = Markup::of(works.small().rows(2).at_most(600)).and(outlook(state));
    if shown.number == 1 && matches!(shown.kind, MeetingKind::Review(_)) {
        let ask = "Is a second review needed before the final meeting?";
        let second = state.radios("second", ask).small().compact();
        let why = state.text_input("second-why", "Why, or why not?").small();
        parts = parts.and(second.options(options!(SecondNeeded))).and(why);
    }
    if shown.concern.is_some() {
        let ask = "A concern is open. What became of it?";
        let concern = state.radios("concern", ask).small().compact();
        parts = parts.and(concern.options(options!(ConcernAnswer)));
    }
    if shown.on > shown.due.window_closes || !state.value("why-late").is_empty() {
        let late = state.text_input("why-late", "Why was this review late?");
        parts = parts.and(late.small());
    }
    let next = state
        .date_input("next-on", "When do you meet next?")
        .small();
    parts.and(next.hint(format!(
        "By the end of the plan, {}.",
        crate::words::long_date_with_year(shown.ends_on)
    )))
}

fn outlook(state: &FormState) -> Markup {
    let talked = state
        .checkboxes("talked-over", "What else did you talk over?")
        .small()
        .compact()
        .hint("In alphabetical order. None is a step up from another.")
        .options(options!(NextOption));
    let ask = "How does the plan look to the people in the room?";
    let mut radios = state.radios("outlook", ask).small().compact();
    for one in Outlook::ALL {
        radios = radios.option(one.code(), one.label());
        if *one == Outlook::Unlikely {
            radios = radios.reveal(talked.clone());
        }
    }
    Markup::of(radios)
}
