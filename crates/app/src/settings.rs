//! The school as its settings page shows it, and changing it.

pub mod phone;
pub mod schools;
pub mod template;

use jiff::civil::Date;
use store::{known_schools, pupils, schools as school_rows, staff};

use self::schools::SchoolLine;
use crate::{Query, Refusal, action::Action, gate::Viewing, subject::School};

/// The school in a few facts.
#[derive(Debug, Clone)]
pub struct SchoolFacts {
    /// Its name.
    pub name: String,
    /// Its unique reference number.
    pub urn: String,
    /// What the national list says of it, once that was imported.
    pub listed: Option<SchoolLine>,
    /// The letters its programmes' references begin with.
    pub prefix: String,
    /// The telephone number printed on plans, once there is one.
    pub phone: Option<String>,
    /// Pupils on roll here.
    pub pupils: usize,
    /// Staff on the list.
    pub staff: usize,
    /// The first and the last school day that is known.
    pub school_days: Option<(Date, Date)>,
}

/// The settings page.
#[derive(Debug, Clone, Copy)]
pub struct ViewSettings;

impl Query for ViewSettings {
    const ACTION: Action = Action::ViewSettings;
    type On = School;
    type Output = SchoolFacts;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<SchoolFacts, Refusal> {
        let (today, id) = (cx.today(), school.0.id);
        let pupils = pupils::of_school(cx.tx(), id)?;
        let members = staff::of_school(cx.tx(), id)?;
        let calendar = school_rows::calendar(cx.tx(), id)?;
        let school_days = calendar.covered().and_then(|(first, last)| {
            let days = calendar.school_days_in(first..=last);
            Some((*days.first()?, *days.last()?))
        });
        let listed = known_schools::by_urn(cx.tx(), id, &school.0.urn)?;
        Ok(SchoolFacts {
            listed: listed.map(SchoolLine::of),
            name: school.0.name,
            urn: school.0.urn,
            prefix: school.0.prefix,
            phone: school.0.phone,
            pupils: pupils.iter().filter(|one| one.on_roll(today)).count(),
            staff: members
                .iter()
                .filter(|(_, one)| one.works_on(today))
                .count(),
            school_days,
        })
    }
}
