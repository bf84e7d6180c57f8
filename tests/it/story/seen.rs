//! What the pupil and those at home see of a week: the good news with a name,
//! and how lessons went.

use app::monitoring::note::{NewNote, RecordNote};
use domain::{
    contact::{Restriction, RestrictionKind},
    rating::Tick,
};
use jiff::civil::date;
use testkit::on_both;

use super::{
    At, Story,
    cast::*,
    days::{browser, first_target},
    id,
    scenario::tick,
};

fn good(story: &Story, words: &str) {
    let note = NewNote::GoodNews {
        words: words.into(),
    };
    let reference = story.reference();
    story
        .execute(
            ABARA,
            RecordNote {
                reference,
                note,
                form: None,
            },
        )
        .unwrap();
}

#[test]
fn home_and_the_pupil_see_the_good_news_with_a_name_and_how_lessons_went() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let target = first_target(&story);
        good(&story, "Held the door for everyone");
        for (day, seen) in [(28, Tick::Yes), (29, Tick::NotYet)] {
            story.day(date(2026, 9, day));
            tick(&story, ABARA, target, date(2026, 9, day), seen).unwrap();
        }
        for (who, path) in [(DANA, "/family"), (ROWAN, "/me")] {
            let text = browser(&story, who).get(path).text();
            assert!(text.contains("“Held the door for everyone.”"), "{text}");
            assert!(text.contains("Miss Abara, yesterday"), "{text}");
            assert!(text.contains("1 of 1") && text.contains("0 of 1"), "{text}");
            assert!(!text.contains('%'));
        }
        story.day(date(2026, 10, 6));
        let later = browser(&story, DANA).get("/family").text();
        assert!(!later.contains("Held the door"), "six school days ago");
    });
}

#[test]
fn somebody_kept_from_the_programme_sees_no_good_news() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        good(&story, "Held the door for everyone");
        let restriction = Restriction {
            kind: RestrictionKind::NoInformation,
            from: date(2026, 9, 1),
            until: None,
            seen_by: id(HELEN),
            words: None,
            ended: None,
        };
        let now = story.app.clock().now();
        story.write(|tx| store::contacts::restrict(tx, (id(HERE), id(KIT)), &restriction, now));
        let text = browser(&story, KIT).get("/family").text();
        assert!(!text.contains("Held the door"), "{text}");
        let text = browser(&story, DANA).get("/family").text();
        assert!(text.contains("Held the door"));
    });
}
