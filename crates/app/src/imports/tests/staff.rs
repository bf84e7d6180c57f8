//! Staff and the accounts of those who have left.

use domain::id::{AccountId, StaffId};
use jiff::SignedDuration;
use store::{accounts, sessions, staff};
use uuid::Uuid;

use testkit::on_both;

use super::{Kind, STAFF, World, account};

const HEAD: &str = "Staff ID,Staff Code,Title,Forename,Surname,Work Email,Job Title,Role,Teaching Subject,Start Date,End Date\n";

fn file(rows: &str) -> Vec<u8> {
    format!("{HEAD}{rows}").into_bytes()
}

fn members(world: &World) -> Vec<(Option<String>, domain::account::StaffMember)> {
    let all = world.app.db().read(|tx| staff::of_school(tx, world.school));
    all.unwrap()
}

#[test]
fn a_staff_list_comes_in_once_and_gives_nobody_an_account() {
    on_both(|engine| {
        let world = World::on(engine);
        assert_eq!(world.import(Kind::Staff, STAFF).counts.added, 30);
        assert!(world.import(Kind::Staff, STAFF).counts.unchanged());
        assert_eq!(members(&world).len(), 30);
        let accounts = world
            .app
            .db()
            .read(|tx| accounts::of_school(tx, world.school));
        assert_eq!(accounts.unwrap().len(), 1, "the administrator's own");
    });
}

#[test]
fn someone_with_an_account_keeps_its_number_on_the_staff_list() {
    on_both(|engine| {
        let world = World::on(engine);
        let row = "S1,AF,Ms,Amina,Farrow,N.Admin@kestrel.example,Teacher,,Science,,\n";
        world.import(Kind::Staff, &file(row));
        let (key, member) = members(&world).remove(0);
        assert_eq!(member.id, StaffId::new(Uuid::from_u128(2)));
        assert_eq!(member.account, Some(AccountId::new(Uuid::from_u128(2))));
        assert_eq!(key.as_deref(), Some("S1"));
        assert_eq!(member.post.unwrap().as_str(), "Teacher, Science");
    });
}

#[test]
fn whoever_has_left_is_signed_out_and_the_last_administrator_is_not() {
    on_both(|engine| {
        let world = World::on(engine);
        let joel = account(world.school, 5, "j.petrie@kestrel.example");
        let joel = accounts::AccountRow {
            roles: domain::account::SchoolRoles::NONE,
            ..joel
        };
        let now = world.app.clock().now();
        let session = sessions::Session {
            school: world.school,
            account: joel.id,
            made_at: now,
            seen_at: now,
            ends_at: now.checked_add(SignedDuration::from_hours(1)).unwrap(),
        };
        world
            .app
            .db()
            .write(|tx| {
                accounts::add(tx, &joel, now)?;
                sessions::begin(tx, "hash", &session)
            })
            .unwrap();
        let rows = "S1,,,Amina,Farrow,n.admin@kestrel.example,,,,,09/11/2026\n\
                S2,,,Joel,Petrie,j.petrie@kestrel.example,Mentor,,,,09/11/2026\n\
                S3,,,Nell,Brook,n.brook@kestrel.example,SENCO,,,,10/11/2026\n";
        let done = world.import(Kind::Staff, &file(rows));
        assert_eq!(done.counts.left, 2, "a last day still counts");
        let found = |n: u128| {
            let id = AccountId::new(Uuid::from_u128(n));
            let row = world
                .app
                .db()
                .read(|tx| accounts::find(tx, world.school, id));
            row.unwrap().unwrap().disabled_at
        };
        assert!(found(5).is_some() && found(2).is_none());
        let session = world.app.db().read(|tx| sessions::whose(tx, "hash"));
        assert!(session.unwrap().is_none());
        let events = world.events();
        assert!(events[0].starts_with("account_disabled"), "{events:?}");
        assert!(events[1].starts_with("staff_imported"), "{events:?}");
    });
}
