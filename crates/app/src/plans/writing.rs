//! The next version of the plan as it is being written, for those who write it.

use domain::plan::{AgreedPlan, Change, PlanDraft, PlanHash, PlanVersion, compare};
use store::plans::DraftRow;

use super::{Around, agree, around};
use crate::{
    Refusal, action::Action, gate::Viewing, meetings::view::Someone, policy, subject::Case,
};

/// The next version as it is being written.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// Its number.
    pub version: PlanVersion,
    /// Whether anybody has begun to change it.
    pub begun: Begun,
    /// What was typed.
    pub typed: PlanDraft,
    /// What a form sends back, so that nobody agrees to what they did not see.
    pub seen: PlanHash,
    /// Everything that stops it from being agreed, in words.
    pub missing: Vec<String>,
    /// What is worth a second thought.
    pub nudges: Vec<String>,
    /// What changes from the version in force.
    pub changes: Vec<Change>,
    /// The people and dates around it.
    pub around: Around,
    /// Everyone taking part.
    pub people: Vec<Someone>,
}

impl DraftView {
    /// The name behind a written id; the text itself when it is nobody's.
    pub fn called(&self, written: &str) -> String {
        let mut people = self.people.iter();
        let found = people.find(|one| one.id.to_string() == written);
        found.map_or_else(|| written.to_owned(), |one| one.name.clone())
    }
}

impl DraftView {
    /// What a target says, by its written id; the id itself when there is none.
    pub fn statement_of(&self, written: &str) -> String {
        let mut targets = self.typed.targets.iter();
        let found = targets.find(|one| one.id.to_string() == written);
        found.map_or_else(|| written.to_owned(), |one| one.draft.statement.clone())
    }
}

/// Whether the next version is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    /// It says what the version in force says.
    NotYet,
    /// It says something else, or there is no version in force.
    Yes,
}

/// What is being written, for those who may write it at this stage.
pub(super) fn draft(
    case: &Case,
    cx: &mut Viewing<'_, '_>,
    newest: Option<&AgreedPlan>,
) -> Result<Option<DraftView>, Refusal> {
    let rule = policy::rule(Action::DraftPlan);
    let stage = case.programme.stage.name();
    if !cx.facts().case.has_any(rule.case) || !rule.stages.contains(&stage) {
        return Ok(None);
    }
    let id = cx.app().new_id()?;
    let row = around::draft(cx.tx(), case, newest, || Ok(id))?;
    let today = cx.today();
    let around = Around::now(cx.tx(), case, today)?;
    let (missing, nudges, changes) = reading(&row, &around, newest);
    let seen = around::seen(&row.typed);
    let as_agreed = newest.map(|newest| around::seen(&newest.plan().into()));
    let begun = match as_agreed {
        Some(agreed) if agreed == seen => Begun::NotYet,
        _ => Begun::Yes,
    };
    Ok(Some(DraftView {
        version: row.version,
        begun,
        seen,
        typed: row.typed,
        missing,
        nudges,
        changes,
        people: case.told().map(Someone::from).collect(),
        around,
    }))
}

fn reading(
    row: &DraftRow,
    around: &Around,
    newest: Option<&AgreedPlan>,
) -> (Vec<String>, Vec<String>, Vec<Change>) {
    let plan = match row.typed.parse(row.plan, row.version, &around.frame()) {
        Ok(plan) => plan,
        Err(problems) => {
            let words = problems
                .iter()
                .map(|problem| agree::placed(&row.typed, problem.place, &problem.words));
            return (words.collect(), Vec::new(), Vec::new());
        }
    };
    let missing = plan
        .problems()
        .iter()
        // The reason is asked for where the change is agreed.
        .filter(|problem| !matches!(problem, domain::plan::PlanProblem::NoReasonForTheChange))
        .map(|problem| problem.words(&around.pupil))
        .collect();
    let nudges = plan.nudges().into_iter();
    let nudges = nudges.map(|nudge| nudge.words(&around.pupil)).collect();
    let changes = newest.map_or_else(Vec::new, |newest| compare(newest.plan(), &plan));
    (missing, nudges, changes)
}
