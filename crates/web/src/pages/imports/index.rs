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
    components::{Empty, Queue, Tag},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::feeds::needs,
    session::{Visit, page_with, see_other},
    uploaded::{SentFile, Uploaded},
};

#[derive(Template)]
#[template(path = "pages/imports/index.html")]
struct ImportsPage {
    frame: Frame,
    state: FormState,
    runs: Vec<RunLine>,
    may: ActionSet,
    needs: Queue,
}

impl ImportsPage {
    fn outcome(run: &RunLine) -> String {
        match run.stage {
            RunStage::Unread { .. } => {
                "Some of its headings mean nothing here. Say what they are, and it can be read."
                    .to_owned()
            }
            RunStage::Waiting { .. } => words::would(run),
            RunStage::Done { .. } => words::did(run),
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
    let file = kind.ok().and_then(|kind| match chosen(kind, sent.files) {
        Ok(file) => Some(file),
        Err(words) => {
            state.problem("file", words);
            None
        }
    });
    let Some(preview) = file else {
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await;
    };
    let fetched = match visit.fetch(preview).await {
        Err(Failure::Rejected(reasons)) => {
            for reason in reasons {
                state.problem("file", reason.words);
            }
            return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await;
        }
        fetched => fetched?,
    };
    match fetched.answer {
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

/// The one file to look at: the loose tables of a roster are bundled.
fn chosen(kind: Kind, files: Vec<SentFile>) -> Result<PreviewImport, &'static str> {
    let is_zip = |file: &SentFile| file.bytes.starts_with(b"PK");
    let zips = files.iter().filter(|file| is_zip(file)).count();
    let several = files.len() > 1;
    if several && !kind.is_roster() {
        return Err("Choose one file. Only a roster can be several");
    }
    if several && zips > 0 {
        return Err("Choose one zip, or the CSV files without it");
    }
    let Some(first) = files.first() else {
        return Err("Choose a file");
    };
    let loose = kind.is_roster() && zips == 0 && files.iter().all(SentFile::is_csv);
    let file_name = if several {
        format!("{} CSV files", files.len())
    } else {
        first.name.clone()
    };
    let bytes = if loose {
        let files = files.into_iter().map(|file| (file.name, file.bytes));
        app::imports::bundled(files.collect())
    } else {
        let first = files.into_iter().next();
        first.map(|file| file.bytes).unwrap_or_default()
    };
    Ok(PreviewImport {
        kind,
        file_name,
        bytes,
    })
}

async fn draw(visit: &Visit, status: StatusCode, state: FormState) -> Result<Response, Failure> {
    let fetched = visit.fetch(Imports).await?;
    let needs = needs::queue(needs::of(visit).await?);
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
            needs,
        },
    )
}
