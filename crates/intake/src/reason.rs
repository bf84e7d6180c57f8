//! Why one row is refused: one code, what is wrong, and what to do.
//!
//! Faults of a whole file are in [`crate::fault`]; things we put right or left
//! out without refusing the row are in [`crate::warning`].

use serde::{Serialize, Serializer};

domain::coded! {
    /// Why a row was refused. The label is what is wrong, for a school office.
    pub enum Reason {
        /// Text beyond the last heading.
        FieldCount => "E_FIELD_COUNT", "The row has more cells than there are headings";
        /// Nothing to know the person by.
        NoId => "E_NO_ID", "The row has no number or code to know this person by";
        /// Not 13 characters of the right kind.
        UpnFormat => "E_UPN_FORMAT", "The UPN is not a letter followed by 12 numbers";
        /// The first letter does not follow from the rest.
        UpnCheck => "E_UPN_CHECK", "The UPN has a slip in it: its first letter does not match the rest";
        /// A spreadsheet turned the number into `4.1E+05`.
        NumMangled => "E_NUM_MANGLED", "A spreadsheet has shortened the admission number, so its last figures are lost";
        /// Surname or forename blank.
        NameMissing => "E_NAME_MISSING", "The surname or the forename is blank";
        /// Date of birth blank.
        DobMissing => "E_DOB_MISSING", "The date of birth is blank";
        /// Date of birth unreadable, before 1990 or in the future.
        DobInvalid => "E_DOB_INVALID", "The date of birth cannot be right";
        /// An earlier row has this UPN.
        DupUpn => "E_DUP_UPN", "An earlier row has the same UPN";
        /// An earlier row has this admission number.
        DupAdno => "E_DUP_ADNO", "An earlier row has the same admission number";
        /// An earlier row has this staff id or staff code.
        DupStaff => "E_DUP_STAFF", "An earlier row has the same staff ID or staff code";
        /// An earlier row has this work email.
        DupEmail => "E_DUP_EMAIL", "An earlier row has the same work email address";
        /// A date every row needs is blank.
        DateMissing => "E_DATE_MISSING", "A date is blank";
        /// A date that cannot be read or is far out of range.
        DateInvalid => "E_DATE_INVALID", "A date cannot be right";
        /// The end comes before the start.
        EndBeforeStart => "E_END_BEFORE_START", "The end date is before the start date";
        /// A half term outside its term.
        HalfTermOutside => "E_HALF_TERM_OUTSIDE", "The half term is not inside its term";
        /// A term of more than a year.
        TermTooLong => "E_TERM_TOO_LONG", "The term is longer than a year";
        /// A term that shares days with an earlier one.
        TermOverlap => "E_TERM_OVERLAP", "The term shares days with an earlier row";
        /// A calendar event without a UID.
        IcsNoUid => "E_ICS_NO_UID", "The event has no identifier";
        /// A calendar event without a start.
        IcsNoStart => "E_ICS_NO_START", "The event has no start date";
        /// A repeating calendar event.
        IcsRrule => "E_ICS_RRULE", "The event repeats, and repeating events are not taken";
        /// A name or number longer than anyone has.
        TextTooLong => "E_TEXT_TOO_LONG", "A name, a number or a list is far too long";
    }
}

impl Reason {
    /// What to do about it, in words for a school office.
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::FieldCount => {
                "Put quotation marks round any cell that holds a comma, such as an address"
            }
            Self::NoId => {
                "Add a UPN or admission number for a pupil, or a staff ID, staff code or work email for staff"
            }
            Self::UpnFormat | Self::UpnCheck => {
                "Copy the UPN again from your school's system. It is 13 characters, for example A123456789012"
            }
            Self::NumMangled => {
                "Export again and choose the file without opening and saving it in a spreadsheet first"
            }
            Self::NameMissing => "Fill in both names in your school's system and export again",
            Self::DobMissing => {
                "Fill in the date of birth in your school's system and export again"
            }
            Self::DobInvalid => {
                "Write the date of birth day first, for example 30/07/2014, and check the year"
            }
            Self::DupUpn | Self::DupAdno | Self::DupStaff => {
                "Keep one row for each person. If these are two people, correct the number of one"
            }
            Self::DupEmail => {
                "Give each member of staff their own address. A shared mailbox cannot be used to sign in"
            }
            Self::DateMissing => "Fill in the date, or clear the start and the end together",
            Self::DateInvalid => {
                "Write the date day first, for example 01/09/2026, and check the year"
            }
            Self::EndBeforeStart => "Check the two dates. They may be the wrong way round",
            Self::HalfTermOutside => {
                "Check the dates of the half term against the dates of the term"
            }
            Self::TermTooLong => "Check the years. Each term needs a row of its own",
            Self::TermOverlap => "Keep one row for each term and check the dates of both",
            Self::IcsNoUid | Self::IcsNoStart => {
                "Open the event in your calendar, save it, and export the calendar again"
            }
            Self::IcsRrule => "Add each date as an event of its own and export the calendar again",
            Self::TextTooLong => "Check whether two cells have run together in this row",
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
