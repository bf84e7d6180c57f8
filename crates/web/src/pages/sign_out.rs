//! `/sign-out`.

use app::accounts::sign_out::SignOut;
use axum::response::Response;

use crate::{
    failure::Failure,
    posted::Posted,
    session::{Visit, clear_session, see_other},
};

/// Ends this session, or all of them.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    let everywhere = posted.value("everywhere") == "yes";
    let verb = if everywhere {
        SignOut::Everywhere
    } else {
        SignOut::Here(visit.token().clone())
    };
    visit.execute(verb).await?;
    let mut response = see_other("/sign-in", None);
    clear_session(response.headers_mut());
    Ok(response)
}
