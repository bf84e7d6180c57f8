//! Documents that are written when they are needed, and what stands on their pages.

use forms::{Catalogue, Group, Several, Written};

use crate::bad_forms::GOOD;

fn needed(group: &str, several: &str) -> String {
    let keys = format!("written = \"when_needed\"\ngroup = \"{group}\"\nseveral = {several}\n");
    GOOD.replace("minutes = 1\n", &format!("minutes = 1\n{keys}"))
}

#[test]
fn a_form_is_asked_for_unless_it_says_that_it_is_written_when_needed() {
    let asked = Catalogue::read([("small/v1.toml", GOOD)]).unwrap();
    assert_eq!(asked.forms()[0].written, Written::WhenAsked);
    assert!(asked.when_needed().is_empty());

    let needed = Catalogue::read([("small/v1.toml", needed("support", "true"))]).unwrap();
    let (group, several) = (Group::Support, Several::SideBySide);
    assert_eq!(
        needed.forms()[0].written,
        Written::WhenNeeded { group, several }
    );
}

#[test]
fn documents_written_when_needed_are_listed_by_group_and_number() {
    let small = |code: &str, document: &str, group: &str| {
        let text = needed(group, "false");
        let text = text.replace("\"small\"", &format!("\"{code}\""));
        let path = format!("{code}/v1.toml");
        (path, text.replace("X01", document))
    };
    let read = Catalogue::read([
        small("late", "X09", "pupil"),
        small("other", "X01", "support"),
        small("early", "X02", "pupil"),
    ]);
    let read = read.unwrap();
    let listed = read.when_needed().into_iter();
    let listed: Vec<(Group, &str)> = listed
        .map(|(group, form)| (group, form.code.as_str()))
        .collect();
    let expected = [
        (Group::Pupil, "early"),
        (Group::Pupil, "late"),
        (Group::Support, "other"),
    ];
    assert_eq!(listed, expected);
}

#[test]
fn a_question_that_waits_for_one_on_its_page_comes_on_the_next() {
    let two_more = "[[part.question]]\nid = \"third\"\nkind = \"line\"\nlabel = \"Third?\"\nshow_if = { question = \"first\", is = \"yes\" }\n\
                    [[part.question]]\nid = \"fourth\"\nkind = \"line\"\nlabel = \"Fourth?\"\n";
    let text = GOOD.replace("one_question", "whole_part") + two_more;
    let read = Catalogue::read([("small/v1.toml", text)]).unwrap();
    let pages = read.forms()[0].pages().map(|page| {
        let ids = page.questions.iter().map(|question| question.id.as_str());
        ids.collect::<Vec<_>>()
    });
    let pages: Vec<Vec<&str>> = pages.collect();
    assert_eq!(pages, [vec!["first", "second"], vec!["third", "fourth"]]);
}
