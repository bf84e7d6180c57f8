//! The values that can be put right: how each is read from a record, written
//! into one, and said in words.

use jiff::civil::Date;

use crate::{
    account::Email,
    coded,
    contact::{Contact, Relationship},
    pupil::{Pupil, SenStage, YearGroup},
    text::{Line, Prose},
};

coded! {
    /// A value of a pupil that can be put right.
    pub enum PupilField {
        /// Legal given name.
        Given => "given", "Legal first name";
        /// Legal family name.
        Family => "family", "Legal last name";
        /// The given name they go by.
        GoesBy => "goes_by", "First name they go by";
        /// The family name they go by.
        GoesByFamily => "goes_by_family", "Last name they go by";
        /// Date of birth.
        Born => "born", "Date of birth";
        /// Year group.
        Year => "year", "Year";
        /// Class, form or tutor group.
        Class => "class", "Class";
        /// Special educational needs stage.
        Sen => "sen", "SEN";
    }
}

coded! {
    /// A value of a contact that can be put right.
    pub enum ContactField {
        /// What they are to the pupil.
        Relationship => "relationship", "Relationship";
        /// Telephone.
        Phone => "phone", "Telephone";
        /// Email.
        Email => "email", "Email";
        /// Address.
        Address => "address", "Address";
        /// The day from which they are no longer a contact.
        Ended => "ended", "No longer a contact since";
    }
}

/// Why a value cannot be written into a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ValueProblem {
    /// It may not be empty.
    #[error("read value: empty")]
    Empty,
    /// It is too long.
    #[error("read value: too long")]
    TooLong,
    /// It is not a date, or no date of birth of a pupil.
    #[error("read value: no date of birth")]
    NotADate,
    /// It is not one of the list.
    #[error("read value: not on the list")]
    NotListed,
    /// It is no email address.
    #[error("read value: no email address")]
    NotAnEmail,
}

impl ValueProblem {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Empty => "Enter what is right. This cannot be empty",
            Self::TooLong => "Use fewer characters",
            Self::NotADate => "Enter the date of birth, such as 28 2 2014",
            Self::NotListed => "Choose one of the list",
            Self::NotAnEmail => "Enter an email address like name@example.org",
        }
    }
}

fn text(value: Option<&impl ToString>) -> String {
    value.map_or_else(String::new, ToString::to_string)
}

/// A line that must be there.
fn line<const MAX: usize>(value: &str) -> Result<Line<MAX>, ValueProblem> {
    maybe(value)?.ok_or(ValueProblem::Empty)
}

/// A line that may be empty.
fn maybe<const MAX: usize>(value: &str) -> Result<Option<Line<MAX>>, ValueProblem> {
    Line::optional(value).map_err(|_| ValueProblem::TooLong)
}

/// "nothing", or the words.
fn or_nothing(words: &str) -> String {
    if words.is_empty() { "nothing" } else { words }.to_owned()
}

fn day(value: &str) -> Option<String> {
    let date: Date = value.parse().ok()?;
    Some(date.strftime("%-d %B %Y").to_string())
}

impl PupilField {
    /// The value as it is stored; empty for none.
    pub fn of(self, pupil: &Pupil) -> String {
        let name = &pupil.name;
        match self {
            Self::Given => name.given.to_string(),
            Self::Family => name.family.to_string(),
            Self::GoesBy => text(name.likes.as_ref()),
            Self::GoesByFamily => text(name.preferred_family.as_ref()),
            Self::Born => pupil.born.to_string(),
            Self::Year => pupil.year.code().to_owned(),
            Self::Class => text(pupil.group.as_ref()),
            Self::Sen => pupil.sen.map_or("", SenStage::code).to_owned(),
        }
    }

