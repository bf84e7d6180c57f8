//! The pupils of the school, as a file about them knows them.

use std::collections::HashMap;

use domain::id::{PupilId, SchoolId};
use intake::{
    cells::{number::Adno, upn::Upn},
    ctf::OurSchool,
    roll::{PupilAt, Roll, Strangers},
};
use store::{Broken, Tx, pupils};

use crate::imports::{Kind, ours::our_school};

/// The roll, and who each on it is.
pub(in crate::imports) struct Known {
    pub(in crate::imports) roll: Roll,
    pub(in crate::imports) pupils: HashMap<PupilAt, PupilId>,
    /// What our own school is known by, for files that say whom they are for.
    pub(in crate::imports) ours: OurSchool,
}

impl Known {
    /// Loads the pupils, if a file of this kind is about them.
    pub(in crate::imports) fn of(
        tx: &mut Tx<'_>,
        school: SchoolId,
        kind: Kind,
    ) -> Result<Self, Broken> {
        let mut known = Self {
            roll: Roll::new(Strangers::Refused),
            pupils: HashMap::new(),
            ours: OurSchool::default(),
        };
        if kind == Kind::Ctf {
            known.ours = our_school(tx, school)?;
        }
        if !kind.is_about_pupils() {
            return Ok(known);
        }
        for pupil in pupils::of_school(tx, school)? {
            let upn = pupil.upn.and_then(|upn| Upn::read(&upn.to_string()).ok());
            let adno = pupil.source_key.as_ref();
            let adno = adno.and_then(|adno| Adno::read(adno.as_str()).ok().flatten());
            if upn.is_some() || adno.is_some() {
                let at = known.roll.add(upn.as_ref(), adno.as_ref());
                known.pupils.entry(at).or_insert(pupil.id);
            }
        }
        Ok(known)
    }
}
