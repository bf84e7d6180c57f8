//! A form, read and checked: parts, pages, questions and their kinds.
//!
//! Made only by the catalogue. Nothing here knows TOML, HTML or a stored row.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::answer::Share;
use crate::condition::Condition;
use crate::ids::{Code, FormCode, PageId, QuestionId, Version};
use crate::kind::Kind;
use crate::rights::Rights;
use crate::role::{Band, Role};
use crate::safety::SafetyRule;
use crate::theme::{Feeds, Theme};
use crate::words::Words;
use crate::written::Written;

/// One version of one document with questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its code, the name of its folder.
    pub code: FormCode,
    /// Its version, the name of its file.
    pub version: Version,
    /// Its number in the domain notes, such as `D04`.
    pub document: String,
    /// What people call it.
    pub title: Words,
    /// Whether it may be asked of anybody.
    pub offered: Offered,
    /// Whose reading age it is written for.
    pub written_for: WrittenFor,
    /// Whether somebody is asked for it, or begins it when it is needed.
    pub written: Written,
    /// About how long it takes.
    pub minutes: u16,
    /// How closely its answers are held.
    pub band: Band,
    /// Who fills it in and who reads it.
    pub rights: Rights,
    /// How people choose who an answer is for, if they do.
    pub sharing: Option<Sharing>,
    /// What is said before the first question, a paragraph each.
    pub notice: Vec<Words>,
    /// The safety sentence, shown at the foot of every page.
    pub safety: Option<Words>,
    /// The words on the button that skips a question.
    pub skip: Words,
    /// The words on the button for "I'm not sure", if the form has one.
    pub not_sure: Option<Words>,
    /// What is said at the end.
    pub finish: Finish,
    /// The parts, in order. Part 0, if there is one, is for the adult beside.
    pub parts: Vec<Part>,
    /// The lists it is asked with, such as this pupil's lessons.
    pub lists: Lists,
}

/// Whether a form may be asked of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offered {
    /// For real work.
    Work,
    /// For tests and as an example only.
    Test,
}

/// Whose reading age a form is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrittenFor {
    /// Pupils up to about 10.
    YoungerPupils,
    /// Pupils from about 11.
    OlderPupils,
    /// Parents and carers.
    Families,
    /// Staff and other professionals.
    Staff,
}

/// How people choose who an answer is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharing {
    /// The question asked.
    pub label: Words,
    /// The choices, in order.
    pub choices: Vec<(Share, Words)>,
    /// What an answer starts at.
    pub default: Share,
    /// The adult that [`Share::KeyWorker`] stands for.
    pub adult: Role,
    /// What is said when nothing was chosen; without it the default is taken.
    pub missing: Option<Words>,
}

/// What is said at the end.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finish {
    /// The heading.
    pub heading: Words,
    /// The paragraphs: who reads it, what happens next.
    pub lead: Vec<Words>,
}

/// A run of pages with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// 0 for the page before the start, then 1, 2, 3.
    pub number: u8,
    /// Its name.
    pub heading: Words,
    /// A sentence or two before its questions.
    pub lead: Vec<Words>,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// What is shown at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its address.
    pub id: PageId,
    /// Its questions, usually one.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id, the same in every version.
    pub id: QuestionId,
    /// The question.
    pub label: Words,
    /// A line of help.
    pub hint: Option<Words>,
    /// What sort of answer it takes.
    pub kind: Kind,
    /// Whether it may be skipped.
    pub must: Must,
    /// What is said when it is left blank; without it, blank means skipped.
    pub missing: Option<Words>,
    /// When it is asked, if not always.
    pub show_if: Option<Condition>,
    /// What its sharing starts at, if not the form's own default.
    pub share: Option<Share>,
    /// The only roles that read its answer, beside whoever wrote it. Empty: the
    /// form's readers. A question with such a list is never shared further.
    pub only: Vec<Role>,
    /// Where the answer belongs in a summary by theme.
    pub theme: Option<Theme>,
    /// What the answer is a first draft of.
    pub feeds: Option<Feeds>,
    /// Answers that call for an adult.
    pub safety: Vec<SafetyRule>,
}

/// Whether a question may be skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Must {
    /// It may.
    MaySkip,
    /// It needs an answer; the words say so.
    Answer(Words),
    /// It needs a yes; the words say so.
    BeYes(Words),
}

/// An option, a row or a point: a code that is stored and the words for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(Code, String)", into = "(Code, String)")]
pub struct Choice {
    /// What is stored.
    pub code: Code,
    /// What people read.
    pub words: Words,
}

impl From<(Code, String)> for Choice {
    fn from((code, words): (Code, String)) -> Self {
        Self {
            code,
            words: words.into(),
        }
    }
}

impl From<Choice> for (Code, String) {
    fn from(choice: Choice) -> Self {
        (choice.code, choice.words.raw().to_owned())
    }
}

/// The lists handed to a form when it is asked, by name: `lessons`, `family`.
pub type Lists = BTreeMap<Code, Vec<Choice>>;
