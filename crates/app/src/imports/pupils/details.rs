//! What is different about a pupil, in words: what is stored beside what the
//! file says.

use domain::pupil::{Pupil, PupilFlag, SenStage, Sex};

use crate::imports::{changes::Detail, plan::day};

/// What is different.
pub(super) fn details(before: &Pupil, after: &Pupil) -> Vec<Detail> {
    facts(before)
        .into_iter()
        .zip(facts(after))
        .filter_map(|((what, was), (_, now))| Detail::of(what, was, now))
        .collect()
}

/// Everything an import may change, in the order people look at it.
fn facts(pupil: &Pupil) -> [(&'static str, String); 14] {
    let name = &pupil.name;
    let goes_by = (name.full() != name.legal()).then(|| name.full());
    let needs: Vec<&str> = pupil.needs.iter().map(|need| need.label()).collect();
    let flags: Vec<&str> = pupil.flags.iter().map(PupilFlag::label).collect();
    [
        ("Name", name.legal()),
        ("Goes by", goes_by.unwrap_or_default()),
        ("UPN", text(pupil.upn.as_ref())),
        ("Admission number", text(pupil.source_key.as_ref())),
        ("Date of birth", day(pupil.born)),
        ("Sex", pupil.sex.map_or("", Sex::label).to_owned()),
        ("Year", pupil.year.label().to_owned()),
        ("Class", text(pupil.group.as_ref())),
        ("SEN", pupil.sen.map_or("", SenStage::label).to_owned()),
        ("Needs", needs.join(", ")),
        ("Care", pupil.care.label().to_owned()),
        ("Also", flags.join(", ")),
        ("Language at home", text(pupil.language.as_ref())),
        ("Left on", pupil.left_on.map(day).unwrap_or_default()),
    ]
}

fn text(value: Option<&impl ToString>) -> String {
    value.map_or_else(String::new, ToString::to_string)
}
