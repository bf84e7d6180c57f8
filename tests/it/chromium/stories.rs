//! Small stories in which the browser itself matters: its Back button, what was
//! typed when the session ended, two windows on one page, and the keyboard alone.

use jiff::SignedDuration;
use testkit::{
    Engine, JavaScript, Town, Visitor,
    chromium::Key,
    town::{PASSWORD, TODAY},
};

use super::town::FullTown;
use crate::gathering::world::{DANA, World};

#[test]
fn the_back_button_shows_nothing_after_signing_out() {
    let town = FullTown::demonstration();
    let visitor = Visitor::at(&town.served);
    town.door("Amina Farrow").opens(&visitor);
    visitor.go("/programmes/kb26-014");
    assert!(visitor.shows("Rowan"));
    visitor.press("Sign out");
    visitor.back();
    visitor.sees("Sign in");
    assert!(!visitor.shows("Rowan"), "{}", visitor.text());
    assert_eq!(visitor.path(), "/sign-in");
}

#[test]
fn what_was_typed_is_there_when_the_session_ended_meanwhile() {
    for script in [JavaScript::On, JavaScript::Off] {
        let (town, _) = Town::with_school(Engine::Sqlite, TODAY);
        let served = town.served();
        let visitor = Visitor::at(&served);
        visitor.javascript(script);
        visitor.go("/sign-in");
        visitor.fill("Email address", "amina.farrow@kestrelbridge.example");
        visitor.fill("Password", PASSWORD);
        visitor.press("Sign in");
        visitor.go("/settings/people/invite");
        visitor.fill("Their name", "Nell Brook");
        visitor.fill(
            "Their work email address",
            "nell.brook@kestrelbridge.example",
        );
        visitor.choose("SENCO");
        let later = town.clock.now() + SignedDuration::from_hours(2);
        town.clock.move_to(later);
        visitor.press("Make the address");
        visitor.is_at("Sign in to go on");
        visitor.fill("Email", "amina.farrow@kestrelbridge.example");
        visitor.fill("Password", PASSWORD);
        visitor.press("Sign in");
        visitor.is_at("Your words are here");
        visitor.press("Send it now");
        visitor.is_at("Hand this address to Nell Brook");
    }
}

#[test]
fn the_second_window_to_save_sees_both_and_keeps_what_was_typed() {
    let world = World::on(Engine::Sqlite);
    let ask = world.ask(DANA);
    let town = FullTown::gathering(world, &[("Dana", DANA)]);
    let page = format!("/family/questions/{ask}/1-1");
    let dana = town.door("Dana");
    let visitor = Visitor::at(&town.served);
    dana.opens(&visitor);
    visitor.go(&page);
    visitor.fill("hq2", "Her kindness");
    let mut elsewhere = town.browser(&dana);
    let form = elsewhere.get(&page);
    let first = [("hq2", "Her jokes"), ("hq2-share", "meeting")];
    elsewhere.press(&form, "Save and go on", &first);
    let share = "document.querySelector('[name=hq2-share][value=meeting]').click()";
    visitor.run(share, &[]);
    visitor.press("Save and go on");
    visitor.sees("This was saved somewhere else while you were writing");
    visitor.sees("Her jokes");
    let typed = visitor.run("return document.querySelector('[name=hq2]').value", &[]);
    assert_eq!(typed, "Her kindness");
    visitor.press("Save and go on");
    assert!(visitor.path().ends_with("/1-2"), "{}", visitor.text());
}

#[test]
fn a_teacher_signs_in_and_rates_with_the_keyboard_alone() {
    let town = FullTown::demonstration();
    let email = "miss.abara@kestrelbridge.example";
    for script in [JavaScript::On, JavaScript::Off] {
        let visitor = Visitor::at(&town.served);
        visitor.javascript(script);
        visitor.width(390);
        visitor.go("/sign-in");
        visitor.tab_to("Email address");
        visitor.typed(email);
        visitor.tab_to("Password");
        visitor.typed(&town.password());
        visitor.key(Key::Enter);
        visitor.leaves("/sign-in");
        visitor.go("/reports/now");
        let rate = match script {
            JavaScript::On => "Nearly",
            JavaScript::Off => "Yes",
        };
        visitor.tab_to(rate);
        visitor.key(Key::Enter);
        visitor.sees("Saved");
        visitor.go("/reports/now");
        let kept = visitor.run(
            "return document.querySelector('[aria-pressed=true]').innerText.trim()",
            &[],
        );
        assert_eq!(kept, rate);
    }
}
