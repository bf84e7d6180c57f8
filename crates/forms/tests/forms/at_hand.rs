//! What the tests share: the shipped forms, names, a day, and shorthands.

use forms::parse::{Filled, Returned};
use forms::{Answers, Catalogue, Form, FormCode, Names, Page, QuestionId, Version};
use jiff::civil::{Date, date};

pub fn shipped() -> &'static Catalogue {
    Catalogue::shipped().unwrap_or_else(|problem| panic!("{problem}"))
}

pub fn newest(code: &str) -> &'static Form {
    let code: FormCode = code.parse().unwrap();
    let form = shipped().newest(&code);
    form.unwrap_or_else(|| panic!("no form {code}"))
}

pub fn kitchen_sink() -> &'static Form {
    let code = "kitchen-sink".parse().unwrap();
    shipped().find(&code, Version(1)).unwrap()
}

pub fn id(question: &str) -> QuestionId {
    question.parse().unwrap()
}

/// The page a question stands on.
pub fn page_of<'f>(form: &'f Form, question: &str) -> &'f Page {
    form.pages()
        .find(|page| page.questions.iter().any(|q| q.id == question))
        .unwrap_or_else(|| panic!("no question {question}"))
}

/// Posts some fields to the page a question stands on, with nothing answered before.
pub fn post(form: &Form, question: &str, fields: &[(&str, &str)]) -> Result<Filled, Returned> {
    post_after(form, question, fields, &Answers::none_yet(form))
}

/// Posts some fields to the page a question stands on, after other answers.
pub fn post_after(
    form: &Form,
    question: &str,
    fields: &[(&str, &str)],
    answers: &Answers,
) -> Result<Filled, Returned> {
    let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    let posted: Vec<(String, String)> = fields.iter().map(own).collect();
    forms::parse::page(form, page_of(form, question), &posted, answers, today())
}

/// Answers after posting to several pages, each of which must read.
pub fn answered(form: &Form, pages: &[(&str, &[(&str, &str)])]) -> Answers {
    let mut answers = Answers::none_yet(form);
    for (question, fields) in pages {
        let filled = post_after(form, question, fields, &answers).unwrap();
        answers.put_all(filled.replies);
    }
    answers
}

/// Tuesday 10 November 2026.
pub fn today() -> Date {
    date(2026, 11, 10)
}

pub fn names() -> Names {
    Names {
        pupil: "Rowan".into(),
        key_worker: "Mr Petrie".into(),
        coordinator: "Mrs Farrow".into(),
        helper: "Mr Petrie".into(),
        safeguarding_lead: "Miss Brook".into(),
        school: "Kestrel Bridge School".into(),
    }
}
