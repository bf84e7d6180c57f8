//! What was put right since an import is set aside while the import is undone,
//! and laid over again afterwards, so that it holds up nothing and loses nothing.

use domain::{
    contact::Contact,
    correction::{About, Correction},
    id::SchoolId,
    pupil::Pupil,
};
use jiff::Timestamp;
use store::{Broken, Tx, contacts, corrections, pupils};

use super::corrected::Record as _;

/// Corrections that were set aside.
pub(in crate::imports) struct Aside {
    since: Vec<Correction>,
}

impl Aside {
    /// Sets aside what was put right after an instant, and stands.
    pub(in crate::imports) fn set(
        tx: &mut Tx<'_>,
        school: SchoolId,
        after: Timestamp,
    ) -> Result<Self, Broken> {
        let mut since = corrections::standing(tx, school)?;
        since.retain(|one| one.at > after);
        for one in &since {
            rewrite(tx, one, |_| one.says.clone())?;
        }
        Ok(Self { since })
    }

    /// Lays it over again, beside what the source says now that the import is gone.
    pub(in crate::imports) fn lay(self, tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Broken> {
        for one in self.since {
            let mut says = None;
            rewrite(tx, &one, |stored| {
                says = Some(stored);
                one.ours.clone()
            })?;
            if let Some(says) = says.filter(|says| *says != one.says) {
                // What a person decided on was what is taken back now.
                let told = one.told(&says, None, now).kept();
                corrections::save(tx, &told)?;
            }
        }
        Ok(())
    }
}

/// Writes another value into the record a correction is of.
fn rewrite(
    tx: &mut Tx<'_>,
    one: &Correction,
    value: impl FnOnce(String) -> String,
) -> Result<(), Broken> {
    match one.about {
        About::Pupil(_) => {
            let Some(mut pupil): Option<Pupil> = pupils::find(tx, one.school, one.pupil)? else {
                return Ok(());
            };
            let new = value(pupil.read(one.about));
            pupil.write(one.about, &new);
            pupils::correct(tx, &pupil)
        }
        About::Contact(id, _) => {
            let all: Vec<Contact> = contacts::of_pupil(tx, one.school, one.pupil)?;
            let Some(mut contact) = all.into_iter().find(|contact| contact.id == id) else {
                return Ok(());
            };
            let new = value(contact.read(one.about));
            contact.write(one.about, &new);
            contacts::correct(tx, &contact)
        }
    }
}
