//! Importing nothing after all, and taking an import back.

use app::imports::{forget::ForgetImport, undo::UndoImport};
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    PATH,
    show::{draw, read},
    words,
};
use crate::{
    failure::Failure,
    form_state::FormState,
    posted::Posted,
    session::{Visit, see_other},
};

/// Takes an import back.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(import): Path<String>,
    _: Posted,
) -> Result<Response, Failure> {
    let import = read(&import)?;
    match visit.execute(UndoImport { import }).await {
        Ok(undone) => Ok(see_other(
            &format!("{PATH}/{import}"),
            Some(&words::undid(undone)),
        )),
        Err(Failure::Rejected(reasons)) => {
            let mut state = FormState::new();
            for reason in reasons {
                state.problem_with_the_form(reason.words);
            }
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, import, state).await
        }
        Err(other) => Err(other),
    }
}

/// Erases the file instead.
///
/// # Errors
/// [`Failure`].
pub async fn forget(
    visit: Visit,
    Path(import): Path<String>,
    _: Posted,
) -> Result<Response, Failure> {
    let import = read(&import)?;
    visit.execute(ForgetImport { import }).await?;
    Ok(see_other(
        PATH,
        Some("The file was erased. Nothing of it was stored."),
    ))
}
