//! Every day: a pupil who is not there, how often a plan is ticked, and how
//! often people talk.

use app::{
    monitoring::reports_now::{ReportsNow, There},
    programmes::{show::ShowCase, today::Today},
};
use domain::{
    id::{SchoolId, TargetId},
    meeting::MeetingKind,
    rating::{Period, Presence, Tick},
};
use jiff::civil::{Date, date};
use store::{imports::RunRow, register};
use testkit::{Browser, Engine, on_both};
use web::{Settings, Site};

use super::{At, CAME, Story, cast::*, id, scenario::due, scenario::tick, words};

/// The programme on its first day, with these arrangements in its plan.
fn begun(engine: Engine, card: &str, meets: &str, home: &str) -> Story {
    let story = Story::at(engine, At::MeetingSet);
    #[expect(clippy::disallowed_methods, reason = "an id, shown to nobody")]
    let meetings = story.read(|tx| {
        let school: SchoolId = id(HERE);
        store::meetings::of_programme(tx, school, story.programme().id)
    });
    let first = meetings
        .iter()
        .find(|one| one.kind == MeetingKind::Initial)
        .unwrap();
    story.day(date(2026, 9, 25));
    story.record(first.id, story.minutes(&CAME)).unwrap();
    story.write_plan_with(|sheet| {
        sheet.monitoring.report_card = card.into();
        sheet.monitoring.how_often = meets.into();
        sheet.home.how_often = home.into();
    });
    story.agree(date(2026, 9, 28)).unwrap();
    for who in [ROWAN, DANA, AMINA] {
        story.sign(who).unwrap();
    }
    story.day(date(2026, 9, 28));
    story
}

pub fn browser(story: &Story, who: u128) -> Browser {
    let mut browser = Browser::new(web::router(Site::new(
        story.app.clone(),
        Settings::default(),
    )));
    let secret = story.secret(who);
    browser.carries(&format!("{}={secret}", web::session::SESSION_COOKIE));
    browser
}

pub fn first_target(story: &Story) -> TargetId {
    story.plan(AMINA).agreed.unwrap().into_inner().plan.targets[0].id
}

fn reports(story: &Story, who: u128) -> Option<(usize, usize)> {
    let reference = story.reference();
    let whole = story.fetch(who, ShowCase { reference }).unwrap().reports;
    let today = story.fetch(AMINA, Today).unwrap().cases[0].reports;
    assert_eq!(whole, today, "the case page and Today say the same");
    whole
}

/// A run of imports, for rows of the register to name.
fn imported(story: &Story) -> (SchoolId, domain::id::ImportId) {
    let run = RunRow {
        school: id(HERE),
        id: id(999),
        kind: "attendance".into(),
        file_name: "marks.csv".into(),
        made_by: "operator".into(),
        made_at: story.app.clock().now(),
        confirmed_at: None,
        dropped_at: None,
        undone_at: None,
        report: "{}".into(),
        feed: None,
    };
    story.write(|tx| store::imports::add(tx, &run, Vec::new()));
    (run.school, run.id)
}

fn mark(story: &Story, import: (SchoolId, domain::id::ImportId), on: Date, marks: [&str; 2]) {
    for (half, mark) in ["AM", "PM"].into_iter().zip(marks) {
        let row = register::MarkRow {
            pupil: id(PUPIL),
            on,
            half: half.into(),
            mark: mark.into(),
            minutes_late: None,
            words: None,
        };
        story.write(|tx| register::put_marks(tx, import, &[row]));
    }
}

fn there(story: &Story, who: u128, on: Date, period: Period) -> There {
    let view = story.fetch(who, ReportsNow { on, period }).unwrap();
    view.pupils[0].there
}

#[test]
fn one_press_says_that_the_pupil_was_not_there_and_one_takes_it_back() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let mut abara = browser(&story, ABARA);
        let page = abara.get("/reports/2026-09-28/p1");
        assert!(page.html().contains("name=\"r\""));
        let page = abara.press(&page, "Rowan wasn’t in this lesson", &[]);
        assert_eq!(page.path, "/reports/2026-09-28/p1");
        assert!(page.text().contains("Rowan was not here in this lesson"));
        assert!(!page.html().contains("name=\"r\""), "nothing to tick");
        let mut okonjo = browser(&story, OKONJO);
        let page = okonjo.get("/reports/2026-09-28/p1");
        assert!(page.text().contains("Rowan was not here in this lesson"));
        let page = okonjo.press(&page, "They were here after all", &[]);
        assert!(page.html().contains("name=\"r\""));
        let other = abara.get("/reports/2026-09-28/p1");
        assert!(other.html().contains("name=\"r\""));
    });
}

#[test]
fn a_lesson_that_somebody_ticked_was_not_missed() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let (on, target) = (date(2026, 9, 28), first_target(&story));
        tick(&story, ABARA, target, on, Tick::Yes).unwrap();
        let mut okonjo = browser(&story, OKONJO);
        let page = okonjo.get("/reports/2026-09-28/p1");
        let page = okonjo.press(&page, "Rowan wasn’t in this lesson", &[]);
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Someone has ticked this lesson"));
        assert_eq!(there(&story, OKONJO, on, Period::P1), There::Here);
    });
}

