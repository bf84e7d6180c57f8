//! The tables of Microsoft School Data Sync: version 2.1 with its shorter
//! sister 2, and the old version 1 in its British form.

use super::spec::{
    Form::{AmericanDay, Day, Mentions, Points, PointsMany, Truth, Words},
    ID, Key, Table, optional, required,
};

/// Version 2.1, and 2 where people's roles stand in the table of people.
const V2: &[Table] = &[
    Table {
        name: "orgs",
        key: Key::Strict(ID),
        columns: &[
            required(ID, Words),
            required("name", Words),
            required("type", Words),
            optional("parentSourcedId", Mentions("orgs")),
        ],
    },
    Table {
        name: "academicSessions",
        key: Key::Strict(ID),
        columns: &[
            required(ID, Words),
            required("title", Words),
            required("type", Words),
            required("schoolYear", Words),
            required("startDate", Day),
            required("endDate", Day),
        ],
    },
    Table {
        name: "courses",
        key: Key::Strict(ID),
        columns: &[
            required(ID, Words),
            required("orgSourcedId", Points("orgs")),
            required("title", Words),
            optional("code", Words),
            optional("schoolYearSourcedId", Mentions("academicSessions")),
        ],
    },
    Table {
        name: "classes",
        key: Key::Strict(ID),
        columns: &[
            required(ID, Words),
            required("orgSourcedId", Points("orgs")),
            required("title", Words),
            optional("sessionSourcedIds", PointsMany("academicSessions")),
            optional("courseSourcedId", Mentions("courses")),
        ],
    },
    Table {
        name: "users",
        key: Key::Strict(ID),
        columns: &[
            required(ID, Words),
            required("username", Words),
            optional("orgSourcedIds", PointsMany("orgs")),
            optional("givenName", Words),
            optional("familyName", Words),
            optional("activeDirectoryMatchId", Words),
            optional("email", Words),
            optional("phone", Words),
            optional("sms", Words),
            optional("role", Words),
            optional("grade", Words),
        ],
    },
    Table {
        name: "roles",
        key: Key::Nothing,
        columns: &[
            required("userSourcedId", Points("users")),
            required("orgSourcedId", Points("orgs")),
            required("role", Words),
            optional("sessionSourcedId", Mentions("academicSessions")),
            optional("grade", Words),
            optional("isPrimary", Truth),
            optional("roleStartDate", Day),
            optional("roleEndDate", Day),
        ],
    },
    Table {
        name: "enrollments",
        key: Key::Nothing,
        columns: &[
            required("classSourcedId", Points("classes")),
            required("userSourcedId", Points("users")),
            required("role", Words),
        ],
    },
    Table {
        name: "demographics",
        key: Key::Nothing,
        columns: &[
            required("userSourcedId", Points("users")),
            optional("sex", Words),
            optional("birthDate", Day),
        ],
    },
    Table {
        name: "relationships",
        key: Key::Nothing,
        columns: &[
            required("userSourcedId", Points("users")),
            required("relationshipUserSourcedId", Points("users")),
            required("relationshipRole", Words),
        ],
    },
];

/// Version 1 in its British form. Its dates put the month first.
const V1: &[Table] = &[
    Table {
        name: "School",
        key: Key::Free("DfE Number"),
        columns: &[required("DfE Number", Words), required("Name", Words)],
    },
    Table {
        name: "Section",
        key: Key::Free("ID"),
        columns: &[
            required("ID", Words),
            required("School DfE Number", Points("School")),
            required("Section Name", Words),
            optional("Term Name", Words),
            optional("Term StartDate", AmericanDay),
            optional("Term EndDate", AmericanDay),
            optional("Course Name", Words),
            optional("Course Subject", Words),
        ],
    },
    Table {
        name: "Student",
        key: Key::Free("ID"),
        columns: &[
            required("ID", Words),
            required("School DfE Number", Points("School")),
            required("Username", Words),
            optional("First Name", Words),
            optional("Last Name", Words),
            optional("Middle Name", Words),
            optional("Student Number", Words),
            optional("Grade", Words),
            optional("Birthdate", AmericanDay),
        ],
    },
    Table {
        name: "Teacher",
        key: Key::Free("ID"),
        columns: &[
            required("ID", Words),
            required("School DfE Number", Points("School")),
            required("Username", Words),
            optional("First Name", Words),
            optional("Last Name", Words),
            optional("Teacher Number", Words),
            optional("Title", Words),
        ],
    },
    Table {
        name: "StudentEnrollment",
        key: Key::Nothing,
        columns: &[
            required("Section ID", Points("Section")),
            required("ID", Points("Student")),
        ],
    },
    Table {
        name: "TeacherRoster",
        key: Key::Nothing,
        columns: &[
            required("Section ID", Points("Section")),
            required("ID", Points("Teacher")),
        ],
    },
];

/// The tables of whichever version these files are of; nothing if of none.
pub(super) fn tables<'n>(mut names: impl Iterator<Item = &'n str>) -> Option<&'static [Table]> {
    names.find_map(|name| {
        [V2, V1]
            .into_iter()
            .find(|tables| tables.iter().any(|table| table.name == name))
    })
}
