//! What one parent kept apart from the other meets in stored names and in what
//! staff type, both ways round; and what families learn of a meeting.

use app::{
    Actor,
    meetings::cancel::CancelMeeting,
    monitoring::note::{NewNote, RecordNote, Tried},
    programmes::people::RemovePerson,
};
use domain::{contact::RestrictionKind, note::ContactHomeDraft};
use testkit::{Browser, Engine};

use super::{
    restricted::BASE,
    world::{AMINA, DANA, JOEL, KIT, ROWAN, World, id, person, reference},
    writing::first_meeting,
};

/// Every page somebody at home reads a programme on.
const PAGES: [&str; 6] = [
    "/family",
    BASE,
    "/family/plan/kb26-014",
    "/programmes/kb26-014/plan",
    "/programmes/kb26-014/plan/versions",
    "/programmes/kb26-014/meetings",
];

fn note(world: &World, note: NewNote) {
    let reference = reference();
    let record = RecordNote {
        reference,
        note,
        form: None,
    };
    world.app().execute(&world.actor(AMINA), record).unwrap();
}

fn rang(world: &World, who: u128) {
    let typed = ContactHomeDraft {
        channel: "phone".into(),
        on: "2026-11-10".into(),
        summary: "All well.".into(),
    };
    let contact = id(who);
    let tried_only = Tried::Reached;
    note(
        world,
        NewNote::ContactHome {
            contact,
            typed,
            tried_only,
        },
    );
}

fn good(world: &World, words: &str) {
    let words = words.to_owned();
    note(world, NewNote::GoodNews { words });
}

fn nowhere(browser: &mut Browser, hidden: &str) {
    for place in PAGES {
        let html = browser.get_only(place).html().to_lowercase();
        assert!(!html.contains(hidden), "{hidden} stands on {place}");
    }
}

#[test]
fn lately_never_names_a_parent_to_the_one_kept_apart_from_them() {
    for engine in Engine::BOTH {
        for restricted in [KIT, DANA] {
            let world = World::new(engine).agreed();
            let mut kit = world.invited(KIT, "kit@home.example");
            let mut dana = world.invited(DANA, "dana@home.example");
            rang(&world, KIT);
            rang(&world, DANA);
            assert!(
                kit.get(BASE).text().contains("in touch with Dana"),
                "before"
            );
            world.restrict(restricted, RestrictionKind::Apart);
            nowhere(&mut kit, "dana");
            nowhere(&mut dana, "barlow");
            assert!(kit.get(BASE).text().contains("in touch with Kit Barlow"));
            assert!(
                dana.get(BASE)
                    .text()
                    .contains("in touch with Dana Tidewell")
            );
            let mut amina = world.browser(AMINA);
            let lately = amina.get(BASE).text();
            assert!(lately.contains("in touch with Kit") && lately.contains("in touch with Dana"));
        }
    }
}

#[test]
fn good_news_that_tells_of_the_other_parent_is_not_shown_to_the_one_kept_apart() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut kit = world.invited(KIT, "kit@home.example");
        let mut dana = world.invited(DANA, "dana@home.example");
        good(&world, "Rowan Tidewell read aloud. DANA’s cake was good");
        good(&world, "Rowan Tidewell fixed the bell");
        world.restrict(KIT, RestrictionKind::Apart);
        nowhere(&mut kit, "cake");
        // Rowan's own family name tells nothing, so the rest is shown.
        assert!(kit.get(BASE).text().contains("fixed the bell"));
        assert!(dana.get(BASE).text().contains("cake"));
        let page = world.browser(AMINA).get(&format!("{BASE}/record"));
        assert!(page.text().contains("Leave out other people’s names"));
    }
}

#[test]
fn families_are_not_told_why_a_meeting_was_called_off() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        let meeting = world.booked();
        let cancel = CancelMeeting {
            reference: reference(),
            meeting,
            why: "Kit moved to Sea Road".into(),
        };
        world.app().execute(&world.actor(AMINA), cancel).unwrap();
        let path = format!("{BASE}/meetings/{meeting}");
        let mut dana = world.invited(DANA, "dana@home.example");
        let mut rowan = world.invited(ROWAN, "rowan@school.example");
        for browser in [&mut dana, &mut rowan] {
            let page = browser.get(&path);
            assert!(page.text().contains("Called off"), "{}", page.text());
            assert!(!page.html().contains("Sea Road"));
        }
        assert!(world.browser(AMINA).get(&path).text().contains("Sea Road"));
    }
}

