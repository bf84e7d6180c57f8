//! The page a key worker writes it on.

use domain::id::ContactKind;
use testkit::on_both;

use super::facts;
use crate::{
    story::days::browser,
    story::{ABARA, AMINA, At, DANA, JOEL, ROWAN, Story, id},
};

fn place(story: &Story) -> String {
    format!("/programmes/{}/check-ins", story.reference().path())
}

#[test]
fn it_is_reached_from_today_and_asks_for_little() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        story.day(jiff::civil::date(2026, 10, 5));
        let mut joel = browser(&story, JOEL);
        let today = joel.get("/today");
        assert!(today.text().contains("Meet Rowan Tidewell"));
        let ways = today.links("Write it down");
        assert!(ways.contains(&format!("{}/new", place(&story))), "{ways:?}");
        let page = joel.get(&format!("{}/new", place(&story)));
        let text = page.text();
        assert!(text.contains("Meeting with Rowan"), "{text}");
        assert!(text.contains("Since the plan began"), "{text}");
        let mut fill = vec![
            ("mood", "4"),
            ("went-well", "The bag was packed."),
            ("level", "on_track"),
            ("next", "Try the seat by the door"),
        ];
        let wrong = joel.press(&page, "Save the meeting", &fill);
        assert_eq!(wrong.status, 422);
        assert!(
            wrong.text().contains("promised is happening"),
            "{}",
            wrong.text()
        );
        assert!(wrong.html().contains("The bag was packed."), "kept");
        let names: Vec<String> = (1..=facts(&story, JOEL).promises.len())
            .map(|n| format!("promise-{n}"))
            .collect();
        fill.extend(names.iter().map(|name| (name.as_str(), "kept")));
        let done = joel.press(&wrong, "Save the meeting", &fill);
        assert!(
            done.text().contains("It is written down."),
            "{}",
            done.text()
        );
        assert!(done.text().contains("The bag was packed."));
        let mut amina = browser(&story, AMINA);
        let record = amina.get(&place(&story)).text();
        assert!(record.contains("Quite happy"), "{record}");
        assert!(record.contains("Try the seat by the door"), "{record}");
    });
}

#[test]
fn each_mistake_is_said_where_it_is_and_home_is_told_on_the_same_page() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let mut joel = browser(&story, JOEL);
        let path = format!("{}/new", place(&story));
        let page = joel.get(&path);
        let dana = id::<ContactKind>(DANA).to_string();
        let nothing = [
            ("came-of", ""),
            ("on-day", "45"),
            ("next-on-day", ""),
            ("home", dana.as_str()),
        ];
        let wrong = joel.press(&page, "Save the meeting", &nothing);
        assert_eq!(wrong.status, 422);
        for (words, field) in [
            ("Say whether you met Rowan.", "#came-of"),
            ("Enter the day, such as", "#on"),
            ("Enter the day you meet next", "#next-on"),
            ("Say in a few words what home heard.", "#home-said"),
        ] {
            assert_eq!(wrong.links(words), [field], "{}", wrong.text());
        }
        let missed = [("came-of", "missed"), ("home", "")];
        let wrong = joel.press(&page, "Save the meeting", &missed);
        assert_eq!(wrong.links("Say why you did not meet."), ["#missed"]);
        let missed = [("came-of", "missed"), ("missed", "timetable"), ("home", "")];
        let done = joel.press(&page, "Save the meeting", &missed);
        let text = done.text();
        assert!(text.contains("could not meet Rowan this time"), "{text}");
    });
}

#[test]
fn the_family_and_the_pupil_find_what_is_theirs_and_a_teacher_nothing() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let mut said = super::met(&story);
        said.small_change = "Sit by the window".into();
        story.meets(JOEL, said).unwrap();
        let mut rowan = browser(&story, ROWAN);
        let mine = rowan.get("/me");
        let ways = mine.links("What we said when I met my key worker");
        assert_eq!(ways, [place(&story)], "{}", mine.text());
        let text = rowan.get(&place(&story)).text();
        assert!(text.contains("Sit by the window"), "{text}");
        let mut dana = browser(&story, DANA);
        let text = dana.get(&place(&story)).text();
        assert!(text.contains("Try the seat by the door"), "{text}");
        assert!(!text.contains("The bag was packed."), "{text}");
        assert!(!text.contains("Sit by the window"), "{text}");
        let teacher = browser(&story, ABARA).get_only(&place(&story));
        assert_eq!(teacher.status, 403);
        let mut amina = browser(&story, AMINA);
        let page = amina.get(&place(&story));
        let wrong = amina.press(&page, "Keep the answer", &[("wish", "not_now")]);
        assert_eq!(wrong.status, 422);
        let why = [("wish", "not_now"), ("wish-why", "After half-term.")];
        let done = amina.press(&wrong, "Keep the answer", &why);
        assert!(
            done.text().contains("Not now. After half-term."),
            "{}",
            done.text()
        );
    });
}
