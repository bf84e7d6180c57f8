//! Every version of a plan, and what changed from one to the next in words.

use domain::{
    plan::{PlanVersion, compare},
    programme::ProgrammeRef,
    sealed::{Apart, InPart, Reading, Sealed, Shown},
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
        let line = |place: usize| -> VersionLine {
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
        let sealed = (0..all.len()).map(|place| Sealed::new("D29", None, line(place)));
        let shown = cx.lens().open_all(sealed.collect());
        Ok(VersionsView {
            reference: case.programme.reference.clone(),
            pupil: case.pupil.name.called().into(),
            pupil_full: case.pupil.name.full(),
            versions: shown.into_iter().map(Shown::into_inner).collect(),
        })
    }
}

/// Who reads a part of the plan reads the one in force. Whoever is kept apart
/// from somebody reads no reason and no change that tells of them.
impl InPart for VersionLine {
    fn in_part(self, _: &'static str) -> Option<Self> {
        None
    }

    fn without(mut self, apart: &Apart) -> Option<Self> {
        self.reason.take_if(|reason| apart.is_told_by(reason));
        self.changes.retain(|words| !apart.is_told_by(words));
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use domain::id::PersonId;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_old_version_says_nothing_of_somebody_its_reader_is_kept_apart_from() {
        let mut apart = Apart::default();
        let dana = PersonId::new(Uuid::from_u128(5));
        apart.add_person(dana, ["Dana Tidewell", "Dana"]);
        let line = VersionLine {
            version: PlanVersion::FIRST,
            agreed_on: date(2026, 11, 10),
            reason: Some("Dana Tidewell moved to 12 Sea Road".into()),
            changes: vec![
                "A new promise: ring Dana on Fridays.".into(),
                "A target is harder.".into(),
            ],
            targets: 2,
        };
        let shown = line.without(&apart).unwrap();
        assert_eq!((shown.reason, shown.targets), (None, 2));
        assert_eq!(shown.changes, ["A target is harder."]);
    }
}
