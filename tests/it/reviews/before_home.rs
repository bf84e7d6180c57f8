//! What the pupil and two parents say before a review: each on their own page,
//! with the question of the start, and no word of one parent before the other.

use app::look_back::{OwnHand, say::SayLookBack, view::ViewLookBack};
use domain::{
    contact::{Restriction, RestrictionKind},
    look_back::{LookBackDraft, OwnWord, Round},
    meeting::MeetingKind,
};
use jiff::civil::date;
use testkit::Engine;

use crate::story::{AMINA, At, DANA, HELEN, HERE, KIT, ROWAN, Story, id, week};

fn view(story: &Story) -> ViewLookBack<OwnHand> {
    ViewLookBack {
        reference: story.reference(),
        hand: OwnHand,
    }
}

fn says(story: &Story, who: u128, typed: LookBackDraft) {
    let page = story.fetch(who, view(story)).unwrap().page.unwrap();
    let kept = OwnWord {
        delivery: "done".into(),
        why: String::new(),
    };
    let promises = page.promises.iter();
    let done = story.execute(
        who,
        SayLookBack {
            reference: story.reference(),
            hand: OwnHand,
            round: Round::Review(week(4)),
            typed: LookBackDraft {
                promises: promises
                    .map(|(one, ..)| (one.to_string(), kept.clone()))
                    .collect(),
                ..typed
            },
        },
    );
    assert!(done.is_ok(), "{done:?}");
}

fn home(now: &str, at_home: &str) -> LookBackDraft {
    LookBackDraft {
        now: now.into(),
        at_home: at_home.into(),
        contact: "enough".into(),
        ..LookBackDraft::default()
    }
}

#[test]
fn the_pupil_and_home_meet_the_question_of_the_start_and_only_their_own_answer_to_it() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Reviewing);
        let rowan = story.fetch(ROWAN, view(&story)).unwrap().page.unwrap();
        let asked = rowan.question.unwrap();
        assert_eq!(asked.label, "How is school going for you right now?");
        assert_eq!(asked.points.len(), 11);
        let dana = story.fetch(DANA, view(&story)).unwrap().page.unwrap();
        assert_eq!(
            dana.question.unwrap().label,
            "How do you think school is going?"
        );
        let theirs = dana.promises.iter().map(|(_, what, _)| what.as_str());
        assert_eq!(
            theirs.collect::<Vec<_>>(),
            ["pack the bag the night before"]
        );
    }
}

#[test]
fn one_parent_never_reads_what_the_other_said_and_the_coordinator_reads_both() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Reviewing);
        says(&story, DANA, home("6", "Kit rings less."));
        says(&story, KIT, home("3", "Dana is tired."));
        for (who, own, other) in [
            (DANA, "Kit rings", "Dana is"),
            (KIT, "Dana is", "Kit rings"),
        ] {
            let page = story.fetch(who, view(&story)).unwrap().page.unwrap();
            let (said, _) = page.said.unwrap();
            assert!(said.at_home.starts_with(own) && !said.at_home.contains(other));
        }
        let meeting = story.book(MeetingKind::Review(week(4)), "2026-10-16");
        let look = app::reviews::view::ReviewView {
            reference: story.reference(),
            meeting,
        };
        let shown = story.fetch(AMINA, look).unwrap();
        assert_eq!(shown.voices.home.len(), 2);
    }
}

#[test]
fn a_parent_who_may_be_told_nothing_is_asked_nothing_and_one_kept_from_meetings_no_day() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Reviewing);
        keep(&story, KIT, RestrictionKind::NoMeetings);
        let kit = story.fetch(KIT, view(&story)).unwrap().page.unwrap();
        assert_eq!(kit.by, None);
        let mine = story.fetch(KIT, app::look_back::mine::MyLookBacks).unwrap();
        assert_eq!((mine.len(), mine[0].by), (1, None));
        keep(&story, KIT, RestrictionKind::NoInformation);
        assert!(story.fetch(KIT, view(&story)).is_err());
        assert!(
            story
                .fetch(KIT, app::look_back::mine::MyLookBacks)
                .unwrap()
                .is_empty()
        );
        let mine = story
            .fetch(DANA, app::look_back::mine::MyLookBacks)
            .unwrap();
        assert_eq!(mine[0].by, Some(date(2026, 10, 23)));
    }
}

fn keep(story: &Story, who: u128, kind: RestrictionKind) {
    let restriction = Restriction {
        kind,
        from: date(2026, 9, 1),
        until: None,
        seen_by: id(HELEN),
        words: None,
        ended: None,
    };
    let now = story.app.clock().now();
    story.write(|tx| store::contacts::restrict(tx, (id(HERE), id(who)), &restriction, now));
}
