//! The roll and one pupil's page: where things came from, putting a value right,
//! and choosing when the next file says something else.

use app::imports::{
    Kind,
    confirm::{ConfirmImport, Missing},
    preview::{PreviewImport, look_and_keep},
};
use testkit::{Browser, Engine};

use super::world::{ABARA, AMINA, ELSEWHERE, HEAD, HERE, OFFICE, World, id};

const LIST: &str = "Adno,Surname,Forename,DOB,Year,Reg,Contact 1 Name,Contact 1 Relationship,Contact 1 Telephone\n\
    004102,Marrow,Elsie,1/3/2014,7,7T,Nora Marrow,Mother,01632 960001\n";

impl World {
    /// A file that the person at the server brings in.
    fn brings(&self, kind: Kind, name: &str, file: &str) {
        let app = self.app();
        let run = || {
            let operator = app.operator(id(HERE));
            let preview = PreviewImport {
                kind,
                file_name: name.into(),
                bytes: file.as_bytes().to_vec(),
            };
            let import = look_and_keep(app, &operator, preview).unwrap().unwrap();
            let missing = Missing::Stay;
            app.execute(&operator, ConfirmImport { import, missing })
                .unwrap();
        };
        std::thread::scope(|scope| scope.spawn(run).join().unwrap());
    }

    /// The page of Elsie, as somebody who keeps the roll finds it.
    fn elsie(who: &mut Browser) -> testkit::Page {
        let list = who.get("/pupils?q=marrow");
        assert_eq!(list.status, 200, "{}", list.text());
        let page = who.get(&list.links("Elsie Marrow")[0]);
        assert_eq!(page.status, 200);
        page
    }
}

/// The address of the form for a value of her contact.
fn form(page: &testkit::Page, value: &str) -> String {
    let html = page.html();
    let all = html.split("href=\"").skip(1);
    let all = all.filter_map(|rest| rest.split('"').next());
    let mut found = all.filter(|href| href.ends_with(value));
    found.next().unwrap().to_owned()
}

