//! Members of staff, with or without an account.

use jiff::civil::Date;

use super::{Email, PersonName};
use crate::{
    id::{AccountId, SchoolId, StaffId},
    text::Line,
};

/// Someone who works at the school, as the staff list has them.
///
/// A teacher whose own child is at the school is two people here: a member of
/// staff, and a contact of that child. Neither opens the other's records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// The member of staff.
    pub id: StaffId,
    /// Where they work.
    pub school: SchoolId,
    /// Their name.
    pub name: PersonName,
    /// Their post or subject, as the school words it.
    pub post: Option<Line<80>>,
    /// Their work address.
    pub email: Option<Email>,
    /// Their account, once they have one.
    pub account: Option<AccountId>,
    /// Their last day.
    pub left_on: Option<Date>,
}

impl StaffMember {
    /// Whether they work at the school on a day; their last day counts.
    pub fn works_on(&self, day: Date) -> bool {
        self.left_on.is_none_or(|last| day <= last)
    }
}
