//! The form of a check-in: how it begins, what was typed as a draft, and its parts.

use app::{
    monitoring::{SinceLast, check_in::HomeHeard, check_in_form::CheckInFacts},
    programmes::today::{Suggests, TargetNews},
    reviews::view::PromiseLine,
};
use domain::{
    note::{AsksWhy, CameOf, CheckInDraft, Concern, Missed, Mood, PromiseDraft},
    programme::AskChannel,
};
use jiff::civil::Date;

use crate::{
    components::{Markup, PromiseRow, Radios, TextInput},
    form_state::FormState,
    pages::case_band::{day, stands, with_day},
    posted::Posted,
    words,
};

/// What a row of buttons sends, and what is stored.
const HAPPENING: [(&str, &str); 3] = [("kept", "yes"), ("partly", "partly"), ("not-yet", "not")];

/// The form as it begins: today, as long as last time, the next one by the plan.
pub(super) fn begins(facts: &CheckInFacts, today: Date) -> FormState {
    let state = FormState::new()
        .with("came-of", CameOf::Planned.code())
        .with("minutes", facts.minutes.number().to_string())
        .with("home", "");
    let state = with_day(state, "on", Some(today));
    let state = with_day(state, "next-by", Some(facts.next_on));
    with_day(state, "next-on", Some(facts.next_on))
}

/// What was typed.
pub(super) fn typed(facts: &CheckInFacts, posted: &Posted) -> CheckInDraft {
    let value = |field: &str| posted.value(field).to_owned();
    let promise = |(number, line): (usize, &PromiseLine)| {
        let sent = posted.value(&format!("promise-{number}"));
        let found = HAPPENING.iter().find(|(button, _)| *button == sent);
        PromiseDraft {
            promise: line.id.to_string(),
            happening: found.map_or_else(String::new, |(_, code)| (*code).to_owned()),
            note: value(&format!("promise-{number}-note")),
        }
    };
    CheckInDraft {
        came_of: value("came-of"),
        missed: value("missed"),
        on: day(posted, "on"),
        minutes: value("minutes"),
        mood: value("mood"),
        confidence: value("confidence"),
        went_well: value("went-well"),
        hard_moment: value("hard"),
        promises: (1..).zip(&facts.promises).map(promise).collect(),
        small_change: value("change"),
        next: value("next"),
        next_by: day(posted, "next-by"),
        level: value("level"),
        level_why: value("level-why"),
        next_on: day(posted, "next-on"),
    }
}

/// Who at home heard of it, if somebody did.
pub(super) fn home(posted: &Posted) -> Option<HomeHeard> {
    Some(HomeHeard {
        contact: posted.value("home").parse().ok()?,
        channel: posted.value("home-how").to_owned(),
        summary: posted.value("home-said").to_owned(),
    })
}

/// Whether they met, and why not.
pub(super) fn came_of(pupil: &str, state: &FormState) -> Radios {
    let why = Missed::ALL.iter().fold(
        state.radios("missed", "Why not?").small().compact(),
        |list, one| list.option(one.code(), one.label()),
    );
    let ask = format!("Did you meet {pupil}?");
    let met = state.radios("came-of", ask).small();
    CameOf::ALL.iter().fold(met, |list, one| {
        let list = list.option(one.code(), one.label());
        match one {
            CameOf::Missed => list.reveal(why.clone()),
            CameOf::Planned | CameOf::Extra => list,
        }
    })
}

/// How the pupil is, what went well and what was hard.
pub(super) fn said(pupil: &str, state: &FormState) -> Markup {
    let (quiet, faces): (Vec<&Mood>, Vec<&Mood>) =
        Mood::ALL.iter().partition(|mood| **mood == Mood::DidNotSay);
    let labels = faces.iter().map(|mood| mood.label());
    let mood = state.five_faces("mood", format!("How does {pupil} feel?"), labels);
    let mood = quiet
        .iter()
        .fold(mood.small(), |mood, one| mood.or(one.code(), one.label()));
    let sure = format!("How sure is {pupil} that it can work, out of 10?");
    let sure = state
        .text_input("confidence", sure)
        .small()
        .number()
        .wide(3);
    let well = state
        .textarea("went-well", "What went well?")
        .small()
        .rows(2);
    let hard = "A difficult moment, and what helped (optional)";
    let hard = state.textarea("hard", hard).small().rows(2);
    Markup::of(mood)
        .and(sure.hint(
            "0 is not sure at all, 10 is as sure as can be. Leave it empty if you did not ask.",
        ))
        .and(well.at_most(600))
        .and(hard.at_most(600))
}

