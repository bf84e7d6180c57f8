//! Finding pupils on the roll, a page at a time.

use std::collections::HashMap;

use domain::{
    coded,
    id::{PupilId, SchoolId},
};
use jiff::civil::Date;
use store::{Tx, corrections, pupils};

use crate::{Query, Refusal, action::Action, gate::Viewing, subject::School};

/// Pupils on one page.
pub const A_PAGE: u32 = 50;

coded! {
    /// Which pupils.
    pub enum Which {
        /// On roll today.
        Here => "here", "On roll";
        /// No longer.
        Left => "left", "Left";
    }
}

/// Looks for pupils by name or class.
#[derive(Debug)]
pub struct FindOnRoll {
    /// What was typed.
    pub looked_for: String,
    /// Which.
    pub which: Which,
    /// Which page, from 1.
    pub page: u32,
}

/// One pupil in a line.
#[derive(Debug, Clone)]
pub struct RollLine {
    /// Which.
    pub pupil: PupilId,
    /// Their name.
    pub name: String,
    /// Their legal name, where that is another.
    pub legal: Option<String>,
    /// Their class, or year.
    pub class: String,
    /// Their year group.
    pub year: &'static str,
    /// Their last day, if it is known.
    pub left_on: Option<Date>,
}

/// A page of the roll.
#[derive(Debug, Clone)]
pub struct RollPage {
    /// The pupils of this page.
    pub lines: Vec<RollLine>,
    /// How many there are on all pages.
    pub of: u32,
    /// Which page this is, from 1.
    pub page: u32,
    /// Pupils of whom the source says something else than was put right, and
    /// how many values.
    pub waits: Vec<(PupilId, String, usize)>,
}

impl RollPage {
    /// How many pages there are; one at least.
    pub const fn pages(&self) -> u32 {
        match self.of.div_ceil(A_PAGE) {
            0 => 1,
            pages => pages,
        }
    }
}

impl Query for FindOnRoll {
    const ACTION: Action = Action::ViewRoll;
    type On = School;
    type Output = RollPage;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<RollPage, Refusal> {
        let (school, today) = (school.0.id, cx.today());
        let looked_for = pupils::Looked {
            words: &self.looked_for,
            roll: match self.which {
                Which::Here => pupils::Roll::On,
                Which::Left => pupils::Roll::Left,
            },
            today,
        };
        let of = pupils::count(cx.tx(), school, &looked_for)?;
        let last = of.div_ceil(A_PAGE).max(1);
        let page = self.page.clamp(1, last);
        let found = pupils::page(cx.tx(), school, &looked_for, (A_PAGE, (page - 1) * A_PAGE))?;
        Ok(RollPage {
            lines: found.into_iter().map(line).collect(),
            of,
            page,
            waits: waits(cx.tx(), school)?,
        })
    }
}

fn line(pupil: domain::pupil::Pupil) -> RollLine {
    let (name, legal) = (pupil.name.full(), pupil.name.legal());
    RollLine {
        pupil: pupil.id,
        legal: (legal != name).then_some(legal),
        class: pupil.class().to_owned(),
        year: pupil.year.label(),
        left_on: pupil.left_on,
        name,
    }
}

/// Whose corrections wait for a person to choose.
fn waits(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<(PupilId, String, usize)>, Refusal> {
    let mut waiting: HashMap<PupilId, usize> = HashMap::new();
    for one in corrections::standing(tx, school)? {
        if one.asks() {
            *waiting.entry(one.pupil).or_default() += 1;
        }
    }
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let named = corrections::pupils_named(tx, school)?.into_iter();
    Ok(named
        .filter_map(|(pupil, name)| Some((pupil, name.full(), *waiting.get(&pupil)?)))
        .collect())
}
