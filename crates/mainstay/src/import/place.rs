//! Where files are brought in: a school with its pupils, or nowhere, where
//! they are only looked at.

use std::time::Duration;

use app::{App, Chance, imports::roll::SchoolRoll};
use domain::{clock::Clock, id::SchoolId};
use intake::{
    cells::{number::Adno, upn::Upn},
    ctf::OurSchool,
    pupils::PupilRow,
    roll::{Roll, Strangers},
};
use jiff::civil::Date;
use store::Db;

use crate::{Problem, cli::Import, config, import::stored::refused};

/// How long to wait until another import, or the running program, has written.
const TURN: Duration = Duration::from_mins(2);

/// Where files are brought in.
pub struct Place {
    /// The school; nothing where files are only looked at.
    pub school: Option<School>,
    /// The day of the import.
    pub today: Date,
    /// The pupils whom files may be about.
    pub roll: Roll,
}

/// A school with its database.
pub struct School {
    /// The door.
    pub app: App,
    /// Its id.
    pub id: SchoolId,
    /// Its name.
    pub name: String,
    /// Its unique reference number.
    pub urn: String,
}

impl Place {
    /// Finds the school and its pupils.
    ///
    /// # Errors
    /// [`Problem`] if the database cannot be opened or has no such school.
    pub fn find(asked: &Import) -> Result<Self, Problem> {
        let clock = asked.today.map_or(Clock::System, Clock::fixed_on);
        let today = clock.today();
        let Some(urn) = asked.school.as_deref().map(str::trim) else {
            if asked.dry_run {
                return Ok(Self::nowhere(today));
            }
            return Err(Problem::Setting(
                "Say which school with --school and its URN, or add --dry-run to look at the file only."
                    .into(),
            ));
        };
        let address = config::database(&asked.database)?;
        let db = Db::open_existing(&address)?.patient(TURN)?;
        let app = App::new(db, clock, Chance::System);
        let found = app.school_by_urn(urn).map_err(refused)?;
        let (id, name) = found.ok_or_else(|| {
            Problem::Setting(format!(
                "There is no school with the URN '{urn}' here. The URN has six digits and is on the settings page."
            ))
        })?;
        let school = School {
            app,
            id,
            name,
            urn: urn.to_owned(),
        };
        let roll = roll(&school)?;
        Ok(Self {
            school: Some(school),
            today,
            roll,
        })
    }

    fn nowhere(today: Date) -> Self {
        Self {
            school: None,
            today,
            roll: Roll::new(Strangers::Welcome),
        }
    }

    /// Remembers the pupils of a file, for later files about them.
    pub fn meet<'p>(&mut self, pupils: impl Iterator<Item = &'p PupilRow>) {
        for pupil in pupils {
            self.roll.add(pupil.number.upn(), pupil.number.adno());
        }
        // From here on it is known who is a pupil.
        let roll = std::mem::replace(&mut self.roll, Roll::new(Strangers::Refused));
        self.roll = roll.with(Strangers::Refused);
    }

    /// What our school is known by.
    pub fn ours(&self) -> OurSchool {
        OurSchool {
            urn: self.school.as_ref().map(|school| school.urn.clone()),
            laestab: None,
        }
    }
}

fn roll(school: &School) -> Result<Roll, Problem> {
    let operator = school.app.operator(school.id);
    let fetched = school.app.fetch(&operator, SchoolRoll).map_err(refused)?;
    let mut roll = Roll::new(Strangers::Refused);
    for pupil in fetched.answer {
        let upn = pupil.upn.and_then(|upn| Upn::read(&upn).ok());
        let adno = pupil.source_key;
        let adno = adno.and_then(|adno| Adno::read(adno.as_str()).ok().flatten());
        roll.add(upn.as_ref(), adno.as_ref());
    }
    Ok(roll)
}
