//! Parts of a pupil's row that may be blank: read, put right, or left out with
//! a warning, but never a reason to refuse a child.

use intake::{
    cells::{
        contact::Relationship,
        sen::{SenNeed, SenStage},
        typed::Typed,
        year::YearGroup,
        yes_no::YesNo,
    },
    pupils::PupilRow,
    report::{Kind, Report},
};

use crate::support::{UPN, read_pupils, warnings};

/// One accepted pupil with these columns beside the required ones.
fn pupil(columns: &[(&str, &str)]) -> (PupilRow, Report) {
    let headings: Vec<&str> = columns.iter().map(|(heading, _)| *heading).collect();
    let cells: Vec<&str> = columns.iter().map(|(_, cell)| *cell).collect();
    let text = format!(
        "UPN,Surname,Forename,DOB,{}\n{UPN},Tidewell,Rowan,30/07/2014,{}\n",
        headings.join(","),
        cells.join(",")
    );
    let read = read_pupils(text);
    let report = Report::of(Kind::Pupils, "one.csv", &read);
    let mut reading = read.expect("a readable file");
    (reading.accepted.remove(0).row, report)
}

#[test]
fn support_is_read_from_the_columns_of_an_extract() {
    let (row, report) = pupil(&[
        ("SEN Status", "K"),
        ("SEN Need", "SEMH"),
        ("FSM", "Y"),
        ("EAL", "N"),
        ("First Language", "ENG"),
        ("In Care", "N"),
        ("Year", "Year 8"),
        ("Reg", "8K"),
    ]);
    assert!(report.warnings.is_empty());
    assert_eq!(row.support.sen, Some(SenStage::Support));
    assert_eq!(row.support.sen_need, Some(SenNeed::SocialEmotional));
    assert_eq!(row.support.fsm, Some(YesNo::Yes));
    assert_eq!(row.support.eal, Some(YesNo::No));
    assert_eq!(row.support.in_care, Some(YesNo::No));
    assert_eq!(row.year, Some(YearGroup::Year(8)));
    assert_eq!(row.reg.map(|reg| reg.to_string()).as_deref(), Some("8K"));
}

#[test]
fn blank_is_not_an_answer_and_not_a_warning() {
    let (row, report) = pupil(&[
        ("SEN", ""),
        ("FSM", " "),
        ("Year", ""),
        ("ULN", ""),
        ("Phone", ""),
    ]);
    assert!(report.warnings.is_empty());
    assert_eq!((row.support.sen, row.support.fsm), (None, None));
    assert_eq!((row.year, row.phone), (None, None));
}

#[test]
fn a_plan_in_a_column_of_its_own_counts_where_no_stage_is_given() {
    assert_eq!(pupil(&[("EHCP", "Y")]).0.support.sen, Some(SenStage::Plan));
    let both = [("SEN", "K"), ("EHCP", "Y")];
    assert_eq!(pupil(&both).0.support.sen, Some(SenStage::Support));
    assert_eq!(pupil(&[("EHCP", "N")]).0.support.sen, None);
}

#[test]
fn each_value_that_cannot_be_read_is_left_out_with_its_warning() {
    let table = [
        ("ULN", "9276308685", "W_ULN_INVALID"),
        ("Year", "Seven", "W_YEAR_INVALID"),
        ("Phone", "7.7009E+09", "W_PHONE_DROPPED"),
        ("Phone", "7700900123", "W_PHONE_FIXED"),
    ];
    for (heading, cell, code) in table {
        let (_, report) = pupil(&[(heading, cell)]);
        assert_eq!(warnings(&report), [(code, 1)].into(), "{heading}");
    }
    let (row, report) = pupil(&[("ULN", "9276308686"), ("Former UPN", "b8012 00005001")]);
    assert!(report.warnings.is_empty() && row.uln.is_some() && row.former_upn.is_some());
}

