//! The programme before: one that was begun again refers to the documents of the
//! one it follows, and each is read where it is, by whoever may read it there.

use domain::programme::{ProgrammeRef, StageName};

use crate::{
    Refusal,
    gate::Viewing,
    policy::{self, ActionSet},
    subject::{Case, Subject as _},
};

/// The programme that this one follows.
#[derive(Debug, Clone)]
pub struct Before {
    /// Which.
    pub reference: ProgrammeRef,
    /// Its stage.
    pub stage: StageName,
    /// What this reader may do there.
    pub may: ActionSet,
}

/// The programme before, as far as this reader may know of it.
pub(crate) fn of(cx: &mut Viewing<'_, '_>, case: &Case) -> Result<Option<Before>, Refusal> {
    let (school, today, actor) = (case.programme.school, cx.today(), cx.actor().clone());
    let Some(after) = case.programme.after else {
        return Ok(None);
    };
    let Some(before) = store::programmes::by_id(cx.tx(), school, after)? else {
        return Ok(None);
    };
    let reference = before.reference.clone();
    let Some((case, facts)) = Case::load(cx.tx(), &actor, reference, today)? else {
        return Ok(None);
    };
    if !policy::sees(&facts) {
        return Ok(None);
    }
    Ok(Some(Before {
        reference: case.programme.reference.clone(),
        stage: case.programme.stage.name(),
        may: policy::all_allowed(&actor, &facts),
    }))
}
