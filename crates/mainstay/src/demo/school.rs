//! The school of the mock-ups: its days, staff, pupils and families.

use app::{App, Refusal, accounts::password::Password};
use domain::{
    account::{AccountKind, PersonName, SchoolRole as R, SchoolRoles, StaffMember},
    contact::{Contact, Known, Reach, Relationship},
    dates::DayKind,
    id::{AccountId, ContactId, PupilId, SchoolId, StaffId},
    pupil::{CareStatus, Pupil, PupilFlags, PupilName, SenStage, YearGroup},
    school::Template,
    text::Line,
};
use jiff::civil::{Date, Weekday, date};
use store::{Tx, accounts, contacts, pupils, schools, staff, templates};
use web::DemoPerson;

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

const STAFF: [(&str, &str, &[R]); 10] = [
    ("Amina Farrow", "Coordinator", &[R::Coordinator, R::Teacher]),
    ("Ruth Calloway", "Headteacher", &[R::Head]),
    ("Nell Brook", "SENCO", &[R::Senco, R::Teacher]),
    ("Helen Marsh", "Designated safeguarding lead", &[R::Dsl]),
    ("Joel Petrie", "Mentor and key worker", &[R::Teacher]),
    ("Miss Abara", "Science teacher", &[R::Teacher]),
    ("Mr Okonjo", "Maths teacher", &[R::Teacher]),
    ("Mr Leith", "PE teacher", &[R::Teacher]),
    ("Mrs Odell", "Year 5 teacher", &[R::Teacher]),
    (
        "Sam Whitlock",
        "School office and system administrator",
        &[R::Office, R::Administrator],
    ),
];

/// Name, class, year, and who is at home: name, relation, and the language they read.
type Child = (
    &'static str,
    &'static str,
    YearGroup,
    &'static [(&'static str, Relationship, Option<&'static str>)],
);

const CHILDREN: [Child; 8] = [
    (
        "Rowan Tidewell",
        "8K",
        YearGroup::Y8,
        &[("Dana Tidewell", Relationship::Mother, None)],
    ),
    (
        "Elsie Marrow",
        "7T",
        YearGroup::Y7,
        &[
            ("Kit Marrow", Relationship::Father, None),
            ("Jo Lister", Relationship::Mother, None),
        ],
    ),
    (
        "Callum Vane",
        "9F",
        YearGroup::Y9,
        &[("Moira Vane", Relationship::Mother, None)],
    ),
    (
        "Idris Calder",
        "10P",
        YearGroup::Y10,
        &[("Sian Calder", Relationship::Mother, None)],
    ),
    (
        "Sami Haddad",
        "4B",
        YearGroup::Y4,
        &[("Rima Haddad", Relationship::Mother, Some("Arabic"))],
    ),
    (
        "Joss Kettering",
        "5L",
        YearGroup::Y5,
        &[("Ash Kettering", Relationship::Carer, None)],
    ),
    (
        "Maya Penhallow",
        "2S",
        YearGroup::Y2,
        &[("Tamsin Penhallow", Relationship::Mother, None)],
    ),
    (
        "Theo Bramwell",
        "9F",
        YearGroup::Y9,
        &[("Grace Bramwell", Relationship::Mother, None)],
    ),
];

const OTHERS: [(&str, &str, YearGroup); 24] = [
    ("Ada Winterbourne", "7T", YearGroup::Y7),
    ("Bola Adeyemi-Test", "7T", YearGroup::Y7),
    ("Cerys Hallam", "7K", YearGroup::Y7),
    ("Dara Quill", "7K", YearGroup::Y7),
    ("Esme Fairlight", "8K", YearGroup::Y8),
    ("Farid Nasser", "8K", YearGroup::Y8),
    ("Gwen Oakley", "8T", YearGroup::Y8),
    ("Hugo Partridge", "8T", YearGroup::Y8),
    ("Imran Sable", "9F", YearGroup::Y9),
    ("Jade Thornbury", "9F", YearGroup::Y9),
    ("Kofi Umber", "9K", YearGroup::Y9),
    ("Lena Varga", "9K", YearGroup::Y9),
    ("Milo Westray", "10P", YearGroup::Y10),
    ("Nia Yarrow", "10P", YearGroup::Y10),
    ("Oskar Zielinski", "10K", YearGroup::Y10),
    ("Pip Ashdown-Lee", "4B", YearGroup::Y4),
    ("Quinn Barlow", "4B", YearGroup::Y4),
    ("Rosa Clement", "5L", YearGroup::Y5),
    ("Seth Dunmore", "5L", YearGroup::Y5),
    ("Tilly Everard", "2S", YearGroup::Y2),
    ("Uma Farthing", "2S", YearGroup::Y2),
    ("Vik Gosling", "3H", YearGroup::Y3),
    ("Wren Holloway", "3H", YearGroup::Y3),
    ("Xanthe Ives", "6D", YearGroup::Y6),
];

