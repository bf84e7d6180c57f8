//! The tables of `OneRoster` 1.2 that are read, in the order they are read.
//! People's roles have a table of their own.

use super::{
    spec::{
        Form::{Choice, Day, Mentions, MentionsMany, Points, Truth, Words},
        ID, Key, Table, optional, required,
    },
    v1p1::{CLASSES, COURSES, DEMOGRAPHICS, ENROLLMENTS, ORGS, SESSIONS},
};

const USERS: Table = Table {
    name: "users",
    key: Key::Strict(ID),
    columns: &[
        required(ID, Words),
        required("enabledUser", Truth),
        required("username", Words),
        optional("userIds", Words),
        required("givenName", Words),
        required("familyName", Words),
        optional("middleName", Words),
        optional("identifier", Words),
        optional("email", Words),
        optional("sms", Words),
        optional("phone", Words),
        optional("agentSourcedIds", MentionsMany("users")),
        optional("grades", Words),
        optional("userMasterIdentifier", Words),
        optional("preferredGivenName", Words),
        optional("preferredMiddleName", Words),
        optional("preferredFamilyName", Words),
        optional("primaryOrgSourcedId", Mentions("orgs")),
        optional("pronouns", Words),
    ],
};

const ROLES: Table = Table {
    name: "roles",
    key: Key::Strict(ID),
    columns: &[
        required(ID, Words),
        required("userSourcedId", Points("users")),
        required("roleType", Choice(&["primary", "secondary"])),
        required(
            "role",
            Choice(&[
                "administrator",
                "aide",
                "counselor",
                "districtAdministrator",
                "guardian",
                "parent",
                "principal",
                "proctor",
                "relative",
                "siteAdministrator",
                "student",
                "systemAdministrator",
                "teacher",
            ]),
        ),
        optional("beginDate", Day),
        optional("endDate", Day),
        required("orgSourcedId", Points("orgs")),
        optional("userProfileSourcedId", Words),
    ],
};

/// In the order they are read.
pub(super) const TABLES: &[Table] = &[
    ORGS,
    SESSIONS,
    COURSES,
    CLASSES,
    USERS,
    ROLES,
    ENROLLMENTS,
    DEMOGRAPHICS,
];
