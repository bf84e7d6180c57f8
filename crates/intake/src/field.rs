//! The fields a file may hold, what people call them, and every heading that
//! means them.
//!
//! No rule says here which kind of file takes which field: each reader lists
//! its own. A heading is compared after [`normalised`], so `Date of Birth`,
//! `date_of_birth` and `DATE-OF-BIRTH` are one.

mod contact;
mod nature;

pub use contact::ContactPart;
use unicode_normalization::UnicodeNormalization;

/// Declares [`Field`] with the words for people and the accepted headings in
/// one line each, so that none of the three can be forgotten.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident, $label:literal, [$($heading:literal),+];)+) => {
        /// Something a cell can hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])* $field,)+
            /// Something about the first, second, ... contact of a pupil (1 to 9).
            Contact(u8, ContactPart),
        }

        impl Field {
            /// Every field but the contacts'.
            pub const ALL: &'static [Self] = &[$(Self::$field,)+];

            /// What people call it, to go inside a sentence.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$field => $label,)+
                    Self::Contact(_, part) => part.label(),
                }
            }

            /// The headings that mean it, [`normalised`]; empty for contacts.
            pub const fn headings(self) -> &'static [&'static str] {
                match self {
                    $(Self::$field => &[$($heading),+],)+
                    Self::Contact(..) => &[],
                }
            }
        }
    };
}

