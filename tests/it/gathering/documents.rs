//! Documents that are begun because they are needed: who writes them, who reads
//! them, and how a newer one takes the place of an older.

use app::{
    Refusal,
    documents::{BeginDocument, DocumentLine, State, ViewDocuments},
    gathering::{OwnHand, fill::ViewForm, read::ReadAnswers},
};
use domain::id::AskId;
use testkit::on_both;

use super::world::{ABARA, AMINA, BYSTANDER, DANA, ELSEWHERE, JOEL, KIT, ROWAN, World, reference};
use crate::{
    hands::{fill, read, send},
    story::{self, Story},
};

const PROFILE: &str = "one-page-profile";

fn begin(form: &str, follows: Option<AskId>) -> BeginDocument {
    BeginDocument {
        programme: reference(),
        form: form.into(),
        follows,
    }
}

impl World {
    fn begins(&self, who: u128, form: &str, follows: Option<AskId>) -> Result<AskId, Refusal> {
        self.app.execute(&self.actor(who), begin(form, follows))
    }

    fn documents(&self, who: u128, form: &str) -> Vec<DocumentLine> {
        let programme = reference();
        let found = self
            .app
            .fetch(&self.actor(who), ViewDocuments { programme });
        let all = found.unwrap().answer.groups.into_iter();
        let mut kinds = all.flat_map(|(_, kinds)| kinds);
        let found = kinds.find(|kind| kind.form == form);
        found.map_or_else(Vec::new, |kind| kind.lines)
    }

    fn written(&self, who: u128, ask: AskId, likes: &str) {
        let page = [("what_people_appreciate-1", likes)];
        fill::<OwnHand>(&self.app, &self.actor(who), ask, &[("1-1", &page)]);
        send::<OwnHand>(&self.app, &self.actor(who), ask).unwrap();
    }
}

#[test]
fn a_document_is_written_by_those_its_file_names_and_read_once_it_is_sent() {
    on_both(|engine| {
        let world = World::on(engine);
        for who in [ABARA, BYSTANDER, ELSEWHERE] {
            assert!(world.begins(who, PROFILE, None).is_err(), "{who}");
        }
        assert!(matches!(
            world.begins(AMINA, "shoes", None),
            Err(Refusal::Rejected(_))
        ));
        let page = world.begins(ROWAN, PROFILE, None).unwrap();
        assert_eq!(world.begins(ROWAN, PROFILE, None).unwrap(), page, "goes on");
        // Staff know that it is being written; home does not.
        assert!(matches!(
            world.documents(JOEL, PROFILE)[0].state,
            State::Theirs(_)
        ));
        assert!(world.documents(DANA, PROFILE).is_empty());
        let early = world
            .app
            .execute(&world.actor(DANA), ReadAnswers { ask: page });
        assert!(matches!(early, Err(Refusal::NotFound)));
        world.written(ROWAN, page, "My jokes");
        for who in [ABARA, AMINA, DANA, ROWAN] {
            let (said, _) = read(&world.app, &world.actor(who), page);
            assert!(said.contains("My jokes"), "{who}");
        }
        for who in [BYSTANDER, ELSEWHERE] {
            let found = world
                .app
                .execute(&world.actor(who), ReadAnswers { ask: page });
            assert!(matches!(found, Err(Refusal::NotFound)), "{who}");
        }
        assert_eq!(world.events("document_begun"), 1);
    });
}

#[test]
fn a_newer_one_begins_with_what_was_said_and_takes_its_place() {
    on_both(|engine| {
        let world = World::on(engine);
        let first = world.begins(ROWAN, PROFILE, None).unwrap();
        world.written(ROWAN, first, "My jokes");
        let beside = world.begins(AMINA, PROFILE, None);
        assert!(matches!(beside, Err(Refusal::Rejected(_))), "one of a kind");
        let newer = world.begins(AMINA, PROFILE, Some(first)).unwrap();
        let form = world
            .app
            .fetch(&world.actor(AMINA), ViewForm::<OwnHand>::new(newer));
        assert!(!form.unwrap().answer.answers.is_empty(), "what was said");
        let third = world.begins(JOEL, PROFILE, Some(first));
        assert!(matches!(third, Err(Refusal::Rejected(_))), "Amina is at it");
        send::<OwnHand>(&world.app, &world.actor(AMINA), newer).unwrap();
        let lines = world.documents(ROWAN, PROFILE);
        assert_eq!((lines.len(), lines[0].id), (1, newer));
        assert_eq!(lines[0].earlier[0].id, first);
        assert!(lines[0].may_follow);
        let (said, _) = read(&world.app, &world.actor(DANA), first);
        assert!(said.contains("My jokes"), "the earlier one stays");
        let late = world.begins(JOEL, PROFILE, Some(first));
        assert!(
            matches!(late, Err(Refusal::Rejected(_))),
            "a newer one is there"
        );
    });
}

#[test]
fn some_stand_side_by_side_and_a_document_of_staff_is_not_homes_to_write() {
    on_both(|engine| {
        let world = World::on(engine);
        let one = world.begins(AMINA, "adult-mentor", None).unwrap();
        let mentor = [
            ("mentor", "Mr Petrie"),
            ("training", "Two days"),
            ("dbs_checked", "yes"),
        ];
        fill::<OwnHand>(&world.app, &world.actor(AMINA), one, &[("1-1", &mentor)]);
        send::<OwnHand>(&world.app, &world.actor(AMINA), one).unwrap();
        let two = world.begins(AMINA, "adult-mentor", None).unwrap();
        assert_ne!(one, two);
        assert_eq!(world.documents(AMINA, "adult-mentor").len(), 2);
        for who in [DANA, KIT, ROWAN] {
            let refused = world.begins(who, "adult-mentor", None);
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "{who}");
        }
    });
}

#[test]
fn documents_go_on_after_the_first_meeting_and_what_was_asked_for_is_closed() {
    on_both(|engine| {
        let story = Story::at(engine, story::At::Running);
        let begin = BeginDocument {
            programme: story.reference(),
            form: PROFILE.into(),
            follows: None,
        };
        let page = story.execute(story::ROWAN, begin).unwrap();
        let open = story.fetch(story::ROWAN, ViewForm::<OwnHand>::new(page));
        assert!(open.is_ok());
        let (school, programme) = (story::school_of(story::AMINA), story.programme().id);
        let asks = story.read(|tx| store::asks::of_programme(tx, school, programme));
        let teacher = story.person(story::OKONJO);
        let mut late = asks.iter().filter(|ask| ask.person == teacher);
        let late = late.find(|ask| ask.sent.is_none()).expect("one not sent");
        let closed = story.fetch(story::OKONJO, ViewForm::<OwnHand>::new(late.id));
        assert!(matches!(closed, Err(Refusal::NotAllowed { .. })));
    });
}