#[test]
fn other_values_left_out_are_counted_beside_the_warnings_of_the_contract() {
    for (heading, cell, field) in [
        ("Sex", "U", "sex"),
        ("Sex", "9", "sex"),
        ("SEN", "Y", "sen"),
        ("SEN", "K - no SEN", "sen"),
        ("FSM", "sometimes", "fsm"),
        ("Email", "rowan at home", "email"),
        ("Former UPN", "B207000016049", "formerupn"),
        ("Contact 1 Email", "dana@home.example", "contactname"),
    ] {
        let (_, report) = pupil(&[(heading, cell)]);
        assert!(report.warnings.is_empty(), "{heading}");
        assert_eq!(report.left_out, [(field, 1)].into(), "{heading}");
    }
    let text = format!("UPN,Surname,Forename,DOB,Sex\n{UPN},Tidewell,Rowan,30/07/2014,U\n");
    let reading = read_pupils(text).expect("a readable file");
    let row = &intake::rows::shown(&reading)[0];
    assert_eq!(row["left_out"], serde_json::json!(["sex"]));
    assert!(row.get("warnings").is_none());
}

#[test]
fn a_stage_may_be_written_with_its_code_and_its_words() {
    for (words, stage) in [
        ("K - SEN Support", SenStage::Support),
        ("K: SEN support", SenStage::Support),
        ("SEN Support (K)", SenStage::Support),
        ("SEN Support - K", SenStage::Support),
        ("K (SEN Support)", SenStage::Support),
        ("P - School Action Plus", SenStage::Support),
        ("N - No SEN", SenStage::NoNeed),
        ("E \u{2013} EHCP", SenStage::Plan),
    ] {
        assert_eq!(
            pupil(&[("SEN", words)]).0.support.sen,
            Some(stage),
            "{words}"
        );
    }
}

#[test]
fn two_contacts_are_read_with_what_the_school_says_of_each() {
    let (row, report) = pupil(&[
        ("Contact 1 Name", "Dana Tidewell"),
        ("Contact 1 Relationship", "Mother"),
        ("Contact 1 Parental Responsibility", "Y"),
        ("Contact 1 Telephone", "7700900123"),
        ("Contact 1 Email", "dana@home.example"),
        ("Contact 2 Name", "Lee Tidewell"),
        ("Contact 2 Relationship", "Uncle"),
        ("Contact 2 Parental Responsibility", ""),
        ("Contact 2 Telephone", ""),
    ]);
    assert_eq!(warnings(&report), [("W_PHONE_FIXED", 1)].into());
    let [dana, lee] = row.contacts.as_slice() else {
        panic!("two contacts")
    };
    assert_eq!(dana.name.as_str(), "Dana Tidewell");
    assert_eq!(
        dana.relation.as_ref().map(|r| r.kind),
        Some(Relationship::Mother)
    );
    assert_eq!(dana.parental_responsibility, Some(YesNo::Yes));
    assert_eq!(dana.phone.as_ref().map(Typed::as_str), Some("07700900123"));
    // Not known is not "no".
    assert_eq!(lee.parental_responsibility, None);
    assert_eq!(
        lee.relation.as_ref().map(|r| r.kind),
        Some(Relationship::Relative)
    );
}

#[test]
fn an_address_gathers_its_lines_and_keeps_the_postcode_apart() {
    let (row, _) = pupil(&[
        ("Address Line 1", "1 Sampling Lane"),
        ("Address Line 2", ""),
        ("Town", "Brackenford"),
        ("Postcode", "ZZ5 1JA"),
    ]);
    let address = row.address.expect("an address");
    let lines: Vec<&str> = address.lines.iter().map(Typed::as_str).collect();
    assert_eq!(lines, ["1 Sampling Lane", "Brackenford"]);
    assert_eq!(
        address.postcode.map(|p| p.to_string()).as_deref(),
        Some("ZZ5 1JA")
    );
    assert!(pupil(&[("Town", "")]).0.address.is_none());
}

#[test]
fn nothing_about_a_child_shows_in_debug_output() {
    let (row, _) = pupil(&[("Contact 1 Name", "Dana Tidewell")]);
    assert_eq!(format!("{row:?}"), "<pupil>");
    assert_eq!(format!("{:?}", row.contacts), "[<contact>]");
    let reading = read_pupils("UPN,Surname,Forename,DOB\nx,Tidewell,Rowan,y\n").expect("readable");
    assert!(!format!("{reading:?}").contains("Tidewell"));
}
