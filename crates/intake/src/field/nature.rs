//! What fields are like, whichever file they stand in.

use crate::field::Field;

impl Field {
    /// Whether a cell of it should hold a date.
    pub(crate) const fn is_a_date(self) -> bool {
        matches!(
            self,
            Self::Born
                | Self::Date
                | Self::Start
                | Self::End
                | Self::TermStart
                | Self::TermEnd
                | Self::HalfTermStart
                | Self::HalfTermEnd
        )
    }

    /// Whether a second column for this field is passed over, so that the first
    /// counts, rather than refusing the file. So it is for all that no row
    /// needs: reports often have both a mobile and a telephone of a contact.
    pub(crate) const fn takes_the_first_of_two(self) -> bool {
        matches!(
            self,
            Self::SenNeed
                | Self::Ehcp
                | Self::Fsm
                | Self::Eal
                | Self::FirstLanguage
                | Self::InCare
                | Self::AddressLine1
                | Self::AddressLine2
                | Self::AddressLine3
                | Self::Town
                | Self::County
                | Self::Postcode
                | Self::Title
                | Self::JobTitle
                | Self::Role
                | Self::TeachingSubject
                | Self::ContactPhone
                | Self::ContactEmail
                | Self::CalendarKind
                | Self::CalendarName
                | Self::Contact(..)
        )
    }

    /// What people call the field of a [`Field::code`]; the code itself where
    /// there is none.
    pub fn label_of(code: &str) -> &str {
        let field = Self::ALL.iter().find(|field| field.code() == code);
        field.map_or(code, |field| field.label())
    }

    /// Whether a heading means it. `heading` is already [`normalised`].
    pub fn is_headed(self, heading: &str) -> bool {
        self.headings().contains(&heading)
    }
}
