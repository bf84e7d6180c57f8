//! What can be wrong with a form's file, and what to do about each.

use std::fmt;

use crate::ids::QuestionId;

/// One thing wrong with one file. Shown as file, question, fault, remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormProblem {
    /// The file, such as `forms/staff/v1.toml`.
    pub file: String,
    /// The question, where the fault has one.
    pub question: Option<QuestionId>,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for FormProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.file)?;
        if let Some(question) = &self.question {
            write!(f, "question '{question}': ")?;
        }
        write!(f, "{}; {}", self.fault, self.fault.remedy())
    }
}

impl std::error::Error for FormProblem {}

/// What is wrong with a form's file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file is not TOML of the right shape; the text says where.
    #[error("the file does not read: {0}")]
    Unreadable(String),
    /// The file is not at `<code>/v<number>.toml`.
    #[error("the file is not where forms live")]
    Misplaced,
    /// The code inside is not the folder's name.
    #[error("it calls itself '{says}' but its folder is '{folder}'")]
    WrongFolder {
        /// The code in the file.
        says: String,
        /// The folder.
        folder: String,
    },
    /// A text that people read is empty.
    #[error("the words of {0} are missing")]
    NoWords(String),
    /// A text asks for a name that cannot be filled in.
    #[error("the words of {place} ask for '{{{found}}}'")]
    UnknownPlaceholder {
        /// Which text.
        place: String,
        /// What it asked for.
        found: String,
    },
    /// A part, or the form, has no questions.
    #[error("{0} has no questions")]
    Empty(String),
    /// Two questions share an id.
    #[error("its id is used twice")]
    IdTwice,
    /// A key that the kind of question cannot use.
    #[error("a '{kind}' question has no use for '{key}'")]
    KeyNotForKind {
        /// The kind.
        kind: &'static str,
        /// The key.
        key: &'static str,
    },
    /// A key that the kind of question needs.
    #[error("a '{kind}' question needs '{key}'")]
    KeyMissing {
        /// The kind.
        kind: &'static str,
        /// The key.
        key: &'static str,
    },
    /// A choice between fewer than two things.
    #[error("{0} leaves nothing to choose between")]
    TooFewOptions(&'static str),
    /// A code used twice within one question.
    #[error("the code '{code}' is used twice in {place}")]
    CodeTwice {
        /// `options`, `rows` or `columns`.
        place: &'static str,
        /// The code.
        code: String,
    },
    /// A code that has a meaning of its own.
    #[error("an option may not be called '{0}'")]
    ReservedCode(String),
    /// `alone` names something that is no option.
    #[error("'alone' names '{0}', which is not an option")]
    AloneUnknown(String),
    /// The words for a scale are too few or too many.
    #[error("{scale} has {needs} points and {has} words")]
    PointWords {
        /// The scale.
        scale: &'static str,
        /// How many are needed.
        needs: usize,
        /// How many there are.
        has: usize,
    },
    /// A size outside what can be kept.
    #[error("'{key}' is {has}, outside {least} to {most}")]
    Size {
        /// The key.
        key: &'static str,
        /// What it says.
        has: usize,
        /// Smallest allowed.
        least: usize,
        /// Largest allowed.
        most: usize,
    },
    /// A number with nothing between its smallest and its largest.
    #[error("'min' is {least} and 'max' is {most}")]
    Range {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// A document that is written when needed, without what that takes.
    #[error("it is written when needed and does not say '{0}'")]
    NeededWithout(&'static str),
    /// A key for documents that are written when needed.
    #[error("it is written when asked for and has no use for '{0}'")]
    OnlyWhenNeeded(&'static str),
    /// A condition with no test, or with more than one.
    #[error("a condition has {0} tests")]
    OneTest(usize),
    /// A condition on a question that is not there.
    #[error("it waits for '{0}', which is not in this form")]
    WaitsForNothing(QuestionId),
    /// A condition on a question that comes later.
    #[error("it waits for '{0}', which comes later")]
    WaitsForLater(QuestionId),
    /// Conditions that wait for each other.
    #[error("it waits for itself, by way of {0}")]
    Circle(String),
    /// A condition no answer can meet.
    #[error("it can never be asked: no kept answer to '{question}' is {wanted}")]
    NeverAsked {
        /// The earlier question.
        question: QuestionId,
        /// What the condition wants.
        wanted: String,
    },
    /// A safety rule no answer can meet.
    #[error("safety rule '{task}' can never fire: no answer is {wanted}")]
    NeverFires {
        /// The rule's task.
        task: String,
        /// What the rule wants.
        wanted: String,
    },
    /// `must` without the words to ask again.
    #[error("it must be answered but nothing says so")]
    MustWithoutWords,
    /// `must = "yes"` on something that is not a yes or no.
    #[error("only a 'yes_no' question can need a yes")]
    MustYes,
    /// `beside` names a question that is not the one just before, in the same part.
    #[error("it stands beside '{0}', which is not the question before it")]
    NotBeside(QuestionId),
    /// Nobody fills the form in.
    #[error("nobody fills it in")]
    NobodyFills,
    /// Nobody reads the form.
    #[error("nobody reads it")]
    NobodyReads,
    /// A role reads all and in part.
    #[error("'{0}' reads all of it and also reads in part")]
    ReadsTwice(&'static str),
    /// A way of reading in part that a form has no answer to.
    #[error("'{role}' reads it '{how}', which is a way to read a record, not a form")]
    NotAWayToReadAForm {
        /// The role.
        role: &'static str,
        /// The way.
        how: &'static str,
    },
    /// A role that reads nothing is named as a reader of one answer, or of shared ones.
    #[error("'{role}' is named in '{key}' but has no right to read the form")]
    NotAReader {
        /// The role.
        role: &'static str,
        /// The key.
        key: &'static str,
    },
    /// Sharing is spoken of in a form that has no `[sharing]`, or the default is no choice.
    #[error("'{0}' is not among the sharing choices")]
    NoSuchShare(&'static str),
    /// A pupil's form without its safety sentence.
    #[error("a form that a pupil fills in has no safety sentence")]
    NoSafetySentence,
    /// The four shared questions are not as the others have them.
    #[error("'shared' must be a freq5 grid with the rows {0}")]
    SharedFour(String),
}

impl Fault {
    /// What to do about it.
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "mend that line, or see forms/kitchen-sink/v1.toml",
            Self::Misplaced => "move it to forms/<code>/v1.toml",
            Self::WrongFolder { .. } => "make them the same",
            Self::NoWords(_) => "write them",
            Self::UnknownPlaceholder { .. } => {
                "use pupil, key_worker, coordinator, helper, safeguarding_lead or school"
            }
            Self::Empty(_) => "add one or take it out",
            Self::IdTwice => "give one of them a new id",
            Self::KeyNotForKind { .. } => "take it out, or change the kind",
            Self::KeyMissing { .. } => "add it",
            Self::TooFewOptions(_) => "add options until there are two or more",
            Self::CodeTwice { .. } => "give one of them a new code",
            Self::ReservedCode(_) => "call it something else",
            Self::AloneUnknown(_) => "use a code from 'options'",
            Self::PointWords { .. } => "write one for each point, lowest first",
            Self::Size { .. } => "choose a size between",
            Self::Range { .. } => "make 'max' the larger",
            Self::NeededWithout(_) => "add 'group' and 'several' (true or false)",
            Self::OnlyWhenNeeded(_) => "take it out, or write written = \"when_needed\"",
            Self::OneTest(_) => "give it one of 'is', 'at_least' or 'at_most'",
            Self::WaitsForNothing(_) => "name a question of this form",
            Self::WaitsForLater(_) => "move the question it waits for before it",
            Self::Circle(_) => "break the circle by taking out one 'show_if'",
            Self::NeverAsked { .. } | Self::NeverFires { .. } => {
                "use an option or a point that the question has and keeps"
            }
            Self::MustWithoutWords => "add 'missing' with the words to say",
            Self::MustYes => "use must = \"answer\"",
            Self::NotBeside(_) => "put it straight after that question, in the same part",
            Self::NobodyFills => "name a role in 'fills'",
            Self::NobodyReads => "name a role in 'reads'",
            Self::NotAWayToReadAForm { .. } => {
                "use flags, if_pupil_agrees, digest, what_helps, own or shared"
            }
            Self::ReadsTwice(_) => "keep it in one of the two",
            Self::NotAReader { .. } => "add it to 'reads' or 'reads_in_part', or take it out here",
            Self::NoSuchShare(_) => "add it to 'choices' in [sharing], or choose another",
            Self::NoSafetySentence => "add 'safety'",
            Self::SharedFour(_) => "copy the question from forms/staff/v1.toml",
        }
    }
}
