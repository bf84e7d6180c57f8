//! Imports, from file to record, on a real database in a temporary folder.

mod bundles;
mod calendars;
mod contacts;
mod corrected;
mod headings;
mod keeping;
mod leaving;
mod listed_schools;
mod pupils;
mod records;
mod roster;
mod roster_changes;
mod staff;
mod too_long;
mod undo;
mod undo_used;

use domain::{
    account::{AccountKind, PersonName, SchoolRole, SchoolRoles},
    clock::Clock,
    id::{AccountId, ImportId, SchoolId},
    text::Line,
};
use jiff::civil::date;
use store::{Db, accounts, schools};
use testkit::{Engine, TestDb};
use uuid::Uuid;

use super::{
    Kind,
    changes::Changes,
    confirm::{ConfirmImport, Imported, Missing},
    preview::{KeepFile, PreviewImport, Previewed},
};
use crate::{Actor, App, Chance, Identity, Refusal};

const PUPILS: &[u8] =
    include_bytes!("../../../../../tests/fixtures/data/mis/pupils_mis_extract.csv");
const STAFF: &[u8] = include_bytes!("../../../../../tests/fixtures/data/mis/staff_mis_extract.csv");

/// Kestrel Bridge on Tuesday 10 November 2026, empty but for its administrator.
struct World {
    app: App,
    school: SchoolId,
    place: TestDb,
}

impl World {
    fn on(engine: Engine) -> Self {
        let clock = Clock::fixed_on(date(2026, 11, 10));
        let place = engine.ready();
        let db = Db::open(&place.address).unwrap();
        let app = App::new(db, clock, Chance::seeded(7));
        let school = SchoolId::new(Uuid::from_u128(1));
        let row = schools::SchoolRow::new(school, "123456", "Kestrel Bridge School", "KB");
        let admin = account(school, 2, "n.admin@kestrel.example");
        app.db()
            .write(|tx| {
                schools::add(tx, &row, app.clock().now())?;
                accounts::add(tx, &admin, app.clock().now())
            })
            .unwrap();
        Self { app, school, place }
    }

    /// The same records at another time.
    fn later(self, clock: Clock) -> Self {
        let app = App::new(
            Db::open(&self.place.address).unwrap(),
            clock,
            Chance::seeded(8),
        );
        Self { app, ..self }
    }

    fn someone(&self, roles: &[SchoolRole]) -> Actor {
        let identity = Identity {
            school: self.school,
            account: AccountId::new(Uuid::from_u128(2)),
            roles: SchoolRoles::of(roles),
            runs: 0,
            kind: AccountKind::Staff,
            name: "Amina Farrow".into(),
            known_as: "Amina".into(),
            school_name: "Kestrel Bridge School".into(),
        };
        Actor::person(identity, "test")
    }

    fn office(&self) -> Actor {
        self.someone(&[SchoolRole::Office])
    }

    fn preview(&self, kind: Kind, bytes: &[u8]) -> (ImportId, Changes) {
        match self.look(kind, bytes).unwrap() {
            Previewed::Read { file, changes, .. } => {
                let import = self.app.execute(&self.office(), KeepFile { file });
                (import.unwrap(), changes)
            }
            Previewed::Refused { fault, .. } => panic!("refused: {fault}"),
        }
    }

    fn look(&self, kind: Kind, bytes: &[u8]) -> Result<Previewed, Refusal> {
        let preview = PreviewImport {
            kind,
            file_name: "export.csv".into(),
            bytes: bytes.to_vec(),
        };
        Ok(self.app.fetch(&self.office(), preview)?.answer)
    }

    fn confirm(&self, import: ImportId, missing: Missing) -> Result<Imported, Refusal> {
        self.app
            .execute(&self.office(), ConfirmImport { import, missing })
    }

    fn import(&self, kind: Kind, bytes: &[u8]) -> Imported {
        let (import, _) = self.preview(kind, bytes);
        self.confirm(import, Missing::Stay).unwrap()
    }

    fn read<T>(&self, work: impl FnOnce(&mut store::Tx<'_>) -> Result<T, store::Broken>) -> T {
        self.app.db().read(work).unwrap()
    }

    fn pupils(&self) -> Vec<domain::pupil::Pupil> {
        let all = self
            .app
            .db()
            .read(|tx| store::pupils::of_school(tx, self.school));
        all.unwrap()
    }

    fn contacts(&self) -> Vec<domain::contact::Contact> {
        let all = self
            .app
            .db()
            .read(|tx| store::contacts::of_school(tx, self.school));
        all.unwrap()
    }

    /// What was done and by whom, oldest first.
    fn events(&self) -> Vec<String> {
        let all = self.read(|tx| store::events::of_school(tx, self.school, 1000));
        let said = |one: &store::events::Recorded| {
            let what = one.event.as_ref().unwrap().kind();
            format!("{} {}", what, one.actor)
        };
        all.iter().rev().map(said).collect()
    }
}

fn account(school: SchoolId, n: u128, email: &str) -> accounts::AccountRow {
    let id = AccountId::new(Uuid::from_u128(n));
    let (email, name) = (email.parse().unwrap(), Line::new("Amina Farrow").unwrap());
    let name = PersonName::new(name);
    accounts::AccountRow {
        roles: SchoolRoles::of(&[SchoolRole::Administrator]),
        ..accounts::AccountRow::new(school, id, email, &name, AccountKind::Staff)
    }
}
