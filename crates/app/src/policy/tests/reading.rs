//! The sharp edges of reading. The whole matrix is in `docs/permissions.md`.

use domain::{
    account::{CaseRole as C, CaseRoles, SchoolRole as S, SchoolRoles},
    sealed::Reading,
};

use crate::{policy::Facts, reading::readings};

const PUPILS_FORM: &str = "D04";
const PARENTS_FORM: &str = "D05";
const STAFF_FORM: &str = "D06";

fn of(facts: Facts, document: &str) -> Reading {
    readings(&facts)
        .get(document)
        .copied()
        .unwrap_or(Reading::Hidden)
}

fn school(role: S, document: &str) -> Reading {
    let facts = Facts {
        school: SchoolRoles::of(&[role]),
        ..Facts::default()
    };
    of(facts, document)
}

fn case(role: C, document: &str) -> Reading {
    let facts = Facts {
        case: CaseRoles::of(&[role]),
        ..Facts::default()
    };
    of(facts, document)
}

#[test]
fn a_parent_reads_their_own_form_and_never_the_other_parents() {
    assert_eq!(case(C::Parent, PARENTS_FORM), Reading::Own);
    assert_eq!(case(C::Carer, PARENTS_FORM), Reading::Own);
    assert_eq!(case(C::Pupil, PARENTS_FORM), Reading::Hidden);
}

#[test]
fn what_a_parent_wrote_is_hidden_from_those_who_teach_the_pupil() {
    for role in [
        C::ClassTeacher,
        C::SubjectTeacher,
        C::Mentor,
        C::AttendanceOfficer,
    ] {
        assert_eq!(case(role, PARENTS_FORM), Reading::Hidden, "{role:?}");
        assert_eq!(case(role, PUPILS_FORM), Reading::Hidden, "{role:?}");
    }
}

#[test]
fn a_teacher_reads_their_own_report_and_not_a_colleagues() {
    assert_eq!(case(C::SubjectTeacher, STAFF_FORM), Reading::Own);
    assert_eq!(case(C::ClassTeacher, STAFF_FORM), Reading::Own);
}

#[test]
fn the_family_and_the_pupil_never_read_a_teachers_report_with_its_writers_name() {
    for role in [C::Parent, C::Carer, C::Pupil] {
        assert_eq!(case(role, STAFF_FORM), Reading::Part("digest"), "{role:?}");
    }
}

#[test]
fn a_parent_reads_the_pupils_words_only_if_the_pupil_agrees() {
    assert_eq!(
        case(C::Parent, PUPILS_FORM),
        Reading::Part("if_pupil_agrees")
    );
    assert_eq!(case(C::Pupil, PUPILS_FORM), Reading::Full);
}

#[test]
fn the_office_and_those_who_run_the_system_read_no_answers() {
    for role in [
        S::Office,
        S::Administrator,
        S::Reporting,
        S::Dpo,
        S::Coordinator,
        S::Teacher,
    ] {
        for form in [PUPILS_FORM, PARENTS_FORM, STAFF_FORM] {
            assert_eq!(school(role, form), Reading::Hidden, "{role:?} {form}");
        }
    }
}

#[test]
fn people_from_outside_read_no_answers_at_all() {
    for role in C::ALL.iter().filter(|role| CaseRoles::OUTSIDE.has(**role)) {
        for form in [PUPILS_FORM, PARENTS_FORM, STAFF_FORM] {
            assert_eq!(case(*role, form), Reading::Hidden, "{role:?} {form}");
        }
    }
}

#[test]
fn the_safeguarding_lead_is_told_that_a_worry_was_raised_and_reads_no_answer() {
    for form in [PUPILS_FORM, PARENTS_FORM, STAFF_FORM] {
        assert_eq!(school(S::Dsl, form), Reading::Part("flags"), "{form}");
    }
}

#[test]
fn the_widest_of_several_roles_counts() {
    let facts = Facts {
        school: SchoolRoles::of(&[S::Senco]),
        case: CaseRoles::of(&[C::SubjectTeacher]),
        ..Facts::default()
    };
    assert_eq!(of(facts, STAFF_FORM), Reading::Full);
}

#[test]
fn a_document_that_is_in_no_matrix_is_hidden_from_everybody() {
    for role in S::ALL {
        assert_eq!(school(*role, "D99"), Reading::Hidden);
    }
}