/// One promise and whether it is happening.
pub(super) struct PromiseNow {
    pub(super) row: PromiseRow,
    pub(super) note: TextInput,
}

/// The promises, adults first.
pub(super) fn promises(lines: &[PromiseLine], state: &FormState) -> Vec<PromiseNow> {
    let one = |(number, line): (usize, &PromiseLine)| {
        let name = format!("promise-{number}");
        let note = state.text_input(format!("{name}-note"), "What would help?");
        let by = format!("{}, {}", line.who, words::small(&line.how_often));
        let who = (&line.who, stands(line.side));
        PromiseNow {
            row: state.promise_now(name, who, words::capital(&line.text), by),
            note: note.small(),
        }
    };
    (1..).zip(lines).map(one).collect()
}

/// What comes next, and by when.
pub(super) fn next(pupil: &str, state: &FormState) -> Markup {
    let step = state.text_input("next", "One small next step").small();
    let by = state.date_input("next-by", "By when?").small();
    let change = format!("A small change to the plan {pupil} would like (optional)");
    let change = state.text_input("change", change).small();
    Markup::of(step)
        .and(by)
        .and(change.hint("The coordinator is asked, and says whether it goes into the plan."))
}

/// Whether home heard of it.
pub(super) fn told_home(facts: &CheckInFacts, state: &FormState) -> Option<(Radios, Markup)> {
    if facts.home.is_empty() {
        return None;
    }
    let ask = state.radios("home", "Have you told home?").small().across();
    let ask = ask.option("", "Not this time");
    let ask = facts
        .home
        .iter()
        .fold(ask, |ask, (id, name)| ask.option(id, name));
    let ways = AskChannel::ALL.iter().map(|one| (one.code(), one.label()));
    let how = state.select("home-how", "How?").option("", "Choose");
    let said = state
        .textarea("home-said", "What was said?")
        .small()
        .rows(2);
    let said = said.hint("The family may read this.").at_most(1000);
    Some((ask, Markup::of(how.options(ways)).and(said)))
}

/// How the plan is going.
pub(super) fn level(asks_why: AsksWhy, state: &FormState) -> Radios {
    let mut list = state
        .radios("level", "How is the plan going?")
        .small()
        .hint("The plan, not the pupil.");
    for one in Concern::ALL {
        list = list.option(one.code(), one.label());
        if *one == Concern::NotWorking && asks_why == AsksWhy::Yes {
            let hint = "The coordinator hears today, an extra review is asked for, and home is \
                        rung within two school days.";
            let why = state.textarea("level-why", "What in the plan isn’t working?");
            list = list.reveal(why.small().rows(2).hint(hint).at_most(2000));
        }
    }
    list
}

/// "On time: 12 of 19 lessons. Reports on 5 of 5 school days."
pub(super) fn seen(since: &SinceLast, talk: &[TargetNews]) -> String {
    let targets = since.targets.iter().map(|(name, yes, of)| match of {
        0 => format!("{name}: nothing reported."),
        of => format!("{name}: {yes} of {of} lessons."),
    });
    let days = |n: usize| words::figures(n, "school day", "school days");
    let mut parts: Vec<String> = targets.collect();
    parts.push(format!(
        "Reports on {} of {}.",
        since.reported,
        days(since.days)
    ));
    if since.away > 0 {
        parts.push(format!("Away on {}.", days(since.away)));
    }
    if since.good > 0 {
        let good = words::figures(since.good, "good thing", "good things");
        parts.push(format!("{good} written down."));
    }
    if since.incidents > 0 {
        let incidents = words::figures(since.incidents, "incident", "incidents");
        parts.push(format!("{incidents}."));
    }
    let suggests = talk.iter().filter_map(|one| match one.suggests.as_ref()? {
        Suggests::StepUp(words) | Suggests::MoreHelp(words) => {
            Some(format!("Target {}: {words}", one.number))
        }
    });
    parts.extend(suggests);
    parts.join(" ")
}
