//! Year groups, and which questionnaire a year is offered first.

use crate::{coded, document::DocumentKind};

coded! {
    /// A year group, with the code of the national data set.
    pub enum YearGroup {
        /// Early years, first.
        E1 => "E1", "Early years 1";
        /// Early years, second.
        E2 => "E2", "Early years 2";
        /// Nursery, first.
        N1 => "N1", "Nursery 1";
        /// Nursery, second.
        N2 => "N2", "Nursery 2";
        /// Reception.
        Reception => "R", "Reception";
        /// Year 1.
        Y1 => "1", "Year 1";
        /// Year 2.
        Y2 => "2", "Year 2";
        /// Year 3.
        Y3 => "3", "Year 3";
        /// Year 4.
        Y4 => "4", "Year 4";
        /// Year 5.
        Y5 => "5", "Year 5";
        /// Year 6.
        Y6 => "6", "Year 6";
        /// Year 7.
        Y7 => "7", "Year 7";
        /// Year 8.
        Y8 => "8", "Year 8";
        /// Year 9.
        Y9 => "9", "Year 9";
        /// Year 10.
        Y10 => "10", "Year 10";
        /// Year 11.
        Y11 => "11", "Year 11";
        /// Year 12.
        Y12 => "12", "Year 12";
        /// Year 13.
        Y13 => "13", "Year 13";
        /// Year 14.
        Y14 => "14", "Year 14";
        /// Not taught in year groups.
        Ungrouped => "X", "No year group";
    }
}

coded! {
    /// Which form of the pupil's questions is used.
    pub enum QuestionnaireVersion {
        /// Faces and short sentences.
        Primary => "primary", "Younger pupils";
        /// For pupils who read comfortably.
        Secondary => "secondary", "Older pupils";
        /// Symbols and very few words.
        EasyRead => "easy_read", "Symbols and easy read";
        /// A conversation that an adult writes down.
        Interview => "interview", "Conversation only";
    }
}

impl QuestionnaireVersion {
    /// The document its answers are kept in. A conversation follows the
    /// shorter set.
    pub const fn document(self) -> DocumentKind {
        match self {
            Self::Secondary => DocumentKind::PupilSecondary,
            Self::Primary | Self::EasyRead | Self::Interview => DocumentKind::PupilPrimary,
        }
    }
}

impl YearGroup {
    /// The version to offer first. Only a start: the coordinator chooses by
    /// what the pupil can do, not by age.
    pub const fn questionnaire(self) -> QuestionnaireVersion {
        match self {
            Self::E1 | Self::E2 | Self::Ungrouped => QuestionnaireVersion::Interview,
            Self::N1 | Self::N2 => QuestionnaireVersion::EasyRead,
            Self::Reception | Self::Y1 | Self::Y2 | Self::Y3 | Self::Y4 | Self::Y5 | Self::Y6 => {
                QuestionnaireVersion::Primary
            }
            Self::Y7
            | Self::Y8
            | Self::Y9
            | Self::Y10
            | Self::Y11
            | Self::Y12
            | Self::Y13
            | Self::Y14 => QuestionnaireVersion::Secondary,
        }
    }

    /// Key stage, 0 to 5; nothing for pupils outside year groups.
    pub const fn key_stage(self) -> Option<u8> {
        match self {
            Self::E1 | Self::E2 | Self::N1 | Self::N2 | Self::Reception => Some(0),
            Self::Y1 | Self::Y2 => Some(1),
            Self::Y3 | Self::Y4 | Self::Y5 | Self::Y6 => Some(2),
            Self::Y7 | Self::Y8 | Self::Y9 => Some(3),
            Self::Y10 | Self::Y11 => Some(4),
            Self::Y12 | Self::Y13 | Self::Y14 => Some(5),
            Self::Ungrouped => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_in_order_and_offered_the_questions_of_their_phase() {
        assert!(YearGroup::Reception < YearGroup::Y1 && YearGroup::Y9 < YearGroup::Y10);
        for (code, version, stage) in [
            ("N2", QuestionnaireVersion::EasyRead, Some(0)),
            ("R", QuestionnaireVersion::Primary, Some(0)),
            ("6", QuestionnaireVersion::Primary, Some(2)),
            ("7", QuestionnaireVersion::Secondary, Some(3)),
            ("X", QuestionnaireVersion::Interview, None),
        ] {
            let year: YearGroup = code.parse().unwrap();
            assert_eq!((year.questionnaire(), year.key_stage()), (version, stage));
        }
    }
}
