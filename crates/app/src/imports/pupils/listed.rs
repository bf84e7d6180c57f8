//! A list of contacts against those stored: one row for each contact of each
//! pupil. A contact who is not in the list stays, and so does everything that
//! was recorded here about them.

use std::collections::HashMap;

use domain::{contact::Contact, id::PupilId, pupil::Pupil};
use intake::{reading::Reading, roll::PupilAt};

use super::{
    Writes,
    compare::{PupilPlan, Stored, by_pupil, unchecked},
    contacts::{self, Whose},
    corrected::Counted,
    incoming::{ContactIn, ListedContact},
};
use crate::{
    Refusal,
    imports::{
        changes::{Changes, Item},
        plan::Ids,
    },
};

/// The rows of a list of contacts, and whose they are.
pub(in crate::imports) struct Listed {
    pub(in crate::imports) rows: Reading<ListedContact>,
    pub(in crate::imports) pupils: HashMap<PupilAt, PupilId>,
}

/// Compares.
pub(in crate::imports) fn compare(
    stored: &Stored,
    listed: &Listed,
    ids: &Ids<'_>,
) -> Result<PupilPlan, Refusal> {
    let known = by_pupil(&stored.contacts);
    let rows = by_whose(listed);
    let (mut changes, mut writes) = (Changes::default(), Writes::default());
    let mut counted = Counted::default();
    changes.listed = stored.contacts.len();
    // In the order of the roll, so that the same file is always shown the same.
    for pupil in &stored.pupils {
        let Some(rows) = rows.get(&pupil.id) else {
            continue;
        };
        let whose = Whose {
            school: stored.school,
            pupil: pupil.id,
            stored: known.get(&pupil.id).map_or(&[], Vec::as_slice),
            guarded: &stored.guarded,
            corrected: &stored.corrected,
        };
        let compared = contacts::compare(&whose, rows, ids)?;
        changes.same += compared.same;
        changes.clashes.extend(compared.clashes);
        counted.and(compared.counted);
        writes.heard.extend(compared.heard);
        for contact in compared.added {
            changes.added.push(item(&contact, pupil));
            writes.new_contacts.push(contact);
        }
        for (contact, details) in compared.changed {
            let shown = item(&contact, pupil);
            changes.changed.push(Item { details, ..shown });
            writes.changed_contacts.push(contact);
        }
    }
    changes.clashes.sort_by_key(|clashed| clashed.line);
    changes.notes.extend(unchecked(&writes));
    changes.notes.extend(counted.notes());
    Ok(PupilPlan {
        changes,
        writes,
        missing: Vec::new(),
    })
}

fn by_whose(listed: &Listed) -> HashMap<PupilId, Vec<(u32, &ContactIn)>> {
    let mut by: HashMap<PupilId, Vec<(u32, &ContactIn)>> = HashMap::new();
    for row in &listed.rows.accepted {
        // Whoever is on the roll is known.
        if let Some(pupil) = listed.pupils.get(&row.row.pupil) {
            by.entry(*pupil)
                .or_default()
                .push((row.line, &row.row.contact));
        }
    }
    by
}

fn item(contact: &Contact, pupil: &Pupil) -> Item {
    Item {
        name: contact.name.full.to_string(),
        about: format!(
            "{} of {}, {}",
            contact.relationship.label(),
            pupil.name.full(),
            pupil.class()
        ),
        details: Vec::new(),
    }
}
