//! Reviews and endings are signed as the plan is: typed on one's own page, or
//! recorded for somebody, refused or not there.

use axum::http::Method;
use domain::{contact::RestrictionKind, signature::Paper};
use testkit::{Browser, Engine, Page};
use web::{Settings, Site};

use super::own::{ask, keep};
use crate::{
    knock::{Answer, knock},
    story::{ABARA, AMINA, At, BYSTANDER, DANA, HERE, KIT, OLIVE, ROWAN, Story, id},
};

fn browser(story: &Story, who: u128) -> Browser {
    let mut browser = Browser::new(web::router(Site::new(
        story.app.clone(),
        Settings::default(),
    )));
    let secret = story.secret(who);
    browser.carries(&format!("{}={secret}", web::session::SESSION_COOKIE));
    browser
}

fn review(story: &Story) -> String {
    let (school, programme) = (id(HERE), story.programme().id);
    let all = story.read(|tx| store::reviews::of_programme(tx, school, programme));
    let paper = Paper::Review(all[0].id);
    format!("/programmes/{}/signing/{paper}", story.reference().path())
}

fn ending(story: &Story) -> String {
    format!("/programmes/{}/signing/ending_1", story.reference().path())
}

fn problems(page: &Page) -> Vec<String> {
    page.all(".govuk-error-summary li")
}

#[test]
fn somebody_at_home_signs_from_their_own_copy_with_their_own_name() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::FinalDue);
        let mut dana = browser(&story, DANA);
        let copy = dana.get(&format!("/family/review/{}", story.reference().path()));
        assert_eq!(copy.links("Sign it"), [review(&story)]);
        let page = dana.get(&review(&story));
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("Kit"), "each sees their own line");
        let wrong = dana.press(&page, "Sign my part", &[("name", "Kit Smith")]);
        assert_eq!(wrong.status, 422);
        assert_eq!(
            problems(&wrong),
            ["Type your own name to sign, as Dana Tidewell"]
        );
        let done = dana.press(&wrong, "Sign my part", &[("name", "Dana Tidewell")]);
        assert_eq!(done.status, 200, "{}", done.text());
        assert!(done.text().contains("Signed. Thank you."));
        let copy = dana.get(&format!("/family/review/{}", story.reference().path()));
        assert!(copy.text().contains("You have signed this."));
        let events = story.events();
        let signed = events.iter().filter(|one| *one == "paper_signed");
        assert_eq!(signed.count(), 1);
    }
}

#[test]
fn the_coordinator_records_who_refused_and_who_was_not_there() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Aftercare);
        for path in [review(&story), ending(&story)] {
            let mut amina = browser(&story, AMINA);
            let list = amina.get(&path);
            assert_eq!(list.status, 200);
            assert!(list.text().contains("Signing says"), "{}", list.text());
            let rowan = amina.get(&format!("{path}/{}", story.written(ROWAN)));
            let blank = amina.press(&rowan, "Record it", &[]);
            assert_eq!(blank.status, 422);
            assert_eq!(problems(&blank), ["Choose what they answered"]);
            let why = [("answer", "refused"), ("words", "I don’t want to.")];
            let refused = amina.press(&blank, "Record it", &why);
            assert_eq!(refused.status, 200, "{:?}", problems(&refused));
            assert!(refused.text().contains("“I don’t want to.”"));
            let kit = amina.get(&format!("{path}/{}", story.written(KIT)));
            let tried = [
                ("answer", "no-answer"),
                ("channel", "phone"),
                ("on-day", "8"),
                ("on-month", "1"),
                ("on-year", "2027"),
            ];
            let absent = amina.press(&kit, "Record it", &tried);
            assert!(
                absent.text().contains("No answer yet."),
                "{}",
                absent.text()
            );
            let own = amina.get(&format!("{path}/{}", story.written(AMINA)));
            let given = [("answer", "paper")];
            let told = amina.press(&own, "Record it", &given);
            assert_eq!(problems(&told), ["Sign for yourself by typing your name"]);
        }
    }
}

#[test]
fn words_that_changed_meanwhile_are_not_signed() {
    let story = Story::at(Engine::Sqlite, At::FinalDue);
    let sign = app::signing::paper::SignPaper {
        reference: story.reference(),
        paper: review(&story).rsplit('/').next().unwrap().parse().unwrap(),
        shown: domain::signature::WordsHash::of("other words"),
        name: "Dana Tidewell".into(),
    };
    let told = crate::story::words(story.execute(DANA, sign));
    assert_eq!(told, ["Open it again, read it, then sign."]);
}

#[test]
fn nobody_else_sees_who_signs_and_a_parent_kept_apart_reads_no_name() {
    for engine in Engine::BOTH {
        let story = Story::at(engine, At::Aftercare);
        for path in [review(&story), ending(&story)] {
            for (who, status) in [(OLIVE, 404), (BYSTANDER, 404), (ABARA, 403), (AMINA, 200)] {
                assert_eq!(ask(&story, who, &path).status, status, "{who} {path}");
            }
            let site = web::router(Site::new(story.app.clone(), Settings::default()));
            let stranger: Answer = knock(&site, &Method::GET, &path, None, &[]);
            assert!(stranger.asks_to_sign_in());
            let theirs = format!("{path}/{}", story.written(ROWAN));
            assert_eq!(ask(&story, DANA, &theirs).status, 403);
        }
        keep(&story, KIT, RestrictionKind::Apart);
        for (who, hidden) in [(DANA, "Kit"), (KIT, "Dana")] {
            let page = ask(&story, who, &review(&story));
            assert_eq!(page.status, 200);
            assert!(!page.html.contains(hidden), "{}", page.html);
        }
        keep(&story, KIT, RestrictionKind::NoInformation);
        assert_eq!(ask(&story, KIT, &review(&story)).status, 404);
        let before = Story::at(engine, At::Running);
        assert_eq!(ask(&before, DANA, &ending(&before)).status, 404);
    }
}
