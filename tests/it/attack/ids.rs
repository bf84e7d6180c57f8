//! Ids of another programme, sent to one's own: every one is refused, and the
//! other programme is as it was.

use app::programmes::people::HandOver;
use axum::http::Method;
use testkit::on_both;
use web::{Settings, Site};

use crate::{
    knock::knock,
    permissions::Ids,
    story::{ABARA, AMINA, At, IMRAN, OKONJO, RUTH, SECOND_PUPIL, Story, staff},
};

/// A story with two programmes: Amina's, and Imran's that she has no part in.
fn two(engine: testkit::Engine) -> (Story, Ids) {
    let mut story = Story::on(engine);
    let other = story.begin(SECOND_PUPIL).unwrap();
    story.reference = Some(other);
    story.write_referral();
    story.go_to(At::Agreed);
    let theirs = story.ids();
    let over = HandOver {
        reference: story.reference(),
        coordinator: staff(IMRAN),
        key_worker: Some(staff(OKONJO)),
    };
    story.execute(RUTH, over).unwrap();
    story.clock.move_to_day(jiff::civil::date(2026, 9, 3));
    let own = story.begin(crate::story::PUPIL).unwrap();
    story.reference = Some(own);
    story.write_referral();
    story.go_to(At::Running);
    (story, theirs)
}

#[test]
fn ids_of_another_programme_are_refused_in_every_address_and_every_form() {
    on_both(|engine| {
        let (story, theirs) = two(engine);
        let ours = story.reference().path();
        let own = story.ids();
        let text = |id: Option<String>| id.unwrap();
        let (target, promise) = (
            text(theirs.target.map(|x| x.to_string())),
            text(theirs.promise.map(|x| x.to_string())),
        );
        let (meeting, person) = (
            text(theirs.meeting.map(|x| x.to_string())),
            text(theirs.person.map(|x| x.to_string())),
        );
        let ask = text(theirs.ask.map(|x| x.to_string()));
        let (own_person, own_target) = (
            text(own.person.map(|x| x.to_string())),
            text(own.target.map(|x| x.to_string())),
        );
        let at = |rest: &str| format!("/programmes/{ours}/{rest}");
        let gets = [
            at(&format!("meetings/{meeting}")),
            at(&format!("plan/targets/{target}")),
            at(&format!("plan/promises/{promise}")),
            at(&format!("plan/sign/{person}")),
            at(&format!("information/asks/{ask}")),
            format!("/questions/{ask}"),
            format!("/questions/{ask}/0-1"),
            format!("/questions/{ask}/check"),
        ];
        let posts: Vec<(String, Vec<(&str, &str)>)> = vec![
            (at(&format!("meetings/{meeting}")), vec![("revision", "1")]),
            (
                at(&format!("meetings/{meeting}/cancel")),
                vec![("why", "No reason")],
            ),
            (
                at("plan/targets"),
                vec![("id", &target), ("seen", "1"), ("statement", "mine now")],
            ),
            (
                at("plan/promises"),
                vec![
                    ("id", &promise),
                    ("seen", "1"),
                    ("text", "mine now"),
                    ("owner", &own_person),
                ],
            ),
            (
                at("plan/promises"),
                vec![("id", &promise), ("seen", "1"), ("drop", "yes")],
            ),
            (
                at(&format!("plan/sign/{person}")),
                vec![("answer", "refused"), ("why", "No")],
            ),
            (at(&format!("people/{person}/remove")), vec![]),
            (at("information/asks/new"), vec![("person", &person)]),
            (
                at(&format!("information/asks/{ask}")),
                vec![("why", "Not needed")],
            ),
            (format!("/questions/{ask}"), vec![("mode", "phone")]),
            (format!("/questions/{ask}/0-1"), vec![("revision", "0")]),
            (format!("/questions/{ask}/check"), vec![("revision", "0")]),
            (
                format!("/reports/{ours}/2026-09-28/p1/tick"),
                vec![("target", &target), ("r", "yes")],
            ),
            (
                at("record"),
                vec![("kind", "home"), ("contact", &person), ("summary", "Hello")],
            ),
            (at("people/hand-over"), vec![("coordinator", &person)]),
        ];
        let site = web::router(Site::new(story.app.clone(), Settings::default()));
        let before = (
            story.changes(),
            story.programme().revision,
            story.others_events(&theirs.reference),
        );
        let secret = story.secret(AMINA);
        for path in gets {
            let answer = knock(&site, &Method::GET, &path, Some(&secret), &[]);
            assert_eq!(answer.status, 404, "{path}");
        }
        for (path, fields) in posts {
            let who = if path.starts_with("/reports") {
                ABARA
            } else {
                AMINA
            };
            let secret = story.secret(who);
            let answer = knock(&site, &Method::POST, &path, Some(&secret), &fields);
            let status = answer.status.as_u16();
            assert!(
                matches!(status, 400 | 403 | 404 | 409 | 422),
                "{path} {fields:?}: {status}"
            );
        }
        let after = (
            story.changes(),
            story.programme().revision,
            story.others_events(&theirs.reference),
        );
        assert_eq!(before, after, "nothing happened in either");
        assert!(!own_target.is_empty());
    });
}
