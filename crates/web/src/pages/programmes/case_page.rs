//! `/programmes/{ref}`: fills the case page with one programme.

mod people;
mod rewards;
mod stage;
mod talk;
mod told;

use app::{
    action::Action,
    policy::ActionSet,
    programmes::show::{CaseView, NoteKind},
};
use axum::{extract::Path, response::Response};
use domain::{
    plan::Plan,
    programme::{ProgrammeRef, StageName},
    referral::{OtherPlan, Relation},
    target::{Level, Target},
};
use jiff::civil::Date;

use self::{
    people::people,
    stage::{inset, phases, tasks},
};
use super::{
    header::{header, path},
    show::{PlanAtAGlance, ShowPage},
    weeks,
};
use crate::{
    charts::{Caption, Ladder, Stair},
    components::{Button, Empty, Feed, Hidden, Icon, Markup, Phrase, TargetCard},
    failure::Failure,
    session::{Visit, page},
    words,
};

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(reference): Path<String>) -> Result<Response, Failure> {
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let actor = visit.actor().clone();
    let fetched = visit
        .site()
        .blocking(move |app| app.open_case(&actor, &reference))
        .await?;
    let today = visit.today();
    let (case, may) = (fetched.answer, fetched.may);
    // A pupil's whole name is not put into a title that others can see over a shoulder.
    let frame = visit
        .frame(case.programme.reference.to_string())
        .section("Programmes");
    let base = path(&case.programme.reference);
    let mut head = header(&case, may, "Overview");
    if let Some(timeline) = weeks::timeline(&case, today) {
        head = head.extra(timeline);
    }
    if case.plan.is_some() && may.has(Action::PrintPlan) {
        let print = Button::link("Print the plan", format!("{base}/plan.pdf"));
        head = head.action(print.secondary().icon(Icon::Print));
    }
    let token = frame.csrf_field();
    page(&ShowPage {
        frame,
        case: head,
        pupil: case.pupil.name.called().to_owned(),
        told: told::told(&case, &token),
        inset: inset(&case),
        phases: phases(&case),
        tasks: tasks(&case, may, today, &token),
        tasks_done: None,
        lately: lately(&case, today),
        decided: told::decided(&case),
        history: None,
        people: people(&case),
        change_people: may.has(Action::AddPerson).then(|| format!("{base}/people")),
        moves: moves(&case, may).then(|| format!("{base}/moves")),
        outcome: judged(&case, may).then(|| format!("{base}/meetings/final/outcome")),
        other_plans: case.other_plans.iter().copied().map(beside).collect(),
        plan: glance(&case, &base, may, (&token, today)),
    })
}

/// Whether anything on the page of moves is for this person.
fn moves(case: &CaseView, may: ActionSet) -> bool {
    let ends = [
        Action::RaiseConcern,
        Action::Pause,
        Action::Resume,
        Action::Extend,
        Action::Transfer,
        Action::Withdraw,
        Action::CorrectStage,
    ];
    let started = case.programme.stage.name() != StageName::Draft;
    started && ends.iter().any(|action| may.has(*action))
}

/// Whether the programme came to a judgement that this person may read.
fn judged(case: &CaseView, may: ActionSet) -> bool {
    let over = matches!(
        case.programme.stage.name(),
        StageName::Aftercare | StageName::Escalation | StageName::Archived
    );
    over && may.has(Action::ViewEvidence)
}

/// "SEN support plan runs beside this one."
fn beside(plan: OtherPlan) -> Phrase {
    let how = match plan.relation() {
        Relation::Replaced => " is replaced by this one while it runs.",
        Relation::Beside => " runs beside this one.",
        Relation::Linked => " stays as it is. The two refer to each other.",
    };
    Phrase::bold(plan.label()).text(how)
}

