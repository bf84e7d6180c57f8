//! From the file's shape to a [`Form`]: pages laid out, kinds made whole, faults kept.
//!
//! Reading goes on after a fault, so that an author sees them all at once.

mod column;
mod kind;
mod written;

use crate::condition::{Condition, Test};
use crate::fault::{Fault, FormProblem};
use crate::form::{Form, Must, Page, Part, Question, Sharing};
use crate::ids::{Code, FormCode, PageId, QuestionId, Version};
use crate::safety::{Adult, SafetyRule};
use crate::schema::{
    RawAdult, RawCondition, RawForm, RawIs, RawMust, RawPages, RawPart, RawQuestion, RawSafety,
    RawSharing,
};

/// The faults of one file, gathered as they are found.
pub(crate) struct Faults<'f> {
    file: &'f str,
    found: Vec<FormProblem>,
}

impl<'f> Faults<'f> {
    pub(crate) const fn of(file: &'f str) -> Self {
        Self {
            file,
            found: Vec::new(),
        }
    }

    /// Keeps a fault of the form as a whole.
    pub(crate) fn form(&mut self, fault: Fault) {
        self.keep(None, fault);
    }

    /// Keeps a fault of one question.
    pub(crate) fn question(&mut self, question: &QuestionId, fault: Fault) {
        self.keep(Some(question.clone()), fault);
    }

    fn keep(&mut self, question: Option<QuestionId>, fault: Fault) {
        self.found.push(FormProblem {
            file: self.file.to_owned(),
            question,
            fault,
        });
    }

    /// Every fault found.
    pub(crate) fn all(self) -> Vec<FormProblem> {
        self.found
    }
}

/// Reads one file. The faults say whether the form may be used.
pub(crate) fn form(text: &str, version: Version, faults: &mut Faults<'_>) -> Option<Form> {
    match toml::from_str::<RawForm>(text) {
        Ok(raw) => Some(whole(raw, version, faults)),
        Err(problem) => {
            faults.form(Fault::Unreadable(problem.to_string().trim().to_owned()));
            None
        }
    }
}

fn whole(raw: RawForm, version: Version, faults: &mut Faults<'_>) -> Form {
    let written = written::of(&raw, faults);
    let mut parts = Vec::new();
    if let Some(before) = raw.before {
        parts.push(part(0, before, RawPages::WholePart, faults));
    }
    for (number, raw_part) in (1u8..).zip(raw.part) {
        parts.push(part(number, raw_part, raw.pages, faults));
    }
    Form {
        code: raw.code,
        version,
        document: raw.document,
        title: raw.title,
        offered: raw.offered,
        written_for: raw.written_for,
        written,
        minutes: raw.minutes,
        band: raw.band,
        rights: raw.rights,
        sharing: raw.sharing.map(sharing),
        notice: raw.notice,
        safety: raw.safety,
        skip: raw.skip,
        not_sure: raw.not_sure,
        finish: raw.finish,
        parts,
        lists: std::collections::BTreeMap::new(),
    }
}

fn sharing(raw: RawSharing) -> Sharing {
    Sharing {
        label: raw.label,
        choices: raw.choices,
        default: raw.default,
        adult: raw.adult,
        missing: raw.missing,
    }
}

/// Lays a part's questions out on pages.
fn part(number: u8, raw: RawPart, layout: RawPages, faults: &mut Faults<'_>) -> Part {
    let mut pages: Vec<Vec<Question>> = Vec::new();
    for raw_question in raw.question {
        let beside = raw_question.beside.clone();
        let question = question(raw_question, faults);
        let before = pages.last().and_then(|page| page.last());
        if let Some(named) = &beside
            && before.is_none_or(|before| before.id != *named)
        {
            faults.question(&question.id, Fault::NotBeside(named.clone()));
        }
        match pages.last_mut() {
            Some(page) if beside.is_some() => page.push(question),
            Some(page) if layout == RawPages::WholePart && !waits_on(page, &question) => {
                page.push(question);
            }
            _ => pages.push(vec![question]),
        }
    }
    let numbered = (1u8..).zip(pages).map(|(page, questions)| Page {
        id: PageId { part: number, page },
        questions,
    });
    Part {
        number,
        heading: raw.heading,
        lead: raw.lead,
        pages: numbered.collect(),
    }
}

