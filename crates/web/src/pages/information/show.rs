//! One ask: its answers as far as the reader may see them, or what to do while
//! it is still out.

use app::{
    action::Action,
    gathering::{
        read::{Found, ReadAnswers, Reading, Whole},
        waive::Waive,
    },
    policy::ActionSet,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{account::CaseRole, id::AskId, programme::ProgrammeRef, text::Prose};

use super::{band, reference};
use crate::{
    components::{CaseHeader, SummaryList},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::questions,
    posted::Posted,
    session::{Visit, page_with, see_other},
    words::long_date,
};

#[derive(Template)]
#[template(path = "pages/information/show.html")]
struct ShowPage {
    frame: Frame,
    header: CaseHeader,
    state: FormState,
    found: Reading,
    parts: Vec<(String, SummaryList)>,
    may: ActionSet,
    path: String,
}

/// The page. Opening answers is recorded.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((programme, ask)): Path<(String, String)>,
) -> Result<Response, Failure> {
    draw(
        (&visit, &reference(&programme)?),
        questions::ask(&ask)?,
        FormState::new(),
        StatusCode::OK,
    )
    .await
}

/// Goes ahead without this answer.
///
/// # Errors
/// [`Failure`].
pub async fn waive(
    visit: Visit,
    Path((programme, ask)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (ask, programme) = (questions::ask(&ask)?, reference(&programme)?);
    let mut state = posted.state(&[]);
    if let Ok(why) = Prose::new(posted.value("why")) {
        match visit.execute(Waive { ask, why }).await {
            Ok(reference) => {
                let path = format!("/programmes/{}/information", reference.path());
                return Ok(see_other(&path, Some("We no longer wait for this answer.")));
            }
            Err(Failure::Rejected(reasons)) => {
                for reason in reasons {
                    state.problem("why", reason.words);
                }
            }
            Err(other) => return Err(other),
        }
    } else {
        state.problem(
            "why",
            "Say why in a line or two, in 300 characters or fewer",
        );
    }
    draw(
        (&visit, &programme),
        ask,
        state,
        StatusCode::UNPROCESSABLE_ENTITY,
    )
    .await
}

async fn draw(
    (visit, under): (&Visit, &ProgrammeRef),
    ask: AskId,
    state: FormState,
    status: StatusCode,
) -> Result<Response, Failure> {
    let found = visit.execute(ReadAnswers { ask }).await?;
    let programme = found.on.case.programme.reference.clone();
    if programme != *under {
        return Err(Failure::NotFound);
    }
    let path = format!("/programmes/{}/information", programme.path());
    let (header, may) = band(visit, &programme).await?;
    let page = ShowPage {
        frame: visit
            .frame("Answers")
            .section("Programmes")
            .problems(state.summary()),
        header,
        parts: questions::parts(&found),
        found,
        state,
        may,
        path,
    };
    page_with(status, &page)
}

impl ShowPage {
    fn title(&self) -> String {
        let what = self.found.on.ask.document.label();
        match &self.found.found {
            // By theme, nobody is named.
            Found::Answers {
                whole: Whole::Part, ..
            } => what.to_owned(),
            _ => format!("{}: {}", self.found.on.person.name, what.to_lowercase()),
        }
    }

    fn sent(&self) -> Option<String> {
        let sent = self.found.on.ask.sent?;
        let on = long_date(domain::clock::london_date(sent));
        Some(match &self.found.found {
            Found::Answers {
                scribe: Some((name, scribe)),
                ..
            } => {
                let how = scribe.mode.label().to_lowercase();
                format!("Sent on {on}. {name} wrote it down: {how}.")
            }
            _ => format!("Sent on {on}."),
        })
    }

    fn waived(&self) -> Option<String> {
        let waived = self.found.on.ask.waived.as_ref();
        waived.map(|waived| waived.why.to_string())
    }

    fn due(&self) -> String {
        long_date(self.found.on.ask.due)
    }

    fn is_out(&self) -> bool {
        self.found.on.ask.is_out()
    }

    fn writing(&self) -> String {
        format!("/questions/{}", self.found.on.ask.id)
    }

    fn may_write_for(&self) -> bool {
        let helped = [CaseRole::Parent, CaseRole::Carer, CaseRole::Pupil];
        self.may.has(Action::ScribeForm)
            && self.found.on.ask.form.is_some()
            && helped.contains(&self.found.on.person.role)
    }
}
