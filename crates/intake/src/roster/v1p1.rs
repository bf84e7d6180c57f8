//! The tables of `OneRoster` 1.1 that are read, in the order they are read.

use super::spec::{
    Column,
    Form::{Choice, Day, Mentions, MentionsMany, Points, PointsMany, Truth, Words},
    ID, Key, Table, optional, required,
};

pub(super) const ORGS: Table = Table {
    name: "orgs",
    key: Key::Strict(ID),
    columns: &[
        required(ID, Words),
        required("name", Words),
        required(
            "type",
            Choice(&[
                "department",
                "school",
                "district",
                "local",
                "state",
                "national",
            ]),
        ),
        optional("identifier", Words),
        optional("parentSourcedId", Mentions("orgs")),
    ],
};

pub(super) const SESSIONS: Table = Table {
    name: "academicSessions",
    key: Key::Strict(ID),
    columns: &[
        required(ID, Words),
        required("title", Words),
        required(
            "type",
            Choice(&["gradingPeriod", "semester", "schoolYear", "term"]),
        ),
        required("startDate", Day),
        required("endDate", Day),
        optional("parentSourcedId", Mentions("academicSessions")),
        required("schoolYear", Words),
    ],
};

pub(super) const COURSES: Table = Table {
    name: "courses",
    key: Key::Strict(ID),
    columns: &[
        required(ID, Words),
        optional("schoolYearSourcedId", Mentions("academicSessions")),
        required("title", Words),
        optional("courseCode", Words),
        optional("grades", Words),
        required("orgSourcedId", Points("orgs")),
        optional("subjects", Words),
        optional("subjectCodes", Words),
    ],
};

pub(super) const CLASSES: Table = Table {
    name: "classes",
    key: Key::Strict(ID),
    columns: &[
        required(ID, Words),
        required("title", Words),
        optional("grades", Words),
        required("courseSourcedId", Points("courses")),
        optional("classCode", Words),
        required("classType", Choice(&["homeroom", "scheduled"])),
        optional("location", Words),
        required("schoolSourcedId", Points("orgs")),
        required("termSourcedIds", PointsMany("academicSessions")),
        optional("subjects", Words),
        optional("subjectCodes", Words),
        optional("periods", Words),
    ],
};

const USERS: Table = Table {
    name: "users",
    key: Key::Strict(ID),
    columns: &[
        required(ID, Words),
        required("enabledUser", Truth),
        required("orgSourcedIds", PointsMany("orgs")),
        required(
            "role",
            Choice(&[
                "administrator",
                "aide",
                "guardian",
                "parent",
                "proctor",
                "relative",
                "student",
                "teacher",
            ]),
        ),
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
    ],
};

pub(super) const ENROLLMENTS: Table = Table {
    name: "enrollments",
    key: Key::Strict(ID),
    columns: ENROLLMENT,
};

const ENROLLMENT: &[Column] = &[
    required(ID, Words),
    required("classSourcedId", Points("classes")),
    required("schoolSourcedId", Points("orgs")),
    required("userSourcedId", Points("users")),
    required(
        "role",
        Choice(&["administrator", "proctor", "student", "teacher"]),
    ),
    optional("primary", Truth),
    optional("beginDate", Day),
    optional("endDate", Day),
];

/// Of what it holds only the date of birth and the sex are read.
pub(super) const DEMOGRAPHICS: Table = Table {
    name: "demographics",
    key: Key::Strict(ID),
    columns: &[
        required(ID, Points("users")),
        optional("birthDate", Day),
        optional("sex", Words),
    ],
};

/// In the order they are read.
pub(super) const TABLES: &[Table] = &[
    ORGS,
    SESSIONS,
    COURSES,
    CLASSES,
    USERS,
    ENROLLMENTS,
    DEMOGRAPHICS,
];
