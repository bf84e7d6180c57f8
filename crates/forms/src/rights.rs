//! Who fills in, changes, reads and signs a document, as data (domain notes 2.3).
//!
//! This is the list only. Whether somebody holds a role in *this* programme is the
//! gate's question, and outside roles additionally see only what was shared with them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::role::{Role, coded};

coded! {
    /// How a reader reads when not everything, or not always.
    How {
        /// Only that a worry was raised and passed on; never the answer.
        Flags => "flags", "that a worry was raised";
        /// What the pupil shared with the meeting, and only if the pupil agrees.
        IfPupilAgrees => "if_pupil_agrees", "if the pupil agrees";
        /// By theme, with nobody named as the writer.
        Digest => "digest", "by theme, no names";
        /// Only what helps: what an adult can do in the lesson or at home.
        WhatHelps => "what_helps", "what helps";
        /// Only what the reader wrote.
        Own => "own", "their own";
        /// Only what was shared with them, or with the meeting.
        Shared => "shared", "what is shared";
        /// A short account in place of the whole.
        Summary => "summary", "in short";
        /// The pupil's simple view: no weights, no comparisons.
        Simple => "simple", "simple view";
        /// All of it, with the names of other people's children removed.
        NamesRemoved => "names_removed", "others' names removed";
        /// Only the strategy card drawn from it.
        Card => "card", "the strategy card";
        /// All of it, if invited to the meeting.
        IfInvited => "if_invited", "if invited";
        /// All of it, if at the meeting.
        IfPresent => "if_present", "if at the meeting";
    }
}

coded! {
    /// A part of a document that a role may add without reading the rest.
    Portion {
        /// Their own entries.
        Own => "own", "their own";
        /// Their own report to a review.
        Report => "report", "their report";
        /// Their own lessons on a report card.
        Slots => "slots", "their own slots";
        /// The pupil's own marks.
        SelfRating => "self_rating", "self rating";
        /// The letter that goes with it.
        Letter => "letter", "the letter";
    }
}

coded! {
    /// What a role may do with a finished document beside reading it.
    Handling {
        /// Print it for signing or posting.
        Print => "print", "print";
        /// Send it.
        Send => "send", "send";
        /// Agree to it before it goes out.
        Consent => "consent", "consent";
        /// Say that it was read.
        Acknowledge => "acknowledge", "acknowledge";
    }
}

/// The rights over one document. Unknown keys are errors.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rights {
    /// Who fills it in: their copy of a questionnaire, or the document itself.
    #[serde(alias = "creates")]
    pub fills: BTreeSet<Role>,
    /// Who adds one part of it.
    pub fills_in_part: BTreeMap<Role, Portion>,
    /// Who may change it until it is locked.
    pub edits: BTreeSet<Role>,
    /// Who reads all of it.
    pub reads: BTreeSet<Role>,
    /// Who reads less than all of it, or reads it on a condition.
    pub reads_in_part: BTreeMap<Role, How>,
    /// Who signs it.
    pub signs: BTreeSet<Role>,
    /// Who does something with the finished document.
    pub handles: BTreeMap<Role, Handling>,
}

/// How much of a document a role reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everything, apart from answers held for named roles or kept back.
    Full,
    /// Less, or on a condition.
    InPart(How),
    /// Nothing.
    Nothing,
}

impl Rights {
    /// How much `role` reads.
    ///
    /// Whoever may change a document reads it. Whoever only fills one in reads their own.
    pub fn access(&self, role: Role) -> Access {
        if self.reads.contains(&role) || self.edits.contains(&role) {
            Access::Full
        } else if let Some(how) = self.reads_in_part.get(&role) {
            Access::InPart(*how)
        } else if self.fills.contains(&role) || self.fills_in_part.contains_key(&role) {
            Access::InPart(How::Own)
        } else {
            Access::Nothing
        }
    }

    /// Whether `role` may begin the document where it is written when needed: whoever
    /// fills it in, and whoever may change it, who can write it down with them.
    pub fn may_begin(&self, role: Role) -> bool {
        self.fills.contains(&role) || self.edits.contains(&role)
    }

    /// The rights of one role as a matrix prints them: C fills, E changes, R reads,
    /// P in part, S signs; empty if there are none.
    ///
    /// ```
    /// use forms::{Rights, Role};
    /// let mut rights = Rights::default();
    /// rights.reads.insert(Role::Parent);
    /// rights.signs.insert(Role::Parent);
    /// assert_eq!(rights.cell(Role::Parent), "R S");
    /// ```
    pub fn cell(&self, role: Role) -> String {
        let mut marks: Vec<String> = Vec::new();
        let whole = |set: &BTreeSet<Role>, mark: &str| set.contains(&role).then(|| mark.to_owned());
        marks.extend(whole(&self.fills, "C"));
        let portion = self.fills_in_part.get(&role);
        marks.extend(portion.map(|part| format!("C ({})", part.label())));
        marks.extend(whole(&self.edits, "E"));
        marks.extend(whole(&self.reads, "R"));
        let how = self.reads_in_part.get(&role);
        marks.extend(how.map(|how| format!("P ({})", how.label())));
        marks.extend(whole(&self.signs, "S"));
        let handling = self.handles.get(&role);
        marks.extend(handling.map(|handling| handling.label().to_owned()));
        marks.join(" ")
    }

    /// Roles listed both as full readers and as readers in part.
    pub(crate) fn read_twice(&self) -> Vec<Role> {
        self.reads
            .iter()
            .filter(|role| self.reads_in_part.contains_key(role))
            .copied()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_fills_in_a_document_reads_their_own_and_no_more() {
        let rights: Rights = toml::from_str("fills = ['st']\nreads = ['coord']").unwrap();
        assert_eq!(rights.access(Role::Staff), Access::InPart(How::Own));
        assert_eq!(rights.access(Role::Coordinator), Access::Full);
        assert_eq!(rights.access(Role::Office), Access::Nothing);
    }

    #[test]
    fn a_misspelt_role_or_key_is_refused() {
        assert!(toml::from_str::<Rights>("reads = ['coordinator']").is_err());
        assert!(toml::from_str::<Rights>("read = ['coord']").is_err());
    }
}
