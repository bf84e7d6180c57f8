//! The turns a programme can take: each one of the edge cases, as far as there
//! are rooms for it.

use app::{
    Refusal,
    plans::sign::{After, AnswerGiven},
    programmes::{people::HandOver, taking_part::PeopleOf},
    reviews::{
        finish::Extend,
        leave::{Transfer, Withdraw},
        pause::Resume,
    },
};
use domain::{
    meeting::MeetingKind,
    programme::AskChannel,
    rating::{Presence, Tick},
};
use jiff::{
    SignedDuration,
    civil::{Date, date},
};
use testkit::on_both;

use super::{Story, cast::*, lives::*, scenario::tick, words};

fn due_dates(story: &Story) -> Vec<Date> {
    let run = story.programme().stage.run().unwrap().clone();
    let reviews = run.dates.reviews.iter().map(|one| one.due.on);
    reviews.chain([run.dates.ends.due.on]).collect()
}

#[test]
fn a_pupil_has_one_open_programme_at_a_time() {
    on_both(|engine| {
        let story = Story::at(engine, At::Referred);
        assert!(matches!(story.begin(PUPIL), Err(Refusal::Rejected(_))));
        story.begin(SECOND_PUPIL).unwrap();
        assert!(matches!(
            story.begin(THEIR_PUPIL),
            Err(Refusal::NotFound | Refusal::Rejected(_))
        ));
    });
}

#[test]
fn a_parent_may_refuse_to_sign_and_the_plan_starts_and_says_so() {
    on_both(|engine| {
        let story = Story::at(engine, At::Agreed);
        story.sign(ROWAN).unwrap();
        story.sign(AMINA).unwrap();
        let no = AnswerGiven::Refused("I was not asked about the seat.".into());
        story.answer(KIT, no.clone()).unwrap();
        let last = story.answer(DANA, no);
        assert!(matches!(last, Ok(After::Started)) || story.stage() == "active");
    });
}

#[test]
fn a_parent_who_cannot_be_reached_is_tried_twice_before_the_plan_starts() {
    on_both(|engine| {
        let story = Story::at(engine, At::Agreed);
        story.sign(ROWAN).unwrap();
        story.sign(AMINA).unwrap();
        let tried = |on| AnswerGiven::NoAnswer {
            by: AskChannel::Phone,
            on,
        };
        story.answer(DANA, tried(date(2026, 9, 25))).unwrap();
        assert_eq!(story.stage(), "agreed", "once is not enough");
        story.day(date(2026, 9, 28));
        story.answer(DANA, tried(date(2026, 9, 28))).unwrap();
        assert_eq!(story.stage(), "active");
    });
}

#[test]
fn a_pupil_may_refuse_and_their_words_are_kept() {
    on_both(|engine| {
        let story = Story::at(engine, At::Agreed);
        story.sign(AMINA).unwrap();
        story.sign(DANA).unwrap();
        assert_eq!(story.stage(), "agreed");
        story
            .answer(ROWAN, AnswerGiven::Refused("It is not fair.".into()))
            .unwrap();
        assert_eq!(story.stage(), "active");
        let plan = story.plan(AMINA).agreed.unwrap().into_inner();
        let line = plan
            .signing
            .iter()
            .find(|line| line.person.person == story.person(ROWAN));
        assert!(line.unwrap().answer.is_some());
    });
}

#[test]
fn a_second_coordinator_takes_over_and_the_first_is_out() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let over = HandOver {
            reference: story.reference(),
            coordinator: staff(IMRAN),
            key_worker: Some(staff(JOEL)),
        };
        story.execute(RUTH, over).unwrap();
        let coordinators = |story: &Story| {
            let all = story.people().into_iter();
            all.filter(|one| one.role.code() == "coordinator").count()
        };
        assert_eq!(coordinators(&story), 1);
        let reference = story.reference();
        assert!(
            story
                .fetch(
                    IMRAN,
                    PeopleOf {
                        reference: reference.clone()
                    }
                )
                .is_ok()
        );
        let first = story.fetch(AMINA, PeopleOf { reference });
        assert!(
            matches!(first, Err(Refusal::NotFound)),
            "Amina's part is over"
        );
        assert!(
            story.events().contains(&"coordinator_changed".to_owned()),
            "{:?}",
            story.events()
        );
    });
}

#[test]
fn a_tick_can_be_changed_until_ten_the_next_school_day_and_no_later() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let target = story.plan(AMINA).agreed.unwrap().into_inner().plan.targets[0].id;
        let friday = date(2026, 10, 2);
        story.day(friday);
        tick(&story, ABARA, target, friday, Tick::NotYet).unwrap();
        let monday_at = |hour| {
            date(2026, 10, 5)
                .at(hour, 0, 0, 0)
                .in_tz("Europe/London")
                .unwrap()
                .timestamp()
        };
        story
            .clock
            .move_to(monday_at(10) - SignedDuration::from_secs(1));
        tick(&story, ABARA, target, friday, Tick::Yes).unwrap();
        story
            .clock
            .move_to(monday_at(10) + SignedDuration::from_secs(1));
        assert!(matches!(
            tick(&story, ABARA, target, friday, Tick::NotYet),
            Err(Refusal::Rejected(_))
        ));
    });
}

