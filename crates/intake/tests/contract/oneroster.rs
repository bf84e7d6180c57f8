//! `OneRoster` bundles: what refuses the bundle, and what a row.

use std::collections::BTreeMap;

use intake::{
    limits::Limits,
    report::{Kind, Report},
    roster::{Bundle, one_roster},
};

use crate::{
    support::{sample, warnings},
    zips::{entry, zip},
};

/// The files of a small bundle, to be changed.
#[derive(Clone)]
pub struct Files(pub BTreeMap<&'static str, String>);

impl Files {
    /// A bundle of version 1.1 with one of everything.
    pub fn sound() -> Self {
        Self(
            [
                ("manifest", "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.orgs,bulk\nfile.academicSessions,bulk\nfile.courses,bulk\nfile.classes,bulk\nfile.users,bulk\nfile.enrollments,bulk\nfile.demographics,bulk\nfile.results,absent\n"),
                ("orgs", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,Kestrel Bridge,school,,\n"),
                ("academicSessions", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\ns1,,,2026/27,schoolYear,2026-09-01,2027-07-20,,2027\n"),
                ("courses", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes\nk1,,,s1,Science,,,o1,,\n"),
                ("classes", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\nc1,,,8K Science,,k1,,Scheduled,,o1,s1,,,\n"),
                ("users", "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\nu1,,,true,o1,student,rowan,,Rowan,Tidewell,,,,,,u2,08,\nu2,,,FALSE,o1,Parent,dana,,Dana,Tidewell,,,,,,u1,,secret\n"),
                ("enrollments", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\ne1,,,c1,o1,u1,student,,2026-09-01,\n"),
                ("demographics", "sourcedId,status,dateLastModified,birthDate,sex\nu1,,,2014-07-30,male\n"),
            ]
            .into_iter()
            .map(|(name, text)| (name, text.to_owned()))
            .collect(),
        )
    }

    /// With one row more.
    pub fn and(mut self, table: &'static str, row: &str) -> Self {
        let text = self.0.entry(table).or_default();
        text.push_str(row);
        text.push('\n');
        self
    }

    /// With words of a file changed.
    pub fn with(mut self, table: &'static str, from: &str, to: &str) -> Self {
        let text = self.0.entry(table).or_default();
        assert!(text.contains(from), "{table}: {from}");
        *text = text.replace(from, to);
        self
    }

    pub fn without(mut self, table: &str) -> Self {
        self.0.remove(table);
        self
    }

    pub fn report(&self) -> Report {
        let files = self.0.iter();
        let files = files.map(|(name, text)| (format!("{name}.csv"), text.clone().into_bytes()));
        let limits = Limits::default();
        let bundle = Bundle::of_files(files.collect(), &limits);
        let read = bundle.and_then(|bundle| one_roster(&bundle, &limits));
        Report::of_roster(Kind::OneRoster, "x", &read)
    }
}

/// The refused rows of one table.
pub fn refused(report: &Report, table: &str) -> Vec<(u32, &'static str)> {
    let files = report.files.as_ref().expect("files");
    let rows = files.get(table).expect("the table").row_reasons.iter();
    rows.map(|row| (row.line, row.reason.code())).collect()
}

#[test]
fn all_5307_sample_rows_are_taken_from_the_zip_and_from_the_folder() {
    let limits = Limits::default();
    let bundle = Bundle::of_zip(&sample("oneroster-1.1-oakmere.zip"), &limits);
    let tables = [
        "manifest",
        "orgs",
        "academicSessions",
        "courses",
        "classes",
        "users",
        "enrollments",
        "demographics",
    ];
    let file = |name: &str| {
        (
            format!("{name}.csv"),
            sample(&format!("oneroster-1.1/{name}.csv")),
        )
    };
    let folder = Bundle::of_files(tables.map(file).to_vec(), &limits);
    for bundle in [bundle, folder] {
        let read = bundle.and_then(|bundle| one_roster(&bundle, &limits));
        let report = Report::of_roster(Kind::OneRoster, "x", &read);
        assert_eq!((report.accepted, report.rejected), (5_307, 0));
        assert!(report.warnings.is_empty(), "{:?}", report.warnings);
        let counts = report.files.expect("files").into_iter();
        let counts: Vec<_> = counts.map(|(name, table)| (name, table.accepted)).collect();
        assert_eq!(
            counts,
            [
                ("academicSessions", 4),
                ("classes", 130),
                ("courses", 65),
                ("demographics", 300),
                ("enrollments", 4_030),
                ("orgs", 2),
                ("users", 776),
            ]
        );
    }
}

#[test]
fn the_sound_bundle_is_taken_whole() {
    let report = Files::sound().report();
    assert_eq!((report.reason, report.total, report.rejected), (None, 8, 0));
    assert!(report.warnings.is_empty());
    assert!(report.row_reasons.is_empty());
}

#[test]
fn passwords_are_not_read() {
    let files = Files::sound().0.into_iter();
    let files = files.map(|(name, text)| (format!("{name}.csv"), text.into_bytes()));
    let bundle = Bundle::of_files(files.collect(), &Limits::default()).expect("a bundle");
    let read = one_roster(&bundle, &Limits::default()).expect("a roster");
    for table in read.tables {
        let rows = serde_json::to_string(&intake::rows::shown(&table.reading)).expect("json");
        assert!(!rows.contains("secret") && !rows.contains("password"));
    }
}

#[test]
fn each_fault_of_a_bundle_has_a_bundle_that_earns_it() {
    let sound = Files::sound;
    for (files, code) in [
        (sound().without("manifest"), "E_OR_NO_MANIFEST"),
        (sound().with("manifest", "n,1.1", "n,1.0"), "E_OR_VERSION"),
        (
            sound().with("manifest", "oneroster.version,1.1\n", ""),
            "E_OR_VERSION",
        ),
        (sound().without("users"), "E_OR_FILE_MISSING"),
        (
            sound().with("manifest", "results,absent", "results,bulk"),
            "E_OR_FILE_MISSING",
        ),
        (
            sound().with("manifest", "results,absent", "results,delta"),
            "E_OR_FILE_MISSING",
        ),
        (
            sound().with("users", "familyName", "FamilyName"),
            "E_MISSING_COLUMN",
        ),
        (
            sound().with("orgs", "name,type", "name,name,type"),
            "E_DUP_COLUMN",
        ),
        (
            sound().with("orgs", "Kestrel", "\"Kes\"trel"),
            "E_CSV_SYNTAX",
        ),
    ] {
        assert_eq!(files.report().reason, Some(code));
    }
    // A file without rows may lack any column.
    let report = sound().with("demographics", "sourcedId", "userSourcedId");
    assert_eq!(report.report().reason, Some("E_MISSING_COLUMN"));
    let empty = sound().with("demographics", "u1,,,2014-07-30,male\n", "");
    assert_eq!(
        empty.with("demographics", "sourcedId", "x").report().reason,
        None
    );
}

#[test]
fn folders_inside_a_zip_are_opened_one_deep() {
    let inside = |folder: &str| {
        let files = Files::sound().0.into_iter();
        let made: Vec<_> = files
            .map(|(name, text)| entry(&format!("{folder}{name}.csv"), text))
            .chain([
                entry(&format!("__MACOSX/{folder}._users.csv"), "x"),
                entry(".DS_Store", "x"),
            ])
            .collect();
        let limits = Limits::default();
        let bundle = Bundle::of_zip(&zip(&made), &limits);
        let read = bundle.and_then(|bundle| one_roster(&bundle, &limits));
        Report::of_roster(Kind::OneRoster, "x", &read)
    };
    assert!(inside("").warnings.is_empty());
    let one = inside("roster/");
    assert_eq!((one.reason, one.accepted), (None, 8));
    assert_eq!(warnings(&one), [("W_ZIP_FOLDER", 1)].into());
    assert_eq!(inside("a/b/").reason, Some("E_OR_NO_MANIFEST"));
}

#[test]
fn files_that_the_manifest_does_not_promise_are_left_out() {
    let called_absent = Files::sound()
        .with(
            "manifest",
            "file.demographics,bulk",
            "file.demographics,absent",
        )
        .report();
    assert_eq!(warnings(&called_absent), [("W_OR_FILE_IGNORED", 1)].into());
    assert_eq!(called_absent.total, 7);
    let unlisted = Files::sound().and("results", "x").report();
    assert_eq!(warnings(&unlisted), [("W_OR_FILE_IGNORED", 1)].into());
}

#[test]
fn pointers_into_a_file_that_is_absent_are_not_checked() {
    let report = Files::sound()
        .with("manifest", "file.courses,bulk", "file.courses,absent")
        .without("courses")
        .report();
    assert_eq!((report.reason, report.rejected), (None, 0));
    assert_eq!(warnings(&report), [("W_OR_REF_UNCHECKED", 1)].into());
}
