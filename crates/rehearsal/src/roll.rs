//! The pupils on roll, and who is at home.

use domain::{
    account::PersonName,
    contact::{Contact, Known, Reach, Relationship},
    id::ContactId,
    pupil::{
        CareStatus, Pupil, PupilFlag, PupilFlags, PupilName, SenNeed, SenStage, Sex, Upn, YearGroup,
    },
};
use jiff::civil::{Date, date};
use store::{Tx, contacts, pupils};

use crate::{
    Problem, Size,
    accounts::{family, name},
    dice::Dice,
    school::{School, line},
    words, wrong,
};

const YEARS: [YearGroup; 5] = [
    YearGroup::Y7,
    YearGroup::Y8,
    YearGroup::Y9,
    YearGroup::Y10,
    YearGroup::Y11,
];
const CLASSES: [&str; 8] = ["A", "B", "C", "D", "F", "K", "P", "T"];
const AT_HOME: [Relationship; 4] = [
    Relationship::Mother,
    Relationship::Father,
    Relationship::Mother,
    Relationship::Carer,
];
/// Letters that can begin a national number.
const UPN_LETTERS: [char; 23] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'T', 'U', 'V',
    'W', 'X', 'Y', 'Z',
];

/// A pupil, and the first person at home.
#[derive(Debug)]
pub(crate) struct Enrolled {
    pub pupil: Pupil,
    pub home: Contact,
}

/// Enrols everybody. The first are those who have programmes.
pub(crate) fn enrol(
    tx: &mut Tx<'_>,
    school: &School,
    size: Size,
    dice: &mut Dice,
) -> Result<Vec<Enrolled>, Problem> {
    let (mut all, mut everyone, mut at_home) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..size.pupils {
        let pupil = pupil(school, number, dice)?;
        let home = contact(school, &pupil, 1, dice)?;
        everyone.push(pupil.clone());
        at_home.push(home.clone());
        if dice.once_in(2) {
            at_home.push(contact(school, &pupil, 2, dice)?);
        }
        all.push(Enrolled { pupil, home });
    }
    pupils::add_many(tx, &everyone, &school.source())?;
    contacts::add_many(tx, &at_home, &school.source())?;
    Ok(all)
}

fn pupil(school: &School, number: usize, dice: &mut Dice) -> Result<Pupil, Problem> {
    let year = number % YEARS.len();
    let group = format!("{}{}", year + 7, dice.pick(&CLASSES));
    let sen = dice.below(20);
    let supported = matches!(sen, 0..=3);
    let mut flags = PupilFlags::NONE;
    if dice.once_in(4) {
        flags = flags
            .with(PupilFlag::FreeMeals)
            .with(PupilFlag::PupilPremium);
    }
    Ok(Pupil {
        id: dice.id(school.made),
        school: school.id,
        source_key: Some(line(&format!("P{number:05}"))?),
        upn: Some(upn(school, number)?),
        name: PupilName::new(line(dice.pick(&words::GIVEN))?, line(&family(dice))?),
        born: birthday(school, year, dice),
        sex: Some(if dice.once_in(2) {
            Sex::Female
        } else {
            Sex::Male
        }),
        year: YEARS[year],
        group: Some(line(&group)?),
        sen: Some(match sen {
            0 => SenStage::Plan,
            1..=3 => SenStage::Support,
            _ => SenStage::None,
        }),
        needs: if supported {
            vec![SenNeed::Semh]
        } else {
            Vec::new()
        },
        care: if dice.once_in(60) {
            CareStatus::InNeed
        } else {
            CareStatus::None
        },
        flags,
        language: None,
        left_on: None,
    })
}

/// A birthday that makes the year group right: from September to August.
fn birthday(school: &School, year: usize, dice: &mut Dice) -> Date {
    let today = school.today;
    let autumn = today.year() - i16::from(today.month() < 9);
    let years = i16::try_from(year).unwrap_or_default();
    let days = i64::try_from(dice.below(365)).unwrap_or_default();
    date(autumn - 12 - years, 9, 1).saturating_add(jiff::Span::new().days(days))
}

/// A national number with the letter that fits its digits.
fn upn(school: &School, number: usize) -> Result<Upn, Problem> {
    let digits = format!("{:07}{number:05}", 9_000_000 + school.number);
    let mut tried = UPN_LETTERS.iter();
    tried
        .find_map(|letter| format!("{letter}{digits}").parse().ok())
        .ok_or_else(|| wrong(&"no letter fits a national number"))
}

fn contact(school: &School, pupil: &Pupil, order: u8, dice: &mut Dice) -> Result<Contact, Problem> {
    let id: ContactId = dice.id(school.made);
    let given = name(dice);
    let given = given.split(' ').next().unwrap_or_default();
    Ok(Contact {
        id,
        school: school.id,
        pupil: pupil.id,
        name: PersonName::new(line(&format!("{given} {}", pupil.name.family_name()))?),
        relationship: dice.pick(&AT_HOME),
        responsibility: Known::Yes,
        parent_in_law: Known::Yes,
        lives_with: if order == 1 { Known::Yes } else { Known::No },
        order: Some(order),
        reach: Reach {
            phone: Some(line(&format!("07700 900{:03}", dice.below(1000)))?),
            ..Reach::default()
        },
        restrictions: Vec::new(),
        ended_on: None,
    })
}
