//! The documents of a programme: which there are, reading one, and beginning
//! one. Staff come by `/programmes/{ref}/documents`, people at home by
//! `/family/documents/{ref}`, the pupil by `/me/documents/{ref}`.

pub mod index;
pub mod show;

use domain::{id::AskId, programme::ProgrammeRef};

use crate::{layout::Look, session::Visit};

/// By which address somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Staff,
    Family,
    Pupil,
}

impl Way {
    fn of(visit: &Visit) -> Self {
        let path = visit.path();
        if path.starts_with("/me/") {
            Self::Pupil
        } else if path.starts_with("/family/") {
            Self::Family
        } else {
            Self::Staff
        }
    }

    /// Where the documents of a programme are listed.
    fn list(self, reference: &ProgrammeRef) -> String {
        let path = reference.path();
        match self {
            Self::Staff => format!("/programmes/{path}/documents"),
            Self::Family => format!("/family/documents/{path}"),
            Self::Pupil => format!("/me/documents/{path}"),
        }
    }

    /// Where one is read.
    fn one(self, reference: &ProgrammeRef, id: AskId) -> String {
        format!("{}/{id}", self.list(reference))
    }

    /// Where one is written.
    fn writing(self, id: AskId) -> String {
        match self {
            Self::Staff => format!("/questions/{id}"),
            Self::Family => format!("/family/questions/{id}"),
            Self::Pupil => format!("/me/questions/{id}"),
        }
    }

    const fn look(self) -> Look {
        match self {
            Self::Staff => Look::Staff,
            Self::Family => Look::Family,
            Self::Pupil => Look::Pupil,
        }
    }

    /// Where somebody's own page is.
    const fn home(self) -> &'static str {
        match self {
            Self::Staff => "/programmes",
            Self::Family => "/family",
            Self::Pupil => "/me",
        }
    }
}
