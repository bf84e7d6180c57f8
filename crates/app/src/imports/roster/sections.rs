//! What a roster would change, part by part, for showing.

use std::collections::HashSet;

use domain::id::ContactId;
use store::source_ids::Named;

use super::people::Sorted;
use crate::imports::{
    changes::{Absence, Changes, Counts, Part, Section},
    pupils::{self, Met, Stored},
};

/// Puts it together: pupils in front, as with a list of pupils, and then the
/// other parts.
pub(super) fn changes(
    (mut changes, writes, met): (Changes, &pupils::Writes, &Met),
    staff: Changes,
    groups: Changes,
    (people, stored, whole): (&Sorted, &Stored, Whole),
) -> Changes {
    let (added, changed) = (writes.new_pupils.len(), writes.changed_pupils.len());
    let of_pupils = Counts {
        added,
        changed,
        same: met.pupils.len().saturating_sub(added + changed),
        missing: changes.missing.len(),
        left: 0,
    };
    let of_contacts = Counts {
        missing: match whole {
            Whole::Yes => contacts_not_met(met, stored),
            Whole::ChangesOnly => people.gone_contacts,
        },
        ..met.of_contacts
    };
    changes.absence = match whole {
        Whole::Yes => Absence::NotInFile,
        Whole::ChangesOnly => Absence::SaidToBeGone,
    };
    changes.clashes.extend(staff.clashes.iter().copied());
    changes.clashes.extend(people.clashes.iter().copied());
    changes.clashes.sort_by_key(|clashed| clashed.line);
    changes.notes.extend(staff.notes.iter().cloned());
    changes.notes.extend(elsewhere(people.elsewhere));
    let part = |of, counts| Part {
        of,
        counts,
        added: Vec::new(),
        changed: Vec::new(),
        missing: Vec::new(),
    };
    changes.parts = vec![
        part(Section::Pupils, of_pupils),
        of(Section::Staff, staff),
        part(Section::Contacts, of_contacts),
        of(Section::Groups, groups),
    ];
    changes
}

/// Whether a roster holds everybody or changes only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    Yes,
    ChangesOnly,
}

fn of(of: Section, changes: Changes) -> Part {
    Part {
        of,
        counts: changes.counts(),
        added: changes.added,
        changed: changes.changed,
        missing: changes.missing,
    }
}

/// Contacts whom the roster had before and has no longer; they stay.
fn contacts_not_met(met: &Met, stored: &Stored) -> usize {
    let met: HashSet<ContactId> = met.contacts.iter().map(|(_, id)| *id).collect();
    let known = |id| !stored.ids.keys(Named::Contact, id).is_empty();
    let all = stored.contacts.iter();
    all.filter(|one| known(one.id) && !met.contains(&one.id))
        .count()
}

fn elsewhere(people: usize) -> Option<String> {
    match people {
        0 => None,
        1 => Some("1 person in the roster belongs to another school and is left out.".to_owned()),
        n => Some(format!(
            "{n} people in the roster belong to other schools and are left out."
        )),
    }
}
