//! Finding a pupil on roll to start a programme for.

use std::collections::BTreeSet;

use domain::{id::PupilId, programme::ProgrammeRef};
use store::{programmes, pupils};

use super::list;
use crate::{Query, Refusal, action::Action, gate::Viewing, subject::School};

/// Most pupils shown at once; more words narrow it down.
const MOST: u32 = 20;

/// Looks for pupils by name or class.
#[derive(Debug)]
pub struct FindPupil {
    /// What was typed.
    pub looked_for: String,
}

/// A pupil on roll.
#[derive(Debug, Clone)]
pub struct Found {
    /// Which.
    pub pupil: PupilId,
    /// Their name.
    pub name: String,
    /// Their class, or year.
    pub class: String,
    /// Their year group.
    pub year: &'static str,
    /// Whether a programme is open.
    pub open: Open,
}

/// Whether a pupil has an open programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// They do not.
    No,
    /// This one, which the asker may open.
    Theirs(ProgrammeRef),
    /// One that is not the asker's to open.
    Another,
}

impl Query for FindPupil {
    const ACTION: Action = Action::FindPupil;
    type On = School;
    type Output = Vec<Found>;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Vec<Found>, Refusal> {
        if self.looked_for.trim().is_empty() {
            return Ok(Vec::new());
        }
        let (id, today, me) = (school.0.id, cx.today(), cx.person()?.clone());
        let found = pupils::search(cx.tx(), id, &self.looked_for, today, MOST)?;
        let seen: BTreeSet<ProgrammeRef> = list::visible(cx.tx(), &me, today)?
            .into_iter()
            .map(|line| line.programme.reference.clone())
            .collect();
        let mut all = Vec::with_capacity(found.len());
        for pupil in found {
            let open = match programmes::open_of(cx.tx(), id, pupil.id)? {
                None => Open::No,
                Some(reference) if seen.contains(&reference) => Open::Theirs(reference),
                Some(_) => Open::Another,
            };
            all.push(Found {
                pupil: pupil.id,
                name: pupil.name.full(),
                class: pupil.class().to_owned(),
                year: pupil.year.label(),
                open,
            });
        }
        Ok(all)
    }
}
