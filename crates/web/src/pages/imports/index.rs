//! The list of imports, and choosing a file.

use app::{
    action::Action,
    imports::{
        Kind,
        preview::{KeepFile, PreviewImport, Previewed},
        view::{Imports, RunLine, RunStage},
    },
    policy::ActionSet,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{PATH, words};
use crate::{
    components::{Empty, Tag},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    session::{Visit, page_with, see_other},
    uploaded::Uploaded,
};

#[derive(Template)]
#[template(path = "pages/imports/index.html")]
struct ImportsPage {
    frame: Frame,
    state: FormState,
    runs: Vec<RunLine>,
    may: ActionSet,
}

impl ImportsPage {
    fn outcome(run: &RunLine) -> String {
        match run.stage {
            RunStage::Unread { .. } => {
                "Some of its headings mean nothing here. Say what they are, and it can be read."
                    .to_owned()
            }
            RunStage::Waiting { .. } => words::would(run.kind, run.counts),
            RunStage::Done { .. } => words::did(run.kind, run.counts),
            RunStage::Undone { .. } => run.undone.map_or_else(String::new, words::undid),
            RunStage::Dropped => "The file was erased and nothing was stored.".to_owned(),
        }
    }

    fn refused(run: &RunLine) -> String {
        match run.refused {
            0 => String::new(),
            1 => " 1 row was refused.".to_owned(),
            n => format!(" {n} rows were refused."),
        }
    }

    fn when(run: &RunLine) -> String {
        words::moment(run.made_at)
    }

    fn tag(run: &RunLine) -> Tag {
        let words = words::stage(run.stage);
        match run.stage {
            RunStage::Waiting { .. } | RunStage::Unread { .. } => Tag::wants_attention(words),
            RunStage::Done { .. } => Tag::done(words),
            RunStage::Undone { .. } | RunStage::Dropped => Tag::not_started(words),
        }
    }

    fn nothing() -> Empty {
        Empty::nothing_yet(
            "Nothing has been imported yet",
            "Once you choose a file it is listed here, with what it changed and who brought it in.",
        )
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    draw(&visit, StatusCode::OK, FormState::new()).await
}

/// Looks at a file, and goes on to what it would change.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, sent: Uploaded) -> Result<Response, Failure> {
    let mut state = sent.form.state(&[]);
    let kind = sent.form.value("kind").parse::<Kind>();
    if kind.is_err() {
        state.problem("kind", "Choose what the file holds");
    }
    if sent.file.is_none() {
        state.problem("file", "Choose a file");
    }
    let (Ok(kind), Some(file)) = (kind, sent.file) else {
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await;
    };
    let preview = PreviewImport {
        kind,
        file_name: file.name,
        bytes: file.bytes,
    };
    match visit.fetch(preview).await?.answer {
        Previewed::Read { file, .. } => {
            let import = visit.execute(KeepFile { file }).await?;
            Ok(see_other(&format!("{PATH}/{import}"), None))
        }
        Previewed::Refused {
            file: Some(file), ..
        } => {
            let import = visit.execute(KeepFile { file }).await?;
            Ok(see_other(&format!("{PATH}/{import}/headings"), None))
        }
        Previewed::Refused { fault, .. } => {
            state.problem("file", format!("{}. {}", fault.what(), fault.remedy()));
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
    }
}

async fn draw(visit: &Visit, status: StatusCode, state: FormState) -> Result<Response, Failure> {
    let fetched = visit.fetch(Imports).await?;
    let frame = visit
        .frame("Imports")
        .section("Settings")
        .problems(state.summary());
    page_with(
        status,
        &ImportsPage {
            frame,
            state,
            runs: fetched.answer,
            may: fetched.may,
        },
    )
}
