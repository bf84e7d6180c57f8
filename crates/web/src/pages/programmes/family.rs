//! `/programmes/{ref}/family`: that the family was told.

use app::programmes::{family::RecordFamilyTold, save_referral::ContactLine};
use axum::{extract::Path, response::Response};
use domain::{contact::Standing, programme::AskChannel};

use super::{date, path, reference};
use crate::{
    components::Markup,
    failure::Failure,
    form_state::FormState,
    posted::Posted,
    session::{Visit, see_other},
};

const WAYS: &[AskChannel] = &[AskChannel::Phone, AskChannel::InPerson, AskChannel::Video];

/// Who was told, how and when; nothing when nobody may be told.
pub(super) fn told_form(state: &FormState, contacts: &[ContactLine]) -> Option<Markup> {
    let mut may = contacts
        .iter()
        .filter(|one| one.standing != Standing::Nothing)
        .map(|one| {
            (
                one.id,
                format!("{} ({})", one.name, one.relation.to_lowercase()),
            )
        })
        .peekable();
    may.peek()?;
    let ways = WAYS.iter().map(|one| (one.code(), one.label()));
    Some(
        Markup::of(
            state
                .radios("contact", "Who did you speak to?")
                .strong()
                .options(may),
        )
        .and(state.radios("by", "How?").strong().options(ways).across())
        .and(state.date_input("told-on", "When?").strong()),
    )
}

/// Records it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let mut state = posted.state(&[]);
    let contact = posted.value("contact").parse();
    let by = posted.value("by").parse::<AskChannel>();
    let on = date(&posted, "told-on");
    if contact.is_err() {
        state.problem("contact", "Choose who you spoke to");
    }
    if by.is_err() {
        state.problem("by", "Choose how you spoke");
    }
    if on.is_none() {
        state.problem("told-on", "Enter the day you spoke, such as 10 11 2026");
    }
    let (Ok(contact), Ok(by), Some(on)) = (contact, by, on) else {
        return super::referral::again(&visit, reference, state).await;
    };
    let told = RecordFamilyTold {
        reference: reference.clone(),
        contact,
        by,
        on,
    };
    match visit.execute(told).await {
        Ok(()) => Ok(see_other(
            &path(&reference, "/referral"),
            Some("It is recorded that the family was told."),
        )),
        Err(Failure::Rejected(reasons)) => {
            super::referral::refused(&visit, reference, state, reasons, "contact").await
        }
        Err(other) => Err(other),
    }
}
