//! A list of pupils against the roll: new, changed, the same, and who is
//! missing from the list.

use std::collections::HashMap;

use domain::{
    contact::{Contact, Known as Checked},
    id::{PupilId, SchoolId},
    pupil::Pupil,
    text::Line,
};
use intake::reading::Reading;
use jiff::civil::Date;

use super::{
    Writes,
    apply::{applied, fresh},
    contacts::{self, Whose},
    incoming::PupilIn,
    matching::Known,
};
use crate::{
    Refusal,
    imports::{
        changes::{Changes, Clashed, Detail, Item},
        plan::Ids,
    },
};

/// What is stored of one school's pupils, loaded once.
pub(in crate::imports) struct Stored {
    pub(in crate::imports) school: SchoolId,
    pub(in crate::imports) pupils: Vec<Pupil>,
    pub(in crate::imports) contacts: Vec<Contact>,
}

/// What a list of pupils would change.
pub(in crate::imports) struct PupilPlan {
    pub(in crate::imports) changes: Changes,
    pub(in crate::imports) writes: Writes,
    /// Pupils on roll here and not in the file.
    pub(in crate::imports) missing: Vec<Pupil>,
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
        today,
        ids,
        changes: Changes::default(),
        writes: Writes::default(),
    };
    let mut known = Known::new(&stored.pupils);
    for row in &reading.accepted {
        match known.find(&row.row) {
            Ok(found) => comparing.take(found, &row.row)?,
            Err(clash) => comparing.changes.clashes.push(Clashed {
                line: row.line,
                clash,
            }),
        }
    }
    let Comparing {
        mut changes,
        writes,
        ..
    } = comparing;
    let on_list = |pupil: &&Pupil| pupil.left_on.is_none();
    // A file in which nothing could be read says nothing about who has left.
    let missing: Vec<Pupil> = match reading.accepted.as_slice() {
        [] => Vec::new(),
        _ => known.others().filter(on_list).cloned().collect(),
    };
    changes.missing = missing.iter().map(item).collect();
    changes.listed = stored.pupils.iter().filter(on_list).count();
    changes.notes.extend(unchecked(&writes));
    Ok(PupilPlan {
        changes,
        writes,
        missing,
    })
}

struct Comparing<'a> {
    school: SchoolId,
    contacts: HashMap<PupilId, Vec<Contact>>,
    today: Date,
    ids: &'a Ids<'a>,
    changes: Changes,
    writes: Writes,
}

impl Comparing<'_> {
    fn take(&mut self, found: Option<&Pupil>, row: &PupilIn) -> Result<(), Refusal> {
        let pupil = match found {
            Some(stored) => applied(stored, row, self.today),
            None => fresh(self.ids.next()?, self.school, row, self.today),
        };
        let theirs = self.contacts.remove(&pupil.id).unwrap_or_default();
        let whose = Whose {
            school: self.school,
            pupil: pupil.id,
            stored: &theirs,
        };
        let compared = contacts::compare(&whose, &row.contacts, self.ids)?;
        let Some(stored) = found else {
            self.changes.added.push(item(&pupil));
            self.writes.new_pupils.push(pupil);
            self.writes.new_contacts.extend(compared.added);
            return Ok(());
        };
        if pupil == *stored && compared.added.is_empty() && compared.changed.is_empty() {
            self.changes.same += 1;
            return Ok(());
        }
        let mut shown = item(&pupil);
        shown.details = details(stored, &pupil);
        shown.details.extend(compared.details);
        self.changes.changed.push(shown);
        if pupil != *stored {
            self.writes.changed_pupils.push(pupil);
        }
        self.writes.new_contacts.extend(compared.added);
        self.writes.changed_contacts.extend(compared.changed);
        Ok(())
    }
}

fn by_pupil(contacts: &[Contact]) -> HashMap<PupilId, Vec<Contact>> {
    let mut by: HashMap<PupilId, Vec<Contact>> = HashMap::new();
    for contact in contacts {
        by.entry(contact.pupil).or_default().push(contact.clone());
    }
    by
}

fn item(pupil: &Pupil) -> Item {
    Item {
        name: pupil.name.full(),
        about: pupil.class().to_owned(),
        details: Vec::new(),
    }
}

/// How many new contacts a person must look at before they are told anything.
fn unchecked(writes: &Writes) -> Option<String> {
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

fn details(before: &Pupil, after: &Pupil) -> Vec<Detail> {
    let text = |line: Option<&Line<60>>| line.map_or_else(String::new, ToString::to_string);
    let group = |pupil: &Pupil| {
        pupil
            .group
            .as_ref()
            .map_or_else(String::new, ToString::to_string)
    };
    let upn = |pupil: &Pupil| {
        pupil
            .upn
            .as_ref()
            .map_or_else(String::new, ToString::to_string)
    };
    let needs = |pupil: &Pupil| {
        let words: Vec<&str> = pupil.needs.iter().map(|need| need.label()).collect();
        words.join(", ")
    };
    let flags = |pupil: &Pupil| {
        let words: Vec<&str> = pupil.flags.iter().map(|flag| flag.label()).collect();
        words.join(", ")
    };
    let sex = |pupil: &Pupil| pupil.sex.map_or("", domain::pupil::Sex::label);
    let sen = |pupil: &Pupil| pupil.sen.map_or("", domain::pupil::SenStage::label);
    let day = |date: Option<Date>| date.map_or_else(String::new, crate::imports::plan::day);
    [
        Detail::of("Name", before.name.legal(), after.name.legal()),
        goes_by(before, after),
        Detail::of("UPN", upn(before), upn(after)),
        Detail::of(
            "Admission number",
            text(before.source_key.as_ref()),
            text(after.source_key.as_ref()),
        ),
        Detail::of(
            "Date of birth",
            day(Some(before.born)),
            day(Some(after.born)),
        ),
        Detail::of("Sex", sex(before), sex(after)),
        Detail::of("Year", before.year.label(), after.year.label()),
        Detail::of("Class", group(before), group(after)),
        Detail::of("SEN", sen(before), sen(after)),
        Detail::of("Needs", needs(before), needs(after)),
        Detail::of("Care", before.care.label(), after.care.label()),
        Detail::of("Also", flags(before), flags(after)),
        Detail::of(
            "Language at home",
            text(before.language.as_ref()),
            text(after.language.as_ref()),
        ),
        Detail::of("Left on", day(before.left_on), day(after.left_on)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Left out where it only repeats the change of the legal name.
fn goes_by(before: &Pupil, after: &Pupil) -> Option<Detail> {
    let own = |pupil: &Pupil| pupil.name.full() != pupil.name.legal();
    (own(before) || own(after))
        .then(|| Detail::of("Goes by", before.name.full(), after.name.full()))
        .flatten()
}
