//! What one parent is asked and says, the other never learns: not even that
//! there is something to learn.

use app::{
    Refusal,
    gathering::{
        OwnHand,
        fill::{OpenForm, ViewForm},
        information::ViewInformation,
        mine::MyAsks,
        read::ReadAnswers,
    },
};
use domain::id::AskId;

use testkit::on_both;

use super::{
    browser::Browser,
    world::{ABARA, BYSTANDER, DANA, ELSEWHERE, KIT, OKONJO, ROWAN, World, id, reference},
};

fn is_absent<T>(found: &Result<T, Refusal>) -> bool {
    matches!(found, Err(Refusal::NotFound))
}

#[test]
fn a_parent_never_learns_of_the_other_parents_questions() {
    on_both(|engine| {
        let world = World::on(engine);
        let (mine, theirs) = (world.ask(DANA), world.ask(KIT));
        let dana = world.actor(DANA);
        assert!(is_absent(
            &world.app.execute(&dana, ReadAnswers { ask: theirs })
        ));
        assert!(is_absent(
            &world.app.execute(&dana, OpenForm::<OwnHand>::new(theirs))
        ));
        assert!(is_absent(
            &world.app.fetch(&dana, ViewForm::<OwnHand>::new(theirs))
        ));
        let asked = world.app.fetch(&dana, MyAsks).unwrap().answer.asks;
        let seen: Vec<AskId> = asked.iter().map(|one| one.ask.id).collect();
        assert_eq!(seen, [mine]);
        let programme = reference();
        let tracker = world.app.fetch(&dana, ViewInformation { programme });
        assert!(matches!(tracker, Err(Refusal::NotAllowed { .. })));
    });
}

#[test]
fn the_other_parents_page_is_the_page_of_nothing_at_all() {
    on_both(|engine| {
        let world = World::on(engine);
        let theirs = world.ask(KIT);
        let nothing: AskId = id(999);
        let mut dana = Browser::of(&world.app, DANA);
        for place in ["", "/check", "/sent", "/1-1"] {
            dana.go(&format!("/family/questions/{theirs}{place}"));
            let (status, found) = (dana.status, tail(&dana.html, theirs));
            dana.go(&format!("/family/questions/{nothing}{place}"));
            assert_eq!(status, 404);
            assert_eq!((status, found), (dana.status, tail(&dana.html, nothing)));
        }
        dana.go("/family");
        assert!(!dana.shows("Kit") && !dana.shows(&theirs.to_string()));
    });
}

/// A page without its request code, its form token and the id asked for.
fn tail(html: &str, ask: AskId) -> String {
    let words = html.replace(&ask.to_string(), "");
    let main = words.split("<main").nth(1).unwrap_or_default();
    let mut shown = main.split("</main>").next().unwrap_or_default().to_owned();
    shown.retain(|c| !c.is_ascii_hexdigit());
    shown
}

#[test]
fn a_teacher_a_pupil_and_another_school_find_nobody_elses_questions() {
    on_both(|engine| {
        let world = World::on(engine);
        let theirs = world.ask(ABARA);
        for who in [OKONJO, ROWAN, DANA, BYSTANDER, ELSEWHERE] {
            let found = world
                .app
                .execute(&world.actor(who), ReadAnswers { ask: theirs });
            assert!(is_absent(&found), "{who}");
        }
    });
}
