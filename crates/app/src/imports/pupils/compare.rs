//! A list of pupils against the roll: new, changed, the same, and who is
//! missing from the list.

use std::collections::HashMap;

use domain::{
    contact::{Contact, Known as Checked},
    id::{ContactId, PupilId, SchoolId},
    pupil::Pupil,
};
use intake::reading::Reading;
use jiff::civil::Date;
use store::{Broken, Tx, contacts::Guarded};

use super::{
    Writes,
    apply::{applied, fresh},
    contacts::{self, Compared, Whose},
    corrected::{Corrected, Counted},
    details::details,
    incoming::{ContactIn, PupilIn},
    matching::Known,
    named::Named,
};
use crate::{
    Refusal,
    imports::{
        changes::{Changes, Clashed, Counts, Item},
        plan::Ids,
        source_ids::SourceIds,
    },
};

/// What is stored of one school's pupils, loaded once.
pub(in crate::imports) struct Stored {
    pub(in crate::imports) school: SchoolId,
    pub(in crate::imports) pupils: Vec<Pupil>,
    pub(in crate::imports) contacts: Vec<Contact>,
    /// Those of them that no list may mistake for somebody else.
    pub(in crate::imports) guarded: Guarded,
    /// What people here have put right; pupils and contacts stand above as the
    /// source last told them.
    pub(in crate::imports) corrected: Corrected,
    /// What the source of the file calls them, if it has ids of its own.
    pub(in crate::imports) ids: SourceIds,
}

impl Stored {
    /// Loads it.
    pub(in crate::imports) fn load(tx: &mut Tx<'_>, school: SchoolId) -> Result<Self, Broken> {
        let mut pupils = store::pupils::of_school(tx, school)?;
        let mut contacts = store::contacts::of_school(tx, school)?;
        let corrected = Corrected::load(tx, school)?;
        corrected.as_said(&mut pupils, &mut contacts);
        Ok(Self {
            school,
            pupils,
            contacts,
            guarded: store::contacts::guarded(tx, school)?,
            corrected,
            ids: SourceIds::default(),
        })
    }
}

/// What a list of pupils would change.
pub(in crate::imports) struct PupilPlan {
    pub(in crate::imports) changes: Changes,
    pub(in crate::imports) writes: Writes,
    /// Pupils on roll here and not in the file.
    pub(in crate::imports) missing: Vec<Pupil>,
    /// Who is who, where the source has ids of its own.
    pub(in crate::imports) met: Met,
}

impl PupilPlan {
    /// With the contacts of pupils who are not in the file themselves.
    pub(in crate::imports) fn join(&mut self, others: Self) {
        let Self {
            changes,
            writes,
            mut met,
            ..
        } = others;
        self.changes.changed.extend(changes.added);
        self.changes.changed.extend(changes.changed);
        self.changes.clashes.extend(changes.clashes);
        self.changes.notes.extend(changes.notes);
        self.writes.new_contacts.extend(writes.new_contacts);
        self.writes.changed_contacts.extend(writes.changed_contacts);
        self.writes.heard.extend(writes.heard);
        self.met.contacts.append(&mut met.contacts);
        self.met.of_contacts.added += met.of_contacts.added;
        self.met.of_contacts.changed += met.of_contacts.changed;
        self.met.of_contacts.same += met.of_contacts.same;
    }
}

/// Whom the rows turned out to be.
#[derive(Default)]
pub(in crate::imports) struct Met {
    pub(in crate::imports) pupils: Vec<(String, PupilId)>,
    pub(in crate::imports) contacts: Vec<(String, ContactId)>,
    /// How many of the contacts are new, changed, and as they were.
    pub(in crate::imports) of_contacts: Counts,
}

impl Met {
    /// Takes in one pupil's contacts.
    pub(super) fn contacts(&mut self, compared: &mut Compared) {
        self.contacts.append(&mut compared.met);
        self.of_contacts.added += compared.added.len();
        self.of_contacts.changed += compared.changed.len();
        self.of_contacts.same += compared.same;
    }
}

