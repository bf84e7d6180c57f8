//! A form is one TOML file and nothing else: from that file come its place among the
//! documents, its pages, its checks, its summary, its readers and its paper copy.

use forms::summary::{Audience, PupilSays, rows};
use forms::{Access, Answers, Catalogue, Group, Journey, Names, Role, Room, Step, Written, blank};
use jiff::civil::date;

/// The whole of it: what a school might add for itself.
const BREAKFAST: &str = r#"
code = "breakfast"
document = "X03"
title = "Breakfast club"
offered = "work"
written_for = "staff"
written = "when_needed"
group = "support"
several = false
minutes = 2
band = "case"
pages = "whole_part"
skip = "Skip"
[finish]
heading = "Saved"
lead = ["See you at eight."]
[rights]
fills = ["st"]
edits = ["coord"]
reads = ["head"]
reads_in_part = { pupil = "what_helps" }
[[part]]
heading = "Mornings"
[[part.question]]
id = "comes"
kind = "yes_no"
label = "Does {pupil} come?"
must = "answer"
missing = "Choose yes or no"
[[part.question]]
id = "minutes"
kind = "number"
min = 5
max = 60
unit = ["minute", "minutes"]
label = "For how long?"
show_if = { question = "comes", is = "yes" }
[[part.question]]
id = "helps"
kind = "line"
label = "What makes it a good start?"
theme = "helps"
"#;

#[test]
fn one_file_is_a_whole_document() {
    let catalogue = Catalogue::read([("breakfast/v1.toml", BREAKFAST)]).unwrap();
    let (group, form) = catalogue.when_needed()[0];
    assert_eq!(
        (group, form.title.raw()),
        (Group::Support, "Breakfast club")
    );
    assert!(matches!(form.written, Written::WhenNeeded { .. }));

    let may_begin = |role: &Role| form.rights.may_begin(*role);
    let begin: Vec<Role> = Role::ALL.iter().copied().filter(may_begin).collect();
    assert_eq!(begin, [Role::Coordinator, Role::Staff]);
    assert_eq!(form.rights.access(Role::Head), Access::Full);
    assert_eq!(form.rights.access(Role::Parent), Access::Nothing);
    assert_eq!(
        catalogue.reading().len(),
        1,
        "it stands in the reading matrix"
    );

    let names = Names::unnamed();
    let paper = blank(form, &names);
    assert_eq!(paper[0].asked, "Does the pupil come?");
    assert_eq!(paper[1].room, Room::Number(Some("minutes".into())));
}

#[test]
fn one_file_is_asked_checked_and_summed_up() {
    let catalogue = Catalogue::read([("breakfast/v1.toml", BREAKFAST)]).unwrap();
    let form = catalogue.newest(&"breakfast".parse().unwrap()).unwrap();
    let mut answers = Answers::none_yet(form);
    let today = date(2026, 11, 10);
    let typed = [
        vec![("comes", "yes")],
        vec![("minutes", "20 minutes"), ("helps", "Toast with Mr Petrie")],
    ];
    for fields in typed {
        let Step::Page(page) = Journey::walk(form, &answers).here() else {
            panic!("there are two pages");
        };
        let page = form.page(page).unwrap();
        let nothing = forms::parse::page(form, page, &[], &answers, today);
        assert_eq!(nothing.is_err(), page.questions[0].id == "comes");
        let own = |(name, text): (&str, &str)| (name.to_owned(), text.to_owned());
        let posted: Vec<(String, String)> = fields.into_iter().map(own).collect();
        let filled = forms::parse::page(form, page, &posted, &answers, today).unwrap();
        answers.put_all(filled.replies);
    }
    assert!(Journey::walk(form, &answers).is_complete());

    let seen = |role| {
        let reader = Audience::Reader {
            role,
            pupil: PupilSays::NotYet,
        };
        let rows = rows(form, &answers, reader, &Names::unnamed());
        rows.iter()
            .flat_map(|row| row.said.lines())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        seen(Role::Head),
        ["Yes", "20 minutes", "Toast with Mr Petrie"]
    );
    assert_eq!(seen(Role::Pupil), ["Toast with Mr Petrie"]);
    assert!(seen(Role::Parent).is_empty());
}
