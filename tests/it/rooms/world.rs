//! Kestrel Bridge on Tuesday 10 November 2026 with Rowan's programme being
//! gathered for. His parents must be kept apart. Another school stands next door.

use app::{Actor, App, accounts::token::Token};
use domain::{
    account::{AccountKind, SchoolRole},
    contact::{Restriction, RestrictionKind},
    id::{ContactId, Id, PersonKind},
    programme::ProgrammeRef,
};
use jiff::civil::date;
use store::{Tx, accounts::AccountRow};
use testkit::{Browser, Engine, Town, town::TODAY};

use super::rows::written;
use crate::rows;
pub use crate::rows::{id, secret};

/// Staff with an account, by the number their ids are made of.
pub const AMINA: u128 = 1;
pub const JOEL: u128 = 2;
pub const ABARA: u128 = 3;
pub const HEAD: u128 = 9;
pub const LEAD: u128 = 8;
pub const BYSTANDER: u128 = 10;
pub const ELSEWHERE: u128 = 11;
/// Who brings files in; there once [`World::with_office`] was called.
pub const OFFICE: u128 = 31;
/// People in the programme without one.
pub const DANA: u128 = 5;
pub const KIT: u128 = 6;
pub const ROWAN: u128 = 7;
pub const TOMASZ: u128 = 12;

pub const HERE: u128 = 100;
pub const THERE: u128 = 200;
pub const PUPIL: u128 = 51;

pub struct World {
    pub town: Town,
}

pub fn person(number: u128) -> Id<PersonKind> {
    id(number)
}

pub fn reference() -> ProgrammeRef {
    "KB26-014".parse().unwrap()
}

impl World {
    pub fn new(engine: Engine) -> Self {
        let town = Town::bare(engine, TODAY);
        std::thread::scope(|scope| scope.spawn(|| written(&town.app)).join().unwrap());
        Self { town }
    }

    /// With somebody who brings files in.
    pub fn with_office(self) -> Self {
        self.signs_in(HERE, (OFFICE, "Grace Oakley"), &[SchoolRole::Office]);
        self
    }

    /// A member of staff with an account, signed in now.
    pub fn signs_in(&self, school: u128, who: (u128, &str), roles: &[SchoolRole]) {
        let now = self.app().clock().now();
        self.write(|tx| {
            let row = AccountRow {
                password: Some("not a password at all".into()),
                ..rows::account(id(school), who, AccountKind::Staff, roles)
            };
            store::accounts::add(tx, &row, now)?;
            rows::signed_in(tx, &row, now)
        });
    }

    /// The same person, signed in anew on another day.
    pub fn stays_signed_in(&self, who: u128) {
        let now = self.app().clock().now();
        self.write(|tx| {
            let account = store::accounts::find(tx, id(HERE), id(who))?;
            let hash = Token::sent(&secret(who)).hash();
            store::sessions::end(tx, &hash)?;
            rows::signed_in(tx, &account.unwrap(), now)
        });
    }

    pub fn app(&self) -> &App {
        &self.town.app
    }

    /// The browser of a member of staff, signed in.
    pub fn browser(&self, who: u128) -> Browser {
        let mut browser = self.town.browser();
        browser.carries(&Self::cookie(who));
        browser
    }

    /// What the browser of a member of staff carries, signed in.
    pub fn cookie(who: u128) -> String {
        format!("{}={}", web::session::SESSION_COOKIE, secret(who))
    }

    /// A member of staff at the door itself.
    pub fn actor(&self, who: u128) -> Actor {
        self.app()
            .actor(Some(&Token::sent(&secret(who))), "test")
            .unwrap()
    }

    /// Somebody invited from the people page, with their account taken up.
    pub fn invited(&self, who: u128, email: &str) -> Browser {
        let mut amina = self.browser(AMINA);
        let path = format!("/programmes/kb26-014/people/{}/invite", person(who));
        let page = amina.get(&path);
        let page = amina.press(&page, "Make the address", &[("email", email)]);
        let address = page.all("code").concat();
        let path = address.split("school.test").nth(1).unwrap_or_default();
        let mut theirs = self.town.browser();
        let page = theirs.get(path);
        let secret = testkit::town::PASSWORD;
        let fill = [("password", secret), ("password_again", secret)];
        let page = theirs.press(&page, "Make my account", &fill);
        assert_eq!(page.path, "/sign-in", "{}", page.text());
        theirs.sign_in(email, secret);
        theirs
    }

    /// Keeps a contact from something, as the safeguarding lead.
    pub fn restrict(&self, who: u128, kind: RestrictionKind) {
        let restriction = Restriction {
            kind,
            from: date(2026, 10, 1),
            until: None,
            seen_by: id(LEAD),
            words: None,
            ended: None,
        };
        let contact: ContactId = id(who);
        let now = self.app().clock().now();
        self.write(|tx| store::contacts::restrict(tx, (id(HERE), contact), &restriction, now));
    }

    /// Rows written straight to the store.
    pub fn write(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<(), store::Broken> + Send) {
        let app = self.app();
        std::thread::scope(|scope| {
            scope
                .spawn(|| app.db().write(work).unwrap())
                .join()
                .unwrap();
        });
    }

    /// How many events of a kind the programme's record holds.
    pub fn events(&self, kind: &str) -> usize {
        let all = self
            .app()
            .db()
            .read(|tx| store::events::of_programme(tx, id(HERE), id(50), 1000));
        all.unwrap()
            .iter()
            .filter_map(|one| one.event.as_ref())
            .filter(|event| event.kind() == kind)
            .count()
    }
}
