//! A review as it was settled, and what there is to do because of it.

use app::{
    action::Action, policy::ActionSet, programmes::show::CaseView, reviews::view::ReviewShown,
};
use askama::Template;
use domain::{
    commitment::Delivery,
    meeting::ViewOf,
    review::{DecisionName, MoreHelp, Outlook, Progress, TargetAnswer},
    signature::Paper,
};

use super::{
    heard,
    parts::facts,
    voices::{self, Writing},
};
use crate::{
    components::{Button, CaseHeader, Inset, Markup, SideBySide, SummaryList, Tag},
    layout::Frame,
    pages::programmes::header::path,
    words,
};

/// The page.
#[derive(Debug, Template)]
#[template(path = "pages/reviews/settled.html")]
pub(super) struct SettledPage {
    frame: Frame,
    case: CaseHeader,
    /// What was typed here while somebody else settled it.
    clash: Option<SideBySide>,
    stands: Inset,
    /// Whose words are missing.
    unheard: Option<Inset>,
    /// What people said beforehand.
    voices: Markup,
    promises: Vec<Kept>,
    targets: Vec<Settled>,
    caution: &'static str,
    /// Whose words, and the words.
    says: Vec<(String, String)>,
    whole: SummaryList,
    to_do: Vec<Button>,
}

#[derive(Debug)]
struct Kept {
    promise: String,
    by: String,
    tag: Option<Tag>,
    why: String,
}

#[derive(Debug)]
struct Settled {
    number: usize,
    name: String,
    facts: String,
    going: Option<&'static str>,
    next: String,
    pupil: String,
    help: Vec<String>,
    told: String,
}

/// The review as it was settled, or as far as it is for those who only read it.
pub(super) fn page(
    (shown, clash): (&ReviewShown, Option<SideBySide>),
    (frame, head): (Frame, CaseHeader),
    case: &CaseView,
    may: ActionSet,
) -> SettledPage {
    let stands = match shown.held {
        Some(on) => format!(
            "Held on {}. This is what was settled.",
            words::long_date_with_year(on)
        ),
        None => "This review is not recorded yet. The coordinator records it.".to_owned(),
    };
    let of_promise = |line: &app::reviews::view::PromiseLine| {
        let answer = shown.typed.promises.get(&line.id.to_string());
        let delivery = answer.and_then(|one| one.delivery.parse().ok());
        let times = answer.filter(|one| !one.of.trim().is_empty());
        let times = times.map(|one| format!("{} of {} times. ", one.kept, one.of));
        Kept {
            promise: words::capital(&line.text),
            by: line.who.clone(),
            tag: delivery.map(kept),
            why: times.unwrap_or_default() + answer.map_or("", |one| one.why.as_str()),
        }
    };
    SettledPage {
        frame,
        case: head,
        clash,
        stands: Inset::new(stands),
        unheard: unheard(shown),
        promises: shown.promises.iter().map(of_promise).collect(),
        targets: shown
            .targets
            .iter()
            .map(|line| target(shown, line))
            .collect(),
        caution: super::CAUTION,
        says: heard::said(&shown.typed.says, &shown.pupil),
        voices: voices::part(&shown.voices, &shown.pupil, Writing::No),
        whole: whole(shown),
        to_do: to_do(shown, case, may),
    }
}

/// Why the pupil or home has no words in it. Reviews from before that was asked
/// say that it is missing.
fn unheard(shown: &ReviewShown) -> Option<Inset> {
    shown.held?;
    let typed = &shown.typed;
    let why = heard::unsaid(&typed.says, &typed.unheard, &shown.pupil);
    if !why.is_empty() {
        return Some(Inset::new(why.join(" ")));
    }
    let said = |of: ViewOf| {
        let words = typed.says.get(of.code());
        words.is_some_and(|words| !words.trim().is_empty())
    };
    let about = |answer: &TargetAnswer| !answer.pupil_says.trim().is_empty();
    let spoke = |of| said(of) || shown.voices.has_heard(of);
    let pupil = spoke(ViewOf::Pupil) || typed.targets.values().any(about);
    let missing = match (pupil, spoke(ViewOf::Home)) {
        (true, true) => return None,
        (false, true) => format!("what {} says", shown.pupil),
        (true, false) => "what home says".to_owned(),
        (false, false) => format!("what {} says, or what home says", shown.pupil),
    };
    Some(Inset::new(format!(
        "Nobody wrote {missing}. Ask or ring, and record it under “Record something”."
    )))
}

