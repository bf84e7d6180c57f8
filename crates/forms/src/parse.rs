//! From what was posted to answers, or to problems in words.
//!
//! One page at a time, one small reader for each kind of question. Nothing is
//! stored here, and what a safety rule says not to keep never leaves this module.

mod choice;
mod date;
mod grid;
mod number;
mod text;

use jiff::civil::Date;

use crate::answer::{Answer, Answers, Reply, Share};
use crate::field;
use crate::form::{Form, Must, Page, Question};
use crate::ids::QuestionId;
use crate::kind::{Kind, Takes};
use crate::safety::{Keep, Raised};
use crate::typed::Typed;
use crate::value::{Value, YesNo};
use crate::words::Words;

/// A page that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The replies, in the page's order.
    pub replies: Vec<(QuestionId, Reply)>,
    /// The safety rules that fired: tasks to make, now rather than at the end.
    pub raised: Vec<Raised>,
}

/// A page that could not be read, with everything that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// What to sort out, in the page's order.
    pub problems: Vec<Problem>,
    /// What was typed.
    pub typed: Typed,
}

/// One thing to sort out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The question.
    pub question: QuestionId,
    /// The field to go to.
    pub field: String,
    /// What to do, the same in the summary and at the field.
    pub words: Words,
}

/// What one question came to: nothing typed, a value, or problems.
type Read = Result<Option<Value>, Vec<Problem>>;

/// A reply, and the safety rules it fired.
type Replied = (Reply, Vec<Raised>);

/// Reads what was posted to one page. `answers` are those so far, for questions that
/// are asked only sometimes; `today` is the day on the school's calendar.
///
/// # Errors
/// [`Returned`] when anything could not be read. Nothing is raised or kept then.
pub fn page(
    form: &Form,
    page: &Page,
    posted: &[(String, String)],
    answers: &Answers,
    today: Date,
) -> Result<Filled, Returned> {
    let one = |question: &Question, typed: &Typed| reply(form, question, typed, today).map(Some);
    read(form, page, (posted, answers), one)
}

/// Reads what was posted to a page that somebody stops at: what was answered is kept,
/// and what was left blank is not skipped but still to come.
///
/// # Errors
/// [`Returned`] when anything that was typed could not be read.
pub fn so_far(
    form: &Form,
    page: &Page,
    posted: &[(String, String)],
    answers: &Answers,
    today: Date,
) -> Result<Filled, Returned> {
    let one = |question: &Question, typed: &Typed| {
        let was_given = answers.value(&question.id).is_some();
        unfinished(form, question, (typed, was_given), today)
    };
    read(form, page, (posted, answers), one)
}

