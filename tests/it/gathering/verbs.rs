//! Who may ask, write, send and read, and what each of it leaves behind.

use app::{
    Refusal,
    gathering::{
        Mode, OwnHand, ScribeHand,
        ask::Ask,
        fill::ViewForm,
        information::ViewInformation,
        mine::MyAsks,
        read::{Found, ReadAnswers, Whole},
        safety::SettleRaised,
        scribe::BeginScribing,
        waive::Waive,
    },
};
use domain::{document::DocumentStatus, id::PersonKind, text::Prose};
use testkit::on_both;

use crate::hands::{fill, read, save, send};

use super::world::{
    ABARA, AMINA, BYSTANDER, DANA, ELSEWHERE, HEAD, JOEL, LEAD, ROWAN, World, id, reference,
};

#[test]
fn only_the_coordinator_of_this_programme_asks() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = Ask {
            programme: reference(),
            person: id::<PersonKind>(DANA),
            document: None,
        };
        for who in [JOEL, ABARA, DANA] {
            let refused = world.app.execute(&world.actor(who), ask.clone());
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "{who}");
        }
        let refused = world.app.execute(&world.actor(ELSEWHERE), ask.clone());
        assert!(matches!(refused, Err(Refusal::NotFound)));
        world.ask(DANA);
        let again = world.app.execute(&world.actor(AMINA), ask);
        assert!(matches!(again, Err(Refusal::Rejected(_))));
        assert_eq!(world.events("ask_made"), 1);
    });
}

#[test]
fn what_a_pupil_kept_back_is_kept_from_all_it_was_kept_from() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(ROWAN);
        let said: &[(&str, &[(&str, &str)])] = &[
            ("1-2", &[("sq2", "Football club"), ("sq2-share", "meeting")]),
            (
                "1-3",
                &[("sq3", "Less shouting"), ("sq3-share", "key_worker")],
            ),
            ("3-2", &[("sq5", "Art with Kim"), ("sq5-share", "nobody")]),
        ];
        fill::<OwnHand>(&world.app, &world.actor(ROWAN), ask, said);
        send::<OwnHand>(&world.app, &world.actor(ROWAN), ask).unwrap();
        let (own, _) = read(&world.app, &world.actor(ROWAN), ask);
        assert!(
            ["Football", "shouting", "Kim"]
                .iter()
                .all(|it| own.contains(it))
        );
        let (joel, _) = read(&world.app, &world.actor(JOEL), ask);
        assert!(joel.contains("Football") && joel.contains("shouting") && !joel.contains("Kim"));
        for who in [AMINA, HEAD] {
            let (text, _) = read(&world.app, &world.actor(who), ask);
            assert!(text.contains("Football"), "{who}");
            assert!(!text.contains("shouting") && !text.contains("Kim"), "{who}");
        }
        let home = world.app.execute(&world.actor(DANA), ReadAnswers { ask });
        assert!(matches!(home, Err(Refusal::NotFound)));
        assert_eq!(world.events("document_opened"), 4);
    });
}

#[test]
fn a_key_worker_reads_staff_answers_by_theme_and_the_writer_reads_their_own() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(ABARA);
        let said: &[(&str, &[(&str, &str)])] = &[(
            "1-1",
            &[
                ("fq1", "Science, 8K"),
                ("fq3", "Asks good questions in practicals"),
            ],
        )];
        fill::<OwnHand>(&world.app, &world.actor(ABARA), ask, said);
        send::<OwnHand>(&world.app, &world.actor(ABARA), ask).unwrap();
        let (own, _) = read(&world.app, &world.actor(ABARA), ask);
        assert!(own.contains("Science, 8K"));
        let (digest, whole) = read(&world.app, &world.actor(JOEL), ask);
        assert_eq!(whole, Whole::Part);
        assert!(digest.contains("good questions") && !digest.contains("Science, 8K"));
        let other = world
            .app
            .execute(&world.actor(BYSTANDER), ReadAnswers { ask });
        assert!(matches!(other, Err(Refusal::NotFound)));
    });
}

#[test]
fn an_answer_that_calls_for_an_adult_makes_a_task_at_once_and_no_words() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(ROWAN);
        // Everything but the last question, so that nothing has been sent.
        let said: &[(&str, &[(&str, &str)])] =
            &[("4-4", &[("sq15", "1"), ("sq15-share", "nobody")])];
        fill::<OwnHand>(&world.app, &world.actor(ROWAN), ask, said);
        let asked = |who| world.app.fetch(&world.actor(who), MyAsks).unwrap().answer;
        let joel = asked(JOEL).tasks;
        assert_eq!(joel.len(), 1);
        assert_eq!(joel[0].due.to_string(), "2026-11-10");
        assert!(joel[0].words.contains("Rowan"));
        assert_eq!(asked(LEAD).tasks.len(), 1);
        assert!(asked(DANA).tasks.is_empty() && asked(AMINA).tasks.is_empty());
        assert_eq!(world.events("adult_called"), 1);
        let task = joel[0].task.clone();
        let stranger = SettleRaised {
            ask,
            task: task.clone(),
        };
        let refused = world.app.execute(&world.actor(ABARA), stranger);
        assert!(matches!(refused, Err(Refusal::NotFound)));
        let done = SettleRaised { ask, task };
        world.app.execute(&world.actor(JOEL), done).unwrap();
        assert!(asked(JOEL).tasks.is_empty() && asked(LEAD).tasks.is_empty());
    });
}

