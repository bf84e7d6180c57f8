//! Every version of a plan, and what changed from one to the next in words.

use domain::{
    plan::{PlanVersion, compare},
    programme::ProgrammeRef,
    sealed::Reading,
};
use jiff::civil::Date;

use crate::{Query, Refusal, action::Action, gate::Viewing, subject::Case};

/// Shows every version.
#[derive(Debug)]
pub struct ViewVersions {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// The versions of one plan.
#[derive(Debug, Clone)]
pub struct VersionsView {
    /// The programme.
    pub reference: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// The pupil's whole name.
    pub pupil_full: String,
    /// The versions, newest first.
    pub versions: Vec<VersionLine>,
}

/// One version.
#[derive(Debug, Clone)]
pub struct VersionLine {
    /// Its number.
    pub version: PlanVersion,
    /// When it was agreed.
    pub agreed_on: Date,
    /// Why it took the place of the one before.
    pub reason: Option<String>,
    /// What changed from the one before.
    pub changes: Vec<String>,
    /// How many targets it has open.
    pub targets: usize,
}

impl Query for ViewVersions {
    const ACTION: Action = Action::ViewPlan;
    type On = Case;
    type Output = VersionsView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<VersionsView, Refusal> {
        // Those who see part of the plan see the part in force.
        if cx.lens().reading("D29") != Reading::Full {
            return Err(Refusal::NotFound);
        }
        let (school, programme) = (case.programme.school, case.programme.id);
        let all = store::plans::versions(cx.tx(), school, programme)?;
        let line = |place: usize| {
            let (version, plan) = (&all[place], case.as_read(all[place].plan()));
            let before = all.get(place + 1);
            let changes =
                before.map_or_else(Vec::new, |old| compare(&case.as_read(old.plan()), &plan));
            VersionLine {
                version: plan.version,
                agreed_on: version.agreed_on(),
                reason: plan.reason.as_ref().map(ToString::to_string),
                changes: changes.into_iter().map(|change| change.words).collect(),
                targets: plan.open_targets().count(),
            }
        };
        Ok(VersionsView {
            reference: case.programme.reference.clone(),
            pupil: case.pupil.name.called().into(),
            pupil_full: case.pupil.name.full(),
            versions: (0..all.len()).map(line).collect(),
        })
    }
}
