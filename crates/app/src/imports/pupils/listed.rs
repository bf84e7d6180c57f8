//! A list of contacts against those stored: one row for each contact of each
//! pupil. A contact who is not in the list stays, and so does everything that
//! was recorded here about them.

use std::collections::HashMap;

use domain::{contact::Contact, id::PupilId, pupil::Pupil};
use intake::{reading::Reading, roll::PupilAt};

use super::{
    Writes,
    compare::{Met, PupilPlan, Stored, by_pupil, unchecked},
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
    compare_of(stored, &by_whose(listed), ids)
}

/// The contacts of each pupil, with their lines.
pub(in crate::imports) type OfPupils<'r> = HashMap<PupilId, Vec<(u32, &'r ContactIn)>>;

/// Compares the contacts of some pupils.
pub(in crate::imports) fn compare_of(
    stored: &Stored,
    rows: &OfPupils<'_>,
    ids: &Ids<'_>,
) -> Result<PupilPlan, Refusal> {
    let known = by_pupil(&stored.contacts);
    let (mut changes, mut writes) = (Changes::default(), Writes::default());
    let mut counted = Counted::default();
    let mut met = Met::default();
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
            source: &stored.ids,
        };
        let mut compared = contacts::compare(&whose, rows, ids)?;
        met.contacts(&mut compared);
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
        met,
    })
}

fn by_whose(listed: &Listed) -> OfPupils<'_> {
    let mut by = OfPupils::new();
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
