//! What follows: the next day, a concern, a change that was asked for, home
//! that heard of it, and that nothing is kept twice.

use app::{
    Refusal,
    monitoring::{
        check_in::{HomeHeard, RecordCheckIn},
        check_ins::AnswerWish,
        note::{NewNote, RecordNote},
    },
    programmes::{show::ShowCase, today::Today},
};
use domain::{
    id::{ContactKind, FormId},
    note::{CheckInDraft, WishAnswer},
    programme::Task,
};
use jiff::civil::date;
use testkit::on_both;

use super::met;
use crate::{
    rush::at_once,
    story::{ABARA, AMINA, At, DANA, HERE, JOEL, Story, id, scenario::due, words},
};

#[test]
fn the_next_one_stands_on_the_day_they_agreed_also_when_this_one_was_missed() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        assert_eq!(due(&story, "check_in").len(), 1);
        let mut said = met(&story);
        said.next_on = "2026-10-06".into();
        story.meets(JOEL, said).unwrap();
        assert_eq!(due(&story, "check_in"), ["2026-10-06"]);
        story.day(date(2026, 10, 6));
        let missed = CheckInDraft {
            came_of: "missed".into(),
            missed: "pupil_away".into(),
            on: "2026-10-06".into(),
            next_on: "2026-10-08".into(),
            ..CheckInDraft::default()
        };
        story.meets(JOEL, missed).unwrap();
        assert_eq!(due(&story, "check_in"), ["2026-10-08"]);
        let all = story.check_ins(AMINA);
        assert_eq!(
            all[0].row.missed.map(domain::note::Missed::code),
            Some("pupil_away")
        );
        assert_eq!(all[0].row.note.words, None);
    });
}

#[test]
fn a_plan_that_runs_gets_its_next_day_also_when_nobody_wrote_one_down() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let (school, programme) = (id(HERE), story.programme().id);
        let today = story.app.clock().today();
        story.write(|tx| {
            store::programmes::drop_task(tx, school, programme, Task::CheckIn, today).map(drop)
        });
        assert!(due(&story, "check_in").is_empty());
        story.app.turn_the_day().unwrap();
        assert_eq!(
            due(&story, "check_in"),
            ["2026-10-05"],
            "a week from the start"
        );
        story.app.turn_the_day().unwrap();
        assert_eq!(due(&story, "check_in").len(), 1, "once");
        let kinds = story.events();
        assert_eq!(
            kinds.iter().filter(|kind| *kind == "check_in_due").count(),
            1
        );
    });
}

#[test]
fn after_a_pause_the_day_is_set_anew() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        story.pause("2026-10-19");
        story.day(date(2026, 10, 19));
        let reference = story.reference();
        story
            .execute(AMINA, app::reviews::pause::Resume { reference })
            .unwrap();
        let open = due(&story, "check_in");
        assert_eq!(
            open,
            ["2026-11-03"],
            "five school days on, half-term between"
        );
    });
}

#[test]
fn a_plan_that_is_not_working_is_heard_of_today() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let mut said = met(&story);
        said.level = "not_working".into();
        let refused = words(story.meets(JOEL, said.clone()));
        assert_eq!(refused, ["Say what in the plan isn’t working."]);
        said.level_why = "Nobody uses the signal in maths.".into();
        story.meets(JOEL, said.clone()).unwrap();
        let today = story.fetch(AMINA, Today).unwrap();
        let tasks: Vec<Task> = today.tasks.iter().map(|task| task.task).collect();
        assert!(tasks.contains(&Task::EarlyReview), "{tasks:?}");
        let home = due(&story, "contact_family");
        assert_eq!(home.len(), 1, "two school days from now: {home:?}");
        let raised = |story: &Story| {
            let kinds = story.events();
            kinds
                .iter()
                .filter(|kind| *kind == "concern_raised")
                .count()
        };
        assert_eq!(raised(&story), 1);
        story.meets(JOEL, said).unwrap();
        assert_eq!(raised(&story), 1, "one concern is open already");
    });
}

