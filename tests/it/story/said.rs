//! Lines that tell people in time: answers to chase, an extra review, and a
//! header that knows which meeting was held.

use app::{monitoring::rate::Rate, programmes::today::Today, reviews::concern::RaiseConcern};
use domain::{
    meeting::MeetingKind,
    rating::{Period, Tick},
};
use jiff::civil::date;
use testkit::on_both;

use super::{
    ABARA, AMINA, At, DANA, JOEL, ROWAN, Story,
    days::{browser, first_target},
    week,
};

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

#[test]
fn reports_that_are_thin_two_weeks_running_are_asked_for_target_by_target() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let ask = "Ask teachers for Rowan Tidewell’s reports";
        story.day(date(2026, 10, 5));
        assert!(!today(&story, AMINA).contains(ask), "one week is not two");
        story.day(date(2026, 10, 12));
        let said = today(&story, AMINA);
        assert!(said.contains(ask), "{said}");
        let why = "reports on 0 of 5 days last week, and 0 of 5 the week before";
        assert!(said.contains(why), "{said}");
    });
}

#[test]
fn a_step_that_is_met_on_most_days_is_talked_about_and_not_before_two_weeks() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let target = first_target(&story);
        let offer = "Offer a step up on Rowan Tidewell’s target 1";
        let days = [28, 29, 30].map(|day| date(2026, 9, day));
        let more = [1, 2, 5, 6, 7, 8, 9].map(|day| date(2026, 10, day));
        for (at, on) in days.into_iter().chain(more).enumerate() {
            story.day(on);
            for period in [Period::P1, Period::P2, Period::P3, Period::P4, Period::P5] {
                let rate = Rate {
                    reference: story.reference(),
                    target,
                    on,
                    period,
                    tick: Some(Tick::Yes),
                };
                story.execute(ABARA, rate).unwrap();
            }
            let said = today(&story, AMINA);
            assert_eq!(said.contains(offer), at >= 7, "day {at}: {said}");
        }
        let said = today(&story, JOEL);
        assert!(said.contains("Met on 10 of the last 10"), "{said}");
        assert!(
            !said.contains("likely") && !said.contains("success"),
            "{said}"
        );
        let path = format!("/programmes/{}", story.reference().path());
        let case = |who| browser(&story, who).get(&path).text();
        assert!(case(AMINA).contains("Offer a step up on target 1"));
        let teacher = case(ABARA);
        assert!(!teacher.contains("Offer a step up"), "{teacher}");
        let form = browser(&story, JOEL).get(&format!("{path}/check-ins/new"));
        let form = form.text();
        assert!(
            form.contains("Target 1: Met on 10 of the last 10"),
            "{form}"
        );
    });
}
