//! Looking back before a review or the end: what each teacher, the pupil, those
//! at home and whoever made a promise say beforehand, on a page of their own.
//!
//! It is short, and nothing in it has a consequence for whoever says it. What a
//! pupil leaves out was left out on purpose. The review puts it beside what the
//! record shows; it decides nothing.

mod asking;
mod closing;
mod draft;
mod mark;
mod read;
#[cfg(test)]
mod tests;

pub use asking::{Asking, Round, UnknownRound};
pub use closing::{Closing, Felt};
pub(crate) use closing::{Way, read_closing};
pub use draft::{LookBackDraft, OwnWord};
pub use mark::{Contact, Direction, Mark, NOT_SAID};
pub use read::LookBackFrame;

use crate::{account::CaseRole, meeting::ViewOf, pupil::QuestionnaireVersion};

crate::coded! {
    /// In which part somebody looks back: it decides what they are asked.
    pub enum Part {
        /// Whoever sees lessons: each target, an example, what helped, what next.
        Teacher => "teacher", "Teacher";
        /// Whoever made a promise and sees no lessons, in school or outside it.
        Promise => "promise", "Made a promise";
        /// A pupil who reads comfortably.
        Pupil => "pupil", "Pupil";
        /// A younger pupil: faces and few words.
        Younger => "younger", "Younger pupil";
        /// A parent or carer.
        Home => "home", "Home";
    }
}

/// Whether somebody has a promise in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promised {
    /// They have one at least.
    Something,
    /// They have none.
    Nothing,
}

impl Part {
    /// The part of somebody with this role; nothing for those who are not asked.
    pub const fn of(
        role: CaseRole,
        promised: Promised,
        version: QuestionnaireVersion,
    ) -> Option<Self> {
        use CaseRole as R;
        match (role, promised) {
            (R::ClassTeacher | R::SubjectTeacher | R::KeyWorker | R::Mentor, _) => {
                Some(Self::Teacher)
            }
            (R::Parent | R::Carer, _) => Some(Self::Home),
            (R::Pupil, _) => Some(match version {
                QuestionnaireVersion::Secondary => Self::Pupil,
                QuestionnaireVersion::Primary
                | QuestionnaireVersion::EasyRead
                | QuestionnaireVersion::Interview => Self::Younger,
            }),
            (_, Promised::Something) => Some(Self::Promise),
            (_, Promised::Nothing) => None,
        }
    }

    /// Whether the pupil speaks.
    pub const fn is_pupil(self) -> bool {
        matches!(self, Self::Pupil | Self::Younger)
    }

    /// Whose side it is in a review, where that side must be heard.
    pub const fn side(self) -> Option<ViewOf> {
        match self {
            Self::Pupil | Self::Younger => Some(ViewOf::Pupil),
            Self::Home => Some(ViewOf::Home),
            Self::Teacher | Self::Promise => None,
        }
    }

    /// The document it is, in the reading matrix: what staff and others say,
    /// what the pupil says, and what one person at home says.
    pub const fn document(self) -> &'static str {
        match self {
            Self::Teacher | Self::Promise => "D33-staff",
            Self::Pupil | Self::Younger => "D33-pupil",
            Self::Home => "D33-home",
        }
    }

    /// The question of the first questionnaire that is asked again, and the
    /// document it stood in.
    pub const fn asked_before(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Pupil => Some(("D04", "sq1")),
            Self::Younger => Some(("D03", "pq2")),
            Self::Home => Some(("D05", "hq5")),
            Self::Teacher | Self::Promise => None,
        }
    }
}
