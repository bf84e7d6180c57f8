//! Before the start: each is told what waits for them, and nobody is offered a
//! button that must fail. After it, the case says who agreed.

use domain::id::ContactKind;
use jiff::civil::date;
use store::notes::{self, NoteKind, NoteRow};
use testkit::on_both;

use super::{At, Story, cast::*, days::browser, id};

#[test]
fn a_referral_waits_for_the_check_and_then_for_the_decision() {
    on_both(|engine| {
        let story = Story::referral(engine);
        story.submit().unwrap();
        let today = |who| browser(&story, who).get("/today").text();
        let to_check = "’s referral for safeguarding";
        let waiting = "Waiting for Helen Marsh’s check. You can agree it after that.";
        assert!(today(HELEN).contains(to_check), "{}", today(HELEN));
        assert!(!today(HELEN).contains("Decide on the referral"));
        assert!(today(RUTH).contains(waiting), "{}", today(RUTH));
        assert!(!today(RUTH).contains(to_check));
        assert!(today(AMINA).contains("Waiting for Helen Marsh’s check."));
        assert!(!today(AMINA).contains("You can agree"));
        let page = format!("/programmes/{}/referral", story.reference().path());
        let before = browser(&story, RUTH).get(&page);
        assert!(before.text().contains(waiting), "{}", before.text());
        assert!(!before.html().contains("/accept\""), "it could only fail");
        story.day(date(2026, 9, 7)).check();
        assert!(today(RUTH).contains("Decide on the referral of"));
        assert!(!today(HELEN).contains("’s referral"), "hers is done");
        let after = browser(&story, RUTH).get(&page);
        assert!(!after.text().contains(waiting) && after.html().contains("/accept\""));
        story.accept().unwrap();
        let case = format!("/programmes/{}", story.reference().path());
        let case = browser(&story, AMINA).get(&case).text();
        assert!(case.contains("Ruth Calloway agreed the start"), "{case}");
        assert!(!case.contains("Nothing has happened yet"));
    });
}

#[test]
fn a_contact_home_counts_also_once_the_plan_has_ended() {
    on_both(|engine| {
        let story = Story::at(engine, At::Aftercare);
        let row = NoteRow {
            id: id(7001),
            programme: story.programme().id,
            kind: NoteKind::Contact,
            on: date(2027, 1, 7),
            person: story.person(AMINA),
            name: "Amina Farrow".into(),
            contact: Some(id::<ContactKind>(DANA)),
            with: Some("Dana".into()),
            channel: None,
            words: Some("A calm week.".into()),
            minutes: None,
        };
        let none = browser(&story, AMINA).get("/today").text();
        assert!(none.contains("None recorded"), "{none}");
        let now = story.app.clock().now();
        story.write(|tx| notes::add(tx, id(HERE), &row, (None, now)).map(drop));
        let today = browser(&story, AMINA).get("/today").text();
        assert!(!today.contains("None recorded"), "{today}");
    });
}
