//! Targets that adults are to talk about between reviews, in the fixed words.

use app::{
    action::Action,
    policy::ActionSet,
    programmes::{show::CaseView, today::Suggests},
};

use crate::{components::Task, pages::programmes::header::path};

/// A line a target, for those who see the record of days.
pub(super) fn tasks(case: &CaseView, may: ActionSet) -> Vec<Task> {
    if !may.has(Action::ViewEvidence) {
        return Vec::new();
    }
    let place = format!("{}/plan", path(&case.programme.reference));
    let line = |one: &app::programmes::today::TargetNews| {
        let (title, words) = match one.suggests.as_ref()? {
            Suggests::StepUp(words) => (format!("Offer a step up on target {}", one.number), words),
            Suggests::MoreHelp(words) => (format!("Talk about target {}", one.number), words),
        };
        Some(Task::new(title, &place).hint(format!("{}. {words}", one.name)))
    };
    case.talk.iter().filter_map(line).collect()
}
