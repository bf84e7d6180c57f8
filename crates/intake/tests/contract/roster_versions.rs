//! Rosters of other versions: `OneRoster` 1.2 and School Data Sync.

use intake::{
    limits::Limits,
    report::{Kind, Report},
    roster::{Bundle, school_data_sync},
};

use crate::{
    oneroster::{Files, refused},
    support::warnings,
};

fn newer() -> Files {
    let mut files = Files::sound()
        .with("manifest", "version,1.1", "version,1.2")
        .with("manifest", "file.results,absent", "file.roles,bulk");
    files.0.insert("users", "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\nu1,,,true,rowan,,Rowan,Tidewell,,,,,,,,,,,,,o1,they\n".into());
    files.0.insert("roles", "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\nr1,,,u1,primary,student,,,o1,\n".into());
    files
}

#[test]
fn version_1_2_has_roles_in_a_table_of_their_own() {
    let report = newer().report();
    assert_eq!((report.reason, report.total, report.rejected), (None, 8, 0));
    for (row, code) in [
        ("r2,,,u9,primary,student,,,o1,", "E_OR_REF"),
        ("r2,,,u1,primary,student,,,o9,", "E_OR_REF"),
        ("r2,,,u1,third,student,,,o1,", "E_OR_ENUM"),
        ("r2,,,u1,primary,king,,,o1,", "E_OR_ENUM"),
        ("r2,,,u1,primary,student,1/9/2026,,o1,", "E_DATE_INVALID"),
        ("r2,,,,primary,student,,,o1,", "E_OR_REQUIRED"),
    ] {
        assert_eq!(
            refused(&newer().and("roles", row).report(), "roles"),
            [(3, code)],
            "{row}"
        );
    }
    for role in [
        "counselor",
        "districtAdministrator",
        "PRINCIPAL",
        "siteAdministrator",
        "systemAdministrator",
        "ext:x",
    ] {
        let row = format!("r2,,,u1,secondary,{role},,,o1,");
        assert_eq!(newer().and("roles", &row).report().rejected, 0, "{role}");
    }
    let home = newer().with("users", ",o1,they", ",o9,they").report();
    assert_eq!(warnings(&home), [("W_OR_PARENT_UNKNOWN", 1)].into());
}

fn sync(files: &[(&str, &str)]) -> Report {
    let files = files.iter();
    let files = files.map(|(name, text)| (format!("{name}.csv"), text.as_bytes().to_vec()));
    let limits = Limits::default();
    let bundle = Bundle::of_files(files.collect(), &limits);
    let read = bundle.and_then(|bundle| school_data_sync(&bundle, &limits));
    Report::of_roster(Kind::Sds, "x", &read)
}

#[test]
fn school_data_sync_is_read_in_both_its_versions() {
    let newer = sync(&[
        (
            "orgs",
            "sourcedId,name,type,parentSourcedId\n1,A,school,\n2,B,department,1\n",
        ),
        (
            "users",
            "sourcedId,username,givenName,familyName,password\n3,x@y.example,A,B,secret\n",
        ),
        (
            "roles",
            "userSourcedId,orgSourcedId,role,isPrimary,roleStartDate\n3,1,student,TRUE,2026-09-01\n3,9,student,,\n",
        ),
    ]);
    assert_eq!(refused(&newer, "roles"), [(3, "E_OR_REF")]);
    assert_eq!((newer.accepted, newer.rejected), (4, 1));
    let older = sync(&[
        ("School", "DfE Number,Name\n10001,A\n"),
        (
            "Section",
            "ID,School DfE Number,Section Name,Term StartDate\n1,10001,Maths,9/1/2026\n2,10001,Art,31/1/2026\n",
        ),
        (
            "Student",
            "ID,School DfE Number,Username,Birthdate\n7,10001,x,4/2/2014\n8,99,y,\n",
        ),
        ("StudentEnrollment", "Section ID,ID\n1,7\n2,7\n"),
    ]);
    assert_eq!(refused(&older, "Section"), [(3, "E_DATE_INVALID")]);
    assert_eq!(refused(&older, "Student"), [(3, "E_OR_REF")]);
    assert_eq!(refused(&older, "StudentEnrollment"), [(3, "E_OR_REF")]);
    assert_eq!(sync(&[("other", "x\n")]).reason, Some("E_SDS_FILES"));
}
