//! Suspensions: what refuses a row, in which order.

use intake::{
    limits::Limits,
    report::{Kind, Report},
    suspensions::{self, Category},
};

use crate::support::{TODAY, fault, refusals, roll, sample, sample_roll};

const HEADINGS: &str =
    "UPN,Adno,Category,Start Date,End Date,Sessions,Reason 1,Reason 2,Reason 3,Reason 4\n";

fn refused(rows: &str) -> Vec<(u32, &'static str)> {
    refusals(suspensions::read, &format!("{HEADINGS}{rows}"))
}

#[test]
fn all_27_sample_suspensions_are_taken() {
    let bytes = sample("suspensions_autumn_2025.csv");
    let read = suspensions::read(&bytes, &mut sample_roll(), TODAY, &Limits::default());
    let report = Report::of(Kind::Suspensions, "s.csv", &read);
    assert_eq!((report.accepted, report.rejected), (27, 0));
    assert!(report.warnings.is_empty());
    let rows = read.expect("a readable file").accepted;
    let of = |category| rows.iter().filter(move |row| row.row.category == category);
    let sessions = |row: &suspensions::SuspensionRow| u32::from(row.sessions.unwrap_or(0));
    assert_eq!(of(Category::Suspension).count(), 24);
    assert_eq!(
        of(Category::Suspension)
            .map(|row| sessions(&row.row))
            .sum::<u32>(),
        105
    );
    assert_eq!(of(Category::Lunchtime).count(), 2);
    assert_eq!(of(Category::Permanent).count(), 1);
}

#[test]
fn each_reason_has_a_row_that_earns_it() {
    let table = [
        (
            "A123456789012,,SUSP,8/9/2026,9/9/2026,4,PP,,,,beyond",
            "E_FIELD_COUNT",
        ),
        (",,SUSP,8/9/2026,9/9/2026,4,PP,,,", "E_NO_ID"),
        ("A1,,SUSP,8/9/2026,9/9/2026,4,PP,,,", "E_UPN_FORMAT"),
        (
            "B207000016049,,SUSP,8/9/2026,9/9/2026,4,PP,,,",
            "E_UPN_CHECK",
        ),
        (",1,SUSP,8/9/2026,9/9/2026,4,PP,,,", "E_UNKNOWN_PUPIL"),
        (",4101,,8/9/2026,9/9/2026,4,PP,,,", "E_CATEGORY_INVALID"),
        (",4101,EXCL,8/9/2026,9/9/2026,4,PP,,,", "E_CATEGORY_INVALID"),
        (",4101,SUSP,,9/9/2026,4,PP,,,", "E_DATE_MISSING"),
        (",4101,SUSP,x,9/9/2026,4,PP,,,", "E_DATE_INVALID"),
        (",4101,SUSP,8/9/1999,9/9/2026,4,PP,,,", "E_DATE_INVALID"),
        (",4101,SUSP,8/9/2026,x,4,PP,,,", "E_DATE_INVALID"),
        (",4101,SUSP,12/11/2027,,4,PP,,,", "E_DATE_FUTURE"),
        (",4101,SUSP,8/9/2026,12/11/2027,4,PP,,,", "E_DATE_FUTURE"),
        (",4101,SUSP,9/9/2026,8/9/2026,4,PP,,,", "E_END_BEFORE_START"),
        (",4101,SUSP,8/9/2026,9/9/2026,,PP,,,", "E_SESSIONS_INVALID"),
        (",4101,LNCH,8/9/2026,9/9/2026,,PP,,,", "E_SESSIONS_INVALID"),
        (",4101,SUSP,8/9/2026,9/9/2026,0,PP,,,", "E_SESSIONS_INVALID"),
        (
            ",4101,SUSP,8/9/2026,9/9/2026,91,PP,,,",
            "E_SESSIONS_INVALID",
        ),
        (
            ",4101,SUSP,8/9/2026,9/9/2026,-1,PP,,,",
            "E_SESSIONS_INVALID",
        ),
        (
            ",4101,SUSP,8/9/2026,9/9/2026,1.5,PP,,,",
            "E_SESSIONS_INVALID",
        ),
        (",4101,PERM,8/9/2026,,0,PP,,,", "E_SESSIONS_INVALID"),
        (",4101,SUSP,8/9/2026,9/9/2026,4,,PP,,", "E_REASON_INVALID"),
        (",4101,SUSP,8/9/2026,9/9/2026,4,OT,,,", "E_REASON_INVALID"),
        (",4101,SUSP,8/9/2026,9/9/2026,4,PP,x,,", "E_REASON_INVALID"),
        (
            ",4101,SUSP,8/9/2026,9/9/2026,4,PP,VP,DB,x",
            "E_REASON_INVALID",
        ),
        (
            ",4101,SUSP,8/9/2026,9/9/2026,4,PP,VP,DB,TH",
            "E_TOO_MANY_REASONS",
        ),
    ];
    for (row, code) in table {
        assert_eq!(refused(row), [(2, code)], "{row}");
    }
    for fine in [
        ",4101,FIXD,8/9/2026,9/9/2026,4,pp,vp,db,",
        ",4101,susp,10/11/2027,11/11/2027,90,PP,,,",
        ",4101,Perm,8/9/2026,,,MT,,,",
        ",4101,SUSP,8/9/2026,,1,PP,,PH,",
        ",4101,LNCH,8/9/2026,8/9/2026,1,DS,,,",
    ] {
        assert_eq!(refused(fine), [], "{fine}");
    }
}

