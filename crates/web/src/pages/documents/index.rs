//! Which documents there are, by what they are about, and those one may write.

use app::{
    documents::{BeginDocument, DocumentLine, Documents, Kind, State, ViewDocuments},
    programmes::show::ShowCase,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::programme::ProgrammeRef;

use super::Way;
use crate::{
    components::CaseHeader,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{case_band::reference, programmes::header::header},
    posted::Posted,
    session::{Visit, page_with, see_other},
    words::long_date,
};

#[derive(Template)]
#[template(path = "pages/documents/index.html")]
struct DocumentsPage {
    frame: Frame,
    header: Option<CaseHeader>,
    heading: String,
    found: Documents,
    way: Way,
    path: String,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(written): Path<String>) -> Result<Response, Failure> {
    draw(
        &visit,
        reference(&written)?,
        FormState::new(),
        StatusCode::OK,
    )
    .await
}

/// Begins a document, or goes on with the one begun.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(written): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let programme = reference(&written)?;
    let follows = match posted.value("follows") {
        "" => None,
        id => Some(id.parse().map_err(|_| Failure::NotFound)?),
    };
    let begin = BeginDocument {
        programme: programme.clone(),
        form: posted.value("form").to_owned(),
        follows,
    };
    match visit.execute(begin).await {
        Ok(ask) => Ok(see_other(&Way::of(&visit).writing(ask), None)),
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                state.problem("documents", reason.words);
            }
            draw(&visit, programme, state, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}

async fn draw(
    visit: &Visit,
    programme: ProgrammeRef,
    state: FormState,
    status: StatusCode,
) -> Result<Response, Failure> {
    let way = Way::of(visit);
    let header = match way {
        Way::Staff => {
            let reference = programme.clone();
            let case = visit.fetch(ShowCase { reference }).await?;
            Some(header(&case.answer, case.may, "Documents"))
        }
        Way::Family | Way::Pupil => None,
    };
    let path = way.list(&programme);
    let found = visit.fetch(ViewDocuments { programme }).await?.answer;
    let frame = visit.frame("Documents").problems(state.summary());
    let frame = match way {
        Way::Staff => frame.section("Programmes"),
        Way::Family | Way::Pupil => frame.look(way.look()).back(way.home()),
    };
    let heading = match way {
        Way::Pupil => "My documents".to_owned(),
        _ => format!("Documents about {}", found.case.pupil.name.called()),
    };
    page_with(
        status,
        &DocumentsPage {
            frame,
            header,
            heading,
            found,
            way,
            path,
        },
    )
}

impl DocumentsPage {
    fn fact(line: &DocumentLine) -> String {
        match line.state {
            State::Sent(on) => format!("{}, {}", line.who, long_date(on)),
            State::Mine(on) => format!("You began it on {}", long_date(on)),
            State::Theirs(on) => format!("{} began it on {}", line.who, long_date(on)),
        }
    }

    fn is_mine(line: &DocumentLine) -> bool {
        matches!(line.state, State::Mine(_))
    }

    fn is_sent(line: &DocumentLine) -> bool {
        matches!(line.state, State::Sent(_))
    }

    fn one(&self, line: &DocumentLine) -> String {
        self.way.one(&self.found.case.programme.reference, line.id)
    }

    fn writing(&self, line: &DocumentLine) -> String {
        self.way.writing(line.id)
    }

    fn begin(kind: &Kind) -> &'static str {
        if kind.lines.is_empty() {
            "Write it"
        } else {
            "Add another"
        }
    }

    /// Those that are there, and those of which there is none yet.
    fn there(kinds: &[Kind]) -> Vec<&Kind> {
        kinds.iter().filter(|kind| !kind.lines.is_empty()).collect()
    }

    fn missing(kinds: &[Kind]) -> Vec<&Kind> {
        kinds.iter().filter(|kind| kind.lines.is_empty()).collect()
    }
}
