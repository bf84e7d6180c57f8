//! Each table of a roster, beside others that are sound.
#![no_main]

use intake::{
    report::{Kind, Report},
    roster::{Bundle, one_roster, school_data_sync},
};
use libfuzzer_sys::fuzz_target;
use mainstay_fuzz::limits;

const TABLES: [&str; 9] = [
    "manifest",
    "orgs",
    "academicSessions",
    "courses",
    "classes",
    "users",
    "roles",
    "enrollments",
    "demographics",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&[which, version, mode], rest)) = bytes.split_first_chunk::<3>() else {
        return;
    };
    let version = if version & 1 == 0 { "1.1" } else { "1.2" };
    let mode = if mode & 1 == 0 { "bulk" } else { "delta" };
    let table = TABLES[usize::from(which) % TABLES.len()];
    let manifest = format!(
        "propertyName,value\noneroster.version,{version}\nfile.orgs,bulk\nfile.{table},{mode}\n"
    );
    let orgs = "sourcedId,name,type\no1,A,school\n";
    let mut files = vec![("manifest.csv".into(), manifest.into()), ("orgs.csv".into(), orgs.into())];
    files.push((format!("{table}.csv"), rest.to_vec()));
    let limits = limits();
    let bundle = Bundle::of_files(files, &limits);
    for reader in [one_roster, school_data_sync] {
        let read = bundle.clone().and_then(|bundle| reader(&bundle, &limits));
        let report = Report::of_roster(Kind::OneRoster, "x", &read);
        assert_eq!(report.total, report.accepted + report.rejected);
    }
});
