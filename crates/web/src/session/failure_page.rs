//! A failure as a page: what happened, what was kept, what to do next, and a
//! code that can be spoken on the telephone and finds the log line.

use askama::Template;
use axum::response::{IntoResponse, Response};

use super::{Visit, page_with};
use crate::{failure::Failure, layout::Frame};

#[derive(Template)]
#[template(path = "session/failure_page.html")]
struct FailurePage {
    frame: Frame,
    heading: String,
    lines: Vec<String>,
    code: Option<String>,
    signed_in: bool,
}

/// Draws it.
pub(super) fn page(visit: &Visit, failure: &Failure) -> Response {
    let (heading, lines) = words(failure);
    let code = matches!(failure, Failure::Ours | Failure::Busy).then(|| spoken(&visit.request));
    if let Some(code) = &code {
        tracing::error!(request.id = %visit.request, code, "A page was our fault");
    }
    let template = FailurePage {
        frame: visit.frame(heading.clone()),
        heading,
        lines,
        code,
        signed_in: visit.actor.identity().is_some(),
    };
    match page_with(failure.status(), &template) {
        Ok(mut response) => {
            if matches!(failure, Failure::Busy) {
                response
                    .headers_mut()
                    .insert("retry-after", axum::http::HeaderValue::from_static("5"));
            }
            response
        }
        Err(_) => failure.status().into_response(),
    }
}

fn words(failure: &Failure) -> (String, Vec<String>) {
    let say = |heading: &str, lines: &[&str]| {
        (
            heading.to_owned(),
            lines.iter().map(|line| (*line).to_owned()).collect(),
        )
    };
    match failure {
        Failure::NotFound => say(
            "We can’t find that page",
            &[
                "The address may be wrong, or it may be about something you are not part of.",
                "If you came by a link, ask the person who sent it to check it.",
            ],
        ),
        Failure::SignedOut => say(
            "Sign in to go on",
            &["You need to be signed in to see this page."],
        ),
        Failure::NotAllowed { who_can } => (
            "That is not yours to do".to_owned(),
            vec![who_can.clone(), "Nothing was changed.".to_owned()],
        ),
        Failure::Conflict => say(
            "Someone else changed this first",
            &[
                "Nothing of yours was saved over theirs.",
                "Go back, and your browser will still show what you typed. Open the page anew beside it to see what changed.",
            ],
        ),
        Failure::Rejected(reasons) => (
            "That can’t be done yet".to_owned(),
            reasons.iter().map(|reason| reason.words.clone()).collect(),
        ),
        Failure::Ours => say(
            "Sorry, that didn’t work",
            &[
                "It’s our fault, not yours. Nothing was half saved.",
                "Go back and try again. If it happens twice, tell the person who looks after Mainstay in your school the code below.",
            ],
        ),
        Failure::Busy => say(
            "Mainstay is busy",
            &[
                "Too many people are using it at this moment. Nothing was saved.",
                "Wait a few seconds, go back, and try again.",
            ],
        ),
        Failure::StaleForm => say(
            "That page was out of date",
            &["It was not saved. Go back, open the page anew, and send it again."],
        ),
        Failure::BadForm => say(
            "We couldn’t read that",
            &[
                "Some of what was sent was not text we can read. Nothing was saved.",
                "Go back and send it again. If you pasted something in, paste it as plain text.",
            ],
        ),
        Failure::TooLarge => say(
            "That is too large",
            &[
                "Nothing was saved. A page of answers can be about 2 million characters, and a file 64 MB.",
                "Go back and send it in smaller parts.",
            ],
        ),
        Failure::OnlyAForm => say(
            "There is no page at this address",
            &[
                "A form is sent here from another page. Nothing was changed.",
                "Go back to the page with the form, or begin from the start.",
            ],
        ),
    }
}

/// One word and two digits from a request's id, easy to say.
fn spoken(request: &str) -> String {
    const WORDS: [&str; 16] = [
        "heron", "otter", "maple", "lantern", "harbour", "pebble", "willow", "anchor", "kestrel",
        "barley", "copper", "meadow", "puffin", "saddle", "thistle", "walnut",
    ];
    let number = u64::from_str_radix(request, 16).unwrap_or_default();
    let word = usize::try_from(number % 16)
        .ok()
        .and_then(|at| WORDS.get(at))
        .unwrap_or(&"heron");
    format!("{word} {:02}", (number / 16) % 100)
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn a_code_is_one_word_and_two_digits() {
        assert_eq!(spoken("0000000000000000"), "heron 00");
        assert_eq!(spoken("00000000000000ff"), "walnut 15");
        assert_eq!(spoken("not hex"), "heron 00");
    }
}
