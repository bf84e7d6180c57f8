//! What the coordinator adds, on one page.

use app::told::{MOST_POINTS, NoteTold, Notes, ToldNotes};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::programme::ProgrammeRef;
use forms::Theme;

use crate::{
    components::Hidden,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::case_band::reference,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/told/edit.html")]
struct EditPage {
    frame: Frame,
    state: FormState,
    revision: Hidden,
    /// What somebody else saved meanwhile.
    saved: Option<Vec<(String, String)>>,
}

const REVISION: &str = "revision";

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(written): Path<String>) -> Result<Response, Failure> {
    let programme = reference(&written)?;
    let notes = notes(&visit, &programme).await?;
    let mut state = FormState::new();
    for (theme, words) in &notes.themes {
        state = state.with(theme.code(), words.as_str());
    }
    for (at, words) in notes.points.iter().enumerate() {
        state = state.with(format!("point-{}", at + 1), words.as_str());
    }
    let state = state.with("handling", notes.handling.as_str());
    draw(&visit, &programme, (state, notes.revision), None)
}

/// Keeps it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(written): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let programme = reference(&written)?;
    let revision = posted.value(REVISION).parse().unwrap_or_default();
    let point = |at: usize| posted.value(&format!("point-{at}")).to_owned();
    let note = NoteTold {
        programme: programme.clone(),
        themes: Theme::ALL
            .iter()
            .map(|theme| (*theme, posted.value(theme.code()).to_owned()))
            .collect(),
        points: (1..=MOST_POINTS).map(point).collect(),
        handling: posted.value("handling").to_owned(),
        revision,
    };
    match visit.execute(note).await {
        Ok(_) => {
            let path = format!("/programmes/{}/told", programme.path());
            Ok(see_other(&path, Some("Saved.")))
        }
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                let field = reason.field.unwrap_or_default();
                state.problem(field, reason.words);
            }
            draw(&visit, &programme, (state, revision), None)
        }
        Err(Failure::Conflict) => {
            let now = notes(&visit, &programme).await?;
            let state = posted.state(&[]);
            let revision = now.revision;
            draw(&visit, &programme, (state, revision), Some(said(&now)))
        }
        Err(other) => Err(other),
    }
}

async fn notes(visit: &Visit, programme: &ProgrammeRef) -> Result<Notes, Failure> {
    let programme = programme.clone();
    Ok(visit.fetch(ToldNotes { programme }).await?.answer)
}

fn said(notes: &Notes) -> Vec<(String, String)> {
    let themes = notes.themes.iter();
    let themes = themes.map(|(theme, words)| (theme.label().to_owned(), words.clone()));
    let points = notes.points.iter();
    let points = points.map(|words| ("To talk about".to_owned(), words.clone()));
    let mind = ("To have in mind".to_owned(), notes.handling.clone());
    let mind = std::iter::once(mind).filter(|(_, words)| !words.is_empty());
    themes.chain(points).chain(mind).collect()
}

fn draw(
    visit: &Visit,
    programme: &ProgrammeRef,
    (state, revision): (FormState, u32),
    saved: Option<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let status = match (&saved, state.is_clear()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let frame = visit
        .frame("Add to what everyone told us")
        .section("Programmes")
        .back(format!("/programmes/{}/told", programme.path()))
        .problems(state.summary());
    page_with(
        status,
        &EditPage {
            frame,
            state,
            revision: Hidden::new(REVISION, revision),
            saved,
        },
    )
}

impl EditPage {
    fn themes() -> &'static [Theme] {
        Theme::ALL
    }

    fn points() -> std::ops::RangeInclusive<usize> {
        1..=MOST_POINTS
    }

    fn name(at: usize) -> String {
        format!("point-{at}")
    }

    fn label(at: usize) -> String {
        format!("Point {at}")
    }
}
