//! The rows that a roster and the list of schools replace.

use super::Shape;

/// Nothing but a key: it is there or not.
pub(super) const SOURCE_ID: Shape = Shape {
    key: 5,
    read: "select school_id, source, what, key, subject_id
         from source_id where school_id = ?1 and source = ?2 and what = ?3 and key = ?4 and subject_id = ?5",
    put: "update source_id set subject_id = ?5
         where school_id = ?1 and source = ?2 and what = ?3 and key = ?4 and subject_id = ?5",
    erase: "delete from source_id
         where school_id = ?1 and source = ?2 and what = ?3 and key = ?4 and subject_id = ?5",
};

pub(super) const GROUP: Shape = Shape {
    key: 2,
    read: "select school_id, id, name, subject, kind, ended_on, came_from, came_at
         from teaching_group where school_id = ?1 and id = ?2",
    put: "update teaching_group set name = ?3, subject = ?4, kind = ?5, ended_on = ?6, came_from = ?7,
             came_at = ?8, version = version + 1
         where school_id = ?1 and id = ?2",
    erase: "delete from teaching_group where school_id = ?1 and id = ?2 and version = 1
           and not exists (select 1 from group_pupil m
                 where m.school_id = teaching_group.school_id and m.group_id = teaching_group.id)
           and not exists (select 1 from group_staff m
                 where m.school_id = teaching_group.school_id and m.group_id = teaching_group.id)",
};

pub(super) const GROUP_PUPIL: Shape = Shape {
    key: 3,
    read: "select school_id, group_id, pupil_id, from_day, ended_on, source_key
         from group_pupil where school_id = ?1 and group_id = ?2 and pupil_id = ?3",
    put: "update group_pupil set from_day = ?4, ended_on = ?5, source_key = ?6
         where school_id = ?1 and group_id = ?2 and pupil_id = ?3",
    erase: "delete from group_pupil where school_id = ?1 and group_id = ?2 and pupil_id = ?3",
};

pub(super) const GROUP_STAFF: Shape = Shape {
    key: 3,
    read: "select school_id, group_id, staff_id, part, from_day, ended_on, source_key
         from group_staff where school_id = ?1 and group_id = ?2 and staff_id = ?3",
    put: "update group_staff set part = ?4, from_day = ?5, ended_on = ?6, source_key = ?7
         where school_id = ?1 and group_id = ?2 and staff_id = ?3",
    erase: "delete from group_staff where school_id = ?1 and group_id = ?2 and staff_id = ?3",
};

pub(super) const KNOWN_SCHOOL: Shape = Shape {
    key: 2,
    read: "select school_id, urn, name, search, laestab, authority, kind, phase, status, opened_on,
             closed_on, ukprn, address, postcode, phone, import_id
         from known_school where school_id = ?1 and urn = ?2",
    put: "update known_school set name = ?3, search = ?4, laestab = ?5, authority = ?6, kind = ?7,
             phase = ?8, status = ?9, opened_on = ?10, closed_on = ?11, ukprn = ?12, address = ?13,
             postcode = ?14, phone = ?15, import_id = ?16
         where school_id = ?1 and urn = ?2",
    erase: "delete from known_school where school_id = ?1 and urn = ?2",
};
