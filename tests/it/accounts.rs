//! Setting up, signing in, inviting, and being thrown out.

use testkit::{
    Browser, Engine, Town, on_both,
    town::{PASSWORD, TODAY},
};

#[test]
fn a_school_is_made_once_and_its_administrator_can_sign_in() {
    for engine in Engine::BOTH {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let page = amina.get("/account");
        assert_eq!(page.heading(), "Your account");
        assert!(page.text().contains("amina.farrow@kestrelbridge.example"));
        assert!(
            town.app.offer_setup().unwrap().is_none(),
            "a school is there, so no address is offered"
        );
    }
}

#[test]
fn the_same_is_said_to_a_wrong_password_and_to_an_unknown_person() {
    on_both(|engine| {
        let (town, _) = Town::with_school(engine, TODAY);
        let mut said = Vec::new();
        for email in [
            "amina.farrow@kestrelbridge.example",
            "nobody@kestrelbridge.example",
        ] {
            let mut stranger = town.browser();
            let page = stranger.get("/sign-in");
            let fill = [("email", email), ("password", "not the password at all")];
            let page = stranger.press(&page, "Sign in", &fill);
            assert_eq!(page.status, 422);
            assert!(page.html().contains(email), "what was typed stays");
            assert!(
                !page.html().contains("not the password"),
                "a password never does"
            );
            said.push(page.text());
        }
        assert_eq!(said[0], said[1]);
        assert!(said[0].contains("don’t match"), "{}", said[0]);
    });
}

#[test]
fn many_failures_slow_the_next_try_and_the_wait_ends() {
    on_both(|engine| {
        let (town, _) = Town::with_school(engine, TODAY);
        let mut stranger = town.browser();
        let email = "amina.farrow@kestrelbridge.example";
        for _ in 0..6 {
            let page = stranger.get("/sign-in");
            stranger.press(
                &page,
                "Sign in",
                &[("email", email), ("password", "wrong wrong wrong")],
            );
        }
        let page = stranger.get("/sign-in");
        let page = stranger.press(
            &page,
            "Sign in",
            &[("email", email), ("password", PASSWORD)],
        );
        assert!(page.text().contains("Wait"), "{}", page.text());
        town.clock
            .move_to(town.clock.now() + jiff::SignedDuration::from_secs(301));
        stranger.sign_in(email, PASSWORD);
    });
}

#[test]
fn a_disabled_account_is_out_at_once_and_the_last_administrator_cannot_be_disabled() {
    for engine in Engine::BOTH {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let mut ruth = town.joins(
            &mut amina,
            "Ruth Calloway",
            "ruth@kestrelbridge.example",
            &["head"],
        );
        assert_eq!(ruth.get("/account").status, 200);
        let people = amina.get("/settings/people");
        let page = amina.press(&people, "Disable: Ruth Calloway", &[]);
        assert_eq!(page.status, 200, "{}", page.text());
        let page = ruth.get("/account");
        assert_eq!(page.path, "/sign-in");
        let page = amina.press(&people, "Disable: Amina Farrow", &[]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("only one"), "{}", page.text());
    }
}

