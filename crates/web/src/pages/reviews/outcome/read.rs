//! What "How it ended" shows to be read, and the head's form.

use app::{
    action::Action,
    policy::ActionSet,
    programmes::show::CaseView,
    reviews::{EndingState, PromiseKept, outcome_view::OutcomeShown},
};
use domain::{
    commitment::Party,
    meeting::ViewOf,
    outcome::TargetEnd,
    programme::{Judgement, NextOption, StageName},
    signature::Paper,
};

use crate::{
    components::{Banner, Button, Inset, Markup, Phrase, SummaryList},
    pages::{
        look_back::closing::{Asked, said},
        programmes::header::path,
        reviews::{
            ending_page::{Figure, PromiseRow, Settled},
            heard,
            settled::kept,
            voices::{self, Writing},
        },
    },
    words,
};

/// What stands before everything else.
pub(super) fn notes(shown: &OutcomeShown, case: &CaseView, may: ActionSet, due: bool) -> Markup {
    let mut notes = Markup::default();
    if let Some(words) = shown.banner {
        let more = format!(
            "Adults kept {} of what they promised. Every promise weighs the same.",
            shown.delivered
        );
        notes = notes.and(Banner::to_know("Before you judge the plan", words).more(more));
    }
    if let (EndingState::Returned, Some(why)) = (shown.state, &shown.returned) {
        notes = notes.and(Inset::new(
            Phrase::bold("The head sent it back. ").text(why),
        ));
    }
    let empty = matches!(shown.state, EndingState::Written | EndingState::Returned);
    if due && empty && !may.has(Action::ProposeJudgement) {
        let words = "The coordinator writes how it ended and proposes it. The head confirms.";
        notes = notes.and(Inset::new(words));
    }
    if !due && empty {
        let words = match case.programme.stage.name() {
            StageName::Active | StageName::Agreed | StageName::Paused => format!(
                "The plan runs until {}. How it ended is written at the final meeting.",
                words::long_date_with_year(shown.ends_on)
            ),
            _ => "This programme was not judged.".to_owned(),
        };
        notes = notes.and(Inset::new(words));
    }
    if case.programme.stage.name() == StageName::Active && may.has(Action::BringFinalForward) {
        let to = format!("{}/moves/final", path(&case.programme.reference));
        notes = notes.and(Button::link("Begin the final meeting", to).secondary());
    }
    notes
}

/// The columns up to each review: "Weeks 1 to 4".
pub(super) fn stretches(shown: &OutcomeShown) -> Vec<String> {
    let Some(first) = shown.targets.first() else {
        return Vec::new();
    };
    let mut since = 1;
    let name = |(week, _): &(u8, String)| {
        let words = format!("Weeks {since} to {week}");
        since = week.saturating_add(1);
        words
    };
    first.along.iter().map(name).collect()
}

/// Each target from start to end. Counts, and no more.
pub(super) fn figures(shown: &OutcomeShown) -> Vec<Figure> {
    let figure = |line: &app::reviews::view::TargetLine| Figure {
        name: format!("{}. {}", line.number, line.name),
        before: line.before.clone().unwrap_or_else(|| "Not counted".into()),
        along: line.along.iter().map(|(_, words)| words.clone()).collect(),
        now: line.now.clone().unwrap_or_else(|| "Not counted".into()),
        goal: line
            .days
            .as_ref()
            .filter(|days| days.goal.whole() > 0)
            .map_or_else(
                || "Not counted".to_owned(),
                |days| format!("{} of {} days", days.goal.part(), days.goal.whole()),
            ),
    };
    shown.targets.iter().map(figure).collect()
}

/// What adults delivered, and how much was recorded.
pub(super) fn facts(shown: &OutcomeShown, reports: Option<(usize, usize)>) -> SummaryList {
    let side =
        |(party, tally): &(Party, String)| format!("{} {tally}", words::small(party.label()));
    let sides: Vec<String> = shown.sides.iter().map(side).collect();
    let delivered = if sides.is_empty() {
        "Not gone through yet".to_owned()
    } else {
        format!(
            "{}. {}.",
            shown.delivered,
            words::capital(&sides.join(", "))
        )
    };
    let list = SummaryList::new()
        .dense()
        .row("Promises adults kept", delivered)
        .row("Meetings held", share_of(shown.meetings));
    match reports {
        Some(days) => list.row("Days with a report", share_of(days)),
        None => list,
    }
}

/// "57 of 59, 97%".
fn share_of((part, whole): (usize, usize)) -> String {
    let percent = (part * 100 + whole / 2).checked_div(whole);
    percent.map_or_else(
        || "None yet".to_owned(),
        |percent| format!("{part} of {whole}, {percent}%"),
    )
}

