//! From booking the first meeting to a running, changed plan: who may, when
//! each is refused and in which words, and that nobody's words are lost.

mod signing;

use domain::{account::SchoolRole, plan::PlanEdit, programme::StageName, target::TargetDraft};
use jiff::civil::date;
use testkit::on_both;

use super::{
    cast::{Room, words},
    view::ViewPlan,
};
use crate::{
    Refusal,
    meetings::{book::BookMeeting, cancel::CancelMeeting},
};

#[test]
fn booking_the_first_meeting_moves_the_programme_and_calling_it_off_moves_it_back() {
    on_both(|engine| {
        let room = Room::on(engine);
        let meeting = room.book();
        assert_eq!(room.stage(), StageName::MeetingSet);
        let cancel = CancelMeeting {
            reference: room.reference.clone(),
            meeting,
            why: "Dana is at work that day".into(),
        };
        room.town.app.execute(&room.farrow, cancel).unwrap();
        assert_eq!(room.stage(), StageName::Gathering);
    });
}

#[test]
fn a_meeting_is_not_booked_before_home_was_told_or_out_of_hours_without_a_reason() {
    on_both(|engine| {
        let room = Room::on(engine);
        let book = |booking: BookMeeting| words(room.town.app.execute(&room.farrow, booking));
        let mut booking = room.booking();
        booking.home_told = String::new();
        assert_eq!(
            book(booking),
            ["Enter the day somebody talked to home about it"]
        );
        let mut booking = room.booking();
        (booking.typed.from, booking.typed.to) = ("6pm".into(), "7pm".into());
        assert_eq!(
            book(booking),
            ["That isn’t in school time. Choose another time, or say why this suits the family."]
        );
        let mut booking = room.booking();
        booking.typed.on = "2026-11-09".into();
        assert_eq!(book(booking), ["Choose today or a later day."]);
        assert_eq!(room.stage(), StageName::Gathering);
    });
}

#[test]
fn teachers_family_and_other_schools_cannot_write_or_agree_the_plan() {
    on_both(|engine| {
        let room = Room::on(engine);
        let id = room.town.app.new_sheet().unwrap();
        for who in [&room.abara, &room.dana, &room.rowan] {
            let edit = room.target(id, None, "in my seat");
            assert!(matches!(
                room.edit(who, edit),
                Err(Refusal::NotAllowed { .. })
            ));
        }
        let other = room.town.other_school();
        let kind = domain::account::AccountKind::Staff;
        let head = room
            .town
            .person(other, "Another Head", kind, &[SchoolRole::Head]);
        let look = ViewPlan {
            reference: room.reference.clone(),
        };
        let found = room.town.app.fetch(&head, look);
        assert!(matches!(found, Err(Refusal::NotFound)));
    });
}

#[test]
fn a_plan_is_agreed_only_after_the_meeting_is_recorded_and_nothing_is_missing() {
    on_both(|engine| {
        let room = Room::on(engine);
        let meeting = room.book();
        room.write_plan();
        assert_eq!(
            words(room.agree()),
            ["Record who came to the meeting first"]
        );
        let mut minutes = room.minutes();
        minutes.came.clear();
        assert!(words(room.record(meeting, minutes)).contains(&"Tick who is here.".to_owned()));
        room.record(meeting, room.minutes()).unwrap();
        room.agree().unwrap();
        let view = room.view(&room.farrow);
        assert_eq!(view.stage, StageName::Agreed);
        let run = view.run.unwrap();
        assert_eq!(run.dates.starts, date(2026, 11, 16));
        assert_eq!(run.dates.reviews.len(), 2);
        assert!(view.draft.is_none());
    });
}

#[test]
fn what_a_plan_lacks_is_said_with_its_sheet() {
    on_both(|engine| {
        let room = Room::on(engine);
        let meeting = room.book();
        room.record(meeting, room.minutes()).unwrap();
        let id = room.write_plan();
        let PlanEdit::Target {
            id,
            mut draft,
            reward,
            mut consequence,
            ..
        } = room.target(id, Some(1), "be respectful")
        else {
            unreachable!()
        };
        *draft = TargetDraft {
            place: String::new(),
            ..*draft
        };
        consequence.text = "He will be excluded".into();
        let edit = PlanEdit::Target {
            id,
            seen: Some(1),
            draft,
            reward,
            consequence,
        };
        room.edit(&room.farrow, edit).unwrap();
        let said = words(room.agree());
        assert!(
            said.contains(&"Target 1: Say when and where.".to_owned()),
            "{said:?}"
        );
        let threat = "What if of target 1: A plan can’t use “excluded” as what happens next: it is \
                  here to keep Rowan in school. Choose something small, fair and soon.";
        assert!(said.contains(&threat.to_owned()), "{said:?}");
        assert_eq!(room.stage(), StageName::MeetingSet);
    });
}

#[test]
fn the_second_to_save_a_target_conflicts_and_nothing_of_the_first_is_lost() {
    on_both(|engine| {
        let room = Room::on(engine);
        let id = room.write_plan();
        let first = room.target(id, Some(1), "in my seat by the door");
        let second = room.target(id, Some(1), "at my table");
        room.edit(&room.farrow, first).unwrap();
        assert!(matches!(
            room.edit(&room.petrie, second),
            Err(Refusal::Conflict)
        ));
        let kept = room.view(&room.petrie).draft.unwrap();
        assert_eq!(
            kept.typed.targets[0].draft.statement,
            "in my seat by the door"
        );
        let again = room.target(id, Some(2), "at my table");
        room.edit(&room.petrie, again).unwrap();
    });
}

#[test]
fn a_plan_that_changed_since_it_was_shown_is_not_agreed() {
    on_both(|engine| {
        let room = Room::on(engine);
        let meeting = room.book();
        room.record(meeting, room.minutes()).unwrap();
        let id = room.write_plan();
        let seen = room.view(&room.farrow).draft.unwrap().seen;
        room.edit(&room.petrie, room.target(id, Some(1), "at my table"))
            .unwrap();
        let agree = super::agree::AgreePlan {
            reference: room.reference.clone(),
            starts: date(2026, 11, 16),
            seen,
        };
        let answer = room.town.app.execute(&room.farrow, agree);
        assert!(matches!(answer, Err(Refusal::Conflict)));
    });
}
