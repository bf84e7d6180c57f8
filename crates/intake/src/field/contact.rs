//! What a list of pupils may say about the contacts of each.

/// What is known about a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactPart {
    /// Whole name.
    Name,
    /// Who they are to the pupil.
    Relationship,
    /// Whether they have parental responsibility.
    ParentalResponsibility,
    /// Telephone number.
    Telephone,
    /// Email address.
    Email,
}

impl ContactPart {
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Name => "contact's name",
            Self::Relationship => "contact's relationship",
            Self::ParentalResponsibility => "contact's parental responsibility",
            Self::Telephone => "contact's telephone number",
            Self::Email => "contact's email address",
        }
    }

    /// The same as of a list of contacts.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Name => "contactname",
            Self::Relationship => "relationship",
            Self::ParentalResponsibility => "parentalresponsibility",
            Self::Telephone => "contacttelephone",
            Self::Email => "contactemail",
        }
    }

    pub(super) fn of_heading(rest: &str) -> Option<Self> {
        Some(match rest {
            "name" | "fullname" => Self::Name,
            "relationship" | "relation" | "relationshiptype" => Self::Relationship,
            "parentalresponsibility" | "pr" | "hasparentalresponsibility" => {
                Self::ParentalResponsibility
            }
            "telephone" | "phone" | "mobile" | "telephonenumber" | "phonenumber" => Self::Telephone,
            "email" | "emailaddress" => Self::Email,
            _ => return None,
        })
    }
}