fn read(
    form: &Form,
    page: &Page,
    (posted, answers): (&[(String, String)], &Answers),
    one: impl Fn(&Question, &Typed) -> Result<Option<Replied>, Vec<Problem>>,
) -> Result<Filled, Returned> {
    let typed = Typed::posted(page, posted);
    let mut known = answers.clone();
    let mut filled = Filled {
        replies: Vec::new(),
        raised: Vec::new(),
    };
    let mut problems = Vec::new();
    for question in &page.questions {
        if !form.asks(question, &known) {
            continue;
        }
        match one(question, &typed) {
            Ok(Some((reply, raised))) => {
                known.put(question.id.clone(), reply.clone());
                filled.replies.push((question.id.clone(), reply));
                filled.raised.extend(raised);
            }
            Ok(None) => {}
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() {
        Ok(filled)
    } else {
        Err(Returned { problems, typed })
    }
}

/// The reply to a question of a page that is not finished, if there is one.
fn unfinished(
    form: &Form,
    question: &Question,
    (typed, was_given): (&Typed, bool),
    today: Date,
) -> Result<Option<Replied>, Vec<Problem>> {
    let id = &question.id;
    let skips = typed.pressed(&field::skip(id)) || typed.pressed(&field::not_sure(id));
    let may_skip = question.must == Must::MaySkip;
    // Words that were there before and were rubbed out are not kept.
    let rubbed_out = was_given && may_skip && question.missing.is_none();
    match value(question, typed, today)? {
        Some(Value::YesNo(YesNo::No)) if matches!(question.must, Must::BeYes(_)) => Ok(None),
        None if !(rubbed_out || skips && may_skip) => Ok(None),
        _ => reply(form, question, typed, today).map(Some),
    }
}

fn reply(
    form: &Form,
    question: &Question,
    typed: &Typed,
    today: Date,
) -> Result<Replied, Vec<Problem>> {
    let id = &question.id;
    let said = |answer| {
        let share = None;
        Ok((Reply { answer, share }, Vec::new()))
    };
    if question.must == Must::MaySkip {
        if typed.pressed(field::SKIP_PAGE) || typed.pressed(&field::skip(id)) {
            return said(Answer::Skipped);
        }
        if form.offers_not_sure(question) && typed.pressed(&field::not_sure(id)) {
            return said(Answer::NotSure);
        }
    }
    match value(question, typed, today)? {
        Some(Value::YesNo(YesNo::No)) if matches!(question.must, Must::BeYes(_)) => {
            Err(left_blank(question))
        }
        Some(value) => given(form, question, typed, value),
        None if question.missing.is_some() => Err(left_blank(question)),
        None => said(Answer::Skipped),
    }
}

/// The answer as it is kept, who it is for, and the safety rules it fires.
fn given(
    form: &Form,
    question: &Question,
    typed: &Typed,
    value: Value,
) -> Result<Replied, Vec<Problem>> {
    let share = share(form, question, typed)?;
    let answer = Answer::Given(value);
    let fired = question
        .safety
        .iter()
        .filter(|rule| rule.when.holds(&answer));
    let raised: Vec<Raised> = fired
        .map(|rule| Raised {
            question: question.id.clone(),
            rule: rule.clone(),
        })
        .collect();
    let kept = if raised.iter().any(|fired| fired.rule.keep == Keep::Nothing) {
        Reply {
            answer: Answer::PassedOn,
            share: None,
        }
    } else {
        Reply { answer, share }
    };
    Ok((kept, raised))
}

fn value(question: &Question, typed: &Typed, today: Date) -> Read {
    match &question.kind {
        Kind::Line { most } => text::line(question, typed, *most),
        Kind::Prose { least, most } => text::prose(question, typed, *least, *most),
        Kind::List { up_to, most } => text::list(question, typed, *up_to, *most),
        Kind::Person => text::person(question, typed),
        Kind::Date(when) => date::day(question, typed, *when, today),
        Kind::Number(measure) => number::number(question, typed, measure),
        Kind::YesNo => choice::yes_no(question, typed),
        Kind::One(choices) => choice::one(question, typed, choices),
        Kind::Many(choices) => choice::many(question, typed, choices),
        Kind::Scale(marked) => choice::point(question, typed, marked),
        Kind::Grid { rows, cells, .. } => grid::grid(question, typed, rows, cells),
        Kind::Rows { up_to, columns } => grid::rows(question, typed, (*up_to, columns), today),
    }
}

fn share(form: &Form, question: &Question, typed: &Typed) -> Result<Option<Share>, Vec<Problem>> {
    let Some(sharing) = form.sharing_of(question) else {
        return Ok(None);
    };
    let name = field::share(&question.id);
    let chosen = Share::from_code(typed.first(&name))
        .filter(|share| sharing.choices.iter().any(|(offered, _)| offered == share));
    match (chosen, &sharing.missing) {
        (Some(share), _) => Ok(Some(share)),
        (None, None) => Ok(Some(form.share_at_first(question))),
        (None, Some(words)) => Err(vec![Problem {
            question: question.id.clone(),
            field: name,
            words: words.clone(),
        }]),
    }
}

fn left_blank(question: &Question) -> Vec<Problem> {
    let words = match (&question.must, &question.missing) {
        (Must::Answer(words) | Must::BeYes(words), _) | (Must::MaySkip, Some(words)) => {
            words.clone()
        }
        (Must::MaySkip, None) => Words::from("Answer this, or choose to skip it"),
    };
    vec![Problem {
        question: question.id.clone(),
        field: first_field(question),
        words,
    }]
}

/// The field a link from the summary of problems goes to.
pub fn first_field(question: &Question) -> String {
    let id = &question.id;
    match &question.kind {
        Kind::Date(_) => {
            let [day, ..] = field::date(id);
            day
        }
        Kind::Grid { rows, .. } => rows
            .first()
            .map_or_else(|| field::value(id), |row| field::row(id, &row.code)),
        Kind::List { .. } => field::entry(id, 1),
        Kind::Rows { columns, .. } => match columns.first() {
            Some(column) => {
                let name = field::cell(id, 1, &column.id);
                match column.takes {
                    Takes::Date(_) => {
                        let [day, ..] = field::boxes(&name);
                        day
                    }
                    _ => name,
                }
            }
            None => field::value(id),
        },
        _ => field::value(id),
    }
}

/// One problem, at one field.
fn problem(question: &Question, field: String, words: impl Into<Words>) -> Problem {
    Problem {
        question: question.id.clone(),
        field,
        words: words.into(),
    }
}
