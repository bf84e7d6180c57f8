//! Rows of rosters: what refuses each, in which order.

use crate::{
    oneroster::{Files, refused},
    support::warnings,
};

#[test]
fn each_reason_has_a_row_that_earns_it() {
    let long = "a".repeat(256);
    let table: &[(&'static str, &str, &str)] = &[
        ("orgs", "o2,,,A,school,,,beyond", "E_FIELD_COUNT"),
        ("orgs", ",,,A,school,,", "E_OR_ID"),
        ("orgs", "o 2,,,A,school,,", "E_OR_ID"),
        ("orgs", "ö2,,,A,school,,", "E_OR_ID"),
        ("orgs", &format!("{long},,,A,school,,"), "E_OR_ID"),
        ("orgs", "o2,,,,school,,", "E_OR_REQUIRED"),
        ("orgs", "o2,,,A,,,", "E_OR_REQUIRED"),
        ("orgs", "o2,,,A,academy,,", "E_OR_ENUM"),
        ("orgs", "o1,,,A,school,,", "E_OR_DUP_ID"),
        (
            "academicSessions",
            "s2,,,A,term,2026-9-1,2026-12-18,,2027",
            "E_DATE_INVALID",
        ),
        (
            "academicSessions",
            "s2,,,A,term,01/09/2026,2026-12-18,,2027",
            "E_DATE_INVALID",
        ),
        (
            "academicSessions",
            "s2,,,A,term,2026-09-01,2026-12-18,,",
            "E_OR_REQUIRED",
        ),
        (
            "academicSessions",
            "s2,,,A,holiday,2026-09-01,2026-12-18,,2027",
            "E_OR_ENUM",
        ),
        ("courses", "k2,,,s1,Art,,,o9,,", "E_OR_REF"),
        ("classes", "c2,,,A,,k9,,homeroom,,o1,s1,,,", "E_OR_REF"),
        ("classes", "c2,,,A,,k1,,homeroom,,o9,s1,,,", "E_OR_REF"),
        (
            "classes",
            "c2,,,A,,k1,,homeroom,,o1,\"s1,s9\",,,",
            "E_OR_REF",
        ),
        ("classes", "c2,,,A,,k1,,club,,o1,s1,,,", "E_OR_ENUM"),
        ("classes", "c2,,,A,,k1,,homeroom,,o1,,,,", "E_OR_REQUIRED"),
        (
            "users",
            "u3,,,true,\"o1,o9\",teacher,x,,A,B,,,,,,,,",
            "E_OR_REF",
        ),
        ("users", "u3,,,yes,o1,teacher,x,,A,B,,,,,,,,", "E_OR_ENUM"),
        (
            "users",
            "u3,,,true,o1,principal,x,,A,B,,,,,,,,",
            "E_OR_ENUM",
        ),
        (
            "users",
            "u3,,,true,o1,teacher,,,A,B,,,,,,,,",
            "E_OR_REQUIRED",
        ),
        ("enrollments", "e2,,,c9,o1,u1,student,,,", "E_OR_REF"),
        ("enrollments", "e2,,,c1,o1,u9,student,,,", "E_OR_REF"),
        ("enrollments", "e2,,,c1,o1,u1,parent,,,", "E_OR_ENUM"),
        ("enrollments", "e2,,,c1,o1,u1,student,maybe,,", "E_OR_ENUM"),
        (
            "enrollments",
            "e2,,,c1,o1,u1,student,true,2026-09-31,",
            "E_DATE_INVALID",
        ),
        ("demographics", "u9,,,2014-07-30,male", "E_OR_REF"),
        ("demographics", "u1,,,2014-07-30,male", "E_OR_DUP_ID"),
        ("demographics", "u2,,,30/07/1984,female", "E_DATE_INVALID"),
    ];
    for (name, row, code) in table {
        let report = Files::sound().and(name, row).report();
        let line = if *name == "users" { 4 } else { 3 };
        assert_eq!(refused(&report, name), [(line, *code)], "{row}");
    }
    for (name, row) in [
        ("orgs", "o2,,,A,DISTRICT,,"),
        ("orgs", "o2,,,A,ext:academy-trust,,"),
        ("orgs", "A/b.c@d_e-9,,,A,school,,"),
        ("users", "u3,,,TRUE,o1,ext:governor,x,,A,B,,,,,,,,"),
        ("classes", "c2,,,A,,k1,,HomeRoom,,o1,\"s1, s1\",,,"),
    ] {
        let report = Files::sound().and(name, row).report();
        assert_eq!(report.rejected, 0, "{row}");
    }
}

#[test]
fn a_row_with_every_fault_gets_the_first_reason_only() {
    let mut row = vec![
        "e 1", "", "", "c9", "o1", "", "parent", "", "x", "", "beyond",
    ];
    let mut next = |change: (usize, &'static str), code: &'static str| {
        row[change.0] = change.1;
        let report = Files::sound().and("enrollments", &row.join(",")).report();
        assert_eq!(refused(&report, "enrollments"), [(3, code)]);
    };
    next((1, ""), "E_FIELD_COUNT");
    next((10, ""), "E_OR_ID");
    next((0, "e1"), "E_OR_REQUIRED");
    next((5, "u9"), "E_OR_ENUM");
    next((6, "student"), "E_DATE_INVALID");
    next((8, "2026-09-01"), "E_OR_DUP_ID");
    next((0, "e2"), "E_OR_REF");
}

#[test]
fn what_points_to_a_refused_row_is_refused_too() {
    let report = Files::sound()
        .with("users", "u1,,,true", "u1,,,perhaps")
        .report();
    assert_eq!(refused(&report, "users"), [(2, "E_OR_ENUM")]);
    assert_eq!(refused(&report, "enrollments"), [(2, "E_OR_REF")]);
    assert_eq!(refused(&report, "demographics"), [(2, "E_OR_REF")]);
    // Dana's contact is a pupil who is not there: that only warns.
    assert_eq!(warnings(&report), [("W_OR_PARENT_UNKNOWN", 1)].into());
}

#[test]
fn parents_years_and_contacts_that_are_not_there_only_warn() {
    for (table, from, to) in [
        ("orgs", "school,,", "school,,o9"),
        ("academicSessions", "20,,2027", "20,s9,2027"),
        ("courses", ",s1,Science", ",s9,Science"),
        ("users", "u2,08", "\"u2,u9\",08"),
    ] {
        let report = Files::sound().with(table, from, to).report();
        assert_eq!(report.rejected, 0, "{table}");
        assert_eq!(
            warnings(&report),
            [("W_OR_PARENT_UNKNOWN", 1)].into(),
            "{table}"
        );
    }
    // A parent may come after the child.
    let later = Files::sound().with("orgs", "school,,", "school,,o2");
    assert!(
        later
            .and("orgs", "o2,,,Trust,district,,")
            .report()
            .warnings
            .is_empty()
    );
}

#[test]
fn a_status_in_a_whole_bundle_is_warned_of_and_not_heeded() {
    for filled in [
        "u1,active,,true",
        "u1,,1/05/2023,true",
        "u1,tobedeleted,,true",
    ] {
        let report = Files::sound().with("users", "u1,,,true", filled).report();
        assert_eq!(report.rejected, 0, "{filled}");
        assert_eq!(warnings(&report), [("W_OR_STATUS_IN_BULK", 1)].into());
    }
}

fn changes() -> Files {
    Files::sound().with("manifest", "users,bulk", "users,delta").with(
        "users",
        "u1,,,true,o1,student,rowan,,Rowan,Tidewell,,,,,,u2,08,\nu2,,,FALSE,o1,Parent,dana,,Dana,Tidewell,,,,,,u1,,secret\n",
        "",
    )
}

const ACTIVE: &str = ",true,o1,student,rowan,,Rowan,Tidewell,,,,,,,08,";

#[test]
fn changes_say_what_changed_and_when() {
    for (row, code) in [
        ("u1,,", Some("E_OR_STATUS")),
        ("u1,active,", Some("E_OR_STATUS")),
        ("u1,gone,2026-09-01T00:00:00.000Z", Some("E_OR_STATUS")),
        ("u1,active,1/05/2023", Some("E_OR_STATUS")),
        ("u1,active,2026-09-01T00:00:00.000Z", None),
        ("u1,Active,2026-09-01", None),
        ("u1,active,2026-09-01T10:00:00+01:00", None),
    ] {
        let report = changes().and("users", &format!("{row}{ACTIVE}")).report();
        let expected: Vec<_> = code.map(|code| (2, code)).into_iter().collect();
        assert_eq!(refused(&report, "users"), expected, "{row}");
    }
}

#[test]
fn deleting_needs_nothing_but_an_id_and_counts_as_taken() {
    let report = changes()
        .and("users", "u7,tobedeleted,2026-09-01,,,,,,,,,,,,,,,")
        .and("users", "u8,tobedeleted,2026-09-01,x,o9,x,,,,,,,,,,u9,,")
        .and("users", "u8,tobedeleted,2026-09-01,,,,,,,,,,,,,,,")
        .report();
    assert_eq!(refused(&report, "users"), [(4, "E_OR_DUP_ID")]);
    let files = report.files.expect("files");
    let users = files.get("users").expect("users");
    assert_eq!(
        (users.mode.code(), users.accepted, users.deletes),
        ("delta", 2, 2)
    );
}

#[test]
fn what_points_into_changes_may_be_there_from_before_unless_it_goes() {
    assert_eq!(changes().report().rejected, 0);
    let gone = changes().and("users", "u1,tobedeleted,2026-09-01,,,,,,,,,,,,,,,");
    assert_eq!(refused(&gone.report(), "enrollments"), [(2, "E_OR_REF")]);
}
