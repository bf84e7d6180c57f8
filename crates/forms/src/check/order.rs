//! Checks the form as a graph: each question, and the earlier one it waits for.

use std::collections::BTreeSet;

use crate::condition::{Condition, Test};
use crate::fault::Fault;
use crate::form::{Form, Question};
use crate::ids::{Code, QuestionId};
use crate::kind::Kind;
use crate::read::Faults;
use crate::safety::Keep;

pub(super) fn every_part_has_questions(form: &Form, faults: &mut Faults<'_>) {
    for part in &form.parts {
        if part.pages.is_empty() {
            faults.form(Fault::Empty(format!("part {}", part.number)));
        }
    }
    if form.parts.iter().all(|part| part.number == 0) {
        faults.form(Fault::Empty("the form".to_owned()));
    }
}

pub(super) fn ids_are_unique(form: &Form, faults: &mut Faults<'_>) {
    let mut met = BTreeSet::new();
    for question in form.questions() {
        if !met.insert(&question.id) {
            faults.question(&question.id, Fault::IdTwice);
        }
    }
}

pub(super) fn conditions_look_back(form: &Form, faults: &mut Faults<'_>) {
    let order: Vec<&QuestionId> = form.questions().map(|question| &question.id).collect();
    for (here, question) in form.questions().enumerate() {
        let Some(condition) = &question.show_if else {
            continue;
        };
        let named = condition.question.clone();
        match order.iter().position(|id| **id == named) {
            None => faults.question(&question.id, Fault::WaitsForNothing(named)),
            Some(at) if at > here => faults.question(&question.id, Fault::WaitsForLater(named)),
            Some(_) => {}
        }
    }
}

pub(super) fn nothing_waits_for_itself(form: &Form, faults: &mut Faults<'_>) {
    for question in form.questions() {
        let mut path = vec![question.id.as_str()];
        let mut at = question;
        while let Some(next) = waits_for(form, at) {
            if next.id == question.id {
                path.push(question.id.as_str());
                faults.question(&question.id, Fault::Circle(path.join(" > ")));
                break;
            }
            if path.contains(&next.id.as_str()) {
                break; // a circle further on, reported there
            }
            path.push(next.id.as_str());
            at = next;
        }
    }
}

pub(super) fn everything_can_be_asked(form: &Form, faults: &mut Faults<'_>) {
    for question in form.questions() {
        if let (Some(condition), Some(earlier)) = (&question.show_if, waits_for(form, question))
            && !can_hold(earlier, &condition.test, Counting::KeptAnswers)
        {
            let Condition { question: on, test } = condition.clone();
            let wanted = say(&test);
            let fault = Fault::NeverAsked {
                question: on,
                wanted,
            };
            faults.question(&question.id, fault);
        }
    }
}

pub(super) fn safety_rules_can_fire(form: &Form, faults: &mut Faults<'_>) {
    for question in form.questions() {
        for rule in &question.safety {
            if !can_hold(question, &rule.when, Counting::EveryAnswer) {
                let fault = Fault::NeverFires {
                    task: rule.task.to_string(),
                    wanted: say(&rule.when),
                };
                faults.question(&question.id, fault);
            }
        }
    }
}

fn waits_for<'f>(form: &'f Form, question: &Question) -> Option<&'f Question> {
    form.question(&question.show_if.as_ref()?.question)
}

/// Which answers count: all that can be given, or those that are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counting {
    EveryAnswer,
    KeptAnswers,
}

/// Whether every part of the test is something the question can answer.
fn can_hold(question: &Question, test: &Test, counting: Counting) -> bool {
    match test {
        Test::Given => true,
        Test::AnyOf(wanted) => {
            let offered = codes(&question.kind);
            let lost = |code: &Code| {
                counting == Counting::KeptAnswers
                    && question.safety.iter().any(|rule| {
                        rule.keep == Keep::Nothing
                            && matches!(&rule.when, Test::AnyOf(gone) if gone.contains(code))
                    })
            };
            !wanted.is_empty()
                && wanted
                    .iter()
                    .all(|code| offered.contains(&code.as_str()) && !lost(code))
        }
        Test::AtLeast(point) | Test::AtMost(point) => match &question.kind {
            Kind::Scale(marked) => marked.scale.points().contains(point),
            _ => false,
        },
    }
}

/// The codes a question can be answered with.
fn codes(kind: &Kind) -> Vec<&str> {
    match kind {
        Kind::YesNo => vec!["yes", "no"],
        Kind::One(choices) | Kind::Many(choices) => {
            let options = choices.options.iter();
            options.map(|option| option.code.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

fn say(test: &Test) -> String {
    match test {
        Test::Given => "given".to_owned(),
        Test::AnyOf(codes) => {
            let codes: Vec<String> = codes.iter().map(|code| format!("'{code}'")).collect();
            codes.join(" or ")
        }
        Test::AtLeast(point) => format!("{point} or more"),
        Test::AtMost(point) => format!("{point} or less"),
    }
}
