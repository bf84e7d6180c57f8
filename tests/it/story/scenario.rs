//! The year of one programme, day by day, with what each day must bring. The
//! table of it stands in the order it happens.
//!
//! | day | what happens | what follows |
//! |---|---|---|
//! | Thu 3 Sep 2026 | the head of year hands the referral in | it waits for a decision; leads see it |
//! | Mon 7 Sep | the head accepts | nine documents are wanted; home is to hear by Wed 9 Sep |
//! | by 18 Sep | answers come in | two teachers are missing; each parent's answers stand apart |
//! | Fri 18 Sep | the meeting is booked for Fri 25 Sep, 2pm | five school days' notice |
//! | Fri 25 Sep | three targets, seven promises | summary, signatures |
//! | Mon 28 Sep | the plan starts | 23 Oct, 27 Nov, 8 Jan |
//! | Tue 6 Oct | suspended for a day | no ticks that day, and none made up |
//! | Thu 15 Oct | the key worker raises a concern | home by Mon 19 Oct; an early review is offered |
//! | Fri 23 Oct | first review | target 2 made smaller; a second review is wanted |
//! | 26 to 30 Oct | half-term | nothing is due, nothing counts |
//! | Fri 27 Nov | second review | target 1 went well in 16 of 25 lessons |
//! | Fri 8 Jan 2027 | final meeting | successful, confirmed the same day |
//! | to Fri 26 Feb | six school weeks of aftercare | looked at on 29 Jan and 26 Feb |

use app::{
    Refusal,
    gathering::{OwnHand, information::ViewInformation, mine::MyAsks},
    monitoring::rate::Rate,
    programmes::today::Today,
    reviews::{after::CheckAftercare, after_view::AfterView},
};
use domain::{
    document::DocumentKind,
    id::{AskId, TargetId},
    meeting::MeetingKind,
    programme::Effect,
    rating::{Period, Tick},
};
use jiff::civil::{Date, date};
use testkit::{Engine, on_both};

use super::{Story, cast::*, lives::*, term::*};
use crate::hands;

/// What is due, and when.
pub fn due(story: &Story, task: &str) -> Vec<String> {
    let tasks = story.tasks().into_iter();
    tasks
        .filter(|(what, _)| what == task)
        .map(|(_, on)| on)
        .collect()
}

fn asked(story: &Story, who: u128) -> AskId {
    let mine = story.fetch(who, MyAsks).unwrap();
    mine.asks[0].ask.id
}

fn answers(story: &Story, who: u128, said: &[(&str, &[(&str, &str)])]) {
    let (ask, me) = (asked(story, who), story.actor(who));
    hands::fill::<OwnHand>(&story.app, &me, ask, said);
    hands::send::<OwnHand>(&story.app, &me, ask).unwrap();
}

pub fn tick(
    story: &Story,
    who: u128,
    target: TargetId,
    on: Date,
    tick: Tick,
) -> Result<(), Refusal> {
    let rate = Rate {
        reference: story.reference(),
        target,
        on,
        period: Period::P1,
        tick: Some(tick),
    };
    story.execute(who, rate)
}

fn referred_and_accepted(story: &Story) {
    story.submit().unwrap();
    assert_eq!(story.stage(), "referred");
    assert_eq!(due(story, "decide"), ["2026-09-08"]);
    for lead in [AMINA, HELEN, NELL, RUTH] {
        let waiting = story.fetch(lead, Today).unwrap().referred;
        assert_eq!(waiting.len(), 1, "{} sees it", name_of(lead));
    }
    story.day(date(2026, 9, 7)).check();
    let others = story.accept().unwrap();
    assert_eq!(story.stage(), "gathering");
    assert_eq!(due(story, "contact_family"), ["2026-09-09"]);
    let view = ViewInformation {
        programme: story.reference(),
    };
    let asks = story.fetch(AMINA, view).unwrap().asks;
    let mut wanted: Vec<DocumentKind> = asks.iter().map(|one| one.ask.document).collect();
    wanted.extend(others.iter().filter_map(|effect| match effect {
        Effect::Ask { document, .. } => Some(*document),
        _ => None,
    }));
    wanted.sort_by_key(|document| document.code());
    wanted.dedup();
    assert_eq!(wanted.len(), 9, "{wanted:?}");
    assert_eq!(
        asks.len(),
        14,
        "the pupil, two parents apart, eleven teachers"
    );
    for ask in &asks {
        let by = match ask.ask.document {
            DocumentKind::Staff => date(2026, 9, 14),
            _ => date(2026, 9, 21),
        };
        assert_eq!(ask.ask.due, by, "{}", ask.what);
    }
    story.day(date(2026, 9, 8)).tell_dana(date(2026, 9, 8));
    assert!(due(story, "contact_family").is_empty(), "Dana has heard");
}

