//! A person's answers to one form: given, not sure, skipped or passed on; who each
//! is for; and how they are stored.
//!
//! Skipped is an answer, not a blank. No answer text is ever in `Debug`.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::form::{Form, Lists};
use crate::ids::{FormCode, QuestionId, Version};
use crate::value::Value;

/// What came of asking one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// An answer.
    Given(Value),
    /// "I'm not sure", which is not the same as not wanting to say.
    NotSure,
    /// Left out on purpose.
    Skipped,
    /// Told to a named adult instead. What was said is not kept here.
    PassedOn,
}

/// Who an answer is for. The adult is the one the form names: the key worker for a
/// pupil, the coordinator for a parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// The meeting, and everyone who reads the document.
    Meeting,
    /// Only the named adult.
    KeyWorker,
    /// Nobody else.
    Nobody,
}

impl Share {
    /// Widest first.
    pub const ALL: [Self; 3] = [Self::Meeting, Self::KeyWorker, Self::Nobody];

    /// The code used in files and posted by pages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::KeyWorker => "key_worker",
            Self::Nobody => "nobody",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|share| share.code() == code)
    }
}

/// An answer and who it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// The answer.
    pub answer: Answer,
    /// Who it is for; none where the form does not ask, or there is nothing to share.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub share: Option<Share>,
}

/// Everything one person has answered so far on one version of one form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Which form.
    pub form: FormCode,
    /// Which version of it.
    pub version: Version,
    /// The lists the form was asked with, such as this pupil's lessons.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub lists: Lists,
    replies: BTreeMap<QuestionId, Reply>,
}

/// Why stored answers could not be read.
#[derive(Debug, thiserror::Error)]
#[error("read stored answers: {0}")]
pub struct UnreadableAnswers(#[from] serde_json::Error);

impl Answers {
    /// No answers yet, to this version of this form as it was asked.
    #[must_use]
    pub fn none_yet(form: &Form) -> Self {
        Self {
            form: form.code.clone(),
            version: form.version,
            lists: form.lists.clone(),
            replies: BTreeMap::new(),
        }
    }

    /// The reply to a question, if it has been asked and answered or skipped.
    pub fn reply(&self, question: &QuestionId) -> Option<&Reply> {
        self.replies.get(question)
    }

    /// The value given to a question, if one was.
    pub fn value(&self, question: &QuestionId) -> Option<&Value> {
        match &self.reply(question)?.answer {
            Answer::Given(value) => Some(value),
            Answer::NotSure | Answer::Skipped | Answer::PassedOn => None,
        }
    }

    /// Sets or replaces one reply.
    pub fn put(&mut self, question: QuestionId, reply: Reply) {
        self.replies.insert(question, reply);
    }

    /// Sets or replaces several replies, as a parsed page hands them over.
    pub fn put_all(&mut self, replies: impl IntoIterator<Item = (QuestionId, Reply)>) {
        self.replies.extend(replies);
    }

    /// All replies, by question id.
    pub fn replies(&self) -> impl Iterator<Item = (&QuestionId, &Reply)> {
        self.replies.iter()
    }

    /// True when nothing has been answered or skipped.
    pub fn is_empty(&self) -> bool {
        self.replies.is_empty()
    }

    /// The same answers without those to questions that, given the other answers,
    /// are not asked. Called before submitting: what was not asked is not kept.
    #[must_use]
    pub fn only_asked(mut self, form: &Form) -> Self {
        let asked: Vec<QuestionId> = form
            .asked(&self)
            .into_iter()
            .map(|question| question.id.clone())
            .collect();
        self.replies.retain(|id, _| asked.contains(id));
        self
    }

    /// The stored form. Same answers, same text.
    ///
    /// # Errors
    /// Only if the JSON writer fails, which it has no reason to.
    pub fn to_json(&self) -> Result<String, UnreadableAnswers> {
        Ok(serde_json::to_string(self)?)
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// [`UnreadableAnswers`] if it is not JSON of the stored shape.
    pub fn from_json(stored: &str) -> Result<Self, UnreadableAnswers> {
        Ok(serde_json::from_str(stored)?)
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (form, version, count) = (&self.form, self.version, self.replies.len());
        write!(f, "Answers({form} {version}, {count} replies)")
    }
}
