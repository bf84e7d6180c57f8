//! The school itself: made by its first address, filled from files as any
//! school's is, and its staff invited one by one.

use std::fmt::Write as _;

use app::{
    Actor, Refusal,
    accounts::{accept::AcceptInvitation, invite::Invite, make_school::MakeSchool},
    imports::{
        Kind,
        confirm::{ConfirmImport, Missing},
        preview::{KeepFile, PreviewImport, Previewed},
    },
    settings::phone::ChangePhone,
};
use domain::account::{AccountKind, SchoolRole, SchoolRoles};
use jiff::civil::{Date, Weekday};
use serde::Deserialize;
use web::DemoPerson;

use super::{
    PASSWORD,
    town::{Town, code, line},
};

/// The school as `data/school.toml` describes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct School {
    name: String,
    urn: String,
    phone: String,
    office: Staff,
    staff: Vec<Staff>,
    term: Vec<Term>,
    bank_holidays: Vec<(Date, String)>,
    pupil: Vec<Pupil>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Staff {
    name: String,
    job: String,
    roles: Vec<String>,
    /// Whether a visitor is told that they can be this person.
    #[serde(default)]
    shown: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    year: String,
    name: String,
    days: (Date, Date),
    half: (Date, Date),
    #[serde(default)]
    training: Vec<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pupil {
    name: String,
    born: Date,
    year: String,
    form: String,
    #[serde(default)]
    sen: (String, String),
    #[serde(default)]
    language: String,
    /// Name, who they are to the pupil, and a telephone number.
    #[serde(default)]
    home: Vec<(String, String, String)>,
}

impl Staff {
    fn email(&self) -> String {
        let name = self.name.to_lowercase().replace(' ', ".");
        format!("{name}@kestrelbridge.example")
    }

    fn roles(&self) -> Result<SchoolRoles, Refusal> {
        let all: Result<Vec<SchoolRole>, Refusal> =
            self.roles.iter().map(|role| code(role)).collect();
        Ok(SchoolRoles::of(&all?))
    }

    fn to_be(&self) -> Option<DemoPerson> {
        Some(DemoPerson {
            name: self.name.clone(),
            role: self.shown.clone()?,
            email: self.email(),
            password: PASSWORD.into(),
        })
    }
}

impl School {
    /// Whether school meets, in the days as written.
    pub fn meets(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let term = self.term.iter().find(|term| {
            let (first, last) = term.days;
            (first..=last).contains(&day)
        });
        let open = term.is_some_and(|term| {
            let (first, last) = term.half;
            !(first..=last).contains(&day) && !term.training.contains(&day)
        });
        open && !weekend && !self.bank_holidays.iter().any(|(on, _)| *on == day)
    }

    /// Makes it, imports its files, and has everybody sign in.
    pub fn open(&self, town: &mut Town) -> Result<(), Refusal> {
        self.make(town)?;
        let files = [
            (Kind::Calendar, "term-dates.csv", self.term_dates(town)),
            (
                Kind::Calendar,
                "bank-holidays.json",
                self.bank_holidays(town),
            ),
            (Kind::Staff, "staff.csv", self.staff_list()),
            (Kind::Pupils, "pupils.csv", self.pupil_list()),
        ];
        for (kind, name, words) in files {
            self.import(town, kind, name, words)?;
        }
        for member in &self.staff {
            let invited = Invite {
                token: town.app.new_token()?,
                name: line(&member.name)?,
                email: code(&member.email())?,
                job: Some(line(&member.job)?),
                kind: AccountKind::Staff,
                roles: member.roles()?,
                contact: None,
                pupil: None,
            };
            invite(town, &self.office.name, invited)?;
            town.sign_in(&member.name, &member.email())?;
            town.people.extend(member.to_be());
        }
        town.people.extend(self.office.to_be());
        let typed = self.phone.clone();
        let head = self
            .staff
            .iter()
            .find(|one| one.roles.iter().any(|role| role == "head"));
        let head = town.actor(&head.ok_or(Refusal::NotFound)?.name)?;
        town.app.execute(head, ChangePhone { typed })
    }

    fn make(&self, town: &mut Town) -> Result<(), Refusal> {
        let office = &self.office;
        let make = MakeSchool {
            token: town.app.offer_setup()?.ok_or(Refusal::NotFound)?,
            school: line(&self.name)?,
            urn: code(&self.urn)?,
            name: line(&office.name)?,
            email: code(&office.email())?,
            password: town.hashed.clone(),
            roles: office.roles()?,
        };
        let stranger = Actor::stranger("demonstration");
        town.app.execute(&stranger, make)?;
        town.sign_in(&office.name, &office.email())
    }

    fn import(
        &self,
        town: &Town,
        kind: Kind,
        file_name: &str,
        words: String,
    ) -> Result<(), Refusal> {
        let office = town.actor(&self.office.name)?;
        let preview = PreviewImport {
            kind,
            file_name: file_name.to_owned(),
            bytes: words.into_bytes(),
        };
        let Previewed::Read { report, file, .. } = town.app.fetch(office, preview)?.answer else {
            return Err(Refusal::rule(format!("{file_name} cannot be read")));
        };
        let import = town.app.execute(office, KeepFile { file })?;
        if report.rejected > 0 {
            return Err(Refusal::rule(format!("{file_name} has a row refused")));
        }
        let missing = Missing::Stay;
        town.app
            .execute(office, ConfirmImport { import, missing })?;
        Ok(())
    }

    fn term_dates(&self, town: &Town) -> String {
        let mut rows = String::from(
            "Academic Year,Term,Term Start,Term End,Half Term Start,Half Term End,INSET Days\n",
        );
        let day = |date: Date| town.shift.day(date).strftime("%d/%m/%Y").to_string();
        for term in &self.term {
            let days: Vec<String> = term.training.iter().map(|date| day(*date)).collect();
            let ends = [term.days.0, term.days.1, term.half.0, term.half.1].map(day);
            let _ = writeln!(
                rows,
                "{},{},{},{}",
                term.year,
                term.name,
                ends.join(","),
                days.join(";")
            );
        }
        rows
    }

    fn bank_holidays(&self, town: &Town) -> String {
        let events: Vec<_> = self
            .bank_holidays
            .iter()
            .map(|(on, title)| {
                serde_json::json!({ "title": title, "date": town.day(*on), "notes": "", "bunting": true })
            })
            .collect();
        let all = serde_json::json!({ "division": "england-and-wales", "events": events });
        serde_json::json!({ "england-and-wales": all }).to_string()
    }

    fn staff_list(&self) -> String {
        let mut rows = String::from("Staff ID,Forename,Surname,Work Email,Job Title\n");
        for (member, number) in [&self.office].into_iter().chain(&self.staff).zip(1..) {
            let (first, last) = member.name.split_once(' ').unwrap_or(("", &member.name));
            let _ = writeln!(
                rows,
                "S{number:03},{first},{last},{},{}",
                member.email(),
                member.job
            );
        }
        rows
    }

    fn pupil_list(&self) -> String {
        let mut rows = String::from(
            "Adno,Forename,Surname,DOB,Year,Reg,SEN Status,SEN Need,First Language,\
             Contact 1 Name,Contact 1 Relationship,Contact 1 Parental Responsibility,Contact 1 Telephone,\
             Contact 2 Name,Contact 2 Relationship,Contact 2 Parental Responsibility,Contact 2 Telephone\n",
        );
        for (pupil, number) in self.pupil.iter().zip(4101..) {
            let (first, last) = pupil.name.split_once(' ').unwrap_or(("", &pupil.name));
            let born = pupil.born.strftime("%d/%m/%Y");
            let _ = write!(
                rows,
                "{number},{first},{last},{born},{},{},{},{},{}",
                pupil.year, pupil.form, pupil.sen.0, pupil.sen.1, pupil.language
            );
            for place in 0..2 {
                match pupil.home.get(place) {
                    Some((name, relation, phone)) => {
                        let _ = write!(rows, ",{name},{relation},Y,{phone}");
                    }
                    None => rows.push_str(",,,,"),
                }
            }
            rows.push('\n');
        }
        rows
    }
}

/// Invites somebody, who takes it up at once with everybody's password.
pub fn invite(town: &Town, by: &str, invite: Invite) -> Result<(), Refusal> {
    let invited = town.app.execute(town.actor(by)?, invite)?;
    let accept = AcceptInvitation {
        token: invited.token,
        known_as: None,
        password: town.hashed.clone(),
    };
    town.app.execute(&Actor::stranger("demonstration"), accept)
}
