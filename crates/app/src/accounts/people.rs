//! Who has an account.

use domain::{
    account::{AccountKind, SchoolRoles},
    id::AccountId,
};

use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    subject::{OwnAccount, School},
};

/// One person on the list.
#[derive(Debug, Clone)]
pub struct PersonLine {
    /// Their account.
    pub id: AccountId,
    /// Their name.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// Which kind of person.
    pub kind: AccountKind,
    /// What they are in the school.
    pub roles: SchoolRoles,
    /// Whether the account can be used.
    pub usable: Usable,
}

/// Whether an account can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usable {
    /// It can.
    Yes,
    /// Its person has not yet taken it up.
    Invited,
    /// It was disabled.
    Disabled,
}

/// Everyone with an account in the school.
#[derive(Debug)]
pub struct People;

impl Query for People {
    const ACTION: Action = Action::ViewPeople;
    type On = School;
    type Output = Vec<PersonLine>;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Vec<PersonLine>, Refusal> {
        let accounts = store::accounts::of_school(cx.tx(), school.0.id)?;
        Ok(accounts.into_iter().map(line).collect())
    }
}

/// One's own account.
#[derive(Debug)]
pub struct Myself;

impl Query for Myself {
    const ACTION: Action = Action::ViewAccount;
    type On = OwnAccount;
    type Output = PersonLine;

    fn on(&self) {}

    fn run(self, on: OwnAccount, _: &mut Viewing<'_, '_>) -> Result<PersonLine, Refusal> {
        Ok(line(on.0))
    }
}

fn line(account: store::accounts::AccountRow) -> PersonLine {
    PersonLine {
        id: account.id,
        name: account.name,
        email: account.email.as_str().to_owned(),
        kind: account.kind,
        roles: account.roles,
        usable: match (account.disabled_at, account.password) {
            (Some(_), _) => Usable::Disabled,
            (None, None) => Usable::Invited,
            (None, Some(_)) => Usable::Yes,
        },
    }
}
