//! A reward that was given is written down by one press, once a day, and told to
//! the pupil, to home and at the next review.

use app::{
    Refusal,
    monitoring::note::{NewNote, RecordNote},
    programmes::{
        mine::{GoodKind, MyProgrammes},
        show::ShowCase,
    },
    reviews::view::ReviewView,
};
use domain::{meeting::MeetingKind, plan::PlanVersion};
use jiff::civil::date;
use testkit::on_both;

use super::{At, Story, cast::*, days::browser, week};

fn give(story: &Story, who: u128, version: PlanVersion, place: usize) -> Result<(), Refusal> {
    let note = NewNote::Reward { version, place };
    let reference = story.reference();
    story.execute(
        who,
        RecordNote {
            reference,
            note,
            form: None,
        },
    )
}

fn given(story: &Story) -> usize {
    let reference = story.reference();
    story
        .fetch(AMINA, ShowCase { reference })
        .unwrap()
        .rewards
        .len()
}

#[test]
fn one_press_on_the_case_or_on_the_lesson_says_that_a_reward_was_given() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let mut joel = browser(&story, JOEL);
        let base = format!("/programmes/{}", story.reference().path());
        let page = joel.get(&base);
        let page = joel.press(&page, "Given today", &[]);
        assert_eq!(page.path, base);
        assert!(
            page.text().contains("Given once, today."),
            "{}",
            page.text()
        );
        assert!(
            page.text()
                .contains("gave a reward: ten minutes’ basketball")
        );
        assert_eq!(given(&story), 1);
        story.day(date(2026, 9, 29));
        let mut abara = browser(&story, ABARA);
        let page = abara.get("/reports/2026-09-29/p1");
        let page = abara.press(&page, "Ten minutes’ basketball", &[]);
        assert_eq!(page.path, "/reports/2026-09-29/p1");
        assert_eq!(given(&story), 2);
        let rowan = story.fetch(ROWAN, MyProgrammes).unwrap();
        let good = &rowan[0].lately.good;
        assert_eq!(good.len(), 2);
        assert!(good.iter().all(|one| one.what == GoodKind::Reward));
        assert_eq!(good[0].by, "Miss Abara");
    });
}

#[test]
fn the_same_reward_counts_once_a_day_and_never_for_another_plan() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let version = PlanVersion::FIRST;
        give(&story, JOEL, version, 0).unwrap();
        give(&story, ABARA, version, 0).unwrap();
        assert_eq!(given(&story), 1, "a second press says the same");
        assert!(matches!(
            give(&story, JOEL, version.next(), 0),
            Err(Refusal::Conflict)
        ));
        assert!(matches!(
            give(&story, JOEL, version, 9),
            Err(Refusal::NotFound)
        ));
        assert!(matches!(
            give(&story, BYSTANDER, version, 0),
            Err(Refusal::NotFound)
        ));
        assert!(matches!(
            give(&story, OLIVE, version, 0),
            Err(Refusal::NotFound)
        ));
        assert!(matches!(
            give(&story, DANA, version, 0),
            Err(Refusal::NotAllowed { .. })
        ));
    });
}

#[test]
fn a_review_says_how_often_the_reward_of_a_target_was_given() {
    on_both(|engine| {
        let story = Story::at(engine, At::Reviewing);
        for day in [16, 19, 20] {
            story.day(date(2026, 10, day));
            give(&story, JOEL, PlanVersion::FIRST, 0).unwrap();
        }
        let meeting = story.book(MeetingKind::Review(week(4)), "2026-10-22");
        let look = ReviewView {
            reference: story.reference(),
            meeting,
        };
        let shown = story.fetch(AMINA, look).unwrap();
        assert_eq!(shown.targets[0].rewards, 3);
        let path = format!(
            "/programmes/{}/meetings/{meeting}/review",
            story.reference().path()
        );
        let page = browser(&story, AMINA).get(&path);
        assert!(
            page.text().contains("Its reward was given 3 times."),
            "{}",
            page.text()
        );
    });
}
