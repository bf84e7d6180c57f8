//! Which headings mean which field.

use intake::{
    fault::FileFault,
    field::{Field, normalised},
};

use crate::support::{UPN, fault, pupils_report, read_pupils};

#[test]
fn headings_are_compared_without_case_space_marks_or_compatibility_forms() {
    for heading in [
        "Date of Birth",
        " DATE_OF_BIRTH: ",
        "date-of-birth",
        "Ｄａｔｅ ｏｆ ｂｉｒｔｈ",
    ] {
        assert_eq!(normalised(heading), "dateofbirth", "{heading}");
    }
    assert_eq!(normalised("Nº (№)"), "nono");
}

#[test]
fn every_heading_of_the_table_is_written_as_it_is_compared() {
    for field in Field::ALL {
        for heading in field.headings() {
            assert_eq!(normalised(heading), *heading, "{field:?}");
        }
    }
}

#[test]
fn the_published_headings_mean_their_fields() {
    let table = [
        (Field::Upn, "UPN|Unique Pupil Number|Pupil UPN|Student UPN"),
        (Field::FormerUpn, "Former UPN"),
        (
            Field::Adno,
            "Adno|Admission Number|Admission No|Adm No|Adm Number|Pupil Number",
        ),
        (Field::Uln, "ULN|Unique Learner Number"),
        (Field::LegalSurname, "Legal Surname|Legal Last Name"),
        (Field::Surname, "Surname|Last Name|Family Name"),
        (Field::LegalForename, "Legal Forename|Legal First Name"),
        (Field::Forename, "Forename|First Name|Given Name"),
        (Field::MiddleNames, "Middle Names|Middle Name"),
        (
            Field::PreferredSurname,
            "Preferred Surname|Preferred Last Name",
        ),
        (
            Field::PreferredForename,
            "Preferred Forename|Preferred First Name|Known As",
        ),
        (Field::Born, "DOB|Date of Birth|Birth Date"),
        (Field::Sex, "Sex|Gender|Legal Sex"),
        (Field::Year, "Year|Year Group|NC Year|Yr|NC Year Actual"),
        (
            Field::Reg,
            "Reg|Reg Group|Registration Group|Registration Form|Form|Tutor Group|Tutor",
        ),
        (Field::House, "House"),
        (Field::Email, "Email|Email Address"),
        (Field::Phone, "Phone|Telephone|Mobile"),
        (
            Field::Notes,
            "Notes|Comment|Comments|Details|Narrative|Description",
        ),
        (Field::Sen, "SEN|SEN Status|SEN Provision"),
        (Field::IncidentId, "Incident ID|Event ID|ID|Behaviour ID"),
        (
            Field::Date,
            "Date|Incident Date|Event Date|Date of Incident|Mark Date|Attendance Date",
        ),
        (Field::Time, "Time|Incident Time|Event Time"),
        (
            Field::Type,
            "Type|Incident Type|Behaviour Type|Behaviour|Event|Event Name|Behaviour Name|Reason",
        ),
        (Field::Points, "Points|Score|Adjustment|Behaviour Points"),
        (Field::Location, "Location|Room"),
        (Field::Action, "Action|Action Taken|Outcome|Consequence"),
        (
            Field::RecordedBy,
            "Recorded By|Staff|Teacher|Logged By|Staff Name",
        ),
        (Field::Session, "Session|AM/PM|Session Name"),
        (Field::Mark, "Mark|Code|Attendance Code|Attendance Mark"),
        (Field::MinutesLate, "Minutes Late|Late Minutes"),
        (
            Field::Category,
            "Category|Exclusion Category|Suspension Type",
        ),
        (
            Field::Start,
            "Start Date|Start|From Date|Exclusion Start Date",
        ),
        (Field::End, "End Date|End|Until Date|Exclusion End Date"),
        (
            Field::Sessions,
            "Sessions|Number of Sessions|Possible Exclusion Sessions",
        ),
        (Field::Reason1, "Reason 1|Primary Reason|Exclusion Reason"),
        (Field::Reason2, "Reason 2|Secondary Reason"),
        (Field::Reason3, "Reason 3|Tertiary Reason"),
        (Field::Reason4, "Reason 4"),
        (
            Field::AttendanceStart,
            "Att Stats Start Date|Attendance Start Date",
        ),
        (
            Field::AttendanceEnd,
            "Att Stats End Date|Attendance End Date",
        ),
        (Field::Marks, "Marks|Attendance Marks"),
        (
            Field::Week,
            "Week Beginning|Week Commencing|Week Start|Week Start Date",
        ),
    ];
    for (field, headings) in table {
        let wanted: Vec<String> = headings.split('|').map(normalised).collect();
        assert_eq!(field.headings(), wanted, "{field:?}");
    }
}

