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
        /// No pupil of the school has this UPN or admission number.
        UnknownPupil => "E_UNKNOWN_PUPIL", "No pupil here has this UPN or admission number";
        /// A date after the day of the import.
        DateFuture => "E_DATE_FUTURE", "A date is in the future";
        /// No type of behaviour.
        TypeMissing => "E_TYPE_MISSING", "The type of behaviour is blank";
        /// Points that are not a whole number.
        PointsInvalid => "E_POINTS_INVALID", "The points are not a whole number";
        /// An earlier row is the same incident.
        DupIncident => "E_DUP_INCIDENT", "An earlier row is the same incident of the same pupil";
        /// Neither morning nor afternoon.
        SessionInvalid => "E_SESSION_INVALID", "The session is neither morning nor afternoon";
        /// No attendance code.
        MarkMissing => "E_MARK_MISSING", "The attendance mark is blank";
        /// Not an attendance code of the day.
        MarkInvalid => "E_MARK_INVALID", "The mark is not an attendance code in use on that day";
        /// A mark on a Saturday or Sunday.
        Weekend => "E_WEEKEND", "The mark is for a Saturday or a Sunday";
        /// The same mark again.
        DupMark => "E_DUP_MARK", "An earlier row gives the same mark for this session";
        /// Another mark for the same session.
        ConflictMark => "E_CONFLICT_MARK", "An earlier row gives another mark for this session";
        /// A string of marks that does not fit its dates.
        MarksLength => "E_MARKS_LENGTH", "The marks do not fit the dates: each day has two";
        /// Not a category of suspension.
        CategoryInvalid => "E_CATEGORY_INVALID", "The category is none of SUSP, LNCH and PERM";
        /// Not 1 to 90 half days.
        SessionsInvalid => "E_SESSIONS_INVALID", "The number of sessions is not a whole number from 1 to 90";
        /// Not a reason for a suspension.
        ReasonInvalid => "E_REASON_INVALID", "A reason is missing or is not one of the census codes";
        /// More than three reasons.
        TooManyReasons => "E_TOO_MANY_REASONS", "There are more than three reasons";
        /// Days that an earlier suspension has.
        Overlap => "E_OVERLAP", "The suspension shares days with an earlier row for this pupil";
        /// More than 45 days in a school year.
        Over45Days => "E_OVER_45_DAYS", "With this row the pupil would be suspended for more than 45 days in one school year";
        /// Not an identifier of a roster.
        OrId => "E_OR_ID", "The sourcedId is blank or has characters it may not have";
        /// A change that does not say what changed and when.
        OrStatus => "E_OR_STATUS", "The status or the date it was last modified is missing or cannot be read";
        /// A value every row needs is blank.
        OrRequired => "E_OR_REQUIRED", "A value that every row needs is blank";
        /// Not one of the words of the standard.
        OrEnum => "E_OR_ENUM", "A value is not one of the words that the standard allows";
        /// An earlier row has this identifier.
        OrDupId => "E_OR_DUP_ID", "An earlier row has the same sourcedId";
        /// Points at a row that is not there.
        OrRef => "E_OR_REF", "The row points to another that is not there or was refused";
        /// Not six digits.
        UrnInvalid => "E_URN_INVALID", "The URN is not six digits";
        /// Not three digits.
        LaInvalid => "E_LA_INVALID", "The local authority code is not three digits";
        /// Not four digits.
        EstabInvalid => "E_ESTAB_INVALID", "The establishment number is not four digits";
        /// An earlier row has this URN.
        DupUrn => "E_DUP_URN", "An earlier row has the same URN";
        /// An earlier row is the same contact of the same pupil.
        DupContact => "E_DUP_CONTACT", "An earlier row is the same contact of the same pupil";
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
            Self::UnknownPupil => {
                "Import the pupils first. If this pupil has left, leave the row out"
            }
            Self::DateFuture => "Check the year. The day must come before the month",
            Self::TypeMissing => "Fill in the type in your school's system and export again",
            Self::PointsInvalid => "Write the points as a whole number, for example -2",
            Self::DupIncident | Self::DupMark => {
                "Nothing to do: it is taken once. Check the report if you did not expect it"
            }
            Self::SessionInvalid => "Write AM or PM",
            Self::MarkMissing | Self::MarkInvalid => {
                "Use the codes of the register from August 2024, for example / or L or C2"
            }
            Self::Weekend => "Check the date. Schools have no sessions on that day",
            Self::ConflictMark => "Correct the register in your school's system and export again",
            Self::MarksLength => "Export again with the first and last day of the same report",
            Self::CategoryInvalid => "Use SUSP, LNCH or PERM",
            Self::SessionsInvalid => "Write the half days as a whole number, for example 4",
            Self::ReasonInvalid => "Use the two letters of the census, for example PP or DB",
            Self::TooManyReasons => "Keep the three reasons that matter most",
            Self::Overlap => "Check the dates of both rows in your school's system",
            Self::Over45Days => {
                "Check the number of sessions. By law it is at most 90 in one school year"
            }
            Self::OrId | Self::OrStatus | Self::OrRequired | Self::OrEnum | Self::OrDupId => {
                "Tell the supplier of the system that made this bundle"
            }
            Self::OrRef => "Export the whole bundle again, every file at the same time",
            Self::UrnInvalid | Self::LaInvalid | Self::EstabInvalid | Self::DupUrn => {
                "Download the list of schools again, and do not save it in a spreadsheet"
            }
            Self::DupContact => "Keep one row for each contact of a pupil",
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
