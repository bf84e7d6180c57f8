//! Two save the same thing at the same moment: one wins, the other is told,
//! sees both, and can go on from there.

use app::{
    Refusal,
    meetings::record::{Progress, RecordMeeting},
    plans::edit::EditPlan,
    programmes::{
        referral::{Fields, Step},
        save_referral::{SaveReferral, Saving},
    },
    reviews::{Progress as Reviewed, record::RecordReview},
};
use axum::http::Method;
use domain::meeting::MeetingKind;
use testkit::on_both;
use web::{Settings, Site};

use super::at_once;
use crate::{
    knock::{Answer, knock},
    story::{AMINA, At, CAME, JOEL, MARCUS, Story, week},
};

const ROUNDS: u32 = 8;

fn one_won<T>(answers: &[Result<T, Refusal>]) {
    let won = answers.iter().filter(|answer| answer.is_ok()).count();
    let told = answers
        .iter()
        .filter(|answer| matches!(answer, Err(Refusal::Conflict)))
        .count();
    assert_eq!((won, told), (1, 1), "one wins and the other is told");
}

#[test]
fn two_who_save_the_same_target_at_the_same_moment() {
    on_both(|engine| {
        let story = Story::at(engine, At::MeetingSet);
        let target = story.write_plan()[0];
        for round in 1..=ROUNDS {
            let save = |who, words: String| {
                let actor = story.actor(who);
                let edit = story.target(target, Some(round), &words);
                let reference = story.reference();
                let app = &story.app;
                Box::new(move || app.execute(&actor, EditPlan { reference, edit })) as Box<_>
            };
            let (ours, theirs) = (
                format!("in my seat {round}"),
                format!("at my table {round}"),
            );
            one_won(&at_once(vec![
                save(AMINA, ours.clone()),
                save(JOEL, theirs.clone()),
            ]));
            let draft = story.plan(AMINA).draft.unwrap();
            let kept = draft
                .typed
                .targets
                .iter()
                .find(|sheet| sheet.id == target)
                .unwrap();
            assert_eq!(kept.saved, round + 1);
            assert!([ours, theirs].contains(&kept.draft.statement));
        }
    });
}

#[test]
fn two_who_keep_the_same_minutes_at_the_same_moment() {
    on_both(|engine| {
        let story = Story::at(engine, At::Gathering);
        story.tell_dana(story.app.clock().today());
        let meeting = story.book(MeetingKind::Initial, "2026-09-25");
        for round in 0..ROUNDS {
            let keep = |who, words: &str| {
                let mut typed = story.minutes(&CAME);
                typed.conclusion = format!("{words} {round}");
                let record = RecordMeeting {
                    reference: story.reference(),
                    meeting,
                    revision: i64::from(round) + 1,
                    typed,
                    progress: Progress::KeepForNow,
                };
                let (app, actor) = (&story.app, story.actor(who));
                Box::new(move || app.execute(&actor, record)) as Box<_>
            };
            one_won(&at_once(vec![keep(AMINA, "Science"), keep(AMINA, "Buses")]));
        }
    });
}

#[test]
fn two_who_keep_the_same_review_at_the_same_moment() {
    on_both(|engine| {
        let story = Story::at(engine, At::Reviewing);
        let meeting = story.book(MeetingKind::Review(week(4)), "2026-10-23");
        for round in 0..ROUNDS {
            let keep = |words: &str| {
                let mut typed = story.settled(meeting, "2026-11-27");
                typed.what_works = format!("{words} {round}");
                let record = RecordReview {
                    reference: story.reference(),
                    meeting,
                    revision: i64::from(round),
                    typed,
                    progress: Reviewed::KeepForNow,
                };
                let (app, actor) = (&story.app, story.actor(AMINA));
                Box::new(move || app.execute(&actor, record)) as Box<_>
            };
            one_won(&at_once(vec![keep("The card"), keep("The seat")]));
        }
    });
}

#[test]
fn two_tabs_that_save_the_same_step_of_a_referral_and_the_second_sees_the_first() {
    on_both(|engine| {
        let story = Story::at(engine, At::Draft);
        for round in 1..=ROUNDS {
            let save = |words: &str| {
                let save = SaveReferral {
                    reference: story.reference(),
                    step: Step::Who,
                    read_at: round,
                    fields: Fields::new([("strengths", format!("{words} {round}"))]),
                };
                let (app, actor) = (&story.app, story.actor(MARCUS));
                Box::new(move || app.execute(&actor, save).unwrap()) as Box<_>
            };
            let answers = at_once(vec![save("Kind"), save("Funny")]);
            let clashes: Vec<_> = answers
                .iter()
                .filter_map(|answer| match answer {
                    Saving::Clash(clash) => Some(clash.saved.version),
                    Saving::Saved(_) => None,
                })
                .collect();
            assert_eq!(
                clashes,
                [round + 1],
                "the second is shown what the first saved"
            );
        }
    });
}

#[test]
fn the_page_of_the_second_shows_both_and_keeps_every_word() {
    on_both(|engine| {
        let story = Story::at(engine, At::MeetingSet);
        let target = story.write_plan()[0].to_string();
        let site = web::router(Site::new(story.app.clone(), Settings::default()));
        let path = format!("/programmes/{}/plan/targets", story.reference().path());
        let secrets = [AMINA, JOEL].map(|who| story.secret(who));
        let words = ["in my seat by the window", "at my table by the door"];
        let send = |n: usize| {
            let (site, path, secret, target) = (&site, &path, &secrets[n], &target);
            Box::new(move || {
                let fields = [
                    ("id", target.as_str()),
                    ("seen", "1"),
                    ("statement", words[n]),
                    ("why", "Because it is quiet there."),
                ];
                knock(site, &Method::POST, path, Some(secret), &fields)
            }) as Box<dyn FnOnce() -> Answer + Send + '_>
        };
        let answers = at_once(vec![send(0), send(1)]);
        let lost = answers.iter().position(|answer| answer.status == 409);
        let lost = lost.unwrap_or_else(|| panic!("{} {}", answers[0].html, answers[1].html));
        assert_ne!(answers[1 - lost].status, 409, "only one is second");
        for word in words {
            assert!(
                answers[lost].html.contains(word),
                "'{word}' is on the page of the second"
            );
        }
    });
}
