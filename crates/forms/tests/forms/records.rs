//! The rights of records are exactly those of the matrix in the domain notes, 2.3,
//! with the notes' asides written in our words.

use forms::{OUTSIDE, Role};

use crate::at_hand::shipped;

/// Document; HEAD, COORD, KEYW, SENCO, DSL, CT and ST, HOY, ATT, OFFICE, PAR, PUP, EXT.
const MATRIX: &str = "\
D01 | R | C E | R | R | R | C | C E | | | P (in short) | P (simple view) |
D02 | R | C E | R | R | R | | R | | | R | P (simple view) | P (what is shared)
D07 | R | R | R | R | R | C (their own) P (their own) | C E R | | | P (others' names removed) | P (simple view) | P (what is shared)
D12 | C E | R | R | R | R | | R | R | C (the letter) | R | R | P (what is shared)
D27 | R | C E | R | R | R | P (if invited) | | | R | R | R | R
D28 | R | C E S | R S | R S | R | P (if at the meeting) S | R | | print | R S | R S | R S
D29 | R S | C E S | R S | R S | R | P (the strategy card) | R | | print | R S | R S | P (what is shared)
D30 | R | R | R | R | R | C (their own slots) | R | | | R | C (self rating) R |
D31 | R | R | C E | R | R | | R | | | P (in short) | R | P (what is shared)
D33 | R | C E S | R S | R S | R | C (their report) | R | | print | R S | R S | C (their own) R
D34 | E S | C E S | R | R | R | C (their report) | R | | print | R S | R S | C (their own) R
D35 | E | C E | R | R | R | | | | send | R | R | P (what is shared)
D37 | R | R | R | R | R | | | | | P (what is shared) | P (what is shared) |
D39 | R | C E | C E | R | | P (in short) | R | | | R | R |
D40 | R | C E | R | E | R | R acknowledge | R | | R | R | R | R";

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
fn every_record_has_exactly_the_rights_of_the_matrix() {
    for line in MATRIX.lines() {
        let (document, cells) = line.split_once(" | ").unwrap();
        let cells: Vec<&str> = cells.split('|').map(str::trim).collect();
        assert_eq!(cells.len(), COLUMNS.len(), "{document}");
        let record = shipped().record(document);
        let record = record.unwrap_or_else(|| panic!("{document} is missing"));
        for (roles, cell) in COLUMNS.iter().zip(cells) {
            for role in *roles {
                assert_eq!(record.rights.cell(*role), *cell, "{document} {role}");
            }
        }
    }
    let whole = shipped()
        .records()
        .iter()
        .filter(|record| is_whole(&record.document));
    assert_eq!(whole.count(), MATRIX.lines().count());
}

/// Parts of a review are read apart: `D33-staff` is the part of `D33` in which
/// staff speak.
fn is_whole(document: &str) -> bool {
    !document.contains('-')
}

#[test]
fn a_part_is_of_a_document_in_the_matrix() {
    let all = shipped().records().iter();
    for part in all.filter(|record| !is_whole(&record.document)) {
        let of = part.document.split('-').next().unwrap();
        assert!(MATRIX.lines().any(|line| line.starts_with(of)), "{of}");
    }
}

#[test]
fn roles_outside_the_matrix_have_no_right_to_any_record() {
    let in_matrix: Vec<Role> = COLUMNS.concat();
    let all = shipped().records().iter();
    for record in all.filter(|record| is_whole(&record.document)) {
        for role in Role::ALL.iter().filter(|role| !in_matrix.contains(role)) {
            assert_eq!(record.rights.cell(*role), "", "{} {role}", record.document);
        }
    }
}

#[test]
fn the_whole_matrix_is_listed_in_order_of_document() {
    let documents: Vec<&str> = shipped()
        .reading()
        .iter()
        .map(|line| line.document)
        .collect();
    let mut sorted = documents.clone();
    sorted.sort_unstable();
    assert_eq!(documents, sorted);
    for document in ["D01", "D04", "D05", "D06", "D29", "D40"] {
        assert!(documents.contains(&document), "{document}");
    }
}