#[test]
fn sent_answers_stay_as_they_were_sent() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(ABARA);
        fill::<OwnHand>(&world.app, &world.actor(ABARA), ask, &[]);
        send::<OwnHand>(&world.app, &world.actor(ABARA), ask).unwrap();
        let again = save::<OwnHand>(
            &world.app,
            &world.actor(ABARA),
            ask,
            "1-1",
            &[("fq1", "Other")],
            9,
        );
        assert!(matches!(again, Err(Refusal::Rejected(_))));
        assert!(matches!(
            send::<OwnHand>(&world.app, &world.actor(ABARA), ask),
            Err(Refusal::Rejected(_))
        ));
        let why = Prose::new("Not needed").unwrap();
        let waived = world.app.execute(&world.actor(AMINA), Waive { ask, why });
        assert!(matches!(waived, Err(Refusal::Rejected(_))));
        let engine = world
            .app
            .db()
            .write(|tx| tx.run("update answers set body = 'x'", &[]));
        assert!(engine.is_err());
    });
}

#[test]
fn an_unfinished_form_is_not_sent_and_not_read() {
    on_both(|engine| {
        let world = World::on(engine);
        let ask = world.ask(DANA);
        save::<OwnHand>(
            &world.app,
            &world.actor(DANA),
            ask,
            "1-1",
            &[("skip-page", "yes")],
            0,
        )
        .unwrap();
        assert!(matches!(
            send::<OwnHand>(&world.app, &world.actor(DANA), ask),
            Err(Refusal::Rejected(_))
        ));
        let found = world
            .app
            .execute(&world.actor(AMINA), ReadAnswers { ask })
            .unwrap();
        assert!(matches!(found.found, Found::NotYet));
        let stale = save::<OwnHand>(
            &world.app,
            &world.actor(DANA),
            ask,
            "1-1",
            &[("skip-page", "yes")],
            0,
        );
        assert!(matches!(stale, Err(Refusal::Conflict)));
    });
}

#[test]
fn a_scribe_is_named_and_takes_over_nothing_that_was_begun_alone() {
    on_both(|engine| {
        let world = World::on(engine);
        let (dana, rowan) = (world.ask(DANA), world.ask(ROWAN));
        let mode = Mode::Phone;
        let begin = |who, ask| {
            world
                .app
                .execute(&world.actor(who), BeginScribing { ask, mode })
        };
        assert!(matches!(begin(ABARA, dana), Err(Refusal::NotFound)));
        assert!(matches!(begin(HEAD, dana), Err(Refusal::NotAllowed { .. })));
        save::<OwnHand>(
            &world.app,
            &world.actor(DANA),
            dana,
            "1-1",
            &[("skip-page", "yes")],
            0,
        )
        .unwrap();
        assert!(matches!(begin(AMINA, dana), Err(Refusal::Rejected(_))));
        begin(JOEL, rowan).unwrap();
        fill::<ScribeHand>(&world.app, &world.actor(JOEL), rowan, &[]);
        send::<ScribeHand>(&world.app, &world.actor(JOEL), rowan).unwrap();
        let found = world
            .app
            .execute(&world.actor(AMINA), ReadAnswers { ask: rowan });
        let Found::Answers { scribe, .. } = found.unwrap().found else {
            panic!("not sent");
        };
        let (name, scribe) = scribe.unwrap();
        assert_eq!((name.as_str(), scribe.mode), ("Joel Petrie", Mode::Phone));
    });
}

#[test]
fn what_somebody_goes_on_writing_alone_is_read_and_written_by_no_scribe() {
    on_both(|engine| {
        let world = World::on(engine);
        let dana = world.ask(DANA);
        let begin = BeginScribing {
            ask: dana,
            mode: Mode::Phone,
        };
        let (app, me, amina) = (&world.app, world.actor(DANA), world.actor(AMINA));
        app.execute(&amina, begin.clone()).unwrap();
        let skip = [("skip-page", "yes")];
        save::<OwnHand>(app, &me, dana, "1-1", &skip, 1).unwrap();
        let looked = app.fetch(&amina, ViewForm::<ScribeHand>::new(dana));
        assert!(matches!(looked, Err(Refusal::Rejected(_))), "{looked:?}");
        let written = save::<ScribeHand>(app, &amina, dana, "1-1", &skip, 2);
        assert!(matches!(written, Err(Refusal::Rejected(_))));
        assert!(matches!(
            app.execute(&amina, begin),
            Err(Refusal::Rejected(_))
        ));
    });
}

#[test]
fn what_is_still_out_stands_first_and_is_counted() {
    on_both(|engine| {
        let world = World::on(engine);
        let (abara, dana) = (world.ask(ABARA), world.ask(DANA));
        fill::<OwnHand>(&world.app, &world.actor(ABARA), abara, &[]);
        send::<OwnHand>(&world.app, &world.actor(ABARA), abara).unwrap();
        let programme = reference();
        let view = || {
            let view = ViewInformation {
                programme: programme.clone(),
            };
            world.app.fetch(&world.actor(AMINA), view).unwrap().answer
        };
        let found = view();
        assert_eq!(found.count(), (1, 2));
        assert_eq!(found.asks[0].ask.id, dana);
        let why = Prose::new("Dana would rather talk at the meeting").unwrap();
        world
            .app
            .execute(&world.actor(AMINA), Waive { ask: dana, why })
            .unwrap();
        let found = view();
        assert_eq!(found.count(), (1, 1));
        let waived = found.asks.iter().find(|one| one.ask.id == dana).unwrap();
        assert_eq!(waived.status, DocumentStatus::Waived);
    });
}
