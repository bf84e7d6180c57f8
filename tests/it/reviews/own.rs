//! A review and the ending as the pupil and those at home read them: in plain
//! words, only once they are settled, and without a name or a word of somebody
//! they are kept apart from.

use axum::http::Method;
use domain::contact::{Restriction, RestrictionKind};
use jiff::civil::date;
use testkit::Engine;
use web::{Settings, Site};

use crate::{
    knock::{Answer, knock},
    story::{ABARA, AMINA, At, BYSTANDER, DANA, HELEN, HERE, KIT, OLIVE, ROWAN, Story, id},
};

pub(super) fn ask(story: &Story, who: u128, path: &str) -> Answer {
    let site = web::router(Site::new(story.app.clone(), Settings::default()));
    let secret = story.secret(who);
    knock(&site, &Method::GET, path, Some(&secret), &[])
}

fn here(story: &Story, place: &str) -> String {
    format!("/{place}/{}", story.reference().path())
}

pub(super) fn keep(story: &Story, who: u128, kind: RestrictionKind) {
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

#[test]
fn home_reads_what_a_review_decided_and_whether_each_adult_kept_their_promise() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::FinalDue);
        let own = ask(&story, DANA, "/family");
        assert!(own.html.contains("What we agreed at the 4-week review"));
        let page = ask(&story, DANA, &here(&story, "family/review"));
        assert_eq!(page.status, 200);
        for words in [
            "What was decided",
            "The step was met in part.",
            "Once a day to begin with.",
            "Were promises kept?",
            "Joel Petrie",
            "Meet Rowan at the gate",
            "I like the smaller step.",
            "Mornings are calmer now.",
            "Friday 27 November",
        ] {
            assert!(page.html.contains(words), "{words}: {}", page.html);
        }
    }
}

#[test]
fn the_pupil_reads_it_about_themselves() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::FinalDue);
        assert!(ask(&story, ROWAN, "/me").html.contains("What we agreed"));
        let page = ask(&story, ROWAN, &here(&story, "me/review"));
        assert_eq!(page.status, 200);
        assert!(page.html.contains("You are on the way."), "{}", page.html);
    }
}

#[test]
fn a_younger_pupils_page_is_short_and_gives_nobodys_reasons() {
    let story = Story::at(Engine::Sqlite, At::Aftercare);
    let whole = ask(&story, ROWAN, &here(&story, "me/review"));
    let ending = ask(&story, ROWAN, &here(&story, "me/ending"));
    story.write(|tx| {
        let pupil = store::pupils::find(tx, id(HERE), story.programme().pupil)?;
        let mut pupil = pupil.unwrap();
        pupil.year = domain::pupil::YearGroup::Y2;
        let source = store::pupils::Source::typed_in(story.app.clock().now());
        store::pupils::save(tx, &pupil, &source)
    });
    let short = ask(&story, ROWAN, &here(&story, "me/review"));
    assert!(short.html.contains("Your steps"), "{}", short.html);
    for hidden in ["What helps most", "Mornings are calmer now.", "New help"] {
        assert!(!short.html.contains(hidden), "{hidden}");
    }
    assert!(short.html.len() < whole.html.len());
    let shorter = ask(&story, ROWAN, &here(&story, "me/ending"));
    assert!(shorter.html.contains("Staying when it was hard."));
    assert!(!shorter.html.contains("31 of 38 days."));
    assert!(shorter.html.len() < ending.html.len());
}

#[test]
fn before_a_review_is_recorded_and_before_the_head_confirms_there_is_nothing_to_see() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Reviewing);
        let review = ask(&story, DANA, &here(&story, "family/review"));
        assert_eq!(review.status, 404);
        let story = Story::at(engine, At::FinalDue);
        story.propose("successful").unwrap();
        for (who, path) in [(DANA, "family/ending"), (ROWAN, "me/ending")] {
            assert_eq!(ask(&story, who, &here(&story, path)).status, 404);
        }
        assert!(!ask(&story, DANA, "/family").html.contains("How it ended"));
        story.confirm("successful").unwrap();
        let page = ask(&story, DANA, &here(&story, "family/ending"));
        assert_eq!(page.status, 200);
        assert!(ask(&story, DANA, "/family").html.contains("How it ended"));
    }
}

