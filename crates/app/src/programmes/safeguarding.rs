//! The safeguarding check: what was found, never why.

use domain::{
    event::Event,
    programme::{ProgrammeRef, SafeguardingCheck},
};
use store::referrals;

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// The safeguarding lead records a check. The last one stands.
#[derive(Debug)]
pub struct CheckSafeguarding {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What was found.
    pub found: SafeguardingCheck,
}

impl Command for CheckSafeguarding {
    const ACTION: Action = Action::CheckSafeguarding;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let check = referrals::CheckRow {
            found: self.found,
            on: cx.today(),
            by: cx.person()?.account,
        };
        let programme = case.programme.id;
        referrals::add_check(cx.tx(), case.programme.school, programme, &check)?;
        let found = self.found;
        Ok(cx.record(Event::SafeguardingChecked { programme, found }, ()))
    }
}
