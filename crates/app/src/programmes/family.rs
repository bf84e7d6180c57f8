//! That the family was told: by phone first, always before a letter.

use domain::{
    contact::Standing,
    event::Event,
    id::ContactId,
    programme::{AskChannel, ProgrammeRef, Task},
    referral::{FamilyAware, Referral},
};
use jiff::civil::Date;
use store::{Tx, contacts, programmes, referrals};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Records that someone of the family was reached about the programme.
#[derive(Debug)]
pub struct RecordFamilyTold {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Whom.
    pub contact: ContactId,
    /// How.
    pub by: AskChannel,
    /// When.
    pub on: Date,
}

impl Command for RecordFamilyTold {
    const ACTION: Action = Action::TellFamily;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let me = cx.person()?.account;
        if self.on > today {
            return Err(Refusal::field(
                "told-on",
                "The day the family was told must be today or in the past",
            ));
        }
        let contact = contacts::of_pupil(cx.tx(), school, case.pupil.id)?
            .into_iter()
            .find(|contact| contact.id == self.contact)
            .ok_or_else(|| Refusal::field("contact", "Choose who was told"))?;
        if contact.standing(today) == Standing::Nothing {
            return Err(Refusal::field(
                "contact",
                "This contact may not be told about the programme. Choose someone else",
            ));
        }
        let reached = referrals::FamilyRow {
            contact: self.contact,
            channel: self.by,
            on: self.on,
            by: me,
        };
        referrals::add_family_contact(cx.tx(), school, programme, &reached)?;
        programmes::finish_task(cx.tx(), school, programme, Task::ContactFamily, me, today)?;
        let event = Event::FamilyContacted {
            programme,
            contact: self.contact,
            by: self.by,
            on: self.on,
        };
        Ok(cx.record(event, ()))
    }
}

/// What the referral says of the family, with what was recorded since.
pub(super) fn overlay(
    tx: &mut Tx<'_>,
    case: &Case,
    referral: &mut Referral,
) -> Result<(), Refusal> {
    if referral.family.and_then(FamilyAware::told_on).is_some() {
        return Ok(());
    }
    let told = referrals::family_contacts(tx, case.programme.school, case.programme.id)?;
    if let Some(first) = told.first() {
        let on = first.on;
        referral.family = Some(match first.channel {
            AskChannel::InPerson => FamilyAware::InPerson { on },
            _ => FamilyAware::ByPhone { on },
        });
    }
    Ok(())
}