const TERMS: [(Date, Date); 12] = [
    (date(2025, 9, 1), date(2025, 10, 17)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 21)),
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 5), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 12), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
];
const TRAINING: [Date; 3] = [date(2026, 9, 2), date(2026, 11, 2), date(2027, 1, 5)];
const BANK_HOLIDAYS: [Date; 2] = [date(2026, 5, 4), date(2027, 5, 3)];

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

fn days(tx: &mut Tx<'_>, school: SchoolId) -> Result<(), Refusal> {
    for (first, last) in TERMS {
        for day in first
            .series(jiff::Span::new().days(1))
            .take_while(|day| *day <= last)
        {
            if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
                || BANK_HOLIDAYS.contains(&day)
            {
                continue;
            }
            let training = TRAINING.contains(&day);
            let kind = if training {
                DayKind::Training
            } else {
                DayKind::School
            };
            let note = training.then(|| "Staff training".to_owned());
            schools::put_day(
                tx,
                school,
                &schools::DayRow {
                    day,
                    kind: kind.code().into(),
                    note,
                },
            )?;
        }
    }
    Ok(())
}

fn person(
    tx: &mut Tx<'_>,
    app: &App,
    school: &mut School,
    (name, role, kind): (&str, &str, AccountKind),
    roles: SchoolRoles,
    password: &app::accounts::password::Hashed,
) -> Result<AccountId, Refusal> {
    let id: AccountId = app.new_sheet()?;
    let place = if kind == AccountKind::Staff {
        "kestrelbridge.example"
    } else {
        "home.example"
    };
    let address = format!("{}@{place}", name.to_lowercase().replace(' ', "."));
    let named = PersonName::new(line(name)?);
    let account = accounts::AccountRow {
        school: school.id,
        id,
        email: address.parse().map_err(|_| Refusal::NotFound)?,
        known_as: named.called().to_owned(),
        name: name.to_owned(),
        job: Some(role.to_owned()),
        kind,
        roles,
        password: Some(password.stored().to_owned()),
        disabled_at: None,
        version: 1,
    };
    accounts::add(tx, &account, app.clock().now())?;
    school
        .people
        .push((name.to_owned(), id, address, role.to_owned()));
    Ok(id)
}

fn pupil(
    tx: &mut Tx<'_>,
    app: &App,
    school: &mut School,
    (name, class, year): (&str, &str, YearGroup),
) -> Result<PupilId, Refusal> {
    let id: PupilId = app.new_sheet()?;
    let (given, family) = name.split_once(' ').unwrap_or((name, name));
    let age: i16 = class
        .trim_end_matches(char::is_alphabetic)
        .parse::<i16>()
        .unwrap_or(7)
        + 4;
    let pupil = Pupil {
        id,
        school: school.id,
        source_key: None,
        upn: None,
        name: PupilName::new(line(given)?, line(family)?),
        born: date(2026 - age, 3, 14),
        sex: None,
        year,
        group: Some(line(class)?),
        sen: (name == "Rowan Tidewell").then_some(SenStage::Support),
        needs: Vec::new(),
        care: CareStatus::None,
        flags: PupilFlags::NONE,
        language: None,
        left_on: None,
    };
    pupils::add(tx, &pupil, &source(app))?;
    school.pupils.push((name.to_owned(), id));
    Ok(id)
}

fn family(
    tx: &mut Tx<'_>,
    app: &App,
    school: &mut School,
    pupil: PupilId,
    (name, relationship, reads, order): (&str, Relationship, Option<&str>, usize),
) -> Result<(), Refusal> {
    let id: ContactId = app.new_sheet()?;
    let contact = Contact {
        id,
        school: school.id,
        pupil,
        name: PersonName::new(line(name)?),
        relationship,
        responsibility: Known::Yes,
        parent_in_law: Known::Yes,
        lives_with: if order == 0 { Known::Yes } else { Known::No },
        order: u8::try_from(order + 1).ok(),
        reach: Reach {
            phone: Some(line("07700 900142")?),
            writes: reads.map(line).transpose()?,
            ..Reach::default()
        },
        restrictions: Vec::new(),
        ended_on: None,
    };
    contacts::add(tx, &contact, &source(app))?;
    school.contacts.push((name.to_owned(), id));
    Ok(())
}
