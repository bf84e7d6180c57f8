//! The lists of one import: what is new, different and missing, of one kind or
//! of each part of a roster.

use app::imports::{
    changes::{Absence, Changes, Item},
    view::RunStage,
};

use super::{super::parts, ImportPage};
use crate::words::figures;

impl ImportPage {
    pub(super) fn parts(&self) -> Vec<parts::Row> {
        parts::rows(&self.view.line.parts)
    }

    /// Whether how many there are of each is still true.
    pub(super) fn shows_parts(&self) -> bool {
        let stage = self.view.line.stage;
        matches!(stage, RunStage::Waiting { .. } | RunStage::Done { .. })
    }

    pub(super) fn absent(&self) -> &'static str {
        match self.absence() {
            Absence::NotInFile => "Not in it",
            Absence::SaidToBeGone => "To be deleted",
        }
    }

    pub(super) fn absence(&self) -> Absence {
        let changes = self.view.changes.as_ref();
        changes.map_or_else(Absence::default, |all| all.absence)
    }

    /// Who is on roll here and, by the file, no longer at the school.
    pub(super) fn gone(changes: &Changes) -> String {
        let n = changes.missing.len();
        let is = if n == 1 { "is" } else { "are" };
        let who = figures(n, "pupil", "pupils");
        match changes.absence {
            Absence::NotInFile => format!("{who} on roll here {is} not in the file"),
            Absence::SaidToBeGone => format!("{who} on roll here {is} deleted in the file"),
        }
    }

    pub(super) fn changed(&self) -> Vec<(String, &'static str, &[Item])> {
        match &self.view.changes {
            Some(changes) if self.kind().is_roster() => parts::changed(changes),
            Some(changes) if !changes.changed.is_empty() => {
                let words = format!("{} would change", self.counted(changes.changed.len()));
                vec![(words, "changed", changes.changed.as_slice())]
            }
            Some(_) | None => Vec::new(),
        }
    }

    pub(super) fn added(&self) -> Vec<(String, &[Item])> {
        match &self.view.changes {
            Some(changes) if self.kind().is_roster() => parts::added(changes),
            Some(changes) if !changes.added.is_empty() => {
                vec![("Show what is new".to_owned(), changes.added.as_slice())]
            }
            Some(_) | None => Vec::new(),
        }
    }

    pub(super) fn missing(&self) -> Vec<(String, &'static str, &[Item])> {
        match &self.view.changes {
            Some(changes) if self.kind().is_roster() => parts::missing(changes),
            Some(changes) if !changes.missing.is_empty() && !self.can_leave() => {
                let n = changes.missing.len();
                let is = if n == 1 { "is" } else { "are" };
                let words = format!("{} on your list {is} not in the file", self.counted(n));
                let then = "Nothing changes for them. When somebody leaves, put their last day into your school’s system and import again, or close their account under People.";
                vec![(words, then, changes.missing.as_slice())]
            }
            Some(_) | None => Vec::new(),
        }
    }
}
