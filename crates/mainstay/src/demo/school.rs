//! The school of the mock-ups: its days, staff, pupils and families.

mod calendar;
mod names;
mod people;

use app::{App, Refusal, accounts::password::Password};
use domain::{
    account::{AccountKind, PersonName, SchoolRoles, StaffMember},
    id::{AccountId, ContactId, PupilId, SchoolId, StaffId},
    school::Template,
    text::Line,
};
use store::{pupils, schools, staff, templates};
use web::DemoPerson;

use self::{
    calendar::days,
    names::{CHILDREN, OTHERS, STAFF},
    people::{family, person, pupil},
};
use super::PASSWORD;

/// The school, and where everyone in the story is.
#[derive(Debug)]
pub struct School {
    /// The school.
    pub id: SchoolId,
    people: Vec<(String, AccountId, String, String)>,
    pupils: Vec<(String, PupilId)>,
    contacts: Vec<(String, ContactId)>,
}

impl School {
    /// An account by its person's name.
    pub fn account(&self, name: &str) -> Option<AccountId> {
        self.people
            .iter()
            .find(|(found, ..)| found == name)
            .map(|(_, id, ..)| *id)
    }

    /// A pupil by name.
    pub fn pupil(&self, name: &str) -> Option<PupilId> {
        self.pupils
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, id)| *id)
    }

    /// A contact by name.
    pub fn contact(&self, name: &str) -> Option<ContactId> {
        self.contacts
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, id)| *id)
    }

    /// Whom a visitor can be.
    pub fn people_to_be(&self) -> Vec<DemoPerson> {
        self.people
            .iter()
            .map(|(name, _, email, role)| DemoPerson {
                name: name.clone(),
                role: role.clone(),
                email: email.clone(),
                password: PASSWORD.into(),
            })
            .collect()
    }
}

pub(super) fn line<const MAX: usize>(text: &str) -> Result<Line<MAX>, Refusal> {
    Line::new(text).map_err(|problem| Refusal::rule(problem.to_string()))
}

/// Makes the school and everyone in it.
pub(super) fn make(app: &App, password: &str) -> Result<School, Refusal> {
    let hashed = app.hash(&Password::typed(password))?;
    let id: SchoolId = app.new_sheet()?;
    let mut school = School {
        id,
        people: Vec::new(),
        pupils: Vec::new(),
        contacts: Vec::new(),
    };
    app.db().write(|tx| {
        let now = app.clock().now();
        let row = schools::SchoolRow {
            id,
            urn: "990101".into(),
            name: "Kestrel Bridge School".into(),
            prefix: "KB".into(),
            phone: Some("01632 960142".into()),
            version: 1,
        };
        schools::add(tx, &row, now)?;
        templates::add(tx, id, &Template::standard(line("Twelve weeks")?), now)?;
        days(tx, id)?;
        for (name, job, roles) in STAFF {
            let roles = SchoolRoles::of(roles);
            let account = person(
                tx,
                app,
                &mut school,
                (name, job, AccountKind::Staff),
                roles,
                &hashed,
            )?;
            let member = StaffMember {
                id: StaffId::new(account.uuid()),
                school: id,
                name: PersonName::new(line(name)?),
                post: Some(line(job)?),
                email: None,
                account: Some(account),
                left_on: None,
            };
            staff::add(tx, None, &member, &source(app))?;
        }
        for (name, class, year, home) in CHILDREN {
            let pupil = pupil(tx, app, &mut school, (name, class, year))?;
            for (order, (contact, relation, reads)) in home.iter().enumerate() {
                family(
                    tx,
                    app,
                    &mut school,
                    pupil,
                    (contact, *relation, *reads, order),
                )?;
            }
        }
        for child in OTHERS {
            pupil(tx, app, &mut school, child)?;
        }
        let dana = person(
            tx,
            app,
            &mut school,
            ("Dana Tidewell", "Rowan’s mum", AccountKind::Family),
            SchoolRoles::NONE,
            &hashed,
        )?;
        let email = "dana.tidewell@home.example"
            .parse()
            .map_err(|_| Refusal::NotFound)?;
        store::people::link_account(tx, id, dana, &email, school.contact("Dana Tidewell"), None)?;
        let rowan = person(
            tx,
            app,
            &mut school,
            ("Rowan Tidewell", "Pupil, Year 8", AccountKind::Pupil),
            SchoolRoles::NONE,
            &hashed,
        )?;
        store::people::link_account(tx, id, rowan, &email, None, school.pupil("Rowan Tidewell"))?;
        Ok::<_, Refusal>(())
    })?;
    Ok(school)
}

fn source(app: &App) -> pupils::Source<'static> {
    pupils::Source {
        from: "the demonstration",
        at: app.clock().now(),
    }
}
