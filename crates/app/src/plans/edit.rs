//! Writing the plan, one sheet at a time.

use domain::{
    event::Event,
    id::Id,
    plan::{MOST_TARGETS, PlanEdit},
    programme::ProgrammeRef,
};

use super::around;
use crate::{
    App, Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

impl App {
    /// An id for a sheet somebody is about to write. The form carries it, so
    /// that sending a form twice writes one sheet.
    ///
    /// # Errors
    /// [`Refusal::Broken`] when the system gives no randomness.
    pub fn new_sheet<K>(&self) -> Result<Id<K>, Refusal> {
        self.new_id()
    }
}

/// Writes one sheet of the plan.
#[derive(Debug)]
pub struct EditPlan {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The change.
    pub edit: PlanEdit,
}

impl Command for EditPlan {
    const ACTION: Action = Action::DraftPlan;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme) = (case.programme.school, case.programme.id);
        let newest = store::plans::newest(cx.tx(), school, programme)?;
        let id = cx.new_id()?;
        let mut draft = around::draft(cx.tx(), &case, newest.as_ref(), || Ok(id))?;
        if let PlanEdit::Target { seen: None, .. } = self.edit {
            let open = |status: &str| status.is_empty() || status == "open";
            let has = draft
                .typed
                .targets
                .iter()
                .filter(|one| open(&one.status))
                .count();
            if has >= MOST_TARGETS {
                return Err(Refusal::rule(
                    "Four targets is the most anyone can keep in mind. Take one out first",
                ));
            }
        }
        draft.typed = draft
            .typed
            .edit(self.edit)
            .map_err(|_clash| Refusal::Conflict)?;
        let by = (cx.person()?.account, cx.now());
        store::plans::keep_draft(cx.tx(), school, programme, &draft, by)?;
        let event = Event::PlanDrafted {
            programme,
            plan: draft.plan,
            version: draft.version.number(),
        };
        Ok(cx.record(event, ()))
    }
}
