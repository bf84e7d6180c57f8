//! Lines that tell people in time: answers to chase, an extra review, and a
//! header that knows which meeting was held.

use app::{programmes::today::Today, reviews::concern::RaiseConcern};
use domain::meeting::MeetingKind;
use jiff::civil::date;
use testkit::on_both;

use super::{AMINA, At, DANA, JOEL, ROWAN, Story, days::browser, week};

fn today(story: &Story, who: u128) -> String {
    browser(story, who).get("/today").text()
}

#[test]
fn answers_are_chased_after_three_school_days_and_again_after_five() {
    on_both(|engine| {
        let story = Story::at(engine, At::Gathering);
        let chase = || story.fetch(AMINA, Today).unwrap().cases[0].chase;
        story.day(date(2026, 9, 9));
        assert_eq!(chase().all(), 0, "two school days");
        assert!(!today(&story, AMINA).contains("Chase"));
        story.day(date(2026, 9, 10));
        let first = chase();
        assert!(first.first > 0 && first.again == 0, "{first:?}");
        let said = today(&story, AMINA);
        assert!(said.contains("asked three school days ago"), "{said}");
        story.day(date(2026, 9, 14));
        let again = chase();
        assert_eq!((again.again, again.first), (first.first, 0));
        let said = today(&story, AMINA);
        assert!(
            said.contains("asked five school days ago or longer"),
            "{said}"
        );
    });
}

#[test]
fn the_family_and_the_pupil_hear_that_an_extra_review_was_asked_for() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let extra = "An extra review was asked for on Monday 28 September.";
        assert!(!browser(&story, DANA).get("/family").text().contains(extra));
        let raise = RaiseConcern {
            reference: story.reference(),
            why: "The signal is not used in maths.".into(),
        };
        story.execute(JOEL, raise).unwrap();
        let home = browser(&story, DANA).get("/family").text();
        assert!(home.contains(extra), "{home}");
        assert!(home.contains("rings you within two school days"), "{home}");
        assert!(!home.contains("The signal is not used"), "{home}");
        let mine = browser(&story, ROWAN).get("/me").text();
        assert!(
            mine.contains(extra) && mine.contains("not about anything you did"),
            "{mine}"
        );
    });
}

#[test]
fn the_header_says_the_day_that_is_booked_and_then_that_it_is_to_be_written_up() {
    on_both(|engine| {
        let story = Story::at(engine, At::Reviewing);
        let path = format!("/programmes/{}", story.reference().path());
        let case = || browser(&story, AMINA).get(&path).text();
        assert!(
            case().contains("Next: 4-week review, Friday 23 October"),
            "{}",
            case()
        );
        story.book(MeetingKind::Review(week(4)), "2026-10-20");
        assert!(
            case().contains("Next: 4-week review, Tuesday 20 October"),
            "{}",
            case()
        );
        story.day(date(2026, 10, 21));
        let said = "Next: write up the 4-week review of Tuesday 20 October";
        assert!(case().contains(said), "{}", case());
        assert!(!case().contains("Next: 4-week review"), "{}", case());
    });
}