/// What was proposed or confirmed.
pub(super) fn settled(shown: &OutcomeShown, case: &CaseView, may: ActionSet) -> Settled {
    let judgement = shown.typed.judgement.parse::<Judgement>().ok();
    let heading = match (&shown.confirmed, judgement) {
        (None, _) => "What is proposed".to_owned(),
        (Some(_), Some(Judgement::Successful)) => "The plan was successful".to_owned(),
        (Some(_), _) => "The plan was not enough".to_owned(),
    };
    let typed = &shown.typed;
    let mut list = SummaryList::new();
    if shown.confirmed.is_none() {
        list = list.row("Judgement", judgement.map_or("", Judgement::label));
    }
    list = list.row("Why", typed.reason.as_str());
    for (name, words) in [
        ("What went partly", &typed.partly),
        ("Credit", &typed.credit),
        ("About support", &typed.about_support),
        ("Lessons for the school", &typed.lessons),
    ] {
        if !words.trim().is_empty() {
            list = list.row(name, words.as_str());
        }
    }
    list = closing(list, shown);
    list = ends(list, shown);
    list = carried(list, shown);
    for one in &typed.considered {
        if let Ok(option) = one.option.parse::<NextOption>() {
            let choice = one
                .choice
                .parse()
                .map_or("", domain::outcome::Choice::label);
            list = list.row(option.label(), format!("{choice}. {}", one.why));
        }
    }
    for view in typed
        .views
        .iter()
        .filter(|view| !view.words.trim().is_empty())
    {
        let by = shown
            .people
            .iter()
            .find(|one| one.person.to_string() == view.by);
        let by = by.map_or("Someone", |one| one.name.as_str());
        list = list.row(format!("{by} saw it this way"), view.words.as_str());
    }
    if let (Some(by), Some(on)) = (&shown.by, shown.proposed) {
        list = list.row(
            "Proposed",
            format!("{by}, {}", words::long_date_with_year(on)),
        );
    }
    if let Some(head) = &shown.confirmed {
        list = list
            .row("Likelihood of exclusion now", head.risk.label())
            .row("The head’s reason", head.why.as_str())
            .row("Confirmed", words::long_date_with_year(head.on));
    }
    let mut to_do = Vec::new();
    let base = path(&case.programme.reference);
    if shown.confirmed.is_some() && may.has(Action::SignPaper) {
        let to = format!("{base}/signing/{}", Paper::Ending(shown.number));
        to_do.push(Button::link("Sign it, or record who signed", to).secondary());
    }
    match case.programme.stage.name() {
        StageName::Aftercare if may.has(Action::ViewEvidence) => {
            to_do.push(Button::link("Go to aftercare", format!("{base}/aftercare")));
        }
        StageName::Escalation if may.has(Action::ViewEvidence) => {
            to_do.push(Button::link(
                "Choose what comes next",
                format!("{base}/not-enough"),
            ));
        }
        _ => {}
    }
    Settled {
        heading,
        facts: list,
        promises: shown.kept.iter().map(promise).collect(),
        voices: voices::part(&shown.voices, &shown.pupil, Writing::No),
        says: heard::said(&shown.typed.says, &shown.pupil),
        unsaid: heard::unsaid(&shown.typed.says, &shown.typed.unheard, &shown.pupil),
        to_do,
    }
}

fn promise(line: &PromiseKept) -> PromiseRow {
    let share = line.share.clone();
    PromiseRow {
        promise: words::capital(&line.text),
        by: line.who.clone(),
        tag: line.last.map(kept),
        share: share.unwrap_or_else(|| "Not gone through".to_owned()),
        whys: line.whys.clone(),
    }
}

/// The closing answers that were written down at the meeting.
fn closing(list: SummaryList, shown: &OutcomeShown) -> SummaryList {
    let sides = [
        (ViewOf::Pupil, shown.pupil.as_str()),
        (ViewOf::Home, "Home"),
    ];
    sides.into_iter().fold(list, |list, (of, whose)| {
        let Some(typed) = shown.typed.closing.get(of.code()) else {
            return list;
        };
        let lines = said(typed, Asked::Of(&shown.pupil)).into_iter();
        lines.fold(list, |list, (asked, answer)| {
            list.row(format!("{whose}: {}", words::small(&asked)), answer)
        })
    })
}

fn ends(list: SummaryList, shown: &OutcomeShown) -> SummaryList {
    shown.targets.iter().fold(list, |list, line| {
        let Some(answer) = shown.typed.targets.get(&line.id.to_string()) else {
            return list;
        };
        let end = answer.end.parse().map_or("", TargetEnd::label);
        let words = format!("{end}. {}", answer.evidence);
        list.row(format!("Target {}: {}", line.number, line.name), words)
    })
}

fn carried(list: SummaryList, shown: &OutcomeShown) -> SummaryList {
    if shown.typed.judgement != Judgement::Successful.code() {
        return list;
    }
    let typed = &shown.typed;
    let named = |id: &str| {
        let found = shown.people.iter().find(|one| one.person.to_string() == id);
        found.map_or_else(String::new, |one| one.name.to_string())
    };
    let list = typed.carries_on.iter().fold(list, |list, one| {
        let until = one
            .until
            .parse()
            .map_or_else(|_| String::new(), words::long_date_with_year);
        let words = format!(
            "{}: {}, until {until}",
            named(&one.who),
            words::small(&one.what)
        );
        list.row("Carries on", words)
    });
    list.row("Who looks in", named(&typed.adult))
        .row(
            "To keep",
            typed.keeps.lines().collect::<Vec<_>>().join("; "),
        )
        .row(
            "To look out for",
            typed.early_signs.lines().collect::<Vec<_>>().join("; "),
        )
}
