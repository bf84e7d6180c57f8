//! Forms that our own pages did not send.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use testkit::on_both;
use web::{routes, session::SESSION_COOKIE};

use crate::{
    knock::{send, token_of},
    permissions::{Mould, fields, path},
    story::{AMINA, At, HERE, JOEL, id},
};

/// How a form was forged.
#[derive(Debug, Clone, Copy)]
enum Forged {
    NoToken,
    SomebodyElses,
    TwoTokens,
    FromElsewhere,
    OtherOrigin,
}

const WAYS: [Forged; 5] = [
    Forged::NoToken,
    Forged::SomebodyElses,
    Forged::TwoTokens,
    Forged::FromElsewhere,
    Forged::OtherOrigin,
];

#[test]
fn a_forged_form_changes_nothing_at_any_address() {
    on_both(|engine| {
        let mould = Mould::new(engine, At::Running);
        let house = mould.copy();
        let events = || {
            let school = id(HERE);
            house.story.read(|tx| {
                tx.one(
                    "select seq from chain_head where chain = ?1",
                    &[store::Value::from(store::events::chain_of(Some(school)))],
                )?
                .int(0)
            })
        };
        let before = events();
        let (mine, theirs) = (house.story.secret(AMINA), house.story.secret(JOEL));
        for route in routes::all()
            .into_iter()
            .filter(|one| one.method == Method::POST)
        {
            let Some(path) = path(&route, &mould.ids) else {
                continue;
            };
            let sent = fields(&mould.ids);
            let sent: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (*n, v.as_str())).collect();
            let rest = crate::knock::encoded(&sent);
            for way in WAYS {
                let token = match way {
                    Forged::NoToken => String::new(),
                    Forged::SomebodyElses => format!("csrf={}&", token_of(&theirs)),
                    Forged::TwoTokens => {
                        format!("csrf={}&csrf={}&", token_of(&theirs), token_of(&mine))
                    }
                    Forged::FromElsewhere | Forged::OtherOrigin => {
                        format!("csrf={}&", token_of(&mine))
                    }
                };
                let body = format!("{token}{rest}");
                let mut request = Request::post(&path)
                    .header(header::HOST, "school.test")
                    .header(header::COOKIE, format!("{SESSION_COOKIE}={mine}"))
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .header(header::CONTENT_LENGTH, body.len());
                request = match way {
                    Forged::FromElsewhere => request.header("sec-fetch-site", "cross-site"),
                    Forged::OtherOrigin => request.header(header::ORIGIN, "https://evil.example"),
                    _ => request.header("sec-fetch-site", "same-origin"),
                };
                let answer = send(&house.site, request.body(Body::from(body)).unwrap());
                assert!(
                    matches!(answer.status.as_u16(), 400 | 403 | 404),
                    "{route:?} {way:?}: {}",
                    answer.status
                );
                assert!(
                    answer.html.contains("<h1"),
                    "{route:?} {way:?}: a page that says what to do"
                );
            }
        }
        assert_eq!(events(), before, "nothing happened");
        assert_eq!(house.story.stage(), "active");
    });
}
