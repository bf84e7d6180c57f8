//! The autumn of the scenario: a suspension, a concern, two reviews and a
//! half-term between them.

use app::{monitoring::rate::SayAway, reviews::concern::RaiseConcern};
use domain::{
    id::TargetId,
    meeting::MeetingKind,
    rating::{Period, Presence, Tick},
};
use jiff::civil::date;

use super::{
    Story,
    cast::*,
    lives::week,
    scenario::{due, tick},
};

pub fn suspended_for_a_day(story: &Story, targets: &[TargetId]) {
    let on = date(2026, 10, 6);
    story.day(on);
    let away = SayAway {
        reference: story.reference(),
        on,
        period: Period::P1,
        presence: Presence::Suspended,
    };
    story.execute(ABARA, away).unwrap();
    assert!(tick(story, ABARA, targets[0], on, Tick::NotYet).is_err());
    let (school, id) = (school_of(AMINA), story.programme().id);
    let ticks = story.read(|tx| store::ratings::of_programme(tx, school, id));
    assert!(
        ticks.iter().all(|tick| tick.on != on),
        "no tick, not even a nought"
    );
    assert_eq!(story.stage(), "active", "the weeks go on counting");
}

pub fn worried(story: &Story) {
    story.day(date(2026, 10, 15));
    let raise = RaiseConcern {
        reference: story.reference(),
        why: "Leaves science again.".into(),
    };
    story.execute(JOEL, raise).unwrap();
    assert_eq!(due(story, "contact_family"), ["2026-10-19"]);
    assert_eq!(
        due(story, "early_review").len(),
        1,
        "an early review is offered"
    );
    story.day(date(2026, 10, 16));
    story.tell_home("2026-10-16");
    assert!(due(story, "contact_family").is_empty(), "home was called");
}

pub fn first_review(story: &Story, targets: &[TargetId]) {
    assert!(
        story.events().contains(&"review_opened".to_owned()),
        "the window opens on the 16th"
    );
    story.day(date(2026, 10, 19));
    let meeting = story.book(MeetingKind::Review(week(4)), "2026-10-23");
    story.day(date(2026, 10, 23));
    let typed = story.settled(meeting, "2026-11-27");
    story.review(meeting, typed).unwrap();
    story.make_smaller(targets[1]).unwrap();
    let more = story.promise(JOEL, "practise with the card on Mondays", targets);
    story.edit(AMINA, more).unwrap();
    let version = story.amend("The first step was too big").unwrap();
    assert!(version.number() >= 2);
    let plan = story.plan(AMINA).agreed.unwrap().into_inner().plan;
    assert_eq!((plan.targets.len(), plan.commitments.len()), (3, 8));
    for who in [ROWAN, DANA, AMINA] {
        story.sign(who).unwrap();
    }
}

pub fn half_term(story: &Story, targets: &[TargetId]) {
    let holiday = (26..=30).map(|day| date(2026, 10, day));
    for on in holiday {
        story.day(on);
        assert!(
            tick(story, ABARA, targets[0], on, Tick::Yes).is_err(),
            "{on}"
        );
        let due_now = story
            .tasks()
            .into_iter()
            .filter(|(_, due)| *due == on.to_string());
        assert_eq!(due_now.count(), 0, "nothing is due on {on}");
    }
}

pub fn second_review(story: &Story, targets: &[TargetId]) {
    let calendar = super::year().calendar();
    let lessons = date(2026, 11, 3).series(jiff::Span::new().days(1));
    let school_days = lessons.filter(|day| calendar.is_school_day(*day)).take(18);
    let mut given = 0;
    for on in school_days {
        story.day(on);
        for teacher in [ABARA, OKONJO] {
            if given < 25 {
                let seen = if given < 16 { Tick::Yes } else { Tick::NotYet };
                tick(story, teacher, targets[0], on, seen).unwrap();
                given += 1;
            }
        }
        if on == date(2026, 11, 19) {
            assert_eq!(story.open_review(), None);
        }
        if on == date(2026, 11, 20) {
            assert_eq!(story.open_review(), Some(8));
        }
    }
    let meeting = story.book(MeetingKind::Review(week(8)), "2026-11-27");
    story.day(date(2026, 11, 27));
    let shown = story.review_shown(meeting);
    assert_eq!(
        shown.targets[0].now.as_deref(),
        Some("16 of 25 lessons"),
        "64 in a hundred"
    );
    let mut typed = story.settled(meeting, "2027-01-08");
    typed.second = String::new();
    typed.concern = String::new();
    story.review(meeting, typed).unwrap();
    assert_eq!(story.open_review(), None);
}
