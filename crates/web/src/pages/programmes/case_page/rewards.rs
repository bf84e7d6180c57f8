//! The rewards of a target: how often each was given, and one press to say that
//! it was given today.

use app::{action::Action, policy::ActionSet, programmes::show::CaseView};
use domain::{commitment::Reward, plan::Plan, target::Target};
use jiff::civil::Date;

use crate::{
    components::{Button, Hidden, Markup, Phrase},
    pages::programmes::header::path,
    words,
};

/// Under the reward of one target.
pub(super) fn given(
    case: &CaseView,
    plan: &Plan,
    target: &Target,
    may: ActionSet,
    (token, today): (&Hidden, Date),
) -> Markup {
    let run = case.programme.stage.run();
    let runs = run.is_some_and(|run| (run.dates.starts..=run.dates.ends.due.on).contains(&today));
    // What goes with the whole plan stands under the first target only.
    let first = plan.targets.first().is_some_and(|one| one.id == target.id);
    let here = |reward: &Reward| {
        reward.targets.first() == Some(&target.id) || reward.targets.is_empty() && first
    };
    let all = plan.rewards.iter().enumerate().filter(|(_, one)| here(one));
    all.fold(Markup::default(), |drawn, (place, reward)| {
        let days = days_of(case, reward);
        let drawn = match often(&days, today) {
            Some(words) => drawn.and(Phrase::default().quiet(words).new_line()),
            None => drawn,
        };
        if !runs || !may.has(Action::RecordNote) || days.contains(&today) {
            return drawn;
        }
        let action = format!("{}/reward", path(&case.programme.reference));
        let button = Button::post("Given today", action, token.clone());
        let button = button.with("reward", place);
        drawn.and(
            button
                .with("version", plan.version.number())
                .about(&reward.text)
                .secondary()
                .small(),
        )
    })
}

/// The days on which a reward was given, oldest first.
fn days_of(case: &CaseView, reward: &Reward) -> Vec<Date> {
    let this = case
        .rewards
        .iter()
        .filter(|(_, said)| said == reward.text.as_str());
    this.map(|(on, _)| *on).collect()
}

/// "Given three times, last on Friday 6 November."
fn often(days: &[Date], today: Date) -> Option<String> {
    let last = *days.last()?;
    let last = match words::small(&words::recent_day(last, today)).as_str() {
        near @ ("today" | "yesterday") => near.to_owned(),
        _ => format!("on {}", words::long_date(last)),
    };
    Some(match days.len() {
        1 => format!("Given once, {last}."),
        2 => format!("Given twice, last {last}."),
        many => format!(
            "Given {}, last {last}.",
            words::figures(many, "time", "times")
        ),
    })
}