#[test]
fn days_away_suspended_or_paused_are_not_asked_for_and_the_register_is_believed() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let target = first_target(&story);
        tick(&story, ABARA, target, date(2026, 9, 28), Tick::Yes).unwrap();
        story.day(date(2026, 10, 2));
        assert_eq!(reports(&story, AMINA), Some((1, 5)));
        let import = imported(&story);
        mark(&story, import, date(2026, 9, 29), ["I", "I"]);
        assert_eq!(reports(&story, AMINA), Some((1, 4)), "ill all day");
        mark(&story, import, date(2026, 9, 30), ["I", "\\"]);
        assert_eq!(reports(&story, AMINA), Some((1, 4)), "there after lunch");
        let on = date(2026, 9, 30);
        assert_eq!(
            there(&story, ABARA, on, Period::P1),
            There::Register(Presence::Absent)
        );
        assert_eq!(there(&story, ABARA, on, Period::P5), There::Here);
        let row = register::SuspensionRow {
            pupil: id(PUPIL),
            first: date(2026, 10, 1),
            category: "SUSP".into(),
            last: Some(date(2026, 10, 2)),
            sessions: Some(4),
            causes: "PP".into(),
            words: None,
        };
        story.write(|tx| register::put_suspensions(tx, import, &[row]));
        assert_eq!(reports(&story, AMINA), Some((1, 2)));
        let mut abara = browser(&story, ABARA);
        let page = abara.get("/reports/2026-10-02/p1");
        assert!(page.text().contains("Rowan is suspended in this lesson"));
        let page = abara.press(&page, "They were here after all", &[]);
        assert!(page.html().contains("name=\"r\""), "an adult saw them");
        story.day(date(2026, 10, 5));
        story.pause("2026-10-12");
        story.day(date(2026, 10, 9));
        assert_eq!(reports(&story, AMINA), Some((1, 2)), "the clock stands");
    });
}

#[test]
fn lessons_are_ticked_as_often_as_the_plan_says() {
    on_both(|engine| {
        let once = begun(engine, "daily", "weekly", "weekly");
        let on = date(2026, 9, 28);
        let refused = words(tick(&once, ABARA, first_target(&once), on, Tick::Yes));
        assert!(refused[0].contains("once a day"), "{refused:?}");
        let mut abara = browser(&once, ABARA);
        let page = abara.get("/reports/2026-09-28/p3");
        assert!(page.text().contains("One tick for the whole day"));
        let page = abara.press(&page, "Yes", &[]);
        assert_eq!(page.path, "/reports/2026-09-28/p3", "the page stays");
        assert!(page.text().contains("Saved"));
        let other = abara.get("/reports/2026-09-28/p1");
        assert!(other.text().contains("Saved"), "one tick, all day");
        assert_eq!(reports(&once, AMINA), Some((1, 1)));
        let halves = begun(engine, "each_session", "weekly", "weekly");
        let at = |period| {
            let view = halves.fetch(ABARA, ReportsNow { on, period }).unwrap();
            view.pupils[0].period
        };
        assert_eq!(at(Period::P4), Period::Morning);
        assert_eq!(at(Period::P5), Period::Afternoon);
        let none = begun(engine, "no", "weekly", "weekly");
        let period = Period::P1;
        let view = none.fetch(ABARA, ReportsNow { on, period }).unwrap();
        assert!(view.pupils.is_empty());
        assert_eq!(reports(&none, AMINA), None);
    });
}

fn told(story: &Story, who: u128, on: Date, words: &str) -> bool {
    story.day(on);
    browser(story, who).get("/today").text().contains(words)
}

#[test]
fn the_key_worker_and_home_are_due_as_often_as_the_plan_says() {
    on_both(|engine| {
        let story = begun(engine, "each_lesson", "fortnightly", "fortnightly");
        assert_eq!(due(&story, "check_in"), ["2026-10-12"], "ten school days");
        assert!(!told(&story, AMINA, date(2026, 10, 9), "Ring or write"));
        let says = "The plan says once a fortnight. Nobody has written one down yet.";
        assert!(told(&story, AMINA, date(2026, 10, 12), says));
        assert!(told(&story, JOEL, date(2026, 10, 12), "Meet Rowan"));
        assert!(!told(&story, AMINA, date(2026, 10, 13), "Meet Rowan"));
        story.tell_home("2026-10-13");
        story.meets(JOEL, crate::meets::met(&story)).unwrap();
        assert_eq!(
            due(&story, "check_in"),
            ["2026-11-04"],
            "half-term counts for nothing"
        );
        assert!(!told(&story, AMINA, date(2026, 11, 3), "Ring or write"));
        let says = "The plan says once a fortnight. It has been 10 school days.";
        assert!(told(&story, AMINA, date(2026, 11, 4), says));
        assert!(told(&story, AMINA, date(2026, 11, 9), "3 days late"));
    });
}