fn gathered(story: &Story) {
    story.day(date(2026, 9, 16));
    let kept: &[(&str, &[(&str, &str)])] = &[
        ("1-2", &[("sq2", "Football club"), ("sq2-share", "meeting")]),
        (
            "1-3",
            &[("sq3", "Less shouting"), ("sq3-share", "key_worker")],
        ),
        ("3-2", &[("sq5", "Art with Kim"), ("sq5-share", "nobody")]),
    ];
    answers(story, ROWAN, kept);
    answers(story, DANA, &[]);
    answers(story, KIT, &[]);
    for teacher in [ABARA, OKONJO].into_iter().chain(90..97) {
        answers(story, teacher, &[]);
    }
    let view = ViewInformation {
        programme: story.reference(),
    };
    let found = story.fetch(AMINA, view).unwrap();
    assert_eq!(found.count(), (12, 14));
    let out = found.asks.iter().filter(|one| one.ask.sent.is_none());
    let mut out: Vec<_> = out.map(|one| one.who.clone()).collect();
    out.sort();
    assert_eq!(
        out,
        [name_of(97), name_of(98)],
        "the two who are missing are named"
    );
    let parents = found
        .asks
        .iter()
        .filter(|one| one.ask.document == DocumentKind::ParentCarer);
    assert_eq!(parents.count(), 2, "two forms, never one");
}

fn met_and_agreed(story: &Story) -> Vec<TargetId> {
    story.day(date(2026, 9, 18));
    let meeting = story.book(MeetingKind::Initial, "2026-09-25");
    assert_eq!(story.stage(), "meeting_set");
    let calendar = super::year().calendar();
    let notice = domain::meeting::notice(date(2026, 9, 18), date(2026, 9, 25), None, &calendar);
    assert_eq!(notice.warning(), None, "five school days");
    story.day(date(2026, 9, 25));
    story.record(meeting, story.minutes(&CAME)).unwrap();
    let targets = story.write_plan();
    story.agree(date(2026, 9, 28)).unwrap();
    assert_eq!(story.stage(), "agreed");
    let plan = story.plan(AMINA).agreed.unwrap().into_inner().plan;
    assert_eq!((plan.targets.len(), plan.commitments.len()), (3, 7));
    assert_eq!(due(story, "summary"), ["2026-09-30"]);
    for who in [ROWAN, DANA, KIT, JOEL, AMINA] {
        story.sign(who).unwrap();
    }
    targets
}

fn started(story: &Story) {
    story.day(date(2026, 9, 28));
    assert_eq!(story.stage(), "active");
    let run = story.programme().stage.run().unwrap().clone();
    let reviews: Vec<Date> = run.dates.reviews.iter().map(|one| one.due.on).collect();
    assert_eq!(reviews, [date(2026, 10, 23), date(2026, 11, 27)]);
    assert_eq!(run.dates.ends.due.on, date(2027, 1, 8));
}

fn judged(story: &Story, targets: &[TargetId]) {
    story.day(date(2027, 1, 7));
    assert_eq!(story.stage(), "active");
    story.day(date(2027, 1, 8));
    assert_eq!(
        story.stage(),
        "final_due",
        "the final meeting is on the last day itself"
    );
    tick(story, ABARA, targets[0], date(2027, 1, 8), Tick::Yes).unwrap();
    story.propose("successful").unwrap();
    assert_eq!(story.stage(), "final_due", "the head has the last word");
    story.confirm("successful").unwrap();
    assert_eq!(story.stage(), "aftercare");
}

fn looked_after(story: &Story) {
    let view = || AfterView {
        reference: story.reference(),
    };
    let after = story.fetch(JOEL, view()).unwrap();
    assert_eq!(after.until, Some(date(2027, 2, 26)));
    assert_eq!(after.to_come, [date(2027, 1, 29), date(2027, 2, 26)]);
    story.day(date(2027, 1, 29));
    let check = CheckAftercare {
        reference: story.reference(),
        pupil: "8".into(),
        home: "7".into(),
        note: "Settled in science.".into(),
    };
    story.execute(JOEL, check).unwrap();
    assert_eq!(
        story.fetch(JOEL, view()).unwrap().to_come,
        [date(2027, 2, 26)]
    );
    story.day(date(2027, 2, 26));
    assert_eq!(story.stage(), "aftercare", "the last day still counts");
    story.day(date(2027, 2, 27));
    assert_eq!(story.stage(), "archived");
}

#[test]
fn the_year_of_one_programme_brings_on_each_day_what_it_must() {
    on_both(|engine: Engine| {
        let story = Story::referral(engine);
        referred_and_accepted(&story);
        gathered(&story);
        let targets = met_and_agreed(&story);
        started(&story);
        suspended_for_a_day(&story, &targets);
        worried(&story);
        first_review(&story, &targets);
        half_term(&story, &targets);
        second_review(&story, &targets);
        judged(&story, &targets);
        looked_after(&story);
        let moves = story.moves().join(" ");
        assert_eq!(moves, "1 2 4 5 7 8 12 10 11 9 9 10 11 9 15 16 21 22");
        let faults = store::check::check(story.app.db()).unwrap();
        assert!(
            faults
                .iter()
                .all(|one| one.sound == store::check::Soundness::Sound)
        );
    });
}
