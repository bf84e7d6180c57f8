//! Access of pupils and of the people at home when a list says that they left.

use domain::{
    account::{AccountKind, Email, PersonName, SchoolRoles},
    clock::Clock,
    id::AccountId,
    text::Line,
};
use jiff::{SignedDuration, civil::date};
use store::{accounts, people, sessions};
use testkit::on_both;
use uuid::Uuid;

use super::{Kind, Missing, World};

const BOTH: &str = "Adno,Surname,Forename,DOB,Contact 1 Name,Contact 1 Relationship\n\
    4101,Tidewell,Rowan,28/02/2014,Dana Tidewell,Mother\n4102,Marrow,Elsie,1/3/2014,Nora Marrow,Mother\n";

impl World {
    /// An account that Rowan's mother uses, signed in.
    fn dana(&self) -> AccountId {
        let id = AccountId::new(Uuid::from_u128(7));
        let email: Email = "dana@home.example".parse().unwrap();
        let name = PersonName::new(Line::new("Dana Tidewell").unwrap());
        let account = accounts::AccountRow {
            roles: SchoolRoles::NONE,
            ..accounts::AccountRow::new(self.school, id, email.clone(), &name, AccountKind::Family)
        };
        let contacts = self.contacts();
        let dana = contacts
            .iter()
            .find(|one| one.name.full.as_str() == "Dana Tidewell");
        let (dana, now) = (dana.unwrap().id, self.app.clock().now());
        let session = sessions::Session {
            school: self.school,
            account: id,
            made_at: now,
            seen_at: now,
            ends_at: now.checked_add(SignedDuration::from_hours(100)).unwrap(),
        };
        let write = |tx: &mut store::Tx<'_>| {
            accounts::add(tx, &account, now)?;
            sessions::begin(tx, "dana", &session)?;
            people::link_account(tx, self.school, id, &email, Some(dana), None)
        };
        self.app.db().write(write).unwrap();
        id
    }

    fn is_closed(&self, account: AccountId) -> bool {
        let found = self.read(|tx| accounts::find(tx, self.school, account));
        found.unwrap().disabled_at.is_some()
    }
}

#[test]
fn who_is_marked_as_left_is_cut_off_at_once_and_undoing_opens_the_account_again() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, BOTH.as_bytes());
        let dana = world.dana();
        let world = world.later(Clock::fixed_on(date(2026, 11, 11)));
        let rest = BOTH.replace("4101,Tidewell,Rowan,28/02/2014,Dana Tidewell,Mother\n", "");
        let (import, _) = world.preview(Kind::Pupils, rest.as_bytes());
        assert!(!world.is_closed(dana), "looking changes nothing");
        world.confirm(import, Missing::ManyLeft).unwrap();
        assert!(world.is_closed(dana));
        assert!(world.read(|tx| sessions::whose(tx, "dana")).is_none());
        let left = world.pupils().into_iter().find_map(|one| one.left_on);
        assert_eq!(
            left,
            Some(date(2026, 11, 10)),
            "they are not on today's list"
        );
        let world = world.later(Clock::fixed_on(date(2026, 11, 12)));
        assert_eq!(world.undo(import).unwrap().stay, 0);
        assert!(!world.is_closed(dana));
        assert!(world.pupils().iter().all(|one| one.left_on.is_none()));
    });
}

#[test]
fn a_list_that_says_nothing_of_leaving_cuts_nobody_off() {
    on_both(|engine| {
        let world = World::on(engine);
        world.import(Kind::Pupils, BOTH.as_bytes());
        let dana = world.dana();
        let gone = BOTH.replace("Dana Tidewell,Mother", ",");
        world.import(Kind::Pupils, gone.as_bytes());
        assert!(
            !world.is_closed(dana),
            "a person ends a contact, and no file"
        );
    });
}
