//! Who reads what: share choices, fixed readers, flags and digests are obeyed, and
//! what a reader may not see leaves no trace.

use forms::summary::{Audience, PupilSays, Row, held_back, rows};
use forms::{Answer, Answers, Form, Reply, Role, Room, Said, blank};

use crate::at_hand::{answered, id, names, newest};

fn reads(form: &'static Form, answers: &Answers, role: Role) -> Vec<Row<'static>> {
    let pupil = PupilSays::NotYet;
    rows(form, answers, Audience::Reader { role, pupil }, &names())
}

fn ids<'r>(rows: &'r [Row<'_>]) -> Vec<&'r str> {
    rows.iter().map(|row| row.question.as_str()).collect()
}

/// Elsie shares one answer with each audience, answers one for the head, and says in
/// the last one that she is not safe.
fn elsie() -> (&'static Form, Answers) {
    let form = newest("pupil-secondary");
    let answers = answered(
        form,
        &[
            ("sq5", &[("sq5", "Art"), ("sq5-share", "meeting")]),
            ("sq6", &[("sq6", "Maths"), ("sq6-share", "key_worker")]),
            ("sq31", &[("sq31", "The trip"), ("sq31-share", "nobody")]),
            ("sq25", &[("sq25", "Mr Ito")]),
            ("sq15", &[("sq15", "1"), ("sq15-share", "nobody")]),
            ("sq44", &[("sq44", "yes_helper")]),
        ],
    );
    (form, answers)
}

#[test]
fn each_reader_sees_what_was_shared_with_them_and_no_more() {
    let (form, answers) = elsie();
    let seen = |role| ids(&reads(form, &answers, role)).join(" ");
    assert_eq!(seen(Role::KeyWorker), "sq5 sq6 sq44");
    assert_eq!(seen(Role::Coordinator), "sq5 sq25 sq44");
    assert_eq!(seen(Role::Senco), "sq5");
    assert_eq!(seen(Role::ClassTeacher), "");
    assert_eq!(seen(Role::Office), "");
    assert_eq!(held_back(form, &answers), 3);
}

#[test]
fn the_safeguarding_lead_sees_that_a_worry_was_raised_and_never_the_answer() {
    let (form, answers) = elsie();
    let seen = reads(form, &answers, Role::SafeguardingLead);
    assert_eq!(ids(&seen), ["sq15", "sq44"]);
    assert!(seen.iter().all(|row| matches!(row.said, Said::Flag(_))));
    let asks = seen[0].said.lines().join(" ");
    assert!(asks.contains("ask how safe school feels"), "{asks}");
}

#[test]
fn a_parent_reads_shared_answers_only_if_the_pupil_agrees() {
    let (form, answers) = elsie();
    let seen = |pupil| {
        let audience = Audience::Reader {
            role: Role::Parent,
            pupil,
        };
        rows(form, &answers, audience, &names())
    };
    assert!(seen(PupilSays::NotYet).is_empty());
    assert_eq!(ids(&seen(PupilSays::Yes)), ["sq5"]);
}

#[test]
fn to_a_reader_a_held_back_answer_looks_like_a_skipped_one() {
    let (form, answers) = elsie();
    let mut skipped = answers.clone();
    let reply = Reply {
        answer: Answer::Skipped,
        share: None,
    };
    skipped.put(id("sq31"), reply);
    for role in Role::ALL {
        let held_back = reads(form, &answers, *role);
        assert_eq!(held_back, reads(form, &skipped, *role), "{role}");
    }
}

#[test]
fn only_what_was_shared_is_read_aloud_at_the_meeting() {
    let (form, answers) = elsie();
    let aloud = rows(form, &answers, Audience::Meeting, &names());
    assert_eq!(ids(&aloud), ["sq5"]);
    assert_eq!(aloud[0].said, Said::Lines(vec!["Art".into()]));
}

#[test]
fn the_author_looks_over_everything_asked_with_the_unanswered() {
    let (form, answers) = elsie();
    let all = rows(form, &answers, Audience::Author, &names());
    assert_eq!(all.len(), form.questions().count());
    assert!(all.iter().any(|row| row.said == Said::NotYet));
    let passed = all.iter().find(|row| *row.question == "sq44").unwrap();
    assert_eq!(passed.said, Said::PassedOn);
}

#[test]
fn families_and_pupils_read_staff_answers_by_theme_and_not_who_wrote_them() {
    let form = newest("staff");
    let answers = answered(
        form,
        &[(
            "fq3",
            &[
                ("fq1", "Science, 8K"),
                ("fq3", "Loves practical work"),
                ("fq5", "under_25"),
            ],
        )],
    );
    for role in [Role::Parent, Role::Pupil, Role::HeadOfYear, Role::KeyWorker] {
        assert_eq!(ids(&reads(form, &answers, role)), ["fq3"], "{role}");
    }
    assert!(ids(&reads(form, &answers, Role::Coordinator)).contains(&"fq1"));
    assert!(
        reads(form, &answers, Role::Staff).is_empty(),
        "another teacher's form"
    );
}

#[test]
fn a_parents_health_answer_is_read_by_three_and_the_last_one_by_one() {
    let form = newest("parent-carer");
    let answers = answered(
        form,
        &[
            ("hq17", &[("hq17", "yes"), ("hq17-more", "Asthma")]),
            ("hq34", &[("hq34", "Between us")]),
        ],
    );
    let readers = |question: &str| -> Vec<Role> {
        let all = Role::ALL.iter().copied();
        all.filter(|role| ids(&reads(form, &answers, *role)).contains(&question))
            .collect()
    };
    assert_eq!(
        readers("hq17"),
        [Role::Head, Role::Coordinator, Role::SafeguardingLead]
    );
    assert_eq!(readers("hq34"), [Role::Coordinator]);
}

#[test]
fn answers_are_shown_in_words_with_names_filled_in() {
    let form = newest("parent-carer");
    let answers = answered(
        form,
        &[
            ("hq5", &[("hq5", "7"), ("hq5-share", "meeting")]),
            (
                "shared",
                &[("shared-row-calms_down", "2"), ("shared-share", "meeting")],
            ),
            (
                "hq13",
                &[
                    ("hq13", "6_to_7"),
                    ("hq13-share", "meeting"),
                    ("hq13_trouble", "often"),
                    ("hq13_trouble-share", "meeting"),
                ],
            ),
            (
                "hq20",
                &[
                    ("hq20-1-agency", "A nurse"),
                    ("hq20-1-may_contact", "yes"),
                    ("hq20-share", "meeting"),
                ],
            ),
        ],
    );
    let all = rows(form, &answers, Audience::Meeting, &names());
    let said: Vec<String> = all.iter().flat_map(|row| row.said.lines()).collect();
    assert_eq!(
        said,
        [
            "6 to 7 hours",
            "Often",
            "7 of 10",
            "Rowan can calm down when wound up: Not often (2 of 5)",
            "Who are they?: A nurse",
            "May we get in touch with them?: Yes",
        ]
    );
    assert!(
        all.iter()
            .any(|row| row.asked == "How long does Rowan sleep on a school night?")
    );
}

#[test]
fn a_blank_copy_has_room_for_every_question_and_says_when_to_answer() {
    let form = newest("parent-carer");
    let paper = blank(form, &names());
    assert_eq!(paper.len(), form.questions().count());
    let language = paper.iter().find(|row| row.only_if.is_some()).unwrap();
    assert_eq!(
        language.only_if.as_deref(),
        Some(
            "Only if you said “Someone to put it in my language” or “Someone who signs” to: Would any of these help you?"
        )
    );
    assert_eq!(language.room, Room::Lines(1));
    let health = paper
        .iter()
        .find(|row| row.asked.contains("health need"))
        .unwrap();
    assert!(health.share.is_empty(), "its readers are fixed");
}
