//! From booking the first meeting to a running, changed plan: who may, when
//! each is refused and in which words, and that nobody's words are lost.

use domain::{
    account::SchoolRole,
    plan::PlanEdit,
    programme::{AskChannel, StageName},
    target::TargetDraft,
};
use jiff::civil::date;

use super::{
    amend::AmendPlan,
    cast::{Room, words},
    sign::{After, AnswerGiven, Sign},
    versions::ViewVersions,
    view::ViewPlan,
};
use crate::{
    Refusal,
    meetings::{book::BookMeeting, cancel::CancelMeeting},
};

#[test]
fn booking_the_first_meeting_moves_the_programme_and_calling_it_off_moves_it_back() {
    let room = Room::new();
    let meeting = room.book();
    assert_eq!(room.stage(), StageName::MeetingSet);
    let cancel = CancelMeeting {
        reference: room.reference.clone(),
        meeting,
        why: "Dana is at work that day".into(),
    };
    room.town.app.execute(&room.farrow, cancel).unwrap();
    assert_eq!(room.stage(), StageName::Gathering);
}

#[test]
fn a_meeting_is_not_booked_before_home_was_told_or_out_of_hours_without_a_reason() {
    let room = Room::new();
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
}

#[test]
fn teachers_family_and_other_schools_cannot_write_or_agree_the_plan() {
    let room = Room::new();
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
}

#[test]
fn a_plan_is_agreed_only_after_the_meeting_is_recorded_and_nothing_is_missing() {
    let room = Room::new();
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
}

#[test]
fn what_a_plan_lacks_is_said_with_its_sheet() {
    let room = Room::new();
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
}

#[test]
fn the_second_to_save_a_target_conflicts_and_nothing_of_the_first_is_lost() {
    let room = Room::new();
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
}

#[test]
fn a_plan_that_changed_since_it_was_shown_is_not_agreed() {
    let room = Room::new();
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
}

#[test]
fn the_programme_starts_with_the_last_signature_it_needs() {
    let room = Room::agreed();
    assert_eq!(room.sign(&room.rowan).unwrap(), After::Kept);
    assert_eq!(room.sign(&room.farrow).unwrap(), After::Kept);
    assert_eq!(room.stage(), StageName::Agreed);
    assert_eq!(room.sign(&room.dana).unwrap(), After::Started);
    assert_eq!(room.stage(), StageName::Active);
    // The key worker's is still welcome.
    assert_eq!(room.sign(&room.petrie).unwrap(), After::Kept);
    assert!(
        matches!(words(room.sign(&room.abara)).as_slice(), [said] if said.contains("need to sign"))
    );
}

#[test]
fn a_refusal_and_two_attempts_let_a_plan_start_but_one_attempt_does_not() {
    let room = Room::agreed();
    room.sign(&room.farrow).unwrap();
    let refused = AnswerGiven::Refused("I don’t want to".into());
    assert_eq!(room.answer("Rowan Tidewell", refused).unwrap(), After::Kept);
    let tried = |day: i8| AnswerGiven::NoAnswer {
        by: AskChannel::Phone,
        on: date(2026, 11, day),
    };
    assert_eq!(room.answer("Dana Tidewell", tried(9)).unwrap(), After::Kept);
    assert_eq!(room.answer("Dana Tidewell", tried(9)).unwrap(), After::Kept);
    assert_eq!(
        room.answer("Dana Tidewell", tried(10)).unwrap(),
        After::Started
    );
}

#[test]
fn a_spoken_yes_needs_a_witness_other_than_the_speaker() {
    let room = Room::agreed();
    let said = |who: &str| AnswerGiven::Said {
        witness: room.id(who),
    };
    let own = room.answer("Dana Tidewell", said("Dana Tidewell"));
    assert_eq!(words(own), ["Choose someone else as the witness."]);
    room.answer("Dana Tidewell", said("Joel Petrie")).unwrap();
    let mine = room.answer("Amina Farrow", AnswerGiven::OnPaper);
    assert_eq!(words(mine), ["Sign for yourself by typing your name"]);
}

#[test]
fn changing_the_plan_needs_a_reason_and_a_family_that_knows_and_asks_only_whom_it_touches() {
    let room = Room::agreed();
    for who in [&room.rowan, &room.farrow, &room.dana] {
        room.sign(who).unwrap();
    }
    let old = room.shown();
    let draft = room.view(&room.farrow).draft.unwrap();
    let sheet = draft.typed.promises[0].clone();
    let mut changed = sheet.draft;
    changed.text = "check the bag at 8:20am".into();
    let edit = PlanEdit::Promise {
        id: sheet.id,
        seen: Some(sheet.saved),
        draft: Box::new(changed),
    };
    room.edit(&room.petrie, edit).unwrap();
    let amend = |why: &str, told: &str| {
        let seen = room.view(&room.farrow).draft.unwrap().seen;
        let amend = AmendPlan {
            reference: room.reference.clone(),
            why: why.into(),
            family_told: told.into(),
            seen,
        };
        room.town.app.execute(&room.farrow, amend)
    };
    assert_eq!(
        words(amend("The bus comes earlier", "")),
        ["Tell the family about the change, and record when"]
    );
    assert!(words(amend("", "2026-11-10"))[0].starts_with("Say why"));
    assert_eq!(
        amend("The bus comes earlier", "2026-11-10")
            .unwrap()
            .number(),
        2
    );
    let agreed = room.view(&room.farrow).agreed.unwrap().into_inner();
    let asked: Vec<_> = agreed
        .signing
        .iter()
        .map(|line| line.person.name.as_str())
        .collect();
    assert_eq!(asked, ["Joel Petrie", "Amina Farrow"]);
    // The version people saw before is not the one to sign now.
    let late = Sign {
        reference: room.reference.clone(),
        shown: old,
        name: "Joel".into(),
    };
    let late = room.town.app.execute(&room.petrie, late);
    assert_eq!(
        words(late),
        ["The plan has changed since. Read version 2, then sign."]
    );
    let reference = room.reference.clone();
    let told = room
        .town
        .app
        .fetch(&room.dana, ViewVersions { reference })
        .unwrap();
    assert_eq!(told.answer.versions.len(), 2);
    assert!(!told.answer.versions[0].changes.is_empty());
}

#[test]
fn parent_and_pupil_see_the_whole_plan_and_a_teacher_what_to_do() {
    let room = Room::agreed();
    for who in [&room.dana, &room.rowan] {
        let seen = room.view(who).agreed.unwrap().into_inner();
        assert_eq!(seen.plan.rewards.len(), 1);
        assert_eq!(seen.signing.len(), 4);
    }
    let card = room.view(&room.abara).agreed.unwrap().into_inner();
    assert!(card.plan.rewards.is_empty() && card.signing.is_empty());
    assert_eq!(card.plan.targets[0].why, None);
    assert_eq!(card.plan.commitments.len(), 1);
    let reference = room.reference.clone();
    let versions = room.town.app.fetch(&room.abara, ViewVersions { reference });
    assert!(matches!(versions, Err(Refusal::NotFound)));
}
