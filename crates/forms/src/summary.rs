//! From answers to rows: for looking over, for one reader, for the meeting, for paper.
//!
//! One function decides what a reader may see, so that page, print and export agree.
//! An answer that a reader may not see leaves no trace in that reader's rows.

use crate::answer::{Answer, Answers, Reply, Share};
use crate::form::{Form, Question};
use crate::ids::{PageId, QuestionId};
use crate::rights::{Access, How};
use crate::role::Role;
use crate::safety::SafetyRule;
use crate::said::{Said, said};
use crate::theme::Theme;
use crate::words::Names;

/// One question and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'f> {
    /// Where to change it.
    pub page: PageId,
    /// The question's id.
    pub question: &'f QuestionId,
    /// The name of its part.
    pub part: String,
    /// The question as asked.
    pub asked: String,
    /// What came of it.
    pub said: Said,
    /// Who it is for, where that was chosen.
    pub share: Option<Share>,
    /// Where it belongs in a summary by theme.
    pub theme: Option<Theme>,
}

/// Who is looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Whoever gave the answers, looking them over; also a copy of one's own data.
    Author,
    /// Somebody holding a role, who did not write it.
    Reader {
        /// The role.
        role: Role,
        /// Whether the pupil agrees that parents read what was shared.
        pupil: PupilSays,
    },
    /// Everyone at the meeting: what may be read aloud.
    Meeting,
}

/// Whether the pupil agrees that a parent reads what was shared with the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PupilSays {
    /// Agrees.
    Yes,
    /// Does not, or has not been asked.
    NotYet,
}

/// What one reader sees of one answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Whole,
    OnlyThatItWasRaised,
}

/// The rows for one audience, in the form's order. Without the right, no rows.
pub fn rows<'f>(
    form: &'f Form,
    answers: &Answers,
    audience: Audience,
    names: &Names,
) -> Vec<Row<'f>> {
    let mut rows = Vec::new();
    for part in &form.parts {
        for page in &part.pages {
            for question in &page.questions {
                if !form.asks(question, answers) {
                    continue;
                }
                let reply = answers.reply(&question.id);
                let Some(sight) = sight(form, question, reply, audience) else {
                    continue;
                };
                rows.push(Row {
                    page: page.id,
                    question: &question.id,
                    part: part.heading.with(names),
                    asked: question.label.with(names),
                    said: what_came_of_it(question, reply, sight, names),
                    share: reply.and_then(|reply| reply.share),
                    theme: question.theme,
                });
            }
        }
    }
    rows
}

/// How many answers were kept from the meeting. For the coordinator's own view, which
/// says that something was held back and never what.
pub fn held_back(form: &Form, answers: &Answers) -> usize {
    let asked = form.asked(answers).into_iter();
    asked
        .filter_map(|question| answers.reply(&question.id)?.share)
        .filter(|share| *share != Share::Meeting)
        .count()
}

fn sight(
    form: &Form,
    question: &Question,
    reply: Option<&Reply>,
    audience: Audience,
) -> Option<Sight> {
    match audience {
        Audience::Author => Some(Sight::Whole),
        Audience::Meeting => for_the_meeting(form, question, reply).then_some(Sight::Whole),
        Audience::Reader { role, pupil } => {
            let reply = reply?;
            let access = form.rights.access(role);
            let may_know = access != Access::Nothing;
            if !question.only.is_empty() && question.only.contains(&role) {
                return may_know.then_some(Sight::Whole);
            }
            match access {
                Access::Full => open_to(form, question, reply, role).then_some(Sight::Whole),
                Access::InPart(how) => in_part(form, question, reply, how, pupil),
                Access::Nothing => None,
            }
        }
    }
}

/// Whether a full reader sees an answer: not if it is held for others, or kept back.
///
/// Where people choose who an answer is for, one that was skipped looks to a reader
/// just like one that was kept back: neither is there.
fn open_to(form: &Form, question: &Question, reply: &Reply, role: Role) -> bool {
    let adult = form.sharing.as_ref().map(|sharing| sharing.adult);
    question.only.is_empty()
        && match reply.share {
            None => form.sharing_of(question).is_none(),
            Some(Share::Meeting) => true,
            Some(Share::KeyWorker) => adult == Some(role),
            Some(Share::Nobody) => false,
        }
}

fn in_part(
    form: &Form,
    question: &Question,
    reply: &Reply,
    how: How,
    pupil: PupilSays,
) -> Option<Sight> {
    let shared = for_the_meeting(form, question, Some(reply));
    match how {
        How::Flags if !fired(question, &reply.answer).is_empty() => {
            Some(Sight::OnlyThatItWasRaised)
        }
        How::IfPupilAgrees if pupil == PupilSays::Yes && shared => Some(Sight::Whole),
        How::Shared if shared => Some(Sight::Whole),
        How::WhatHelps if shared && question.theme == Some(Theme::Helps) => Some(Sight::Whole),
        How::Digest if shared && question.theme.is_some() => Some(Sight::Whole),
        // A form is not read in any other way; `check` refuses one that says so.
        _ => None,
    }
}

/// Whether an answer may be read aloud at the meeting. Where a form does not ask who
/// an answer is for, only what has a theme may.
fn for_the_meeting(form: &Form, question: &Question, reply: Option<&Reply>) -> bool {
    let given = reply.filter(|reply| matches!(reply.answer, Answer::Given(_)));
    given.is_some_and(|reply| match form.sharing_of(question) {
        Some(_) => reply.share == Some(Share::Meeting),
        None => form.sharing.is_none() && question.only.is_empty() && question.theme.is_some(),
    })
}

/// The safety rules an answer fired. One that was passed on no longer says which, so
/// every rule that keeps nothing counts.
fn fired<'q>(question: &'q Question, answer: &Answer) -> Vec<&'q SafetyRule> {
    let rules = question.safety.iter();
    rules
        .filter(|rule| match answer {
            Answer::PassedOn => rule.keep == crate::Keep::Nothing,
            Answer::Given(_) | Answer::NotSure | Answer::Skipped => rule.when.holds(answer),
        })
        .collect()
}

fn what_came_of_it(
    question: &Question,
    reply: Option<&Reply>,
    sight: Sight,
    names: &Names,
) -> Said {
    let Some(reply) = reply else {
        return Said::NotYet;
    };
    match (&reply.answer, sight) {
        (answer, Sight::OnlyThatItWasRaised) => {
            let asks = fired(question, answer).into_iter();
            let mut asks: Vec<String> = asks.map(|rule| rule.ask.with(names)).collect();
            asks.dedup();
            Said::Flag(asks)
        }
        (Answer::Given(value), Sight::Whole) => said(&question.kind, value, names),
        (Answer::NotSure, Sight::Whole) => Said::NotSure,
        (Answer::Skipped, Sight::Whole) => Said::Skipped,
        (Answer::PassedOn, Sight::Whole) => Said::PassedOn,
    }
}