#[test]
fn every_census_code_is_taken_and_no_other() {
    for code in [
        "PP", "PA", "VP", "VA", "OW", "BU", "RA", "LG", "DS", "SM", "DA", "DM", "TH", "MT", "PH",
        "DB",
    ] {
        assert_eq!(
            refused(&format!(",4101,SUSP,8/9/2026,,1,{code},,,")),
            [],
            "{code}"
        );
    }
    for code in ["OT", "DR", "PW", "TB", "P", "PPP"] {
        let reasons = refused(&format!(",4101,SUSP,8/9/2026,,1,{code},,,"));
        assert_eq!(reasons, [(2, "E_REASON_INVALID")], "{code}");
    }
}

#[test]
fn days_may_not_be_shared_with_an_earlier_row_but_for_lunchtimes() {
    let first = ",4101,SUSP,8/9/2026,10/9/2026,5,PP,,,\n";
    for (second, is_refused) in [
        (",4101,SUSP,10/9/2026,11/9/2026,3,PP,,,", true),
        (",4101,SUSP,1/9/2026,8/9/2026,3,PP,,,", true),
        (",4101,SUSP,9/9/2026,,1,PP,,,", true),
        (",4101,PERM,10/9/2026,,,PP,,,", true),
        (",4101,PERM,1/9/2026,,,PP,,,", true),
        (",4101,SUSP,11/9/2026,11/9/2026,1,PP,,,", false),
        (",4101,LNCH,9/9/2026,9/9/2026,1,PP,,,", false),
        ("B801200005001,,SUSP,9/9/2026,9/9/2026,1,PP,,,", false),
        (",4101,PERM,11/9/2026,,,PP,,,", false),
    ] {
        let expected: &[_] = if is_refused { &[(3, "E_OVERLAP")] } else { &[] };
        assert_eq!(refused(&format!("{first}{second}")), expected, "{second}");
    }
    // A permanent exclusion without an end runs on; one with an end does not.
    let later = ",4101,SUSP,8/9/2027,,1,PP,,,";
    assert_eq!(
        refused(&format!(",4101,PERM,8/9/2026,,,PP,,,\n{later}")),
        [(3, "E_OVERLAP")]
    );
    assert_eq!(
        refused(&format!(",4101,PERM,8/9/2026,9/9/2026,,PP,,,\n{later}")),
        []
    );
}

#[test]
fn a_pupil_is_suspended_for_at_most_45_days_in_a_school_year() {
    let most = ",4101,SUSP,1/9/2025,31/10/2025,86,PP,,,\n,4101,LNCH,3/11/2025,4/11/2025,4,PP,,,\n";
    for (next, is_refused) in [
        (",4101,SUSP,31/8/2026,31/8/2026,1,PP,,,", true),
        (",4101,LNCH,31/8/2026,31/8/2026,1,PP,,,", true),
        (",4101,PERM,31/8/2026,31/8/2026,1,PP,,,", false),
        (",4101,SUSP,1/9/2026,1/9/2026,2,PP,,,", false),
        (",4101,SUSP,31/8/2025,31/8/2025,2,PP,,,", false),
        ("B801200005001,,SUSP,31/8/2026,31/8/2026,1,PP,,,", false),
    ] {
        let expected: &[_] = if is_refused {
            &[(4, "E_OVER_45_DAYS")]
        } else {
            &[]
        };
        assert_eq!(refused(&format!("{most}{next}")), expected, "{next}");
    }
}

#[test]
fn columns_that_must_be_there_are_asked_for() {
    let complete = ["UPN", "Category", "Start", "Sessions", "Reason 1"];
    for leave_out in 0..=complete.len() {
        let mut headings = complete.to_vec();
        let expected = (leave_out < headings.len()).then(|| {
            headings.remove(leave_out);
            "E_MISSING_COLUMN"
        });
        let text = format!("{}\n", headings.join(","));
        let read = suspensions::read(text.as_bytes(), &mut roll(), TODAY, &Limits::default());
        assert_eq!(fault(&read), expected, "{text}");
    }
}