fn lately(case: &CaseView, today: Date) -> Feed {
    let feed = case.lately.iter().fold(Feed::new(), |feed, note| {
        let said = note.words.as_deref().unwrap_or_default();
        let with = note.with.as_deref().unwrap_or("home");
        let (icon, words) = match note.kind {
            NoteKind::GoodNews => (
                Icon::Star,
                Phrase::bold(format!("{}:", note.name)).text(format!(" {said}")),
            ),
            NoteKind::Contact => (
                Icon::Speech,
                Phrase::bold(&note.name).text(format!(" was in touch with {with}. {said}")),
            ),
            NoteKind::Tried => (
                Icon::Speech,
                Phrase::bold(&note.name).text(format!(" tried to reach {with}. {said}")),
            ),
            NoteKind::Reward => (
                Icon::Gift,
                Phrase::bold(&note.name).text(format!(" gave a reward: {}", words::small(said))),
            ),
            NoteKind::NotMet => {
                let could = format!(" could not meet {} this time.", case.pupil.name.called());
                (Icon::People, Phrase::bold(&note.name).text(could))
            }
            NoteKind::CheckIn => {
                let how_long = note
                    .minutes
                    .map(|minutes| format!(" for {minutes} minutes"))
                    .unwrap_or_default();
                let met = format!(" met {}{how_long}. {said}", case.pupil.name.called());
                (Icon::People, Phrase::bold(&note.name).text(met))
            }
        };
        feed.item(icon, words, note.on, today)
    });
    match &case.begun {
        Some(begun) => {
            let words = Phrase::bold(&begun.by).text(" agreed the start.");
            feed.item(Icon::Tick, words, begun.on, today)
        }
        None => feed,
    }
}

fn glance(
    case: &CaseView,
    base: &str,
    may: ActionSet,
    (token, today): (&Hidden, Date),
) -> PlanAtAGlance {
    let Some(plan) = &case.plan else {
        let empty = Empty::nothing_yet(
            "No plan yet",
            "It is written and agreed at the first meeting.",
        );
        let begun = case.programme.stage.name().is_family_visible();
        return PlanAtAGlance::NotYet(if begun {
            empty.button(Button::link("Go to the plan", format!("{base}/plan")).secondary())
        } else {
            empty
        });
    };
    let version = Phrase::new(format!("{}. ", words::capital(&plan.version.to_string())))
        .link(format!("{base}/plan"), "Read the whole plan");
    let targets = plan
        .targets
        .iter()
        .enumerate()
        .map(|(at, target)| TargetCard {
            given: rewards::given(case, plan, target, may, (token, today)),
            ..card(plan, target, at + 1, base)
        })
        .collect();
    PlanAtAGlance::Agreed { version, targets }
}

fn card(plan: &Plan, target: &Target, number: usize, base: &str) -> TargetCard {
    let helps: Vec<String> = plan
        .helping(target.id)
        .map(domain::commitment::Commitment::sentence)
        .collect();
    let rewards: Vec<String> = plan
        .rewards
        .iter()
        .filter(|reward| reward.targets.is_empty() || reward.targets.contains(&target.id))
        .map(|reward| match &reward.how_often {
            Some(often) => format!("{}, {often}", reward.text),
            None => reward.text.to_string(),
        })
        .collect();
    TargetCard {
        number,
        step: Phrase::new(format!(
            "Step {} of {}",
            target.step.number(),
            target.ladder.steps().len()
        )),
        name: target.short_name.to_string(),
        href: Some(format!("{base}/plan")),
        says: format!("{}.", target.statement.as_str().trim_end_matches('.')),
        ladder: Some(ladder(target, number).draw()),
        helps: Phrase::new(helps.join(" ")),
        reward: Phrase::new(sentence(&rewards)),
        given: Markup::default(),
    }
}

/// "Ten minutes’ basketball, on Fridays."
fn sentence(all: &[String]) -> String {
    match words::list(all) {
        none if none.is_empty() => none,
        some => format!("{some}."),
    }
}

/// The stairs of one target, from where it started to its goal.
pub fn ladder(target: &Target, number: usize) -> Ladder {
    let label = |level: Level| {
        if level.in_tenths().is_multiple_of(10) {
            target.scale.of(level)
        } else {
            target.scale.label(level)
        }
    };
    let now = target.step.number();
    let mut stairs = vec![Stair::before(label(target.baseline.level))];
    for (at, step) in target.ladder.steps().iter().enumerate() {
        let at = at + 1;
        let stair = match at.cmp(&usize::from(now)) {
            std::cmp::Ordering::Less => Stair::reached(label(step.level)),
            std::cmp::Ordering::Equal => Stair::now(label(step.level)),
            std::cmp::Ordering::Greater => Stair::to_come(label(step.level)),
        };
        stairs.push(stair);
    }
    let caption = Caption::new(
        format!("ladder-{number}"),
        format!("Step ladder for target {number}"),
    )
    .description(format!(
        "{} On step {now} of {}.",
        target.before(),
        target.ladder.steps().len()
    ));
    Ladder::to_goal(caption, stairs)
}