/// Whether a question waits for an answer on this very page: then it comes on the next,
/// so that nobody meets it before the answer is known, with or without JavaScript.
fn waits_on(page: &[Question], question: &Question) -> bool {
    let condition = question.show_if.as_ref();
    condition.is_some_and(|condition| page.iter().any(|on| on.id == condition.question))
}

fn question(raw: RawQuestion, faults: &mut Faults<'_>) -> Question {
    let kind = kind::of(&raw, faults);
    let id = raw.id;
    let must = match (raw.must, &raw.missing) {
        (None, _) => Must::MaySkip,
        (Some(RawMust::Answer), Some(words)) => Must::Answer(words.clone()),
        (Some(RawMust::Yes), Some(words)) => Must::BeYes(words.clone()),
        (Some(_), None) => {
            faults.question(&id, Fault::MustWithoutWords);
            Must::MaySkip
        }
    };
    let show_if = raw.show_if.and_then(|raw| condition(&id, raw, faults));
    let safety = raw.safety.into_iter();
    let safety = safety.filter_map(|raw| safety_rule(&id, raw, faults));
    Question {
        safety: safety.collect(),
        id,
        label: raw.label,
        hint: raw.hint,
        kind,
        must,
        missing: raw.missing,
        show_if,
        share: raw.share,
        only: raw.only,
        theme: raw.theme,
        feeds: raw.feeds,
    }
}

fn condition(id: &QuestionId, raw: RawCondition, faults: &mut Faults<'_>) -> Option<Condition> {
    let test = test(id, raw.is, raw.at_least, raw.at_most, faults)?;
    Some(Condition {
        question: raw.question,
        test,
    })
}

fn safety_rule(id: &QuestionId, raw: RawSafety, faults: &mut Faults<'_>) -> Option<SafetyRule> {
    let when = test(id, raw.is, raw.at_least, raw.at_most, faults)?;
    Some(SafetyRule {
        when,
        task: raw.task,
        to: match raw.to {
            RawAdult::Helper(_) => Adult::Helper,
            RawAdult::Role(role) => Adult::Holding(role),
        },
        tell: raw.tell,
        within: raw.within,
        keep: raw.keep,
        ask: raw.ask,
        say: raw.say,
    })
}

fn test(
    id: &QuestionId,
    is: Option<RawIs>,
    at_least: Option<u8>,
    at_most: Option<u8>,
    faults: &mut Faults<'_>,
) -> Option<Test> {
    let options = is.map(|is| match is {
        RawIs::One(code) if code == "given" => Test::Given,
        RawIs::One(code) => Test::AnyOf(vec![code]),
        RawIs::Any(codes) => Test::AnyOf(codes),
    });
    let mut tests: Vec<Test> = options.into_iter().collect();
    tests.extend(at_least.map(Test::AtLeast));
    tests.extend(at_most.map(Test::AtMost));
    if tests.len() != 1 {
        faults.question(id, Fault::OneTest(tests.len()));
    }
    tests.pop()
}

/// `<code>/v<number>.toml`, as a folder and a version.
pub(crate) fn place(path: &str) -> Option<(FormCode, Version)> {
    let (folder, file) = path.split_once('/')?;
    let number = file.strip_prefix('v')?.strip_suffix(".toml")?;
    let version: u16 = number.parse().ok().filter(|number| *number > 0)?;
    let spelled = version.to_string() == number;
    Some((folder.parse().ok()?, Version(version))).filter(|_| spelled)
}

/// Codes that stand for something of ours.
pub(crate) fn reserved(code: &Code) -> bool {
    *code == "given"
}
