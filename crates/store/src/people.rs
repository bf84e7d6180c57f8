//! Links between accounts and the contacts and pupils they belong to.

use domain::{
    account::Email,
    id::{AccountId, ContactId, PupilId, SchoolId},
};

use crate::{Broken, Tx, params};

/// Ties a new account to the contact or pupil its invitation named. A parent
/// of several pupils is a contact of each, found by the invitation's contact
/// having the same email address.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn link_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
    email: &Email,
    contact: Option<ContactId>,
    pupil: Option<PupilId>,
) -> Result<(), Broken> {
    if let Some(contact) = contact {
        tx.run(
            "update contact set account_id = ?3
             where school_id = ?1 and account_id is null and (id = ?2 or lower(email) = ?4)",
            &params![school, contact, account, email.lower()],
        )?;
    }
    if let Some(pupil) = pupil {
        tx.run(
            "update pupil set account_id = ?3 where school_id = ?1 and id = ?2",
            &params![school, pupil, account],
        )?;
    }
    Ok(())
}