/// Whether a promise was kept, in a colour of adults.
pub(super) fn kept(delivery: Delivery) -> Tag {
    match delivery {
        Delivery::Done => Tag::done(delivery.label()),
        Delivery::Partly => Tag::wants_attention(delivery.label()),
        Delivery::NotDone => Tag::adult_is_late(delivery.label()),
    }
}

fn target(shown: &ReviewShown, line: &app::reviews::view::TargetLine) -> Settled {
    let answer = shown.typed.targets.get(&line.id.to_string()).cloned();
    let answer: TargetAnswer = answer.unwrap_or_default();
    let decision = answer.decision.parse::<DecisionName>().ok();
    let step = |step: &Option<String>| step.clone().unwrap_or_default();
    let next = match decision {
        None => String::new(),
        Some(DecisionName::Keep) => format!("Keep the step: {}.", line.step),
        Some(DecisionName::StepUp) => format!("A step up, to {}.", step(&line.up)),
        Some(DecisionName::StepDown) => format!("A step down, to {}.", step(&line.down)),
        Some(DecisionName::Change) => format!("Change: {}", answer.different),
    };
    let help = answer
        .more_help
        .iter()
        .filter_map(|code| code.parse::<MoreHelp>().ok());
    let mut help: Vec<String> = help
        .map(|one| match one {
            MoreHelp::SomethingElse => words::capital(&answer.other_help),
            one => one.label().to_owned(),
        })
        .collect();
    if !answer.no_new_help.trim().is_empty() {
        help.push(format!("Nothing new, because: {}", answer.no_new_help));
    }
    Settled {
        number: line.number,
        name: line.name.clone(),
        facts: facts(line),
        going: answer
            .progress
            .parse::<Progress>()
            .ok()
            // In words of one colour: a tag is never about a pupil.
            .map(Progress::label),
        next,
        pupil: answer.pupil_says,
        help,
        told: voices::of_target(&shown.voices, line.id),
    }
}

fn whole(shown: &ReviewShown) -> SummaryList {
    let typed = &shown.typed;
    let mut list = SummaryList::new();
    if !typed.what_works.trim().is_empty() {
        list = list.row("What helps", typed.what_works.as_str());
    }
    if let Ok(outlook) = typed.outlook.parse::<Outlook>() {
        list = list.row("How the plan looks", outlook.label());
    }
    let talked: Vec<&str> = typed
        .talked_over
        .iter()
        .filter_map(|code| code.parse::<domain::programme::NextOption>().ok())
        .map(domain::programme::NextOption::label)
        .collect();
    if !talked.is_empty() {
        list = list.row("Talked over", talked.join("; "));
    }
    if !typed.second_why.trim().is_empty() {
        let needed = typed.second == "needed";
        let words = if needed { "Needed. " } else { "Not needed. " };
        list = list.row("A second review", format!("{words}{}", typed.second_why));
    }
    if !typed.why_late.trim().is_empty() {
        list = list.row("Why it was late", typed.why_late.as_str());
    }
    if let Ok(on) = typed.next_on.parse() {
        list = list.row("Next meeting", words::long_date_with_year(on));
    }
    list
}

/// What the review leaves to do: only what this person may, and what is open.
fn to_do(shown: &ReviewShown, case: &CaseView, may: ActionSet) -> Vec<Button> {
    if shown.held.is_none() {
        return Vec::new();
    }
    let running = case.programme.stage.name() == domain::programme::StageName::Active;
    let base = path(&case.programme.reference);
    let mut found = Vec::new();
    let signing = domain::programme::Task::Signatures;
    let unsigned = case
        .tasks
        .iter()
        .any(|task| task.task == signing && task.done.is_none());
    if running && unsigned && may.has(Action::RecordSignature) {
        found.push(Button::link(
            "Sign the new version of the plan",
            format!("{base}/plan/sign"),
        ));
    }
    let new = |answer: &TargetAnswer| answer.decision == "change" || !answer.more_help.is_empty();
    if running && may.has(Action::AmendPlan) && shown.typed.targets.values().any(new) {
        found.push(Button::link(
            "Write what changes into the plan",
            format!("{base}/plan"),
        ));
    }
    if running && may.has(Action::BookMeeting) && shown.next.2.is_none() {
        found.push(Button::link(
            "Book the next meeting",
            format!("{base}/meetings/book"),
        ));
    }
    if let Some(id) = shown.id.filter(|_| may.has(Action::SignPaper)) {
        let to = format!("{base}/signing/{}", Paper::Review(id));
        found.push(Button::link("Sign the review, or record who signed", to));
    }
    let later = found.split_off(found.len().min(1)).into_iter();
    found.extend(later.map(Button::secondary));
    found
}
