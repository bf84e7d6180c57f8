//! The page itself.

use app::look_back::view::{LookBackPage, LookBackShown};
use askama::{Template, filters::HtmlSafe};
use axum::{http::StatusCode, response::Response};
use domain::{id::PersonId, look_back::Part};

use super::{
    form::{self, OwnPromise},
    words::{opening, readers},
};
use crate::{
    components::{ChoiceRow, Empty, Inset, Markup, SeenLine},
    failure::Failure,
    form_state::FormState,
    layout::{Frame, Look},
    pages::case_band::root,
    session::{Visit, page_with},
    words,
};

/// Whose hand writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writes {
    /// The person's own.
    Own,
    /// A member of staff's, for somebody.
    For(PersonId),
}

#[derive(Template)]
#[template(path = "pages/look_back/page.html")]
struct Page {
    frame: Frame,
    heading: String,
    lead: Vec<String>,
    nothing: Option<Empty>,
    said: Option<Inset>,
    form: Option<Form>,
    seen: Markup,
}

struct Form {
    action: String,
    round: String,
    promises_heading: &'static str,
    promises: Vec<OwnPromise>,
    targets: Vec<(String, ChoiceRow)>,
    words: Markup,
    closing_heading: &'static str,
    closing: Markup,
    button: &'static str,
}

/// What was marked at the start, said quietly under the question.
#[derive(Template)]
#[template(
    source = "<p class=\"ms-small ms-quiet ms-mb4\">{{ self.0 }}</p>",
    ext = "html"
)]
pub(super) struct Before(pub(super) String);

impl HtmlSafe for Before {}

pub(super) fn draw(
    visit: &Visit,
    status: StatusCode,
    shown: &LookBackShown,
    (writes, state): (Writes, &FormState),
) -> Result<Response, Failure> {
    let base = root(&shown.reference);
    let action = match writes {
        Writes::Own => format!("/look-back/{}", shown.reference.path()),
        Writes::For(person) => format!("{base}/look-back/{person}"),
    };
    let frame = visit
        .frame(format!("Before a review, {}", shown.reference))
        .problems(state.summary());
    let Some(page) = &shown.page else {
        return page_with(
            status,
            &Page {
                frame: frame.look(Look::Phone).back(back(None, writes, &base)),
                heading: "Before a review".to_owned(),
                lead: Vec::new(),
                nothing: Some(nothing(shown)),
                said: None,
                form: None,
                seen: Markup::default(),
            },
        );
    };
    let (heading, lead) = opening(page, &shown.pupil, writes);
    page_with(
        status,
        &Page {
            frame: frame
                .look(look(page.part, writes))
                .back(back(Some(page.part), writes, &base)),
            heading,
            lead,
            nothing: None,
            said: already(page, writes),
            form: Some(form_of(page, action, (&shown.pupil, writes), state)),
            seen: match writes {
                Writes::Own => Markup::of(readers(page.part, &shown.pupil)),
                Writes::For(_) => Markup::of(SeenLine::readers(
                    "Your name stands beside what you write down for somebody.",
                )),
            },
        },
    )
}

fn form_of(
    page: &LookBackPage,
    action: String,
    (pupil, writes): (&str, Writes),
    state: &FormState,
) -> Form {
    Form {
        action,
        round: page.round.to_string(),
        promises_heading: match (writes, page.promises.len()) {
            (Writes::Own, 1) => "Your promise",
            (Writes::Own, _) => "Your promises",
            (Writes::For(_), 1) => "Their promise",
            (Writes::For(_), _) => "Their promises",
        },
        promises: form::promises(page, state),
        targets: form::targets(page, state),
        words: form::rest(page, pupil, state),
        closing_heading: match page.part {
            Part::Pupil | Part::Younger => "About all of it",
            Part::Home => "About the programme as a whole",
            Part::Teacher | Part::Promise => "About the programme, if you like",
        },
        closing: form::closing(page, (pupil, writes), state),
        button: match (page.part, writes) {
            (Part::Pupil | Part::Younger, Writes::Own) => "Send it",
            (_, Writes::Own) => "Send this to the review",
            (_, Writes::For(_)) => "Keep what they said",
        },
    }
}

/// That something was said, and that it can be said again.
fn already(page: &LookBackPage, writes: Writes) -> Option<Inset> {
    let (_, at) = page.said.as_ref()?;
    let day = words::long_date(domain::clock::london_date(*at));
    Some(Inset::new(match writes {
        Writes::Own => format!(
            "You said this on {day}. You can change it until the meeting; what you said before \
             stays in the record."
        ),
        Writes::For(_) => format!("This was said on {day}."),
    }))
}

fn nothing(shown: &LookBackShown) -> Empty {
    let next = match shown.opens {
        Some(day) => format!(
            "You are asked from {}, before the next review.",
            words::long_date(day)
        ),
        None => "When you are asked before a review, it stands on your first page.".to_owned(),
    };
    Empty::nothing_yet("Nothing is asked of you now", next)
}

const fn look(part: Part, writes: Writes) -> Look {
    match (part, writes) {
        (_, Writes::For(_)) => Look::Staff,
        (Part::Pupil | Part::Younger, Writes::Own) => Look::Pupil,
        (Part::Home, Writes::Own) => Look::Family,
        (Part::Teacher | Part::Promise, Writes::Own) => Look::Phone,
    }
}

fn back(part: Option<Part>, writes: Writes, base: &str) -> String {
    match (part, writes) {
        (_, Writes::For(_)) => format!("{base}/meetings"),
        (Some(Part::Pupil | Part::Younger), _) => "/me".to_owned(),
        (Some(Part::Home), _) => "/family".to_owned(),
        _ => "/".to_owned(),
    }
}
