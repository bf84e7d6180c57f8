//! Who has an account.

use std::collections::HashMap;

use domain::{
    account::{AccountKind, SchoolRoles, StaffMember},
    id::{AccountId, StaffId},
};
use jiff::civil::Date;
use store::origins;

use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    roll::{Came, Names},
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
    /// Their last day, if the staff list says.
    pub left_on: Option<Date>,
    /// Where their line of the staff list came from, if they have one.
    pub came: Option<Came>,
}

/// Somebody on the staff list who has no account.
#[derive(Debug, Clone)]
pub struct ListedLine {
    /// Their name.
    pub name: String,
    /// Their post, as the school words it.
    pub post: Option<String>,
    /// Their last day, if the staff list says.
    pub left_on: Option<Date>,
    /// Where it came from.
    pub came: Option<Came>,
}

/// The people of a school.
#[derive(Debug, Clone)]
pub struct PeopleView {
    /// Everyone with an account.
    pub people: Vec<PersonLine>,
    /// Staff without one, who have not left.
    pub listed: Vec<ListedLine>,
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
    type Output = PeopleView;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<PeopleView, Refusal> {
        let (school, today) = (school.0.id, cx.today());
        let accounts = store::accounts::of_school(cx.tx(), school)?;
        let names = Names::of(cx.tx(), school)?;
        let origins = origins::of_staff(cx.tx(), school)?.into_iter();
        let mut came: HashMap<StaffId, Came> = origins
            .map(|(staff, row)| (staff, Came::of(row, &names)))
            .collect();
        let staff = store::staff::of_school(cx.tx(), school)?.into_iter();
        let mut staff: HashMap<StaffId, StaffMember> =
            staff.map(|(_, member)| (member.id, member)).collect();
        let people = accounts.into_iter().map(|account| {
            let id = StaffId::new(account.id.uuid());
            let member = staff.remove(&id);
            PersonLine {
                left_on: member.and_then(|member| member.left_on),
                came: came.remove(&id),
                ..line(account)
            }
        });
        let people = people.collect();
        let here = staff.into_values().filter(|member| member.works_on(today));
        let mut listed: Vec<ListedLine> = here
            .map(|member| ListedLine {
                name: member.name.full.to_string(),
                post: member.post.as_ref().map(ToString::to_string),
                left_on: member.left_on,
                came: came.remove(&member.id),
            })
            .collect();
        listed.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(PeopleView { people, listed })
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
        left_on: None,
        came: None,
    }
}
