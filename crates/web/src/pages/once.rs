//! The key of a form whose words are kept once, however often it is sent.

use domain::id::FormId;

use crate::{components::Hidden, failure::Failure, posted::Posted, session::Visit};

/// The field it stands in.
const FIELD: &str = "form-key";

/// A new key for a form that is being drawn.
///
/// # Errors
/// [`Failure::Ours`] when the system gives no randomness.
pub(crate) async fn key(visit: &Visit) -> Result<Hidden, Failure> {
    let id: FormId = visit.site().blocking(app::App::new_sheet).await?;
    Ok(field(id))
}

/// The hidden field that carries a key.
pub(crate) fn field(key: FormId) -> Hidden {
    Hidden::new(FIELD, key)
}

/// The key of the form that was sent.
pub(crate) fn sent(posted: &Posted) -> Option<FormId> {
    posted.value(FIELD).parse().ok()
}