#[test]
fn a_telephone_is_put_right_and_the_next_file_asks_which_is_right() {
    for engine in Engine::BOTH {
        let world = World::new(engine).with_office();
        world.brings(Kind::Pupils, "pupils.csv", LIST);
        let mut office = world.browser(OFFICE);
        let page = World::elsie(&mut office);
        assert!(
            page.text().contains("From pupils.csv, brought in by"),
            "{}",
            page.text()
        );
        let address = form(&page, ".phone");
        let open = office.get(&address);
        // Each slip is named at its field, and what was typed is kept.
        let page = office.press(&open, "Save", &[("value", "01632 960009"), ("why", "")]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Say how you know"), "{}", page.text());
        assert!(page.html().contains("01632 960009"));
        let same = [("value", "01632 960001"), ("why", "She rang")];
        let page = office.press(&open, "Save", &same);
        assert_eq!(page.status, 422);
        assert!(
            page.text().contains("what is stored already"),
            "{}",
            page.text()
        );
        let right = [("value", "01632 960009"), ("why", "She rang")];
        let page = office.press(&open, "Save", &right);
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(
            page.text()
                .contains("The school’s system says 01632 960001"),
            "{}",
            page.text()
        );

        // Somebody who had the form open sees both.
        let late = [("value", "01632 960222"), ("why", "A note from home")];
        let page = office.press(&open, "Save", &late);
        assert_eq!(page.status, 409);
        assert!(
            page.text().contains("It says 01632 960009 now"),
            "{}",
            page.text()
        );
        assert!(page.html().contains("01632 960222"));

        let third = LIST.replace("960001", "960333");
        world.brings(Kind::Pupils, "pupils-two.csv", &third);
        let list = office.get("/pupils");
        assert!(list.text().contains("To choose"), "{}", list.text());
        let page = World::elsie(&mut office);
        assert!(page.text().contains("which is right?"), "{}", page.text());
        let after = office.press(&page, "Keep ours", &[]);
        assert_eq!(after.status, 200);
        assert!(!after.text().contains("which is right?"));
        assert!(after.text().contains("01632 960009"));
        let again = office.press(&page, "Take the school system’s", &[]);
        assert_eq!(again.status, 200, "the source still says so");
        assert!(!again.text().contains("Put right by"), "{}", again.text());
        assert!(again.text().contains("01632 960333"));
        let stale = office.press(&page, "Keep ours", &[]);
        assert_eq!(stale.status, 409, "it no longer stands");
    }
}

#[test]
fn the_roll_is_for_those_who_keep_it() {
    for engine in Engine::BOTH {
        let world = World::new(engine).with_office();
        world.brings(Kind::Pupils, "pupils.csv", LIST);
        let mut office = world.browser(OFFICE);
        let page = World::elsie(&mut office);
        let (path, value) = (page.path.clone(), form(&page, ".phone"));
        let mut stranger = world.town.browser();
        assert_eq!(stranger.get(&path).path, "/sign-in");
        for who in [ABARA, AMINA] {
            let mut other = world.browser(who);
            for path in ["/pupils", &path, &value] {
                let page = other.get(path);
                assert_eq!(page.status, 403, "{path}");
                assert!(!page.text().contains("Marrow"), "{}", page.text());
            }
        }
        // The school next door finds nothing, whatever its people are.
        let mut elsewhere = world.browser(ELSEWHERE);
        let page = elsewhere.get(&path);
        assert!(page.status == 403 || page.status == 404, "{}", page.status);
        assert!(!page.text().contains("Marrow"));
        let mut head = world.browser(HEAD);
        assert_eq!(head.get(&path).status, 200);
        for odd in ["/pupils/nobody", "/pupils/nobody/correct/phone"] {
            assert_eq!(office.get(odd).status, 404, "{odd}");
        }
        let odd = value.replace(".phone", ".shoes");
        assert_eq!(office.get(&odd).status, 404);
    }
}

#[test]
fn nothing_on_a_pupils_page_says_that_there_is_a_programme() {
    let world = World::new(Engine::Sqlite).with_office();
    let mut office = world.browser(OFFICE);
    let list = office.get("/pupils?q=rowan");
    let page = office.get(&list.links("Rowan Tidewell")[0]);
    assert_eq!(page.status, 200);
    for page in [list, page] {
        let words = page.html().to_lowercase();
        for told in ["kb26", "/programmes/", "coordinator"] {
            assert!(!words.contains(told), "{told}");
        }
    }
}

#[test]
fn records_are_read_as_the_matrix_says() {
    for engine in Engine::BOTH {
        let world = World::new(engine).with_office();
        let all = world
            .app()
            .db()
            .read(|tx| store::pupils::of_school(tx, id(HERE)))
            .unwrap();
        let rowan = all.iter().find(|one| one.name.called() == "Rowan");
        let mut rowan = rowan.unwrap().clone();
        let number = "4101";
        rowan.source_key = domain::text::Line::new(number).ok();
        world.write(|tx| store::pupils::correct(tx, &rowan));
        let log = format!(
            "Adno,Date,Time,Type,Points,Comments\n{number},2026-11-04,10:40,Disruption,-2,Pushed past Sami\n"
        );
        world.brings(Kind::Behaviour, "behaviour.csv", &log);
        let marks = format!(
            "Adno,Date,Session,Mark\n{number},2026-11-09,AM,/\n{number},2026-11-09,PM,I\n{number},2026-11-06,AM,/\n"
        );
        world.brings(Kind::Attendance, "attendance.csv", &marks);
        let suspended = format!(
            "Adno,Category,Start date,End date,Sessions,Reason 1\n{number},SUSP,2026-10-13,2026-10-14,4,DB\n"
        );
        world.brings(Kind::Suspensions, "suspensions.csv", &suspended);
        let path = "/programmes/kb26-014/records";
        let text = |who: u128| {
            let page = world.browser(who).get(path);
            assert_eq!(page.status, 200, "{who}");
            page.text()
        };
        let amina = text(AMINA);
        for told in [
            "67% (2 of 3 sessions)",
            "1 session in between has no mark. It is counted nowhere",
            "2 days",
            "Pushed past Sami",
            "behaviour.csv",
        ] {
            assert!(amina.contains(told), "{told}: {amina}");
        }
        let told = text(OFFICE);
        assert!(told.contains("67% (2 of 3 sessions)"), "{told}");
        for hidden in ["Sami", "Disruption", "Suspension", "Illness"] {
            assert!(!told.contains(hidden), "{hidden}: {told}");
        }
        let mut stranger = world.town.browser();
        assert_eq!(stranger.get(path).path, "/sign-in");
        // A teacher who is not in the programme learns nothing from the answer.
        let bystander = world.browser(super::world::BYSTANDER).get_only(path);
        assert!(
            matches!(bystander.status.as_u16(), 403 | 404),
            "{}",
            bystander.status
        );
        assert!(!bystander.text().contains("Rowan"));
        assert_eq!(world.browser(ELSEWHERE).get_only(path).status, 404);
        // A year without a mark says nothing of nought.
        let before = world.browser(AMINA).get(&format!("{path}?year=2025"));
        assert!(
            before.text().contains("No attendance has come"),
            "{}",
            before.text()
        );
        assert!(!before.text().contains("0%"), "{}", before.text());
    }
}
