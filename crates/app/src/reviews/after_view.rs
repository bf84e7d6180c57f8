//! Looking at aftercare: what was agreed, the days somebody looks in, and what
//! was found.

use domain::{
    outcome::AftercareCheck,
    programme::{ProgrammeRef, Stage, StageName, Task},
};
use jiff::civil::Date;
use store::{aftercare, outcomes, programmes};

use crate::{Query, Refusal, action::Action, gate::Viewing, subject::Case};

/// Shows what comes after.
#[derive(Debug)]
pub struct AfterView {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// What comes after, as its page shows it.
#[derive(Debug, Clone)]
pub struct AfterShown {
    /// What the pupil is called.
    pub pupil: String,
    /// How far the programme is.
    pub stage: StageName,
    /// The last day of aftercare.
    pub until: Option<Date>,
    /// Days on which somebody still looks in.
    pub to_come: Vec<Date>,
    /// What was found so far.
    pub checks: Vec<AftercareCheck>,
    /// The named adult who looks in.
    pub adult: Option<String>,
    /// What carries on, and until when.
    pub carries_on: Vec<(String, Date)>,
    /// Things to keep.
    pub keeps: Vec<String>,
    /// What to look out for.
    pub early_signs: Vec<String>,
    /// What to do when it appears.
    pub if_they_appear: String,
}

impl Query for AfterView {
    const ACTION: Action = Action::ViewEvidence;
    type On = Case;
    type Output = AfterShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<AfterShown, Refusal> {
        let (school, id) = (case.programme.school, case.programme.id);
        let ending = outcomes::newest(cx.tx(), school, id)?;
        let typed = ending.map(|row| row.typed).unwrap_or_default();
        let tasks = programmes::tasks(cx.tx(), school, id)?;
        let open = tasks
            .iter()
            .filter(|task| task.task == Task::AftercareCheck && task.done.is_none());
        let to_come = open.map(|task| task.due).collect();
        let until = match case.programme.stage {
            Stage::Aftercare { until, .. } => Some(until),
            _ => None,
        };
        let lines = |typed: &str| -> Vec<String> {
            let each = typed.lines().map(str::trim);
            each.filter(|one| !one.is_empty())
                .map(str::to_owned)
                .collect()
        };
        Ok(AfterShown {
            pupil: case.pupil.name.called().to_owned(),
            stage: case.programme.stage.name(),
            until,
            to_come,
            checks: aftercare::checks(cx.tx(), school, id)?,
            adult: named(&case, &typed.adult),
            carries_on: typed
                .carries_on
                .iter()
                .filter_map(|one| {
                    let what = one.what.trim();
                    let what = match named(&case, &one.who) {
                        Some(who) => format!("{who}: {what}"),
                        None => what.to_owned(),
                    };
                    Some((what, one.until.trim().parse().ok()?))
                })
                .collect(),
            keeps: lines(&typed.keeps),
            early_signs: lines(&typed.early_signs),
            if_they_appear: typed.if_they_appear.trim().to_owned(),
        })
    }
}

/// Someone taking part, by their written id. People who have left keep their name.
fn named(case: &Case, written: &str) -> Option<String> {
    let mut all = case.people.iter();
    let found = all.find(|person| person.id.to_string() == written)?;
    Some(found.name.clone())
}