fields! {
    /// Unique pupil number.
    Upn, "UPN", ["upn", "uniquepupilnumber", "pupilupn", "studentupn"];
    /// The UPN before this one.
    FormerUpn, "former UPN", ["formerupn"];
    /// Admission number.
    Adno, "admission number", ["adno", "admissionnumber", "admissionno", "admno", "admnumber", "pupilnumber"];
    /// Unique learner number.
    Uln, "unique learner number", ["uln", "uniquelearnernumber"];
    /// Surname in law; first choice.
    LegalSurname, "legal surname", ["legalsurname", "legallastname"];
    /// Surname.
    Surname, "surname", ["surname", "lastname", "familyname"];
    /// Forename in law; first choice.
    LegalForename, "legal forename", ["legalforename", "legalfirstname"];
    /// Forename.
    Forename, "forename", ["forename", "firstname", "givenname"];
    /// Middle names.
    MiddleNames, "middle names", ["middlenames", "middlename"];
    /// The surname the pupil goes by.
    PreferredSurname, "preferred surname", ["preferredsurname", "preferredlastname"];
    /// The forename the pupil goes by.
    PreferredForename, "preferred forename", ["preferredforename", "preferredfirstname", "knownas"];
    /// Date of birth.
    Born, "date of birth", ["dob", "dateofbirth", "birthdate"];
    /// Sex as recorded for the census.
    Sex, "sex", ["sex", "gender", "legalsex"];
    /// National curriculum year.
    Year, "year group", ["year", "yeargroup", "ncyear", "yr", "ncyearactual"];
    /// Registration group.
    Reg, "registration group", ["reg", "reggroup", "registrationgroup", "registrationform", "form", "tutorgroup", "tutor"];
    /// House.
    House, "house", ["house"];
    /// Email address.
    Email, "email address", ["email", "emailaddress"];
    /// Telephone number.
    Phone, "telephone number", ["phone", "telephone", "mobile"];
    /// Free text.
    Notes, "notes", ["notes", "comment", "comments", "details", "narrative", "description"];
    /// Stage of special educational needs.
    Sen, "SEN status", ["sen", "senstatus", "senprovision"];
    /// The source's own number of an incident.
    IncidentId, "incident ID", ["incidentid", "eventid", "id", "behaviourid"];
    /// The day something happened.
    Date, "date", ["date", "incidentdate", "eventdate", "dateofincident", "markdate", "attendancedate"];
    /// The time of day something happened.
    Time, "time", ["time", "incidenttime", "eventtime"];
    /// What kind of behaviour.
    Type, "type", ["type", "incidenttype", "behaviourtype", "behaviour", "event", "eventname", "behaviourname", "reason"];
    /// Behaviour points.
    Points, "points", ["points", "score", "adjustment", "behaviourpoints"];
    /// Where.
    Location, "location", ["location", "room"];
    /// What was done about it.
    Action, "action taken", ["action", "actiontaken", "outcome", "consequence"];
    /// Who wrote it down.
    RecordedBy, "recorded by", ["recordedby", "staff", "teacher", "loggedby", "staffname"];
    /// Morning or afternoon.
    Session, "session", ["session", "ampm", "sessionname"];
    /// Attendance code.
    Mark, "mark", ["mark", "code", "attendancecode", "attendancemark"];
    /// Minutes late.
    MinutesLate, "minutes late", ["minuteslate", "lateminutes"];
    /// Category of suspension.
    Category, "category", ["category", "exclusioncategory", "suspensiontype"];
    /// First day.
    Start, "start date", ["startdate", "start", "fromdate", "exclusionstartdate"];
    /// Last day.
    End, "end date", ["enddate", "end", "untildate", "exclusionenddate"];
    /// Half days.
    Sessions, "sessions", ["sessions", "numberofsessions", "possibleexclusionsessions"];
    /// First reason of a suspension.
    Reason1, "first reason", ["reason1", "primaryreason", "exclusionreason"];
    /// Second reason of a suspension.
    Reason2, "second reason", ["reason2", "secondaryreason"];
    /// Third reason of a suspension.
    Reason3, "third reason", ["reason3", "tertiaryreason"];
    /// A fourth reason, which is one too many.
    Reason4, "fourth reason", ["reason4"];
    /// First day of a string of marks.
    AttendanceStart, "attendance start date", ["attstatsstartdate", "attendancestartdate"];
    /// Last day of a string of marks.
    AttendanceEnd, "attendance end date", ["attstatsenddate", "attendanceenddate"];
    /// A string of marks, two for each day.
    Marks, "marks", ["marks", "attendancemarks"];
    /// Monday of a week of marks.
    Week, "week", ["weekbeginning", "weekcommencing", "weekstart", "weekstartdate"];
    /// Kind of special educational need.
    SenNeed, "SEN need", ["senneed", "sentype", "primaryneed", "primarysenneed", "primarysenneedtype"];
    /// Has an education, health and care plan.
    Ehcp, "EHC plan", ["ehcp", "ehcplan", "hasehcp"];
    /// Free school meals.
    Fsm, "free school meals", ["fsm", "freeschoolmeals", "fsmeligible", "freeschoolmeal"];
    /// English as an additional language.
    Eal, "English as an additional language", ["eal", "ealflag", "englishadditionallanguage", "englishasanadditionallanguage"];
    /// First language.
    FirstLanguage, "first language", ["firstlanguage", "language", "homelanguage", "firstlanguagecode"];
    /// Looked after by a local authority.
    InCare, "in care", ["incare", "incareflag", "lookedafter", "lac"];
    /// First line of the address.
    AddressLine1, "address line 1", ["addressline1", "address1", "houseandstreet"];
    /// Second line of the address.
    AddressLine2, "address line 2", ["addressline2", "address2"];
    /// Third line of the address.
    AddressLine3, "address line 3", ["addressline3", "address3", "locality"];
    /// Town.
    Town, "town", ["town", "city", "townorcity"];
    /// County.
    County, "county", ["county"];
    /// Postcode.
    Postcode, "postcode", ["postcode"];
    /// The source's own number of a member of staff.
    StaffId, "staff ID", ["staffid", "staffnumber", "payrollnumber", "employeenumber"];
    /// The letters a timetable knows a teacher by.
    StaffCode, "staff code", ["staffcode", "shortcode", "initials"];
    /// Mrs, Mr, Dr, ...
    Title, "title", ["title", "salutation"];
    /// Email address at work; first choice.
    WorkEmail, "work email address", ["workemail", "workemailaddress", "schoolemail"];
    /// Job title.
    JobTitle, "job title", ["jobtitle", "post", "position"];
    /// Role in the source system; never a permission here.
    Role, "role", ["role", "staffrole"];
    /// What a teacher teaches.
    TeachingSubject, "teaching subject", ["teachingsubject", "subject", "mainsubject"];
    /// Whole name of a contact.
    ContactName, "contact's name", ["contactname", "contactfullname", "fullname", "name"];
    /// Surname of a contact.
    ContactSurname, "contact's surname", ["contactsurname", "contactlastname", "contactfamilyname"];
    /// Forename of a contact.
    ContactForename, "contact's forename", ["contactforename", "contactfirstname", "contactgivenname"];
    /// Who a contact is to the pupil.
    Relationship, "relationship", ["relationship", "relation", "relationshiptype", "relationshiptopupil", "contactrelationship"];
    /// Whether a contact has parental responsibility.
    Responsibility, "parental responsibility", ["parentalresponsibility", "pr", "hasparentalresponsibility", "responsibility"];
    /// In which order contacts are rung.
    Priority, "contact's priority", ["priority", "contactpriority", "contactorder", "order"];
    /// Telephone number of a contact; first choice.
    ContactPhone, "contact's telephone number", ["contacttelephone", "contactphone", "contactmobile"];
    /// Email address of a contact; first choice.
    ContactEmail, "contact's email address", ["contactemail", "contactemailaddress"];
    /// School year, such as 2026/27.
    AcademicYear, "academic year", ["academicyear", "schoolyear"];
    /// Name of the term.
    TermName, "term", ["term", "termname"];
    /// First day of the term.
    TermStart, "term start", ["termstart", "termstartdate", "startofterm", "termstarts", "termbegins"];
    /// Last day of the term.
    TermEnd, "term end", ["termend", "termenddate", "endofterm", "termends"];
    /// What a row of a calendar is.
    CalendarKind, "what each row is", ["type", "kind", "category", "daytype", "datetype", "eventtype"];
    /// What a row of a calendar is called.
    CalendarName, "name", ["name", "title", "event", "eventname", "summary", "description", "holiday"];
    /// First day of the half term.
    HalfTermStart, "half term start", ["halftermstart", "halftermstartdate", "halftermstarts", "halftermbegins"];
    /// Last day of the half term.
    HalfTermEnd, "half term end", ["halftermend", "halftermenddate", "halftermends"];
    /// Days when staff train and pupils stay at home.
    InsetDays, "INSET days", ["insetdays", "insetday", "inset", "stafftrainingdays", "trainingdays", "nonpupildays"];
}

impl Field {
    /// What it is called in a report or a database: its first heading.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Contact(_, part) => part.code(),
            _ => match self.headings() {
                [first, ..] => first,
                [] => "",
            },
        }
    }

    /// The contact's field a heading means, such as `contact2email`.
    ///
    /// `heading` is already [`normalised`].
    pub fn of_contact(heading: &str) -> Option<Self> {
        let rest = heading.strip_prefix("contact")?;
        let number = rest.chars().next()?.to_digit(10).filter(|n| *n > 0)?;
        let part = ContactPart::of_heading(rest.get(1..)?)?;
        Some(Self::Contact(u8::try_from(number).ok()?, part))
    }
}

/// A heading as it is compared: compatibility forms folded, lower case, and
/// nothing kept but a-z and 0-9.
///
/// ```
/// assert_eq!(intake::field::normalised("Date of Birth:"), "dateofbirth");
/// ```
pub fn normalised(heading: &str) -> String {
    heading
        .nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        .collect()
}