#[test]
fn unknown_columns_are_ignored_and_listed_as_written() {
    let report = pupils_report(format!(
        "UPN, Shoe Size ,Surname,Forename,,DOB,Ethnicity\n{UPN},4,Tidewell,Rowan,,30/07/2014,x\n"
    ));
    assert_eq!(report.accepted, 1);
    assert_eq!(report.ignored_columns, ["Shoe Size", "Ethnicity"]);
}

#[test]
fn two_columns_for_one_field_refuse_the_file_and_name_both() {
    let read = read_pupils("UPN,Surname,Forename,DOB,Date of Birth\n");
    assert_eq!(fault(&read), Some("E_DUP_COLUMN"));
    let fault = read.expect_err("a fault").fault;
    assert_eq!(
        fault.what(),
        "Two columns hold date of birth: \u{201c}DOB\u{201d} and \u{201c}Date of Birth\u{201d}"
    );
}

#[test]
fn of_two_columns_that_no_row_needs_the_first_counts_and_the_second_is_listed() {
    let text = format!(
        "UPN,Surname,Forename,DOB,Contact 1 Name,Contact 1 Mobile,Contact 1 Telephone\n\
         {UPN},Tidewell,Rowan,30/07/2014,Dana,07700 900123,01632 960123\n"
    );
    let reading = read_pupils(text).expect("a readable file");
    assert_eq!(reading.source.ignored, ["Contact 1 Telephone"]);
    let phone = reading.accepted[0].row.contacts[0].phone.clone();
    assert_eq!(phone.map(String::from).as_deref(), Some("07700 900123"));
}

#[test]
fn a_plain_name_may_stand_beside_the_legal_one_which_wins_unless_blank() {
    let text = format!(
        "UPN,Surname,Legal Surname,Forename,Legal First Name,DOB\n\
         {UPN},Wren,Tidewell,Ro,Rowan,30/07/2014\n\
         B801200005001,Marrow,,Elsie,  ,30/07/2014\n"
    );
    let reading = read_pupils(text).expect("a readable file");
    let names: Vec<String> = reading
        .accepted
        .iter()
        .map(|row| format!("{} {}", row.row.name.forename, row.row.name.surname))
        .collect();
    assert_eq!(names, ["Rowan Tidewell", "Elsie Marrow"]);
}

#[test]
fn every_required_column_that_is_missing_is_named_at_once() {
    let read = read_pupils("House,Forename\nElm,Rowan\n");
    let Err(refused) = read else {
        panic!("no fault")
    };
    assert_eq!(
        refused.fault.what(),
        "The file has no column for UPN or admission number, or for surname or legal surname, or for date of birth"
    );
    assert!(matches!(refused.fault, FileFault::MissingColumn { .. }));
    for complete in [
        "UPN,Surname,Forename,DOB",
        "Adm No,Legal surname,Given name,Birth date",
    ] {
        assert_eq!(fault(&read_pupils(complete)), None, "{complete}");
    }
}

#[test]
fn headings_without_rows_are_nothing_to_import() {
    let report = pupils_report("UPN,Surname,Forename,DOB\r\n,,,\r\n");
    assert_eq!(report.outcome.code(), "nothing_to_import");
    assert_eq!((report.total, report.exit_code()), (0, 0));
}
