//! What follows from a restriction, at once and in every place: the pages of
//! those at home, the plan, its PDF, minutes, meetings, invitations and the
//! pages of staff. The worst that can go wrong here is that the wrong parent
//! learns something, so every place is asked.

use domain::contact::RestrictionKind;
use testkit::{Browser, Engine, Page};

use super::{
    restricted::{BASE, ENDS, contact, record},
    world::{AMINA, DANA, KIT, LEAD, World, person},
};

/// Every place a person at home can ask for.
fn places(browser: &mut Browser) -> Vec<(&'static str, Page)> {
    [
        "/family",
        "/family/plan/kb26-014",
        BASE,
        "/programmes/kb26-014/plan",
        "/programmes/kb26-014/plan.pdf",
        "/programmes/kb26-014/plan/versions",
        "/programmes/kb26-014/plan/sign",
        "/programmes/kb26-014/meetings",
        "/programmes/kb26-014/people",
        "/programmes/kb26-014/contacts",
        "/programmes/kb26-014/information",
        "/programmes/kb26-014/referral",
    ]
    .map(|place| (place, browser.get_only(place)))
    .into()
}

#[test]
fn whoever_may_be_told_nothing_finds_nothing_anywhere_from_the_next_click_on() {
    for (engine, kind) in Engine::BOTH
        .into_iter()
        .zip(["no_contact", "no_information"])
    {
        let world = World::new(engine).agreed();
        let mut kit = world.invited(KIT, "kit@home.example");
        assert_eq!(kit.get("/family/plan/kb26-014").status, 200);
        record(&world, KIT, kind);
        for (place, page) in places(&mut kit) {
            assert!(!page.html().contains("Rowan"), "{place} tells of him");
            assert!(!page.html().contains("Dana"), "{place} names her");
            assert!(place == "/family" || page.status == 404, "{place}");
        }
        // Nor does staff's work reach him any more.
        let mut amina = world.browser(AMINA);
        let invite = format!("{BASE}/people/{}/invite", person(KIT));
        let people = amina.get(&format!("{BASE}/people"));
        assert!(people.text().contains("Told nothing"), "{}", people.text());
        assert!(!people.html().contains(&invite));
        let case = amina.get(BASE);
        assert!(case.text().contains("do not contact"), "{}", case.text());
        let signing = amina.get(&format!("{BASE}/plan/sign"));
        assert!(!signing.text().contains("Kit Barlow"), "{}", signing.text());
        let note = amina.get(&format!("{BASE}/record"));
        assert!(!note.text().contains("Kit Barlow"), "{}", note.text());
        let book = amina.get(&format!("{BASE}/meetings/book"));
        assert!(book.text().contains("Do not invite or contact them"));
    }
}

#[test]
fn whoever_may_be_told_nothing_is_asked_nothing() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        record(&world, KIT, "no_contact");
        let refused = world.app().execute(
            &world.actor(AMINA),
            app::gathering::ask::Ask {
                programme: super::world::reference(),
                person: person(KIT),
                document: None,
            },
        );
        assert!(crate::story::words(refused)[0].contains("may not be told"));
    }
}

#[test]
fn whoever_is_kept_apart_learns_no_name_and_not_when_and_where_the_others_meet() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        world.booked();
        let mut kit = world.invited(KIT, "kit@home.example");
        let mut dana = world.invited(DANA, "dana@home.example");
        assert!(kit.get("/family").text().contains("room 4"));
        record(&world, KIT, "apart");
        for (place, page) in places(&mut kit) {
            for hidden in ["dana", "room 4", "1:15pm"] {
                let html = page.html().to_lowercase();
                assert!(!html.contains(hidden), "{hidden} stands on {place}");
            }
        }
        assert!(kit.get("/family").text().contains("a time of your own"));
        for (place, page) in places(&mut dana) {
            assert!(!page.html().contains("Barlow"), "he stands on {place}");
        }
        assert!(dana.get("/family").text().contains("room 4"));
        let book = world.browser(AMINA).get(&format!("{BASE}/meetings"));
        assert_eq!(book.status, 200);
    }
}

#[test]
fn minutes_do_not_name_those_a_reader_is_kept_apart_from() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut kit = world.invited(KIT, "kit@home.example");
        let me = kit_actor(&world);
        let minutes = || {
            let reference = super::world::reference();
            let view = app::meetings::view::ViewMeetings { reference };
            let shown = world.app().fetch(&me, view).unwrap().answer;
            shown.meetings[0].minutes.is_some()
        };
        assert!(minutes(), "they were there");
        record(&world, KIT, "apart");
        assert!(!minutes(), "what home said is not his to read");
        for (place, page) in places(&mut kit) {
            assert!(!page.html().contains("Dana"), "she stands on {place}");
        }
        assert_eq!(kit.get_only(&format!("{BASE}/plan.pdf")).status, 200);
    }
}

/// Kit at the door itself.
fn kit_actor(world: &World) -> app::Actor {
    let account = world
        .app()
        .db()
        .read(|tx| store::accounts::by_email(tx, &"kit@home.example".parse().unwrap()));
    let account = account.unwrap().unwrap();
    let now = world.app().clock().now();
    let secret = "e".repeat(64);
    let session = store::sessions::Session {
        school: account.school,
        account: account.id,
        made_at: now,
        seen_at: now,
        ends_at: now
            .checked_add(jiff::SignedDuration::from_hours(1))
            .unwrap(),
    };
    let token = app::accounts::token::Token::sent(&secret);
    world.write(|tx| store::sessions::begin(tx, &token.hash(), &session));
    world.app().actor(Some(&token), "test").unwrap()
}

#[test]
fn whoever_may_not_come_to_meetings_keeps_the_plan_and_loses_the_time_and_place() {
    for engine in Engine::BOTH {
        let world = World::new(engine);
        world.booked();
        let mut kit = world.invited(KIT, "kit@home.example");
        world.restrict(KIT, RestrictionKind::NoMeetings);
        let page = kit.get("/family");
        assert!(page.text().contains("Rowan"), "{}", page.text());
        for place in ["/family", BASE, "/programmes/kb26-014/meetings"] {
            let page = kit.get(place);
            assert!(!page.html().to_lowercase().contains("room 4"), "{place}");
        }
    }
}

#[test]
fn ending_a_restriction_opens_what_it_shut_and_stays_on_record() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut kit = world.invited(KIT, "kit@home.example");
        record(&world, KIT, "no_contact");
        assert_eq!(kit.get_only("/family/plan/kb26-014").status, 404);
        let mut lead = world.browser(LEAD);
        let page = lead.get(&contact(KIT));
        let why = [("why-1", "Lifted by the court on 9 November.")];
        let page = lead.press(&page, ENDS, &why);
        assert!(
            page.text().contains("Lifted by the court"),
            "{}",
            page.text()
        );
        assert_eq!(kit.get_only("/family/plan/kb26-014").status, 200);
        // Once ended it cannot be ended again.
        let token = crate::knock::token_of(&super::world::secret(LEAD));
        let again = [("number", "1"), ("why-1", "Again."), ("csrf", &*token)];
        let answer = lead.post_only(&format!("{}/end", contact(KIT)), &again);
        assert_eq!(answer.status, 422, "{}", answer.text());
    }
}
