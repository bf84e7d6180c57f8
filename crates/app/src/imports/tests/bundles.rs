//! Small rosters of Kestrel Bridge, for tests.

use std::fmt::Write as _;

use intake::roster::bundled;

pub(super) const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n\
    o1,,,Kestrel Bridge,school,,\n";
pub(super) const SESSIONS: &str = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n\
    y1,,,2026/27,schoolYear,2026-09-01,2027-07-20,,2027\n";
pub(super) const COURSES: &str = "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes\n\
    k1,,,y1,Year 8 science,,08,o1,Science,\n";
pub(super) const CLASSES: &str = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n\
    c1,,,8K science,08,k1,8K,scheduled,,o1,y1,,,\n\
    c2,,,8K Registration,08,k1,8K,homeroom,,o1,y1,,,\n";
pub(super) const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n";
pub(super) const ROWAN: &str =
    "u1,,,true,o1,student,rowan,{ADNO:004101},Rowan,Tidewell,,Y998200218001,,,,g1,08,s3cret\n";
pub(super) const ELSIE: &str = "u2,,,true,o1,student,elsie,{ADNO:004102},Elsie,Marrow,,,,,,,07,\n";
pub(super) const DANA: &str =
    "g1,,,true,o1,parent,dana,,Dana,Tidewell,,,dana@home.example,,01632 960001,u1,,\n";
pub(super) const ABARA: &str =
    "t1,,,true,o1,teacher,abara@kestrel.example,{STAFFCODE:ABA},Ada,Abara,,S1,,,,,,\n";
pub(super) const ENROLLED: &str = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n\
    e1,,,c1,o1,u1,student,,,\n\
    e2,,,c1,o1,u2,student,,,\n\
    e3,,,c1,o1,t1,teacher,true,,\n\
    e4,,,c2,o1,u1,student,,,\n";
pub(super) const BORN: &str = "sourcedId,status,dateLastModified,birthDate,sex\n\
    u1,,,2014-02-28,male\n\
    u2,,,2014-03-01,female\n";

/// A bundle: these tables, and a manifest that says so.
pub(super) fn bundle(mode: &str, tables: &[(&str, String)]) -> Vec<u8> {
    let mut manifest =
        "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n".to_owned();
    let mut files = Vec::new();
    for (name, text) in tables {
        let _ = writeln!(manifest, "file.{name},{mode}");
        files.push((format!("{name}.csv"), text.clone().into_bytes()));
    }
    files.push(("manifest.csv".to_owned(), manifest.into_bytes()));
    bundled(files)
}

pub(super) fn whole(users: &str, enrolled: &str, born: &str) -> Vec<u8> {
    let tables = [
        ("orgs", ORGS.to_owned()),
        ("academicSessions", SESSIONS.to_owned()),
        ("courses", COURSES.to_owned()),
        ("classes", CLASSES.to_owned()),
        ("users", format!("{USERS}{users}")),
        ("enrollments", enrolled.to_owned()),
        ("demographics", born.to_owned()),
    ];
    bundle("bulk", &tables)
}

pub(super) fn everybody() -> Vec<u8> {
    whole(&format!("{ROWAN}{ELSIE}{DANA}{ABARA}"), ENROLLED, BORN)
}
