//! The plan as a PDF to download: for whom it opens, and what is in its name.

use testkit::Engine;

use super::world::{ABARA, AMINA, BYSTANDER, DANA, ELSEWHERE, HEAD, ROWAN, World};

const PDF: &str = "/programmes/kb26-014/plan.pdf";

#[test]
fn those_around_the_pupil_download_the_plan_and_the_record_says_so() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        let dana = world.invited(DANA, "dana@home.example");
        let rowan = world.invited(ROWAN, "rowan@school.example");
        for mut browser in [
            world.browser(AMINA),
            world.browser(HEAD),
            world.browser(ABARA),
            dana,
            rowan,
        ] {
            let page = browser.get_only(PDF);
            assert_eq!(page.status, 200, "{}", page.text());
            let header = |name: &str| page.headers[name].to_str().unwrap().to_owned();
            assert_eq!(header("content-type"), "application/pdf");
            assert_eq!(
                header("content-disposition"),
                "attachment; filename=\"plan-kb26-014-v1.pdf\"",
                "the pupil's name is not in it"
            );
            assert_eq!(header("cache-control"), "no-store");
            assert!(page.body.starts_with(b"%PDF-"));
            let whole = page.html();
            assert!(
                whole.contains("pdfuaid:part"),
                "PDF/UA says so in its metadata"
            );
        }
        assert_eq!(world.events("plan_printed"), 5);
    }
}

#[test]
fn a_version_is_printed_by_its_number_and_one_that_never_was_is_not_found() {
    let world = World::new(Engine::Sqlite).agreed();
    let mut amina = world.browser(AMINA);
    let at = |version: &str| format!("/programmes/kb26-014/plan/versions/{version}/plan.pdf");
    assert_eq!(amina.get_only(&at("1")).status, 200);
    for odd in ["0", "2", "one", "99999999999"] {
        assert_eq!(amina.get_only(&at(odd)).status, 404, "version {odd}");
    }
    let large = amina.get_only(&format!("{PDF}?letters=large"));
    assert_eq!(large.status, 200);
    assert!(large.body.len() > 1000);
}

#[test]
fn nobody_without_a_part_in_it_learns_that_there_is_a_plan() {
    for engine in Engine::BOTH {
        let world = World::new(engine).agreed();
        for who in [BYSTANDER, ELSEWHERE] {
            let page = world.browser(who).get_only(PDF);
            // The writer of a referral may read what they wrote, and not the plan.
            assert!(matches!(page.status.as_u16(), 403 | 404), "{}", page.status);
            assert!(!page.body.starts_with(b"%PDF-"));
        }
        let page = world.town.browser().get_only(PDF);
        assert!(page.status.is_redirection());
        assert_eq!(world.events("plan_printed"), 0);
    }
}

#[test]
fn before_anything_is_agreed_there_is_nothing_to_print() {
    let world = World::new(Engine::Sqlite);
    assert_eq!(world.browser(AMINA).get_only(PDF).status, 404);
}