#[test]
fn a_week_away_leaves_no_ticks_and_the_weeks_go_on() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let before = due_dates(&story);
        let target = story.plan(AMINA).agreed.unwrap().into_inner().plan.targets[0].id;
        for day in 5..=9 {
            let on = date(2026, 10, day);
            story.day(on);
            let away = app::monitoring::rate::SayAway {
                reference: story.reference(),
                on,
                period: domain::rating::Period::P1,
                presence: Presence::Absent,
            };
            story.execute(ABARA, away).unwrap();
            assert!(tick(&story, ABARA, target, on, Tick::NotYet).is_err());
        }
        assert_eq!(due_dates(&story), before);
    });
}

#[test]
fn a_pause_moves_the_dates_still_to_come_and_leaves_those_that_are_over() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        story.day(date(2026, 11, 9));
        story.pause("2026-11-23");
        assert_eq!(story.stage(), "paused");
        story.day(date(2026, 11, 23));
        let reference = story.reference();
        story.execute(AMINA, Resume { reference }).unwrap();
        assert_eq!(story.stage(), "active");
        let [first, second, end] = due_dates(&story)[..] else {
            panic!("three dates")
        };
        assert_eq!(first, date(2026, 10, 23));
        assert_eq!(second, date(2026, 12, 11), "two weeks later");
        assert_eq!(end, date(2027, 1, 22), "two weeks later");
    });
}

#[test]
fn a_start_in_june_needs_the_next_years_dates() {
    on_both(|engine| {
        let story = Story::at(engine, At::Gathering);
        story.tell_dana(date(2026, 9, 7));
        story.day(date(2027, 6, 7));
        let meeting = story.book(MeetingKind::Initial, "2027-06-11");
        story.day(date(2027, 6, 11));
        story.record(meeting, story.minutes(&CAME)).unwrap();
        story.write_plan();
        let said = words(story.agree(date(2027, 6, 14)));
        assert!(
            said.iter()
                .any(|one| one.contains("calendar") || one.contains("term dates")),
            "{said:?}"
        );
        assert_eq!(story.stage(), "meeting_set");
    });
}

#[test]
fn an_extension_is_once_and_never_past_sixteen_weeks() {
    on_both(|engine| {
        let story = Story::at(engine, At::FinalDue);
        let extend = |weeks: &str| Extend {
            reference: story.reference(),
            weeks: weeks.into(),
            why: "Nearly there.".into(),
            family_told: "2027-01-11".into(),
        };
        assert!(
            !words(story.execute(RUTH, extend("6"))).is_empty(),
            "18 weeks is too long"
        );
        let ends = story.execute(RUTH, extend("4")).unwrap();
        assert_eq!(ends, date(2027, 2, 5), "the end of week 16");
        story.day(date(2027, 2, 8));
        assert_eq!(story.stage(), "final_due");
        assert!(
            !words(story.execute(RUTH, extend("1"))).is_empty(),
            "once only"
        );
    });
}

#[test]
fn a_meeting_that_is_called_off_is_booked_again_and_an_unsuccessful_end_asks_what_next() {
    on_both(|engine| {
        let story = Story::at(engine, At::Gathering);
        story.tell_dana(date(2026, 9, 7));
        let meeting = story.book(MeetingKind::Initial, "2026-09-21");
        story.call_off(meeting).unwrap();
        assert_eq!(story.stage(), "gathering");
        story.book(MeetingKind::Initial, "2026-09-25");
        assert_eq!(story.stage(), "meeting_set");
        let story = Story::at(engine, At::Escalation);
        assert_eq!(story.stage(), "escalation");
        assert!(story.tasks().iter().any(|(what, _)| what == "options"));
    });
}

#[test]
fn leaving_closes_from_any_open_place() {
    on_both(|engine| {
        for place in [
            At::Gathering,
            At::MeetingSet,
            At::Agreed,
            At::Running,
            At::FinalDue,
        ] {
            let story = Story::at(engine, place);
            let transfer = Transfer {
                reference: story.reference(),
                reason: "house_move".into(),
                to: "Fenwick High".into(),
            };
            story.execute(OFFICE, transfer).unwrap();
            assert_eq!(story.stage(), "closed_transferred", "{place:?}");
            let story = Story::at(engine, place);
            let withdraw = Withdraw {
                reference: story.reference(),
                reason: "parent".into(),
                why: "The family asked.".into(),
            };
            story.execute(RUTH, withdraw).unwrap();
            assert_eq!(story.stage(), "closed_withdrawn", "{place:?}");
        }
    });
}
