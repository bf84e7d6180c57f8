//! The forms that come with the house: they read, they check, they say what the
//! domain notes say, and every file on disk is really inside.

use std::path::Path;

use forms::{Form, FormCode, How, Must, Role, Written, WrittenFor};

use crate::at_hand::{newest, shipped};

fn ids(form: &Form) -> Vec<&str> {
    form.questions()
        .map(|question| question.id.as_str())
        .collect()
}

#[test]
fn every_form_on_disk_reads_and_checks() {
    assert!(shipped().forms().len() >= 4);
}

#[test]
fn every_file_on_disk_is_inside() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms");
    let mut on_disk = 0;
    for folder in std::fs::read_dir(top).unwrap().flatten() {
        if folder.path().is_dir() {
            on_disk += std::fs::read_dir(folder.path()).unwrap().count();
        }
    }
    let inside = shipped().forms().len();
    // The compiler notices changed files but not new ones.
    assert_eq!(
        inside, on_disk,
        "save crates/forms/src/catalogue.rs once and test again"
    );
}

#[test]
fn the_kitchen_sink_is_never_offered_for_work() {
    let code: FormCode = "kitchen-sink".parse().unwrap();
    assert!(shipped().newest(&code).is_none());
    assert!(shipped().for_work().iter().all(|form| form.code != code));
    assert!(
        shipped()
            .reading()
            .iter()
            .all(|line| line.document != "X00")
    );
    assert!(shipped().find(&code, forms::Version(1)).is_some());
}

#[test]
fn the_pupils_form_asks_all_forty_four_and_the_shared_four() {
    let form = newest("pupil-secondary");
    for number in 1..=44 {
        assert!(
            ids(form).contains(&format!("sq{number}").as_str()),
            "sq{number}"
        );
    }
    assert!(ids(form).contains(&"shared"));
    assert_eq!(form.parts.last().map(|part| part.number), Some(8));
    let asked: Vec<_> = form.pages().filter(|page| page.id.part > 0).collect();
    assert!(asked.iter().all(|page| page.questions.len() == 1));
    assert_eq!(asked.len(), 45);
}

#[test]
fn the_parents_form_asks_all_thirty_five_in_six_parts_strengths_first() {
    let form = newest("parent-carer");
    for number in 1..=35 {
        assert!(
            ids(form).contains(&format!("hq{number}").as_str()),
            "hq{number}"
        );
    }
    assert!(ids(form).contains(&"shared"));
    assert_eq!(form.parts.len(), 6);
    assert_eq!(ids(form).first(), Some(&"hq2"));
}

#[test]
fn the_staff_form_asks_all_twenty_one_on_few_pages_and_says_who_may_read_it() {
    let form = newest("staff");
    for number in 1..=21 {
        assert!(
            ids(form).contains(&format!("fq{number}").as_str()),
            "fq{number}"
        );
    }
    assert!(form.pages().count() <= 4);
    assert!(
        form.notice
            .iter()
            .any(|words| words.raw().contains("entitled to read"))
    );
}

#[test]
fn every_question_asked_of_people_can_be_skipped_except_the_adults_page_and_two() {
    for form in shipped().for_work() {
        if form.written != Written::WhenAsked {
            continue; // `papers.rs` lists what a document may not do without
        }
        for question in form.questions() {
            let adults = form.is_before_start(question);
            if question.must != Must::MaySkip && !adults {
                // A promise, and whether anything can be shared at all.
                assert!(["hq35", "can_share"].contains(&question.id.as_str()));
            }
        }
    }
}

#[test]
fn a_pupils_answers_start_at_the_key_worker_only() {
    for code in ["pupil-primary", "pupil-secondary", "pupil-symbols"] {
        let form = newest(code);
        for question in form.questions() {
            assert_eq!(form.share_at_first(question), forms::Share::KeyWorker);
        }
    }
}

#[test]
fn the_answers_that_call_for_an_adult_are_these() {
    let calls = |code: &str| -> Vec<&str> {
        let questions = newest(code).questions();
        questions
            .filter(|question| !question.safety.is_empty())
            .map(|question| question.id.as_str())
            .collect()
    };
    assert_eq!(
        calls("pupil-secondary"),
        ["sq15", "sq18", "sq20", "sq41", "sq44"]
    );
    assert_eq!(calls("pupil-primary"), ["pq15", "pq32"]);
    assert_eq!(calls("pupil-symbols"), ["pq32"]);
    assert_eq!(calls("semh-review"), ["self_harm", "risk"]);
    assert_eq!(calls("parent-carer"), ["hq16", "hq21", "hq33"]);
    assert!(calls("staff").is_empty());
}

#[test]
fn each_form_is_read_by_exactly_the_roles_of_the_matrix() {
    let row = |code: &str| -> Vec<(Role, String)> {
        let rights = &newest(code).rights;
        let cells = Role::ALL.iter().map(|role| (*role, rights.cell(*role)));
        cells.filter(|(_, cell)| !cell.is_empty()).collect()
    };
    let part = |how: How| format!("P ({})", how.label());
    let r = || "R".to_owned();
    assert_eq!(
        row("pupil-secondary"),
        [
            (Role::Head, r()),
            (Role::Coordinator, r()),
            (Role::KeyWorker, "C R".into()),
            (Role::Senco, r()),
            (Role::SafeguardingLead, part(How::Flags)),
            (Role::Parent, part(How::IfPupilAgrees)),
            (Role::Carer, part(How::IfPupilAgrees)),
            (Role::Pupil, "C R".into()),
        ]
    );
    assert_eq!(row("pupil-primary"), row("pupil-secondary"));
    assert_eq!(row("pupil-symbols"), row("pupil-secondary"));
    assert_eq!(
        row("parent-carer"),
        [
            (Role::Head, r()),
            (Role::Coordinator, r()),
            (Role::KeyWorker, part(How::Shared)),
            (Role::Senco, r()),
            (Role::SafeguardingLead, part(How::Flags)),
            (Role::Parent, format!("C {}", part(How::Own))),
            (Role::Carer, format!("C {}", part(How::Own))),
        ]
    );
    assert_eq!(
        row("staff"),
        [
            (Role::Head, r()),
            (Role::Coordinator, r()),
            (Role::KeyWorker, part(How::Digest)),
            (Role::Senco, r()),
            (Role::SafeguardingLead, part(How::Flags)),
            (Role::ClassTeacher, format!("C {}", part(How::Own))),
            (Role::Staff, format!("C {}", part(How::Own))),
            (Role::HeadOfYear, part(How::Digest)),
            (Role::Parent, part(How::Digest)),
            (Role::Carer, part(How::Digest)),
            (Role::Pupil, part(How::Digest)),
        ]
    );
}

#[test]
fn each_form_is_written_for_the_people_who_fill_it_in() {
    let for_whom = |code: &str| newest(code).written_for;
    assert_eq!(for_whom("pupil-primary"), WrittenFor::YoungerPupils);
    assert_eq!(for_whom("pupil-symbols"), WrittenFor::YoungerPupils);
    assert_eq!(for_whom("one-page-profile"), WrittenFor::YoungerPupils);
    assert_eq!(
        for_whom("communication-passport"),
        WrittenFor::YoungerPupils
    );
    assert_eq!(for_whom("pupil-secondary"), WrittenFor::OlderPupils);
    assert_eq!(for_whom("parent-carer"), WrittenFor::Families);
    assert_eq!(for_whom("staff"), WrittenFor::Staff);
}