/// Compares.
pub(in crate::imports) fn compare(
    stored: &Stored,
    reading: &Reading<PupilIn>,
    today: Date,
    ids: &Ids<'_>,
) -> Result<PupilPlan, Refusal> {
    let mut comparing = Comparing {
        school: stored.school,
        contacts: by_pupil(&stored.contacts),
        guarded: &stored.guarded,
        corrected: &stored.corrected,
        counted: Counted::default(),
        today,
        ids,
        changes: Changes::default(),
        writes: Writes::default(),
        met: Met::default(),
        source: &stored.ids,
    };
    let mut known = Known::new(&stored.pupils, &stored.ids);
    for row in &reading.accepted {
        match known.find(&row.row) {
            Ok(found) => comparing.take(found, (row.line, &row.row))?,
            Err(clash) => comparing.changes.clashes.push(Clashed {
                line: row.line,
                clash,
            }),
        }
    }
    let Comparing {
        mut changes,
        writes,
        counted,
        met,
        ..
    } = comparing;
    let on_list = |pupil: &&Pupil| pupil.left_on.is_none();
    // A file in which nothing could be read says nothing about who has left.
    let missing: Vec<Pupil> = if reading.accepted.is_empty() && reading.aside.is_empty() {
        Vec::new()
    } else {
        let named = Named::of(reading, &changes);
        let absent = known
            .others()
            .filter(|pupil| !named.may_be(pupil, &stored.ids));
        let absent = absent.filter(on_list).cloned();
        absent.map(|one| stored.corrected.as_here(one)).collect()
    };
    changes.missing = missing.iter().map(item).collect();
    changes.listed = stored.pupils.iter().filter(on_list).count();
    changes.notes.extend(unchecked(&writes));
    changes.notes.extend(counted.notes());
    Ok(PupilPlan {
        changes,
        writes,
        missing,
        met,
    })
}

struct Comparing<'a> {
    school: SchoolId,
    contacts: HashMap<PupilId, Vec<Contact>>,
    guarded: &'a Guarded,
    corrected: &'a Corrected,
    counted: Counted,
    today: Date,
    ids: &'a Ids<'a>,
    changes: Changes,
    writes: Writes,
    met: Met,
    source: &'a SourceIds,
}

impl Comparing<'_> {
    fn take(&mut self, found: Option<&Pupil>, (line, row): (u32, &PupilIn)) -> Result<(), Refusal> {
        let pupil = match (found, row.born) {
            (Some(stored), _) => applied(stored, row, self.today),
            (None, Some(born)) => fresh((self.ids.next()?, self.school), row, born, self.today),
            // Nobody without a date of birth is taken for a new pupil.
            (None, None) => return Ok(()),
        };
        if let Some(key) = &row.source_id {
            self.met.pupils.push((key.clone(), pupil.id));
        }
        let theirs = self.contacts.remove(&pupil.id).unwrap_or_default();
        let whose = Whose {
            school: self.school,
            pupil: pupil.id,
            stored: &theirs,
            guarded: self.guarded,
            corrected: self.corrected,
            source: self.source,
        };
        let rows: Vec<(u32, &ContactIn)> = row.contacts.iter().map(|one| (line, one)).collect();
        let mut compared = contacts::compare(&whose, &rows, self.ids)?;
        self.met.contacts(&mut compared);
        self.changes
            .clashes
            .extend(compared.clashes.iter().copied());
        self.counted.and(compared.counted);
        self.writes.heard.extend(compared.heard.iter().cloned());
        let Some(stored) = found else {
            self.changes.added.push(item(&pupil));
            self.writes.new_pupils.push(pupil);
            self.writes.new_contacts.extend(compared.added);
            return Ok(());
        };
        let laid = self.corrected.pupil(stored, pupil);
        self.counted.add(&laid);
        let pupil_is_same = laid.is == laid.was && laid.heard.is_empty();
        if pupil_is_same && compared.added.is_empty() && compared.changed.is_empty() {
            self.changes.same += 1;
            return Ok(());
        }
        let mut shown = item(&laid.is);
        shown.details = details(&laid.was, &laid.is);
        shown.details.extend(laid.said);
        shown.details.extend(laid.silent);
        shown.details.extend(compared.details());
        self.changes.changed.push(shown);
        self.writes.heard.extend(laid.heard);
        if laid.is != laid.was {
            self.writes.changed_pupils.push(laid.is);
        }
        self.writes.new_contacts.extend(compared.added);
        let changed = compared.changed.into_iter().map(|(contact, _)| contact);
        self.writes.changed_contacts.extend(changed);
        Ok(())
    }
}

pub(super) fn by_pupil(contacts: &[Contact]) -> HashMap<PupilId, Vec<Contact>> {
    let mut by: HashMap<PupilId, Vec<Contact>> = HashMap::new();
    for contact in contacts {
        by.entry(contact.pupil).or_default().push(contact.clone());
    }
    by
}

pub(in crate::imports) fn item(pupil: &Pupil) -> Item {
    Item {
        name: pupil.name.full(),
        about: pupil.class().to_owned(),
        details: Vec::new(),
    }
}

/// How many new contacts a person must look at before they are told anything.
pub(super) fn unchecked(writes: &Writes) -> Option<String> {
    let many = writes
        .new_contacts
        .iter()
        .filter(|contact| {
            contact.parent_in_law != Checked::Yes && contact.responsibility == Checked::Unknown
        })
        .count();
    let who = match many {
        0 => return None,
        1 => "1 new contact has".to_owned(),
        _ => format!("{many} new contacts have"),
    };
    Some(format!(
        "{who} no answer about parental responsibility. Until somebody checks, they are told nothing about a programme."
    ))
}