    /// Writes a value into a record.
    ///
    /// # Errors
    /// [`ValueProblem`]; the record is then as it was.
    pub fn put(self, pupil: &mut Pupil, value: &str) -> Result<(), ValueProblem> {
        let value = value.trim();
        match self {
            Self::Given => pupil.name.given = line(value)?,
            Self::Family => pupil.name.family = line(value)?,
            Self::GoesBy => pupil.name.likes = other_than(value, &pupil.name.given)?,
            Self::GoesByFamily => {
                pupil.name.preferred_family = other_than(value, &pupil.name.family)?;
            }
            Self::Born => {
                let born: Date = value.parse().map_err(|_| ValueProblem::NotADate)?;
                if born.year() < 1990 {
                    return Err(ValueProblem::NotADate);
                }
                pupil.born = born;
            }
            Self::Year => {
                let year: YearGroup = value.parse().map_err(|_| ValueProblem::NotListed)?;
                pupil.year = year;
            }
            Self::Class => pupil.group = maybe(value)?,
            Self::Sen => {
                let stage = (!value.is_empty()).then(|| value.parse()).transpose();
                pupil.sen = stage.map_err(|_| ValueProblem::NotListed)?;
            }
        }
        Ok(())
    }

    /// A stored value in words.
    pub fn words(self, value: &str) -> String {
        let said = match self {
            Self::Born => day(value),
            Self::Year => value
                .parse()
                .ok()
                .map(|year: YearGroup| year.label().to_owned()),
            Self::Sen => value
                .parse()
                .ok()
                .map(|stage: SenStage| stage.label().to_owned()),
            _ => None,
        };
        said.unwrap_or_else(|| or_nothing(value))
    }
}

/// A name they go by that is the legal one is none of its own.
fn other_than(value: &str, legal: &Line<80>) -> Result<Option<Line<80>>, ValueProblem> {
    Ok(maybe(value)?.filter(|name: &Line<80>| name != legal))
}

impl ContactField {
    /// The value as it is stored; empty for none.
    pub fn of(self, contact: &Contact) -> String {
        let reach = &contact.reach;
        match self {
            Self::Relationship => contact.relationship.code().to_owned(),
            Self::Phone => text(reach.phone.as_ref()),
            Self::Email => text(reach.email.as_ref()),
            Self::Address => text(reach.address.as_ref()),
            Self::Ended => text(contact.ended_on.as_ref()),
        }
    }

    /// Writes a value into a record.
    ///
    /// # Errors
    /// [`ValueProblem`]; the record is then as it was.
    pub fn put(self, contact: &mut Contact, value: &str) -> Result<(), ValueProblem> {
        let value = value.trim();
        match self {
            Self::Relationship => {
                let relation: Relationship = value.parse().map_err(|_| ValueProblem::NotListed)?;
                contact.relationship = relation;
            }
            Self::Phone => contact.reach.phone = maybe(value)?,
            Self::Email => {
                let email = (!value.is_empty()).then(|| value.parse::<Email>());
                let email = email.transpose();
                contact.reach.email = email.map_err(|_| ValueProblem::NotAnEmail)?;
            }
            Self::Address => {
                let address = Prose::optional(value).map_err(|_| ValueProblem::TooLong)?;
                contact.reach.address = address;
            }
            Self::Ended => {
                let day = (!value.is_empty()).then(|| value.parse::<Date>());
                contact.ended_on = day.transpose().map_err(|_| ValueProblem::NotADate)?;
            }
        }
        Ok(())
    }

    /// A stored value in words.
    pub fn words(self, value: &str) -> String {
        let relation = || {
            value
                .parse()
                .ok()
                .map(|one: Relationship| one.label().to_owned())
        };
        let said = match self {
            Self::Relationship => relation(),
            Self::Ended => day(value),
            _ => None,
        };
        said.unwrap_or_else(|| or_nothing(value))
    }

    /// Whether two values say the same: spaces in a telephone number and
    /// capitals in an email address tell nothing apart.
    pub(super) fn same(self, one: &str, other: &str) -> bool {
        let plain = |value: &str| -> String {
            match self {
                Self::Phone => value.chars().filter(|c| !c.is_whitespace()).collect(),
                Self::Email => value.to_lowercase(),
                Self::Relationship | Self::Address | Self::Ended => value.to_owned(),
            }
        };
        plain(one) == plain(other)
    }
}
