//! Words for pupils and families are plain: measured with the Flesch-Kincaid grade
//! (reading age is the grade and five), counted sentence by sentence, and held
//! against the words we do not use.
//!
//! Strings of five words or more are measured one by one. Shorter ones, such as
//! options, are too short for the formula and are measured with their question.

use std::collections::BTreeMap;

use forms::{Form, ReadBy, Wording, WrittenFor};

use crate::at_hand::{names, newest, shipped};
use crate::syllables::{grade, longest_sentence, words};

/// Words that pupils and families are never asked to read.
const BANNED: [&str; 20] = [
    "facilitate",
    "utilise",
    "multi-agency",
    "intervention",
    "sanction",
    "cohort",
    "tier",
    "baseline",
    "triangulate",
    "disengaged",
    "challenging behaviour",
    "non-compliant",
    "inappropriate",
    "please",
    "invalid",
    "stakeholder",
    "attainment",
    "psp",
    "exclusion",
    "outcome",
];

struct Limit {
    grade: f64,
    words_in_a_sentence: usize,
}

const fn limit(form: &Form) -> Limit {
    let (grade, words_in_a_sentence) = match form.written_for {
        WrittenFor::YoungerPupils => (2.5, 10),
        WrittenFor::OlderPupils => (4.5, 14),
        WrittenFor::Families => (5.0, 16),
        WrittenFor::Staff => (8.0, 20),
    };
    Limit {
        grade,
        words_in_a_sentence,
    }
}

/// The texts that whoever fills in the form reads, names filled in.
fn read_by_filler(form: &Form) -> Vec<(Wording<'_>, String)> {
    let texts = form.wording().into_iter();
    texts
        .filter(|text| text.reader == ReadBy::Filler)
        .map(|text| {
            let said = text.words.with(&names());
            (text, said)
        })
        .collect()
}

fn for_pupils_and_families() -> Vec<&'static Form> {
    let forms = shipped().for_work().into_iter();
    let plain: Vec<_> = forms
        .filter(|form| form.written_for != WrittenFor::Staff)
        .collect();
    assert!(plain.len() >= 2);
    plain
}

#[test]
fn every_text_is_within_its_readers_grade() {
    let mut over = Vec::new();
    for form in shipped().for_work() {
        for (text, said) in read_by_filler(form) {
            let grade = grade(&said);
            if words(&said).len() >= 5 && grade > limit(form).grade {
                let question = text.question.map_or("", |id| id.as_str());
                over.push(format!(
                    "{grade:.1} {} {question} {}: {said}",
                    form.code, text.place
                ));
            }
        }
    }
    assert!(over.is_empty(), "too hard to read:\n{}", over.join("\n"));
}

#[test]
fn every_question_with_its_options_is_within_its_readers_grade() {
    let mut over = Vec::new();
    for form in shipped().for_work() {
        let mut questions: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (text, said) in read_by_filler(form) {
            if let Some(question) = text.question {
                questions
                    .entry(question.to_string())
                    .or_default()
                    .push(said);
            }
        }
        for (question, texts) in questions {
            let grade = grade(&texts.join(". "));
            if grade > limit(form).grade {
                over.push(format!("{grade:.1} {} {question}", form.code));
            }
        }
    }
    assert!(over.is_empty(), "too hard to read:\n{}", over.join("\n"));
}

#[test]
fn every_form_as_a_whole_is_well_within_its_readers_grade() {
    for form in shipped().for_work() {
        let texts: Vec<String> = read_by_filler(form)
            .into_iter()
            .map(|(_, said)| said)
            .collect();
        let grade = grade(&texts.join(". "));
        assert!(grade < limit(form).grade - 1.0, "{}: {grade:.1}", form.code);
    }
}

#[test]
fn no_sentence_is_longer_than_its_reader_can_hold() {
    let mut over = Vec::new();
    for form in shipped().for_work() {
        for (text, said) in read_by_filler(form) {
            let longest = longest_sentence(&said);
            if longest > limit(form).words_in_a_sentence {
                over.push(format!(
                    "{longest} words, {} {}: {said}",
                    form.code, text.place
                ));
            }
        }
    }
    assert!(over.is_empty(), "too long:\n{}", over.join("\n"));
}

#[test]
fn pupils_and_families_never_meet_our_jargon() {
    for form in for_pupils_and_families() {
        for (text, said) in read_by_filler(form) {
            let said = said.to_lowercase();
            for banned in BANNED {
                assert!(
                    !said.contains(banned),
                    "{} {}: {said}",
                    form.code,
                    text.place
                );
            }
        }
    }
}

#[test]
fn the_pupils_safety_sentence_says_both_halves() {
    let form = newest("pupil-secondary");
    let safety = form.safety.as_ref().unwrap().raw();
    assert!(safety.contains("gets you in trouble"));
    assert!(safety.contains("isn't safe, we have to tell"));
}
