//! The shape of a form's TOML file, key by key. Unknown keys are errors.
//!
//! What is written here is what an author may write; `read` turns it into a [`Form`]
//! and says, question by question, what does not fit. `docs/forms.md` tells the same
//! as a guide, and `forms/kitchen-sink/v1.toml` shows one of everything.
//!
//! [`Form`]: crate::Form

use serde::Deserialize;

use crate::answer::Share;
use crate::form::{Finish, Offered, WrittenFor};
use crate::ids::{Code, FormCode, QuestionId};
use crate::kind::When;
use crate::measure::Unit;
use crate::rights::Rights;
use crate::role::{Band, Role};
use crate::safety::{Keep, Within};
use crate::scale::Scale;
use crate::theme::{Feeds, Theme};
use crate::words::Words;
use crate::written::Group;

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawForm {
    /// The folder's name: `code = "pupil-secondary"`.
    pub code: FormCode,
    /// The document's number in the domain notes: `document = "D04"`.
    pub document: String,
    pub title: Words,
    /// `offered = "work"`, or `"test"` for a form nobody may be sent.
    pub offered: Offered,
    /// `written_for = "families"`: whose reading age the words must suit.
    pub written_for: WrittenFor,
    /// `written = "when_needed"` for one that somebody begins by themselves.
    #[serde(default)]
    pub written: RawWritten,
    /// `group = "support"`: where it stands, if it is written when needed.
    pub group: Option<Group>,
    /// `several = true` if more than one can stand side by side.
    pub several: Option<bool>,
    /// About how long it takes.
    pub minutes: u16,
    /// `band = "contributor"`.
    pub band: Band,
    /// `one_question`: a page for each. `whole_part`: a page for each part.
    pub pages: RawPages,
    /// The words on the skip button: `skip = "I don't want to say"`.
    pub skip: Words,
    /// The words on the "not sure" button; left out, there is none.
    pub not_sure: Option<Words>,
    /// Said before the first question, a paragraph each.
    #[serde(default)]
    pub notice: Vec<Words>,
    /// Said at the foot of every page.
    pub safety: Option<Words>,
    pub finish: Finish,
    pub rights: Rights,
    pub sharing: Option<RawSharing>,
    /// The page for the adult, before the first question.
    pub before: Option<RawPart>,
    pub part: Vec<RawPart>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RawWritten {
    #[default]
    WhenAsked,
    WhenNeeded,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RawPages {
    OneQuestion,
    WholePart,
}

/// How people choose who an answer is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSharing {
    pub label: Words,
    /// `choices = [["meeting", "My meeting"], ["key_worker", "Only {key_worker}"]]`
    pub choices: Vec<(Share, Words)>,
    pub default: Share,
    /// Who `key_worker` stands for: `adult = "keyw"`.
    pub adult: Role,
    /// Said when nothing is chosen; left out, the default is taken.
    pub missing: Option<Words>,
}

/// A part, or the page before the start.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPart {
    pub heading: Words,
    #[serde(default)]
    pub lead: Vec<Words>,
    pub question: Vec<RawQuestion>,
}

/// One question. Which keys belong to which kind is in `read::kind`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawQuestion {
    pub id: QuestionId,
    pub kind: RawKind,
    pub label: Words,
    pub hint: Option<Words>,
    /// Said when it is left blank; left out, blank means skipped.
    pub missing: Option<Words>,
    /// `must = "answer"` or `must = "yes"`; needs `missing`.
    pub must: Option<RawMust>,
    /// On the same page as the question before it: `beside = "hq13"`.
    pub beside: Option<QuestionId>,
    pub show_if: Option<RawCondition>,
    pub share: Option<Share>,
    /// The only roles that read the answer: `only = ["coord", "head"]`.
    #[serde(default)]
    pub only: Vec<Role>,
    pub theme: Option<Theme>,
    pub feeds: Option<Feeds>,
    #[serde(default)]
    pub safety: Vec<RawSafety>,
    // Keys that belong to some kinds only.
    pub min_characters: Option<usize>,
    pub max_characters: Option<usize>,
    pub when: Option<When>,
    /// `min = 3` and `max = 20`: whole numbers; `decimals = 1` lets 9.5 through.
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub decimals: Option<u8>,
    /// `unit = ["year", "years"]`
    pub unit: Option<Unit>,
    /// `options = [["yes", "Yes"], ["bit", "A bit"]]`
    pub options: Option<Vec<(Code, Words)>>,
    pub alone: Option<Vec<Code>>,
    pub more: Option<Words>,
    /// The list it can be asked with: `from = "lessons"`.
    pub from: Option<Code>,
    pub scale: Option<Scale>,
    /// Words in place of the scale's own, lowest first.
    pub points: Option<Vec<Words>>,
    pub rows: Option<Vec<(Code, Words)>>,
    /// `each = "many"` lets a grid's row take several options.
    pub each: Option<RawEach>,
    pub up_to: Option<u8>,
    pub columns: Option<Vec<RawColumn>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RawKind {
    Line,
    Prose,
    Date,
    Number,
    YesNo,
    One,
    Many,
    Scale,
    Grid,
    List,
    Rows,
    Person,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RawMust {
    Answer,
    Yes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RawEach {
    One,
    Many,
}

/// `show_if = { question = "sq41", is = "yes" }`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCondition {
    pub question: QuestionId,
    pub is: Option<RawIs>,
    pub at_least: Option<u8>,
    pub at_most: Option<u8>,
}

/// `is = "given"`, `is = "yes"` or `is = ["yes", "partly"]`.
#[derive(Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "expected \"given\", an option's code, or a list of codes"
)]
pub(crate) enum RawIs {
    One(Code),
    Any(Vec<Code>),
}

/// `{ is = "yes_now", task = "look_into_bullying", to = "keyw", tell = ["dsl"], ... }`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSafety {
    pub is: Option<RawIs>,
    pub at_least: Option<u8>,
    pub at_most: Option<u8>,
    pub task: Code,
    /// A role, or `helper` for whoever sat with the pupil.
    pub to: RawAdult,
    #[serde(default)]
    pub tell: Vec<Role>,
    pub within: Within,
    pub keep: Keep,
    pub ask: Words,
    pub say: Option<Words>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(
    untagged,
    expecting = "expected a role, such as \"keyw\", or \"helper\""
)]
pub(crate) enum RawAdult {
    Helper(HelperWord),
    Role(Role),
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) enum HelperWord {
    #[serde(rename = "helper")]
    Helper,
}

/// `{ id = "service", label = "Which service?", kind = "line" }`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawColumn {
    pub id: Code,
    pub label: Words,
    pub kind: RawTakes,
    pub max_characters: Option<usize>,
    pub options: Option<Vec<(Code, Words)>>,
    pub when: Option<When>,
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub decimals: Option<u8>,
    pub unit: Option<Unit>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RawTakes {
    Line,
    One,
    YesNo,
    Date,
    Number,
}

/// Pairs from a file as choices.
pub(crate) fn choices(pairs: Vec<(Code, Words)>) -> Vec<crate::form::Choice> {
    pairs
        .into_iter()
        .map(|(code, words)| crate::form::Choice { code, words })
        .collect()
}
