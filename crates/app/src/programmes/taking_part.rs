//! Who takes part in a programme, as staff see them: what each is, and whether
//! they can sign in.

use domain::{
    account::CaseRole,
    contact::Standing,
    id::{ContactId, PersonId, StaffId},
    programme::ProgrammeRef,
};
use store::{accounts::AccountRow, people};

use super::{
    invite::kind_for,
    save_referral::{ContactLine, contact_lines, staff_lines},
    taught::{Teaches, teachers},
};
use crate::{Query, Refusal, action::Action, gate::Viewing, subject::Case};

/// Who takes part, and whom one could add.
#[derive(Debug)]
pub struct PeopleOf {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// One person of the programme, as staff see them.
#[derive(Debug, Clone)]
pub struct PersonLine {
    /// Which.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What they are here.
    pub role: CaseRole,
    /// What they teach, or who they are: "mum", "Brackenford Outreach".
    pub line: String,
    /// Whether they can sign in.
    pub signs_in: SignsIn,
    /// The contact they are, if they are one.
    pub contact: Option<ContactId>,
    /// What they may be told today.
    pub standing: Standing,
}

/// Whether somebody can sign in, and what there is to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignsIn {
    /// They have an account.
    Yes,
    /// They have been handed an address and have not used it yet.
    Invited,
    /// They have none, and can be invited from here.
    CanBeInvited,
    /// They have none: staff are invited in the settings.
    No,
}

impl SignsIn {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Yes => "Has an account",
            Self::Invited => "Invited, not yet joined",
            Self::CanBeInvited | Self::No => "No account",
        }
    }
}

/// The people page.
#[derive(Debug)]
pub struct PeopleView {
    /// The case.
    pub case: Case,
    /// Those who take part now.
    pub people: Vec<PersonLine>,
    /// Staff to choose from.
    pub staff: Vec<(StaffId, String)>,
    /// Those of them who teach the pupil, to be offered first.
    pub teachers: Vec<Teaches>,
    /// The pupil's contacts.
    pub contacts: Vec<ContactLine>,
}

impl Query for PeopleOf {
    const ACTION: Action = Action::ViewReferral;
    type On = Case;
    type Output = PeopleView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<PeopleView, Refusal> {
        let (school, today) = (case.programme.school, cx.today());
        let accounts = store::accounts::of_school(cx.tx(), school)?;
        let staff = staff_lines(cx.tx(), school, today)?;
        Ok(PeopleView {
            teachers: teachers(cx.tx(), school, &case, &staff, today)?,
            staff,
            contacts: contact_lines(cx.tx(), &case, today)?,
            people: case
                .present()
                .map(|one| line(&case, one, &accounts))
                .collect(),
            case,
        })
    }
}

fn line(case: &Case, person: &people::PersonRow, accounts: &[AccountRow]) -> PersonLine {
    let account = person
        .account
        .and_then(|id| accounts.iter().find(|account| account.id == id));
    let signs_in = match account {
        Some(account) if account.password.is_some() => SignsIn::Yes,
        Some(_) => SignsIn::Invited,
        None if kind_for(person.role).is_some() => SignsIn::CanBeInvited,
        None => SignsIn::No,
    };
    // "History teacher" says the subject already.
    let note = person.note.as_deref();
    let subject = person.subject.as_deref();
    let subject = subject.filter(|subject| !note.is_some_and(|note| note.contains(subject)));
    let said = [subject, note];
    PersonLine {
        id: person.id,
        name: person.name.clone(),
        role: person.role,
        line: said.into_iter().flatten().collect::<Vec<_>>().join(", "),
        signs_in,
        contact: person.contact,
        standing: case.standing(person),
    }
}
