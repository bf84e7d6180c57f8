//! Writing a referral: one step at a time, over the version it was read at.

use domain::{
    contact::Standing,
    event::Event,
    id::{ContactId, StaffId},
    programme::ProgrammeRef,
    pupil::Pupil,
};
use jiff::Timestamp;
use store::{contacts, referrals, staff};

use super::referral::{Draft, Fields, Problem, Saved, Step};
use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::Case,
};

/// Saves what was typed in one step, whatever is still to be sorted out in it.
#[derive(Debug)]
pub struct SaveReferral {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Which step.
    pub step: Step,
    /// The version of the step that was on the page.
    pub read_at: u32,
    /// What was typed.
    pub fields: Fields,
}

/// What became of it.
#[derive(Debug)]
pub enum Saving {
    /// It is saved; this is still to be sorted out in the step.
    Saved(Vec<Problem>),
    /// Someone saved the step since it was read; theirs stands.
    Clash(Box<Clash>),
}

/// What stands in place of what was typed.
#[derive(Debug)]
pub struct Clash {
    /// What is saved.
    pub saved: Saved,
    /// When.
    pub at: Option<Timestamp>,
}

impl Command for SaveReferral {
    const ACTION: Action = Action::SaveReferral;
    type On = Case;
    type Output = Saving;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<Saving>, Refusal> {
        let (school, id) = (case.programme.school, case.programme.id);
        let by = cx.person()?.account;
        let draft = Draft::load(cx.tx(), school, id)?;
        let saved = draft.step(self.step);
        if saved.fields == self.fields && draft.has(self.step) {
            let left = left_in(&draft, self.step, cx.today());
            return Ok(cx.unchanged(Saving::Saved(left)));
        }
        let row = referrals::StepRow {
            step: self.step.code().to_owned(),
            version: self.read_at.saturating_add(1),
            fields: self.fields.to_store()?,
            by,
            at: cx.now(),
        };
        if saved.version != self.read_at || !referrals::save_step(cx.tx(), school, id, &row)? {
            let rows = referrals::steps(cx.tx(), school, id)?;
            let at = rows.iter().find(|row| row.step == self.step.code());
            let at = at.map(|row| row.at);
            return Ok(cx.unchanged(Saving::Clash(Box::new(Clash { saved, at }))));
        }
        let draft = draft.with(self.step, self.fields);
        let event = Event::ReferralSaved {
            programme: id,
            version: draft.version(),
        };
        let left = left_in(&draft, self.step, cx.today());
        Ok(cx.record(event, Saving::Saved(left)))
    }
}

fn left_in(draft: &Draft, step: Step, today: jiff::civil::Date) -> Vec<Problem> {
    let mut left = draft.problems(today);
    left.retain(|problem| problem.step == step);
    left
}

/// The draft, for whoever writes it.
#[derive(Debug)]
pub struct OpenDraft {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// A draft with what its pages choose from.
#[derive(Debug)]
pub struct DraftView {
    /// The pupil.
    pub pupil: Pupil,
    /// What was typed.
    pub draft: Draft,
    /// Everything still to sort out.
    pub problems: Vec<Problem>,
    /// Staff to choose from, by name.
    pub staff: Vec<(StaffId, String)>,
    /// The pupil's contacts, and whether they may take part.
    pub contacts: Vec<ContactLine>,
}

/// One contact as the writer sees them: no address, no number.
#[derive(Debug, Clone)]
pub struct ContactLine {
    /// Which.
    pub id: ContactId,
    /// Their name.
    pub name: String,
    /// What they are to the pupil.
    pub relation: &'static str,
    /// What they may be told today.
    pub standing: Standing,
}

impl Query for OpenDraft {
    const ACTION: Action = Action::SaveReferral;
    type On = Case;
    type Output = DraftView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<DraftView, Refusal> {
        let (school, today) = (case.programme.school, cx.today());
        let draft = Draft::load(cx.tx(), school, case.programme.id)?;
        let problems = draft.problems(today);
        Ok(DraftView {
            draft,
            problems,
            staff: staff_lines(cx.tx(), school, today)?,
            contacts: contact_lines(cx.tx(), &case, today)?,
            pupil: case.pupil,
        })
    }
}

/// Staff who have not left, by name.
pub(super) fn staff_lines(
    tx: &mut store::Tx<'_>,
    school: domain::id::SchoolId,
    today: jiff::civil::Date,
) -> Result<Vec<(StaffId, String)>, Refusal> {
    let all = staff::of_school(tx, school)?.into_iter();
    let here = all.filter(|(_, member)| member.left_on.is_none_or(|left| left >= today));
    Ok(here
        .map(|(_, member)| (member.id, member.name.full.to_string()))
        .collect())
}

/// The pupil's contacts, whom to try first first.
pub(super) fn contact_lines(
    tx: &mut store::Tx<'_>,
    case: &Case,
    today: jiff::civil::Date,
) -> Result<Vec<ContactLine>, Refusal> {
    let all = contacts::of_pupil(tx, case.programme.school, case.pupil.id)?;
    let line = |contact: domain::contact::Contact| ContactLine {
        id: contact.id,
        relation: contact.relationship.label(),
        standing: contact.standing(today),
        name: contact.name.full.into(),
    };
    Ok(all.into_iter().map(line).collect())
}
