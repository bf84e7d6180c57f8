//! What one row of a list of pupils says. No rules here.

use std::fmt;

use jiff::civil::Date;

use crate::cells::{
    contact::Relation,
    email::EmailAddress,
    number::{Adno, Uln},
    sen::{SenNeed, SenStage},
    typed::Typed,
    upn::Upn,
    year::YearGroup,
    yes_no::{Sex, YesNo},
};

/// One pupil.
#[derive(Clone, PartialEq, Eq)]
pub struct PupilRow {
    /// What the pupil is matched by.
    pub number: PupilNumber,
    /// The UPN before this one.
    pub former_upn: Option<Upn>,
    /// Unique learner number.
    pub uln: Option<Uln>,
    /// Names.
    pub name: PupilName,
    /// Date of birth; from 1990 to the day of the import.
    pub born: Date,
    /// Sex as recorded for the census.
    pub sex: Option<Sex>,
    /// Year group.
    pub year: Option<YearGroup>,
    /// Registration group, such as 8K.
    pub reg: Option<Typed>,
    /// House.
    pub house: Option<Typed>,
    /// The pupil's own email address.
    pub email: Option<EmailAddress>,
    /// The pupil's own or home telephone number.
    pub phone: Option<Typed>,
    /// Needs and circumstances that count for support.
    pub support: Support,
    /// Where the pupil lives.
    pub address: Option<Address>,
    /// Contacts in the order of the file, at most nine.
    pub contacts: Vec<ContactRow>,
}

/// What a pupil is matched by: the UPN first, never the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PupilNumber {
    /// A UPN, and the admission number if the file has it.
    Upn {
        /// Unique pupil number; may be temporary.
        upn: Upn,
        /// Admission number.
        adno: Option<Adno>,
    },
    /// Known by admission number only.
    AdnoOnly(Adno),
}

impl PupilNumber {
    /// The UPN, if the pupil has one.
    pub const fn upn(&self) -> Option<&Upn> {
        match self {
            Self::Upn { upn, .. } => Some(upn),
            Self::AdnoOnly(_) => None,
        }
    }

    /// The admission number, if the file has it.
    pub const fn adno(&self) -> Option<&Adno> {
        match self {
            Self::Upn { adno, .. } => adno.as_ref(),
            Self::AdnoOnly(adno) => Some(adno),
        }
    }
}

/// Names as typed. The legal ones where the file has them.
#[derive(Clone, PartialEq, Eq)]
pub struct PupilName {
    /// Surname.
    pub surname: Typed,
    /// Forename.
    pub forename: Typed,
    /// Middle names.
    pub middle: Option<Typed>,
    /// The surname the pupil goes by.
    pub preferred_surname: Option<Typed>,
    /// The forename the pupil goes by.
    pub preferred_forename: Option<Typed>,
}

/// Needs and circumstances; a blank cell is not an answer.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Support {
    /// Stage of SEN.
    pub sen: Option<SenStage>,
    /// Kind of need.
    pub sen_need: Option<SenNeed>,
    /// Free school meals.
    pub fsm: Option<YesNo>,
    /// English as an additional language.
    pub eal: Option<YesNo>,
    /// First language, code or words as the school writes it.
    pub first_language: Option<Typed>,
    /// Looked after by a local authority.
    pub in_care: Option<YesNo>,
}

/// Where someone lives. Never put on a document that families share.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    /// Lines above the postcode, the town and county among them; at least one
    /// where there is no postcode.
    pub lines: Vec<Typed>,
    /// Postcode as typed.
    pub postcode: Option<Typed>,
}

/// One contact of a pupil.
#[derive(Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Whole name as typed.
    pub name: Typed,
    /// Who they are to the pupil.
    pub relation: Option<Relation>,
    /// Parental responsibility; nothing means not known, which is not "no".
    pub parental_responsibility: Option<YesNo>,
    /// Telephone number.
    pub phone: Option<Typed>,
    /// Email address.
    pub email: Option<EmailAddress>,
}

macro_rules! hides {
    ($($row:ident, $shown:literal;)+) => {$(
        // Children's details must not reach a log through `{:?}`.
        impl fmt::Debug for $row {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($shown)
            }
        }
    )+};
}

hides! {
    PupilRow, "<pupil>";
    PupilName, "<pupil's name>";
    Support, "<pupil's support>";
    Address, "<address>";
    ContactRow, "<contact>";
}
