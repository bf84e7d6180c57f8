//! When a document is written: because somebody was asked, or because it is needed.

use crate::role::coded;
use crate::words::Words;

/// How a document begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Somebody is asked for it, such as a parent for their views.
    WhenAsked,
    /// Somebody who may fill it in begins it when it is needed.
    WhenNeeded {
        /// Where it stands among the others.
        group: Group,
        /// Whether more than one can stand side by side.
        several: Several,
    },
}

/// Whether more than one document of a kind can stand side by side in a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// One, which is changed as things change.
    One,
    /// As many as there are mentors, plans or services.
    SideBySide,
}

coded! {
    /// Where a document that is written when needed stands among the others.
    Group {
        /// Who the pupil is and how to be with them.
        Pupil => "pupil", "About {pupil}";
        /// How learning goes and what is done about it.
        Learning => "learning", "Learning";
        /// Help that the school gives.
        Support => "support", "Support in school";
        /// Help and advice from other organisations.
        Outside => "outside", "People from outside";
        /// Plans beside this one, and what is on record.
        Records => "records", "Records and plans";
    }
}

impl Group {
    /// The heading over its documents; may hold the pupil's name.
    pub fn heading(self) -> Words {
        self.label().into()
    }
}
