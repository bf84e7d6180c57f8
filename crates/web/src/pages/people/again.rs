//! Opening an account again, at a new one-time address.

use app::{Refusal, accounts::reopen::ReopenAccount};
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::id::AccountId;

use super::{index, invite};
use crate::{failure::Failure, form_state::FormState, posted::Posted, session::Visit};

/// Makes the address and shows it, once.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(account): Path<String>,
    headers: HeaderMap,
    _: Posted,
) -> Result<Response, Failure> {
    let account: AccountId = account.parse().map_err(|_| Failure::NotFound)?;
    let actor = visit.actor().clone();
    let made = visit
        .site()
        .blocking(move |app| {
            let token = app.new_token()?;
            match app.execute(&actor, ReopenAccount { account, token }) {
                Err(Refusal::Rejected(reasons)) => Ok(Err(reasons)),
                other => other.map(Ok),
            }
        })
        .await?;
    match made {
        Ok(invited) => invite::show(&visit, &headers, &invited, index::PATH),
        Err(reasons) => {
            let mut state = FormState::new();
            for reason in reasons {
                state.problem_with_the_form(reason.words);
            }
            index::draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
    }
}