#[test]
fn an_ending_says_what_went_well_first_then_the_outcome_and_what_comes_next() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Aftercare);
        let page = ask(&story, DANA, &here(&story, "family/ending"));
        let mut last = 0;
        for words in [
            "plan did its job",
            "Staying when it was hard.",
            "The goal was met.",
            "The plan did what it was for.",
            "No suspensions since October.",
            "What comes next",
            "Joel Petrie: Mr Petrie, once a week, until Thursday 25 March.",
            "The card",
            "Late on Mondays",
        ] {
            let at = page.html.find(words);
            let at = at.unwrap_or_else(|| panic!("{words}: {}", page.html));
            assert!(at > last, "{words} comes later");
            last = at;
        }
        let rowan = ask(&story, ROWAN, &here(&story, "me/ending"));
        assert!(rowan.html.contains("You did it"));
        assert!(
            !rowan.html.contains("Late on Mondays"),
            "that is for adults"
        );
    }
}

#[test]
fn an_ending_of_a_plan_that_was_not_enough_is_about_the_plan() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Escalation);
        let page = ask(&story, ROWAN, &here(&story, "me/ending"));
        assert!(
            page.html
                .contains("That is about the plan, not about you. You are not in trouble."),
            "{}",
            page.html
        );
        let home = ask(&story, DANA, &here(&story, "family/ending"));
        assert!(home.html.contains("not about Rowan"), "{}", home.html);
        for html in [&page.html, &home.html] {
            assert!(!html.to_lowercase().contains("exclusion"));
            assert!(!html.contains("failed"));
        }
    }
}

#[test]
fn parents_who_are_kept_apart_read_no_name_and_no_word_of_the_other() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Aftercare);
        let both = ask(&story, DANA, &here(&story, "family/review"));
        assert!(both.html.contains("Ask about science on Sundays"));
        keep(&story, KIT, RestrictionKind::Apart);
        for (who, hidden) in [
            (DANA, ["Kit", "science on Sundays"]),
            (KIT, ["Dana", "the bag the night before"]),
        ] {
            for place in ["family/review", "family/ending"] {
                let page = ask(&story, who, &here(&story, place));
                assert_eq!(page.status, 200);
                assert!(!page.html.contains("Mornings are calmer now."));
                assert!(!page.html.contains("Someone else in the family"));
                for words in hidden {
                    assert!(!page.html.contains(words), "{words} on {place}");
                }
            }
        }
        let kits = ask(&story, KIT, &here(&story, "family/review"));
        assert!(!kits.html.contains("27 November"), "nor when they meet");
        let rowan = ask(&story, ROWAN, &here(&story, "me/review"));
        assert!(rowan.html.contains("Mornings are calmer now."));
        keep(&story, KIT, RestrictionKind::NoInformation);
        for place in ["family/review", "family/ending"] {
            assert_eq!(ask(&story, KIT, &here(&story, place)).status, 404);
        }
    }
}

#[test]
fn nobody_without_a_part_in_it_finds_them() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Aftercare);
        for place in ["family/review", "family/ending", "me/review", "me/ending"] {
            let path = here(&story, place);
            for who in [OLIVE, BYSTANDER] {
                assert_eq!(ask(&story, who, &path).status, 404, "{place}");
            }
            assert_eq!(ask(&story, ABARA, &path).status, 404, "a teacher");
            assert_eq!(ask(&story, AMINA, &path).status, 200, "she runs it");
            let site = web::router(Site::new(story.app.clone(), Settings::default()));
            assert!(knock(&site, &Method::GET, &path, None, &[]).asks_to_sign_in());
        }
    }
}