#[test]
fn a_change_that_was_asked_for_waits_for_the_coordinator_until_it_is_answered() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let mut said = met(&story);
        said.small_change = "Sit by the window".into();
        story.meets(JOEL, said).unwrap();
        let wish = story.fetch(AMINA, Today).unwrap().wishes.remove(0);
        let answer = |who, says: &str, why: &str| {
            let answer = AnswerWish {
                reference: story.reference(),
                note: wish.note,
                answer: says.into(),
                why: why.into(),
            };
            story.execute(who, answer)
        };
        let refused = answer(JOEL, "taken", "");
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        assert_eq!(words(answer(AMINA, "", "")).len(), 1);
        let refused = words(answer(AMINA, "not_now", " "));
        assert!(refused[0].starts_with("Say why not now"), "{refused:?}");
        assert_eq!(words(answer(AMINA, "taken", &"x".repeat(201))).len(), 1);
        let open = |story: &Story| {
            let reference = story.reference();
            story
                .fetch(AMINA, ShowCase { reference })
                .unwrap()
                .wishes
                .len()
        };
        assert_eq!(open(&story), 1);
        assert_eq!(answer(AMINA, "taken", "").unwrap(), WishAnswer::Taken);
        assert_eq!(open(&story), 0);
        answer(AMINA, "not_now", "Too late.").unwrap();
        let kept = story.check_ins(JOEL)[0].row.wish.clone().unwrap();
        assert_eq!(
            kept.answer,
            Some(WishAnswer::Taken),
            "the first answer stands"
        );
    });
}

#[test]
fn home_that_heard_of_it_counts_as_a_contact() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let home = |summary: &str| HomeHeard {
            contact: id::<ContactKind>(DANA),
            channel: "phone".into(),
            summary: summary.into(),
        };
        let (said, nothing) = (met(&story), Some(home(" ")));
        let refused = words(story.meets_and_tells(JOEL, said.clone(), nothing));
        assert_eq!(refused, ["Say in a few words what home heard."]);
        let heard = Some(home("She was glad about the bag."));
        story.meets_and_tells(JOEL, said, heard).unwrap();
        let school = id(HERE);
        let last = story.read(|tx| store::notes::last_contacts(tx, school));
        assert_eq!(last.len(), 1);
    });
}

#[test]
fn what_is_pressed_twice_is_kept_once_and_other_words_are_kept_too() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let form: FormId = story.app.new_sheet().unwrap();
        let said = met(&story);
        let press = |typed: &CheckInDraft| {
            let record = RecordCheckIn {
                reference: story.reference(),
                typed: typed.clone(),
                home: None,
                form: Some(form),
            };
            let (app, actor) = (&story.app, story.actor(JOEL));
            Box::new(move || app.execute(&actor, record)) as Box<_>
        };
        let pressed = at_once(vec![press(&said), press(&said), press(&said)]);
        assert!(pressed.iter().all(Result::is_ok), "{pressed:?}");
        assert_eq!(story.check_ins(AMINA).len(), 1);
        let mut other = said;
        other.promises[0].happening = "partly".into();
        press(&other)().unwrap();
        assert_eq!(story.check_ins(AMINA).len(), 2, "other words are not lost");
        let form: FormId = story.app.new_sheet().unwrap();
        let record = |words: &str| RecordNote {
            reference: story.reference(),
            note: NewNote::GoodNews {
                words: words.into(),
            },
            form: Some(form),
        };
        let count = |story: &Story| {
            let kinds = story.events();
            kinds.iter().filter(|kind| *kind == "note_recorded").count()
        };
        for _ in 0..3 {
            story.execute(ABARA, record("He helped.")).unwrap();
        }
        assert_eq!(count(&story), 1);
        story.execute(ABARA, record("He stayed.")).unwrap();
        assert_eq!(count(&story), 2);
    });
}