#[test]
fn a_closed_account_is_opened_again_at_an_address_where_a_new_password_is_chosen() {
    for engine in Engine::BOTH {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let email = "ruth@kestrelbridge.example";
        let mut ruth = town.joins(&mut amina, "Ruth Calloway", email, &["head"]);
        let mut grace = office(&town, &mut amina);
        let people = amina.get("/settings/people");
        amina.press(&people, "Disable: Ruth Calloway", &[]);

        let list = grace.get("/settings/people");
        assert!(!list.text().contains("Make a new address"));
        let people = amina.get("/settings/people");
        let page = amina.press(&people, "Make a new address: Amina Farrow", &[]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Your account"), "{}", page.text());

        let page = amina.press(&people, "Make a new address: Ruth Calloway", &[]);
        let address = page.all("code").concat();
        let path = address.split("school.test").nth(1).unwrap();
        // Her old password is forgotten, and nobody is signed in by the address alone.
        let page = ruth.get("/sign-in");
        let old = [("email", email), ("password", PASSWORD)];
        assert_eq!(ruth.press(&page, "Sign in", &old).status, 422);
        let page = ruth.get(path);
        let new = "lantern copper fern";
        let fill = [("password", new), ("password_again", new)];
        assert_eq!(ruth.press(&page, "Make my account", &fill).path, "/sign-in");
        ruth.sign_in(email, new);
        assert_eq!(ruth.get("/account").status, 200);
    }
}

#[test]
fn words_typed_are_kept_when_the_session_ended_before_they_were_sent() {
    on_both(|engine| {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let form = amina.get("/settings/people/invite");
        town.clock
            .move_to(town.clock.now() + jiff::SignedDuration::from_hours(2));
        let fill = [
            ("name", "Nell Brook"),
            ("email", "nell@kestrelbridge.example"),
            ("roles", "senco"),
        ];
        let page = amina.press(&form, "Make the address", &fill);
        assert_eq!(page.heading(), "Sign in to go on");
        let fill = [
            ("email", "amina.farrow@kestrelbridge.example"),
            ("password", PASSWORD),
        ];
        let page = amina.press(&page, "Sign in", &fill);
        assert_eq!(page.heading(), "Your words are here");
        let page = amina.press(&page, "Send it now", &[]);
        assert_eq!(page.heading(), "Hand this address to Nell Brook");
    });
}

#[test]
fn words_typed_are_shown_to_nobody_else_who_signs_in_on_that_page_or_in_that_browser() {
    on_both(|engine| {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let ruth = "ruth@kestrelbridge.example";
        town.joins(&mut amina, "Ruth Calloway", ruth, &["head"]);
        let typed = [("name", "Nell Brook"), ("roles", "senco")];
        let form = amina.get("/settings/people/invite");
        let mut same = amina.clone();
        let later = town.clock.now() + jiff::SignedDuration::from_hours(2);
        town.clock.move_to(later);
        let page = amina.press(&form, "Make the address", &typed);
        let wrong = [("email", ruth), ("password", "not this one")];
        let page = amina.press(&page, "Sign in", &wrong);
        assert_eq!(page.status, 422);
        let fill = [("email", ruth), ("password", PASSWORD)];
        let page = amina.press(&page, "Sign in", &fill);
        assert_ne!(page.heading(), "Your words are here");
        assert!(!page.html().contains("Nell Brook"), "{}", page.text());
        same.sign_in(ruth, PASSWORD);
        let page = same.press(&form, "Make the address", &typed);
        assert_eq!(page.heading(), "That page was out of date");
        assert!(!page.html().contains("Nell Brook"), "{}", page.text());
    });
}

#[test]
fn opening_an_invitation_never_uses_it_up_and_it_works_once() {
    on_both(|engine| {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let page = amina.get("/settings/people/invite");
        let fill = [
            ("name", "Joel Petrie"),
            ("email", "joel@kestrelbridge.example"),
            ("roles", "teacher"),
        ];
        let page = amina.press(&page, "Make the address", &fill);
        let address = page.all("code").concat();
        let path = address.split("school.test").nth(1).unwrap();
        for _ in 0..3 {
            assert_eq!(town.browser().get(path).status, 200);
        }
        let mut joel = town.browser();
        let form = joel.get(path);
        let fill = [
            ("password", PASSWORD),
            ("password_again", "something else here"),
        ];
        let again = joel.press(&form, "Make my account", &fill);
        assert_eq!(again.status, 422);
        let fill = [("password", PASSWORD), ("password_again", PASSWORD)];
        assert_eq!(joel.press(&form, "Make my account", &fill).path, "/sign-in");
        assert_eq!(town.browser().get(path).status, 404);
    });
}

/// The school's office, with nobody's programme to see.
fn office(town: &Town, amina: &mut Browser) -> Browser {
    let email = "grace@kestrelbridge.example";
    town.joins(amina, "Grace Lowe", email, &["office"])
}

#[test]
fn the_office_hands_out_no_role_that_reads_programmes() {
    on_both(|engine| {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let mut grace = office(&town, &mut amina);
        for role in ["senco", "coordinator", "head_of_year", "dsl", "head"] {
            let page = grace.get("/settings/people/invite");
            let fill = [
                ("name", "Somebody New"),
                ("email", "new@kestrelbridge.example"),
                ("roles", role),
            ];
            let page = grace.press(&page, "Make the address", &fill);
            assert_eq!(page.status, 422, "{role}: {}", page.text());
            assert!(page.text().contains("Ask the headteacher"), "{role}");
        }
    });
}

#[test]
fn a_waiting_account_is_opened_by_nobody_who_could_not_have_made_it() {
    on_both(|engine| {
        let (town, mut amina) = Town::with_school(engine, TODAY);
        let mut grace = office(&town, &mut amina);
        let invite = |who: &mut Browser, name: &str, role: &str| {
            let page = who.get("/settings/people/invite");
            let fill = [
                ("name", name),
                ("email", "ruth@kestrelbridge.example"),
                ("roles", role),
            ];
            who.press(&page, "Make the address", &fill)
        };
        let first = invite(&mut amina, "Ruth Calloway", "head");
        let address = first.all("code").concat();
        let path = address.split("school.test").nth(1).unwrap();
        for role in ["head", "teacher"] {
            let page = invite(&mut grace, "Grace Lowe", role);
            assert_eq!(page.status, 422, "{role}: {}", page.text());
        }
        assert_eq!(invite(&mut amina, "Ruth Calloway", "teacher").status, 422);
        assert_eq!(town.browser().get(path).status, 200, "the first one holds");
        let again = invite(&mut amina, "Somebody Else", "head");
        assert_eq!(again.heading(), "Hand this address to Ruth Calloway");
    });
}

#[test]
fn strangers_at_the_schools_address_shut_nobody_out_who_signed_in_from_it() {
    on_both(|engine| {
        let (town, _) = Town::with_school(engine, TODAY);
        let try_in = |email: &str, password: &str| {
            let mut browser = town.browser();
            let page = browser.get("/sign-in");
            let fill = [("email", email), ("password", password)];
            browser.press(&page, "Sign in", &fill)
        };
        for n in 0..40 {
            try_in(
                &format!("nobody-{n}@kestrelbridge.example"),
                "wrong words here",
            );
        }
        let page = try_in("stranger@kestrelbridge.example", PASSWORD);
        assert!(page.text().contains("Wait"), "{}", page.text());
        let page = try_in("amina.farrow@kestrelbridge.example", PASSWORD);
        assert_ne!(page.path, "/sign-in", "{}", page.text());
    });
}
