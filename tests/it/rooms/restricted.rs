//! Recording what keeps a contact from something: who may, each mistake, and
//! that nobody else reads it. What follows from it is in `obeyed`.

use testkit::{Engine, Page};

use super::world::{ABARA, AMINA, BYSTANDER, DANA, ELSEWHERE, HEAD, JOEL, KIT, LEAD, World, id};

pub(super) const BASE: &str = "/programmes/kb26-014";
const RECORD: &str = "Record it, to hold at once";
pub(super) const ENDS: &str = "End this restriction";

pub(super) fn contacts() -> String {
    format!("{BASE}/contacts")
}

pub(super) fn contact(who: u128) -> String {
    format!("{BASE}/contacts/{}", id::<domain::id::ContactKind>(who))
}

fn order(kind: &str) -> Vec<(&str, &str)> {
    vec![
        ("kind", kind),
        ("from-day", "2"),
        ("from-month", "11"),
        ("from-year", "2026"),
        ("words", "A court order of 2 November."),
        ("seen", "yes"),
    ]
}

pub(super) fn record(world: &World, who: u128, kind: &str) -> Page {
    let mut lead = world.browser(LEAD);
    let page = lead.get(&contact(who));
    lead.press(&page, RECORD, &order(kind))
}

#[test]
fn the_safeguarding_lead_records_a_restriction_and_the_head_and_coordinator_read_it() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let page = record(&world, KIT, "no_information");
        assert_eq!(page.path, contact(KIT), "{}", page.text());
        assert!(page.text().contains("obeyed everywhere from now on"));
        for who in [LEAD, HEAD, AMINA] {
            let mut browser = world.browser(who);
            let page = browser.get(&contacts());
            assert!(page.text().contains("Told nothing"), "{}", page.text());
            let page = browser.get(&contact(KIT));
            assert!(page.text().contains("A court order of 2 November."));
            assert!(page.text().contains("Order seen by Helen Marsh."));
            assert_eq!(page.html().contains(RECORD), who == LEAD);
            assert_eq!(page.html().contains(ENDS), who == LEAD);
        }
        let all = world
            .app()
            .db()
            .read(|tx| store::events::of_school(tx, id(super::world::HERE), 1000));
        let all = all.unwrap();
        let kinds = all.iter().filter_map(|one| one.event.as_ref());
        assert_eq!(
            kinds
                .filter(|one| one.kind() == "contact_restricted")
                .count(),
            1
        );
    }
}

#[test]
fn nobody_else_records_reads_or_ends_one() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        record(&world, KIT, "apart");
        let mut dana = world.invited(DANA, "dana@home.example");
        let mut tomasz = world.invited(super::world::TOMASZ, "t@outreach.example");
        let mut rowan = world.invited(super::world::ROWAN, "rowan@school.example");
        for browser in [&mut dana, &mut rowan] {
            assert_eq!(browser.get_only(&contacts()).status, 403);
            assert_eq!(browser.get_only(&contact(KIT)).status, 403);
        }
        assert_eq!(tomasz.get_only(&contacts()).status, 403);
        for (who, status) in [
            (JOEL, 403),
            (ABARA, 403),
            // He wrote the referral, so he knows that there is a programme.
            (BYSTANDER, 403),
            (ELSEWHERE, 404),
        ] {
            let mut browser = world.browser(who);
            assert_eq!(browser.get_only(&contacts()).status, status, "{who}");
            assert_eq!(browser.get_only(&contact(KIT)).status, status, "{who}");
        }
        let mut stranger = world.town.browser();
        assert!(stranger.get_only(&contact(KIT)).status.is_redirection());
        // Reading is not recording: the head and the coordinator post in vain.
        let mut lead = world.browser(LEAD);
        let page = lead.get(&contact(DANA));
        for who in [HEAD, AMINA, JOEL, ABARA, BYSTANDER, ELSEWHERE] {
            let mut browser = world.browser(who);
            let token = crate::knock::token_of(&super::world::secret(who));
            let mut fields = order("no_contact");
            fields.push(("csrf", &token));
            let path = contact(DANA);
            let answer = browser.post_only(&path, &fields);
            assert!(matches!(answer.status.as_u16(), 403 | 404), "{who}");
            let fields = [("number", "1"), ("why-1", "No."), ("csrf", &token)];
            let answer = browser.post_only(&format!("{}/end", contact(KIT)), &fields);
            assert!(matches!(answer.status.as_u16(), 403 | 404), "{who}");
        }
        assert!(page.text().contains("None."), "{}", page.text());
        let page = lead.get(&contact(DANA));
        assert!(page.text().contains("None."), "nothing was recorded");
        assert!(lead.get(&contact(KIT)).html().contains(ENDS));
    }
}

#[test]
fn a_contact_of_nobody_here_is_not_found() {
    let world = World::new(Engine::Sqlite).agreed();
    let mut lead = world.browser(LEAD);
    for odd in ["nobody", &id::<domain::id::ContactKind>(0xdead).to_string()] {
        assert_eq!(lead.get_only(&format!("{BASE}/contacts/{odd}")).status, 404);
    }
}

#[test]
fn each_mistake_is_said_and_what_was_typed_stays() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let mut lead = world.browser(LEAD);
        let page = lead.get(&contact(KIT));
        let page = lead.press(&page, RECORD, &[]);
        assert_eq!(page.status, 422);
        for words in [
            "Choose what the restriction is",
            "Enter the day of the order",
            "Write what the order says",
            "See the order first",
        ] {
            assert!(page.text().contains(words), "{words}: {}", page.text());
        }
        let typed = [
            ("kind", "apart"),
            ("words", "They may not meet."),
            ("from-day", "31"),
            ("from-month", "2"),
            ("from-year", "2026"),
        ];
        let page = lead.press(&page, RECORD, &typed);
        assert_eq!(page.status, 422);
        assert!(page.html().contains("They may not meet."));
        assert!(page.html().contains("value=\"31\""));
        record(&world, KIT, "apart");
        let page = record(&world, KIT, "apart");
        assert_eq!(page.status, 422);
        assert!(page.text().contains("recorded already"), "{}", page.text());
        let page = lead.get(&contact(KIT));
        let page = lead.press(&page, ENDS, &[]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Say why it ends"), "{}", page.text());
    }
}