#[test]
fn whoever_is_not_to_come_learns_only_the_day_a_meeting_was_held() {
    for (engine, kind) in Engine::BOTH.into_iter().flat_map(|engine| {
        [RestrictionKind::NoMeetings, RestrictionKind::Apart].map(|kind| (engine, kind))
    }) {
        let world = World::new(engine);
        let booked = world.booked();
        let mut kit = world.invited(KIT, "kit@home.example");
        world.restrict(KIT, kind);
        let path = format!("{BASE}/meetings/{booked}");
        assert_eq!(kit.get_only(&path).status, 404, "to come");
        nowhere(&mut kit, "1:15pm");
        // Nor is the day of it the next thing on his page.
        assert!(!kit.get(BASE).text().contains("Next: First meeting"));
        let world = World::new(engine).agreed();
        let mut kit = world.invited(KIT, "kit@home.example");
        let list = format!("{BASE}/meetings");
        assert!(kit.get(&list).text().contains("1:15pm"), "before");
        world.restrict(KIT, kind);
        let page = kit.get(&list);
        assert!(page.text().contains("Recorded"), "{}", page.text());
        let one = held(&mut kit, &list);
        for text in [page.html(), one] {
            for hidden in ["Room 4", "1:15pm", "Chair", "Midnight", "12am"] {
                assert!(!text.contains(hidden), "{hidden}");
            }
        }
    }
}

fn held(browser: &mut Browser, list: &str) -> String {
    let html = browser.get(list).html();
    let href = html.split(&format!("href=\"{list}/")).nth(1).unwrap();
    let id = href.split('"').next().unwrap();
    browser.get(&format!("{list}/{id}")).html()
}

#[test]
fn neither_the_pupil_nor_anybody_at_home_chairs_a_meeting() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        let mut amina = world.browser(AMINA);
        let page = amina.get(&format!("{BASE}/meetings/book"));
        let html = page.html();
        let chairs = html.split("name=\"chair\"").nth(1).unwrap();
        let chairs = chairs.split("</select>").next().unwrap();
        assert!(chairs.contains("Joel Petrie") && chairs.contains("Tomasz Wren"));
        assert!(!chairs.contains("Rowan") && !chairs.contains("Dana"));
        for (chair, notes) in [(ROWAN, JOEL), (AMINA, ROWAN), (DANA, JOEL)] {
            let booking = first_meeting(chair, notes);
            let refused = world.app().execute(&world.actor(AMINA), booking);
            assert!(refused.is_err(), "{chair} and {notes}");
        }
    }
}

#[test]
fn an_invitation_goes_with_whoever_is_taken_off() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        let mut amina = world.browser(AMINA);
        let path = format!("{BASE}/people/{}/invite", person(KIT));
        let page = amina.get(&path);
        let fill = [("email", "kit@home.example")];
        let page = amina.press(&page, "Make the address", &fill);
        let address = page.all("code").concat();
        let path = address.split("school.test").nth(1).unwrap_or_default();
        let mut theirs = world.town.browser();
        assert_eq!(theirs.get_only(path).status, 200, "it stands");
        let actor: Actor = world.actor(AMINA);
        let remove = RemovePerson {
            reference: reference(),
            person: person(KIT),
        };
        world.app().execute(&actor, remove).unwrap();
        let page = theirs.get_only(path);
        assert!(!page.html().contains("Make my account"), "{}", page.text());
        let all = world
            .app()
            .db()
            .read(|tx| store::events::of_school(tx, id(super::world::HERE), 100));
        let all = all.unwrap();
        let mut kinds = all.iter().filter_map(|one| one.event.as_ref());
        assert!(kinds.any(|event| event.kind() == "invitation_withdrawn"));
    }
}
