//! The documents that are written when needed, and what people from outside return:
//! their rights are exactly those of the matrix in the domain notes, 2.3, with the
//! notes' asides in our words, and what may not be left out is known.

use forms::{Kind, Must, OUTSIDE, Role, Several, Takes, When, Written};

use crate::at_hand::{newest, shipped};

/// Code, document; HEAD, COORD, KEYW, SENCO, DSL, CT and ST, HOY, ATT, OFFICE, PAR, PUP, EXT.
const MATRIX: &str = "\
senco-comments D08 | R | R | R | C E | R | P (by theme, no names) | | | | R | P (by theme, no names) | P (what is shared)
plan-beside D09 | R | R | R | C E | R | R | | | | R | P (by theme, no names) | P (what is shared)
attendance-support D10 | R | R | R | R | R | P (by theme, no names) | R | C E | P (what helps) | R | R | P (what is shared)
support-now D11 | R | C E | R | C E | R | C R | R | | | R | R | P (what is shared)
one-page-profile D13 | R | E | E | E | R | R | R | | | C E R | C E R | R
communication-passport D14 | R | E | E | E | R | R | R | | | C E R | C E R | R
learning-review D15 | (assessment)
semh-review D16 | (assessment)
timetable-change D17 | (assessment)
adult-mentor D18 | (assessment)
specialist-support D19 | (assessment)
outreach D20 | (assessment)
in-reach D21 | (assessment)
peer-mentor D22 | (assessment)
assessment-report D23 | (assessment)
assessment-request D24 | R | C E | | C E | R | | | | | R consent | P (by theme, no names) | R
agency-views D26 | R | C E | | E | R | | | | send | R | | C P (their own)";

/// The one row of the matrix for all assessments and supports, D15 to D23.
const ASSESSMENT: &str = "R | C E | R | C E | R | P (what helps) | P (by theme, no names) | | | R | P (by theme, no names) | C (their own) P (what is shared)";

/// The columns of the matrix, each the roles it stands for.
const COLUMNS: [&[Role]; 12] = [
    &[Role::Head],
    &[Role::Coordinator],
    &[Role::KeyWorker],
    &[Role::Senco],
    &[Role::SafeguardingLead],
    &[Role::ClassTeacher, Role::Staff],
    &[Role::HeadOfYear],
    &[Role::Attendance],
    &[Role::Office],
    &[Role::Parent, Role::Carer],
    &[Role::Pupil],
    &OUTSIDE,
];

#[test]
fn every_paper_has_exactly_the_rights_of_the_matrix() {
    for line in MATRIX.lines() {
        let (named, cells) = line.split_once(" | ").unwrap();
        let (code, document) = named.split_once(' ').unwrap();
        let cells = cells.replace("(assessment)", ASSESSMENT);
        let cells: Vec<&str> = cells.split('|').map(str::trim).collect();
        assert_eq!(cells.len(), COLUMNS.len(), "{code}");
        let form = newest(code);
        assert_eq!(form.document, document, "{code}");
        for (roles, cell) in COLUMNS.iter().zip(cells) {
            for role in *roles {
                assert_eq!(form.rights.cell(*role), *cell, "{code} {role}");
            }
        }
        let columns: Vec<Role> = COLUMNS.concat();
        for role in Role::ALL.iter().filter(|role| !columns.contains(role)) {
            assert_eq!(form.rights.cell(*role), "", "{code} {role}");
        }
    }
}

#[test]
fn every_document_written_when_needed_stands_in_the_matrix() {
    let needed = shipped().when_needed();
    for (_, form) in &needed {
        let start = format!("{} ", form.code);
        assert!(
            MATRIX.lines().any(|line| line.starts_with(&start)),
            "{start}"
        );
    }
    assert_eq!(needed.len(), MATRIX.lines().count() - 1, "one is asked for");
}

#[test]
fn plans_mentors_services_and_reports_can_stand_side_by_side() {
    let needed = shipped().when_needed().into_iter();
    let several = needed.filter_map(|(_, form)| match form.written {
        Written::WhenNeeded {
            several: Several::SideBySide,
            ..
        } => Some(form.document.as_str()),
        Written::WhenNeeded { .. } | Written::WhenAsked => None,
    });
    let mut several: Vec<&str> = several.collect();
    several.sort_unstable();
    assert_eq!(
        several,
        ["D09", "D17", "D18", "D19", "D20", "D21", "D23", "D24"]
    );
}

#[test]
fn no_day_of_a_paper_has_to_lie_ahead_for_it_is_changed_after_that_day_too() {
    for (_, form) in shipped().when_needed() {
        for question in form.questions() {
            let ahead = match &question.kind {
                Kind::Date(when) => *when == When::Future,
                Kind::Rows { columns, .. } => columns
                    .iter()
                    .any(|column| column.takes == Takes::Date(When::Future)),
                _ => false,
            };
            assert!(!ahead, "{} {}", form.code, question.id);
        }
    }
}

#[test]
fn what_a_paper_may_not_do_without_is_this() {
    let musts = |code: &str| -> String {
        let questions = newest(code).questions();
        let musts = questions.filter(|question| question.must != Must::MaySkip);
        let ids: Vec<&str> = musts.map(|question| question.id.as_str()).collect();
        ids.join(" ")
    };
    for (code, needs) in [
        (
            "timetable-change",
            "kind reason reason_not_behaviour_confirmed head_decided head_name head_reason la_told \
             parent_agreed parent_agreed_by parent_agreed_on start end full_time_by",
        ),
        ("adult-mentor", "dbs_checked"),
        ("in-reach", "extra_checks"),
        (
            "peer-mentor",
            "caveat_acknowledged acknowledged_by reason not_a_peer_with_similar_concerns \
             peer_consent peer_parent_consent",
        ),
        ("agency-views", "can_share"),
    ] {
        assert_eq!(musts(code), needs, "{code}");
    }
    let with_musts = shipped().when_needed().into_iter();
    let count = with_musts.filter(|(_, form)| !musts(form.code.as_str()).is_empty());
    assert_eq!(count.count(), 4);
}

#[test]
fn what_is_held_close_is_this() {
    let held = |code: &str| -> Vec<(&str, Vec<&str>)> {
        let questions = newest(code).questions();
        let held = questions.filter(|question| !question.only.is_empty());
        held.map(|question| {
            let roles = question.only.iter().map(|role| role.code());
            (question.id.as_str(), roles.collect())
        })
        .collect()
    };
    let four = vec!["head", "coord", "dsl", "senco"];
    for (code, ids) in [
        ("senco-comments", vec!["diagnoses_confirmed"]),
        ("semh-review", vec!["areas_held_close", "self_harm", "risk"]),
        (
            "specialist-support",
            vec!["need", "consent_by", "consent_on", "outcome_summary"],
        ),
        ("assessment-report", vec!["held_close"]),
        ("agency-views", vec!["risks"]),
    ] {
        let expected: Vec<_> = ids.into_iter().map(|id| (id, four.clone())).collect();
        assert_eq!(held(code), expected, "{code}");
    }
    assert_eq!(held("attendance-support"), [("legal_stage", vec!["att"])]);
    let care = held("communication-passport").into_iter();
    let care: Vec<&str> = care.map(|(id, _)| id).collect();
    assert_eq!(care, ["eating", "drinking", "toileting", "medical"]);
    let away_from_home = ["adult-mentor", "peer-mentor"];
    for (id, roles) in away_from_home.into_iter().flat_map(held) {
        assert_eq!(roles, ["head", "coord", "keyw", "senco", "dsl"], "{id}");
    }
}
