//! A small town for tests: Kestrel Bridge School on Tuesday 10 November 2026,
//! on either engine. Made of rows, not of verbs, so that a test of a
//! verb stands on nothing but that verb.

use domain::{
    account::{AccountKind, Email, PersonName, SchoolRole, SchoolRoles, StaffMember},
    clock::MovableClock,
    contact::{Contact, Known, Relationship},
    id::{AccountId, ContactId, PupilId, SchoolId, StaffId},
    pupil::{Pupil, PupilName, YearGroup},
    school::Template,
    text::Line,
};
use jiff::civil::{Date, Weekday, date};
use store::{Db, accounts, contacts, pupils, schools, staff};
use testkit::{Engine, TestDb};

use crate::{Actor, App, Chance, Identity};

/// The day it is in every test until the clock is moved.
pub(crate) const TODAY: Date = date(2026, 11, 10);

/// One school, its program, and a clock to move.
pub(crate) struct Town {
    pub app: App,
    pub clock: MovableClock,
    pub school: SchoolId,
    _db: TestDb,
}

fn line<const MAX: usize>(text: &str) -> Line<MAX> {
    Line::new(text).unwrap()
}

impl Town {
    /// Kestrel Bridge School: open every weekday but the half-term week of
    /// 26 October, with the standard template.
    pub fn on(engine: Engine) -> Self {
        let place = engine.ready();
        let db = Db::open(&place.address).unwrap();
        let clock = MovableClock::on(TODAY);
        let app = App::new(db, clock.clone().into(), Chance::seeded(1));
        let school = add_school(&app, "Kestrel Bridge School", "KB", "123456");
        Self {
            app,
            clock,
            school,
            _db: place,
        }
    }

    /// Another school in the same program, for saying that one cannot reach the other.
    pub fn other_school(&self) -> SchoolId {
        add_school(&self.app, "Oakmere Academy", "OA", "654321")
    }

    /// A member of staff with an account.
    pub fn staff(&self, name: &str, roles: &[SchoolRole]) -> Actor {
        self.person(self.school, name, AccountKind::Staff, roles)
    }

    /// Anyone with an account, in any school.
    pub fn person(
        &self,
        school: SchoolId,
        name: &str,
        kind: AccountKind,
        roles: &[SchoolRole],
    ) -> Actor {
        let id: AccountId = self.app.new_id().unwrap();
        let name = PersonName::new(line(name));
        let address = format!("{}@example.org", id.uuid().simple());
        let email: Email = address.parse().unwrap();
        let account = accounts::AccountRow {
            roles: SchoolRoles::of(roles),
            ..accounts::AccountRow::new(school, id, email.clone(), &name, kind)
        };
        let member = StaffMember {
            id: StaffId::new(id.uuid()),
            school,
            name: name.clone(),
            post: None,
            email: Some(email),
            account: Some(id),
            left_on: None,
        };
        let now = self.app.clock().now();
        self.write(|tx| {
            accounts::add(tx, &account, now)?;
            if kind == AccountKind::Staff {
                let typed = pupils::Source::typed_in(now);
                staff::add(tx, None, &member, &typed)?;
            }
            Ok(())
        });
        let identity = Identity {
            school,
            account: id,
            roles: account.roles,
            runs: 0,
            kind,
            name: account.name,
            known_as: account.known_as,
            school_name: "Kestrel Bridge School".into(),
        };
        Actor::person(identity, "test")
    }

    /// A pupil on roll.
    pub fn pupil(&self, given: &str, family: &str, group: &str, year: YearGroup) -> PupilId {
        let id = self.app.new_id().unwrap();
        let name = PupilName::new(line(given), line(family));
        let pupil = Pupil {
            group: Some(line(group)),
            ..Pupil::new(id, self.school, name, date(2014, 2, 28), year)
        };
        self.add_pupil(&pupil);
        pupil.id
    }

    /// A pupil with facts of their own; change one made by [`Town::pupil`].
    pub fn add_pupil(&self, pupil: &Pupil) {
        let at = self.app.clock().now();
        let typed = pupils::Source::typed_in(at);
        self.write(|tx| match pupils::find(tx, pupil.school, pupil.id)? {
            Some(_) => pupils::save(tx, pupil, &typed),
            None => pupils::add(tx, pupil, &typed),
        });
    }

    /// A mother with parental responsibility, who lives with the pupil.
    pub fn mother(&self, pupil: PupilId, name: &str) -> Contact {
        let id = self.app.new_id().unwrap();
        let name = PersonName::new(line(name));
        let contact = Contact {
            responsibility: Known::Yes,
            parent_in_law: Known::Yes,
            lives_with: Known::Yes,
            order: Some(1),
            ..Contact::new(id, self.school, pupil, name, Relationship::Mother)
        };
        self.add_contact(&contact);
        contact
    }

    /// A contact with facts of their own.
    pub fn add_contact(&self, contact: &Contact) -> ContactId {
        let at = self.app.clock().now();
        let typed = pupils::Source::typed_in(at);
        self.write(|tx| contacts::add(tx, contact, &typed));
        contact.id
    }

    /// Rows written straight to the store.
    pub fn write(&self, work: impl FnOnce(&mut store::Tx<'_>) -> Result<(), store::Broken>) {
        self.app.db().write(work).unwrap();
    }

    /// Something read straight from the store.
    pub fn read<T>(&self, work: impl FnOnce(&mut store::Tx<'_>) -> Result<T, store::Broken>) -> T {
        self.app.db().read(work).unwrap()
    }
}

fn add_school(app: &App, name: &str, prefix: &str, urn: &str) -> SchoolId {
    let id: SchoolId = app.new_id().unwrap();
    let school = schools::SchoolRow::new(id, urn, name, prefix);
    let now = app.clock().now();
    let half_term = date(2026, 10, 26)..=date(2026, 10, 30);
    app.db()
        .write(|tx| -> Result<(), store::Broken> {
            schools::add(tx, &school, now)?;
            store::templates::add(
                tx,
                id,
                &Template::standard(line("Twelve weeks")),
                (now, None),
            )?;
            let year = date(2026, 9, 1).series(jiff::Span::new().days(1));
            for day in year.take_while(|day| *day <= date(2027, 7, 21)) {
                let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
                let kind = if half_term.contains(&day) {
                    "holiday"
                } else {
                    "school"
                };
                if !weekend {
                    let day = schools::DayRow {
                        day,
                        kind: kind.into(),
                        note: None,
                    };
                    schools::put_day(tx, id, &day)?;
                }
            }
            Ok(())
        })
        .unwrap();
    id
}
