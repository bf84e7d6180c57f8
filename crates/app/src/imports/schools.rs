//! The list of schools against the one that is stored. It has every school of
//! England, so nothing is shown row by row but what changed, and nothing that
//! is not in a later list is taken away.

use std::collections::HashMap;

use domain::{id::SchoolId, text::Line};
use intake::{gias::SchoolRow, reading::Reading};
use store::{
    Broken, Tx, Value,
    imports::before::Table,
    known_schools::{self, KnownSchool, SchoolStatus},
    schools,
};

use super::{
    changes::{Changes, Clash, Clashed, Detail, Item},
    plan::day,
};

/// What a list of schools would change.
pub(super) struct SchoolsPlan {
    pub(super) changes: Changes,
    pub(super) added: usize,
    pub(super) writes: Vec<KnownSchool>,
    pub(super) replaces: Vec<(Table, Vec<Value>)>,
}

/// Compares.
pub(super) fn compare(
    tx: &mut Tx<'_>,
    school: SchoolId,
    reading: &Reading<SchoolRow>,
) -> Result<SchoolsPlan, Broken> {
    let stored = known_schools::all(tx, school)?.into_iter();
    let stored: HashMap<String, KnownSchool> = stored.map(|row| (row.urn.clone(), row)).collect();
    let ours = schools::find(tx, school)?;
    let mut plan = SchoolsPlan {
        changes: Changes::default(),
        added: 0,
        writes: Vec::new(),
        replaces: Vec::new(),
    };
    let mut own = None;
    for row in &reading.accepted {
        let (line, clash) = (row.line, Clash::TooLong);
        let Some(row) = known(&row.row) else {
            plan.changes.clashes.push(Clashed { line, clash });
            continue;
        };
        if ours.as_ref().is_some_and(|ours| ours.urn == row.urn) {
            own = Some(item(&row));
        }
        match stored.get(&row.urn) {
            Some(before) if *before == row => {
                plan.changes.same += 1;
                continue;
            }
            Some(before) => {
                plan.changes.changed.push(Item {
                    details: details(before, &row),
                    ..item(&row)
                });
                plan.replaces
                    .push((Table::KnownSchool, vec![row.urn.as_str().into()]));
            }
            None => plan.added += 1,
        }
        plan.writes.push(row);
    }
    plan.changes.listed = stored.len();
    let urn = ours.map(|ours| ours.urn).unwrap_or_default();
    plan.changes.notes.push(match own {
        Some(own) => format!("Your own school is in the list: {}, {}.", own.name, own.about),
        None => format!(
            "Your own school, URN {urn}, is not in the list, so a transfer file meant for another school cannot always be told. Check the URN in the settings."
        ),
    });
    Ok(plan)
}

/// A row as it is stored, if its name is one that can be.
fn known(row: &SchoolRow) -> Option<KnownSchool> {
    let text = |line: Option<&Line>| line.map(ToString::to_string);
    let laestab = row.la.as_ref().zip(row.estab.as_ref());
    let address: Vec<&str> = row.address.iter().map(Line::as_str).collect();
    Some(KnownSchool {
        urn: row.urn.clone(),
        name: Line::new(row.name.as_str()).ok()?,
        laestab: laestab.map(|(la, estab)| format!("{la}{estab}")),
        authority: text(row.la_name.as_ref()),
        kind: text(row.kind.as_ref()),
        phase: text(row.phase.as_ref()),
        status: row.status.parse().unwrap_or(SchoolStatus::Other),
        opened_on: row.opened,
        closed_on: row.closed,
        ukprn: row.ukprn.as_ref().map(ToString::to_string),
        address: (!address.is_empty()).then(|| address.join(", ")),
        postcode: row.postcode.as_ref().map(ToString::to_string),
        phone: row.phone.as_ref().map(ToString::to_string),
    })
}

fn item(row: &KnownSchool) -> Item {
    let number = row.laestab.as_deref().map(written);
    let about = [
        number,
        row.authority.clone(),
        Some(row.status.label().to_lowercase()),
    ];
    Item {
        name: row.name.to_string(),
        about: about.into_iter().flatten().collect::<Vec<_>>().join(", "),
        details: Vec::new(),
    }
}

/// An authority and establishment number as it is written: 998/4001.
pub(crate) fn written(laestab: &str) -> String {
    match laestab.split_at_checked(3) {
        Some((la, estab)) => format!("{la}/{estab}"),
        None => laestab.to_owned(),
    }
}

fn details(before: &KnownSchool, after: &KnownSchool) -> Vec<Detail> {
    let both = facts(before).into_iter().zip(facts(after));
    both.filter_map(|((what, was), (_, now))| Detail::of(what, was, now))
        .collect()
}

fn facts(row: &KnownSchool) -> [(&'static str, String); 12] {
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    [
        ("Name", row.name.to_string()),
        (
            "Number",
            row.laestab.as_deref().map(written).unwrap_or_default(),
        ),
        ("Local authority", text(&row.authority)),
        ("Type", text(&row.kind)),
        ("Phase", text(&row.phase)),
        ("Status", row.status.label().to_owned()),
        ("Opened", row.opened_on.map(day).unwrap_or_default()),
        ("Closed", row.closed_on.map(day).unwrap_or_default()),
        ("UKPRN", text(&row.ukprn)),
        ("Address", text(&row.address)),
        ("Postcode", text(&row.postcode)),
        ("Telephone", text(&row.phone)),
    ]
}
