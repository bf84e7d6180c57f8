//! What everyone told, in each reader's own copy.

use app::{
    Refusal,
    gathering::{OwnHand, share::ShareWithHome},
    told::{NoteTold, Side, Told, ViewCopy, ViewTold, Voice},
};
use domain::{
    document::HomeReads,
    id::{AskId, PersonKind},
};
use forms::Theme;
use testkit::on_both;

use super::world::{
    ABARA, AMINA, BYSTANDER, DANA, ELSEWHERE, HEAD, JOEL, KIT, OKONJO, ROWAN, World, id, reference,
};
use crate::hands::{fill, send};

type Page = (&'static str, &'static [(&'static str, &'static str)]);

impl World {
    fn answers(&self, who: u128, said: &[Page]) -> AskId {
        let ask = self.ask(who);
        fill::<OwnHand>(&self.app, &self.actor(who), ask, said);
        send::<OwnHand>(&self.app, &self.actor(who), ask).unwrap();
        ask
    }

    fn told(&self, who: u128) -> Result<Told, Refusal> {
        let programme = reference();
        self.app.execute(&self.actor(who), ViewTold { programme })
    }

    fn copy(&self, who: u128, of: u128) -> Result<Told, Refusal> {
        let view = ViewCopy {
            programme: reference(),
            person: id::<PersonKind>(of),
        };
        self.app.execute(&self.actor(who), view)
    }

    fn notes(&self, who: u128, revision: u32) -> Result<u32, Refusal> {
        let note = NoteTold {
            programme: reference(),
            themes: vec![(Theme::GoesWell, "All like the practicals".into())],
            points: vec![String::new(), "What happens before lunch?".into()],
            handling: "Do not raise the move".into(),
            revision,
        };
        self.app.execute(&self.actor(who), note)
    }
}

/// Pupil, both at home, and two teachers, each with something to know them by.
fn everyone(world: &World) -> AskId {
    let rowan = world.answers(
        ROWAN,
        &[
            ("1-2", &[("sq2", "Football club"), ("sq2-share", "meeting")]),
            ("3-2", &[("sq5", "Art with Kim"), ("sq5-share", "nobody")]),
        ],
    );
    world.answers(
        DANA,
        &[(
            "1-1",
            &[("hq2", "Kind to his gran"), ("hq2-share", "meeting")],
        )],
    );
    world.answers(
        KIT,
        &[(
            "1-1",
            &[("hq2", "Good with engines"), ("hq2-share", "meeting")],
        )],
    );
    let abara: &[(&str, &str)] = &[("fq1", "Science, 8K"), ("fq3", "Asks good questions")];
    world.answers(ABARA, &[("1-1", abara)]);
    let okonjo: &[(&str, &str)] = &[("fq1", "Maths, 8K"), ("fq3", "Quick with numbers")];
    world.answers(OKONJO, &[("1-1", okonjo)]);
    rowan
}

/// Everything that stands in a copy: words, and names beside them.
fn all(told: &Told) -> String {
    let asked = told.themes.iter().flat_map(|theme| &theme.asked);
    let said = asked.flat_map(|question| &question.said);
    let lines = said.map(|one| format!("{} [{}]", one.words, one.who.join(", ")));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn each_copy_holds_what_its_reader_may_read_and_nothing_that_was_kept_back() {
    on_both(|engine| {
        let world = World::on(engine);
        let rowan = everyone(&world);
        let amina = world.told(AMINA).unwrap();
        let said = all(&amina);
        for words in [
            "Kind to his gran",
            "Good with engines",
            "Quick with numbers [Mr Okonjo]",
        ] {
            assert!(said.contains(words), "{words} is not in {said}");
        }
        assert!(!said.contains("Kim") && amina.held_back > 0);
        // The key worker reads staff by theme.
        let joel = all(&world.told(JOEL).unwrap());
        assert!(joel.contains("Quick with numbers []"), "{joel}");
        let dana = world.told(DANA).unwrap();
        let said = all(&dana);
        assert!(said.contains("Kind to his gran") && said.contains("Quick with numbers []"));
        for words in ["engines", "Football", "Kim", "Okonjo"] {
            assert!(!said.contains(words), "{words} is in {said}");
        }
        assert!(dana.missing.is_empty() && dana.held_back == 0 && dana.copies.is_empty());
        // Once the pupil agrees, home reads what was shared, and no more.
        let says = HomeReads::Yes;
        let share = ShareWithHome { ask: rowan, says };
        world.app.execute(&world.actor(ROWAN), share).unwrap();
        let said = all(&world.told(DANA).unwrap());
        assert!(
            said.contains("Football") || !all(&amina).contains("Football"),
            "{said}"
        );
        assert!(!said.contains("Kim"));
        let said = all(&world.told(ROWAN).unwrap());
        assert!(
            !said.contains("gran") && !said.contains("engines"),
            "{said}"
        );
        for who in [ABARA, BYSTANDER] {
            assert!(world.told(who).is_err(), "{who}");
        }
        let elsewhere = world.told(ELSEWHERE);
        assert!(matches!(elsewhere, Err(Refusal::NotFound)));
    });
}

#[test]
fn the_coordinator_sees_a_copy_as_its_reader_will_and_nobody_else_does() {
    on_both(|engine| {
        let world = World::on(engine);
        everyone(&world);
        let copy = world.copy(AMINA, DANA).unwrap();
        let said = all(&copy);
        assert!(
            said.contains("Kind to his gran") && !said.contains("engines"),
            "{said}"
        );
        assert!(!said.contains("Okonjo") && copy.missing.is_empty());
        assert_eq!(
            (copy.voice, copy.of.as_deref()),
            (Voice::Home, Some("Dana Tidewell"))
        );
        for who in [HEAD, JOEL, DANA] {
            let refused = world.copy(who, KIT);
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "{who}");
        }
        // There is no copy for a member of staff to look at.
        let teacher = world.copy(AMINA, ABARA);
        assert!(matches!(teacher, Err(Refusal::NotFound)));
    });
}

#[test]
fn what_the_coordinator_adds_is_read_by_all_but_what_is_for_staff() {
    on_both(|engine| {
        let world = World::on(engine);
        everyone(&world);
        for who in [JOEL, HEAD, DANA, ROWAN] {
            let refused = world.notes(who, 0);
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "{who}");
        }
        assert_eq!(world.notes(AMINA, 0).unwrap(), 1);
        let again = world.notes(AMINA, 1).unwrap();
        assert_eq!(again, 1, "nothing is different");
        assert!(matches!(world.notes(AMINA, 0), Err(Refusal::Conflict)));
        let dana = world.told(DANA).unwrap().notes;
        assert_eq!(dana.points, ["What happens before lunch?"]);
        assert_eq!(dana.on(Theme::GoesWell), Some("All like the practicals"));
        assert_eq!(dana.handling, "");
        let joel = world.told(JOEL).unwrap().notes;
        assert_eq!(joel.handling, "Do not raise the move");
        assert_eq!(world.events("told_noted"), 1);
    });
}

#[test]
fn who_has_answered_is_counted_by_side() {
    on_both(|engine| {
        let world = World::on(engine);
        world.ask(ABARA);
        world.answers(DANA, &[]);
        let told = world.told(AMINA).unwrap();
        assert_eq!(
            told.answered,
            [(Side::Pupil, 0, 0), (Side::Home, 1, 1), (Side::Staff, 0, 1)]
        );
        assert_eq!(told.missing, ["Miss Abara"]);
    });
}
