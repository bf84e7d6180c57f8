//! How the rows that an import may replace are read and put back whole: every
//! column that an import writes, and no other.

mod rosters;

use super::before::Table;
use rosters::{GROUP, GROUP_PUPIL, GROUP_STAFF, KNOWN_SCHOOL, SOURCE_ID};

/// The statements of one table. The first `key` columns that `read` answers
/// are its key, and `put` takes the columns in the order of `read`.
pub(super) struct Shape {
    pub(super) key: usize,
    pub(super) read: &'static str,
    pub(super) put: &'static str,
    /// How a row that the import brought is erased, if nobody has changed it and
    /// nothing hangs on it.
    pub(super) erase: &'static str,
}

pub(super) const fn shape(table: Table) -> Shape {
    match table {
        Table::Pupil => PUPIL,
        Table::Contact => CONTACT,
        Table::Staff => STAFF,
        Table::Correction => CORRECTION,
        Table::Day => DAY,
        Table::Incident => INCIDENT,
        Table::Mark => MARK,
        Table::Suspension => SUSPENSION,
        Table::SourceId => SOURCE_ID,
        Table::Group => GROUP,
        Table::GroupPupil => GROUP_PUPIL,
        Table::GroupStaff => GROUP_STAFF,
        Table::KnownSchool => KNOWN_SCHOOL,
    }
}

/// A number that was given to somebody else since stays theirs.
const PUPIL: Shape = Shape {
    key: 2,
    read: "select school_id, id, source_key, upn, given, family, likes, preferred_family, search, born, sex,
             year, group_name, sen, needs, care, flags, language, left_on, came_from, came_at, import_id
         from pupil where school_id = ?1 and id = ?2",
    put: "update pupil set source_key = ?3, upn = ?4, given = ?5, family = ?6, likes = ?7,
             preferred_family = ?8, search = ?9, born = ?10, sex = ?11, year = ?12, group_name = ?13,
             sen = ?14, needs = ?15, care = ?16, flags = ?17, language = ?18, left_on = ?19,
             came_from = ?20, came_at = ?21, import_id = ?22, version = version + 1
         where school_id = ?1 and id = ?2
           and not exists (select 1 from pupil o where o.school_id = ?1 and o.id <> ?2
                 and (o.source_key = cast(?3 as text) or o.upn = cast(?4 as text)))",
    erase: "delete from pupil where school_id = ?1 and id = ?2 and version = 1 and account_id is null
           and not exists (select 1 from programme g
                 where g.school_id = pupil.school_id and g.pupil_id = pupil.id)
           and not exists (select 1 from contact c
                 where c.school_id = pupil.school_id and c.pupil_id = pupil.id)
           and not exists (select 1 from incident i
                 where i.school_id = pupil.school_id and i.pupil_id = pupil.id)
           and not exists (select 1 from attendance_mark m
                 where m.school_id = pupil.school_id and m.pupil_id = pupil.id)
           and not exists (select 1 from suspension s
                 where s.school_id = pupil.school_id and s.pupil_id = pupil.id)
           and not exists (select 1 from group_pupil m
                 where m.school_id = pupil.school_id and m.pupil_id = pupil.id)",
};

/// Whom somebody relies on keeps the name they are known by: a restriction, an
/// account or a part in a programme must not pass to another person.
const CONTACT: Shape = Shape {
    key: 2,
    read: "select school_id, id, pupil_id, place, name, likes, relationship, responsibility, parent_in_law,
             lives_with, email, phone, address, writes, speaks, needs, ended_on, came_from, came_at,
             import_id
         from contact where school_id = ?1 and id = ?2",
    put: "update contact set pupil_id = ?3, place = ?4, name = ?5, likes = ?6, relationship = ?7,
             responsibility = ?8, parent_in_law = ?9, lives_with = ?10, email = ?11, phone = ?12,
             address = ?13, writes = ?14, speaks = ?15, needs = ?16, ended_on = ?17, came_from = ?18,
             came_at = ?19, import_id = ?20, version = version + 1
         where school_id = ?1 and id = ?2
           and (name = ?5 or account_id is null
             and not exists (select 1 from contact_restriction r
                   where r.school_id = contact.school_id and r.contact_id = contact.id)
             and not exists (select 1 from person p
                   where p.school_id = contact.school_id and p.contact_id = contact.id))",
    erase: "delete from contact where school_id = ?1 and id = ?2 and version = 1 and account_id is null
           and not exists (select 1 from contact_restriction r
                 where r.school_id = contact.school_id and r.contact_id = contact.id)
           and not exists (select 1 from person p
                 where p.school_id = contact.school_id and p.contact_id = contact.id)
           and not exists (select 1 from family_contact f
                 where f.school_id = contact.school_id and f.contact_id = contact.id)
           and not exists (select 1 from programme g
                 where g.school_id = contact.school_id and g.pupil_id = contact.pupil_id)",
};

/// Whose account it is stays as it is: no file decides that.
const STAFF: Shape = Shape {
    key: 2,
    read: "select school_id, id, source_key, name, likes, post, email, left_on, came_from, came_at, import_id
         from staff where school_id = ?1 and id = ?2",
    put: "update staff set source_key = ?3, name = ?4, likes = ?5, post = ?6, email = ?7, left_on = ?8,
             came_from = ?9, came_at = ?10, import_id = ?11, version = version + 1
         where school_id = ?1 and id = ?2
           and not exists (select 1 from staff o where o.school_id = ?1 and o.id <> ?2
                 and o.source_key = cast(?3 as text))",
    erase: "delete from staff where school_id = ?1 and id = ?2 and version = 1 and account_id is null
           and not exists (select 1 from account a
                 where a.school_id = staff.school_id and a.id = staff.id)
           and not exists (select 1 from group_staff m
                 where m.school_id = staff.school_id and m.staff_id = staff.id)",
};

/// What the source says, and whether ours stands. One that was put right again
/// since stays as it is, and none is ever erased.
const CORRECTION: Shape = Shape {
    key: 2,
    read: "select school_id, id, heard, says, says_import_id, settled_how, settled_by, settled_at
         from correction where school_id = ?1 and id = ?2",
    put: "update correction set heard = ?3, says = ?4, says_import_id = ?5, settled_how = ?6, settled_by = ?7,
             settled_at = ?8, version = version + 1
         where school_id = ?1 and id = ?2
           and not exists (select 1 from correction o where o.school_id = ?1 and o.id <> ?2
                 and o.pupil_id = correction.pupil_id and o.field = correction.field
                 and coalesce(o.contact_id, '') = coalesce(correction.contact_id, '')
                 and o.settled_at is null)",
    erase: "delete from correction where school_id = ?1 and id = ?2 and version = 0",
};

const DAY: Shape = Shape {
    key: 2,
    read: "select school_id, day, kind, note from school_day where school_id = ?1 and day = ?2",
    put: "update school_day set kind = ?3, note = ?4 where school_id = ?1 and day = ?2",
    erase: "delete from school_day where school_id = ?1 and day = ?2",
};

const INCIDENT: Shape = Shape {
    key: 3,
    read: "select school_id, pupil_id, source_key, on_day, at_time, kind, points, location, action_taken,
             recorded_by, words, import_id
         from incident where school_id = ?1 and pupil_id = ?2 and source_key = ?3",
    put: "update incident set on_day = ?4, at_time = ?5, kind = ?6, points = ?7, location = ?8,
             action_taken = ?9, recorded_by = ?10, words = ?11, import_id = ?12
         where school_id = ?1 and pupil_id = ?2 and source_key = ?3",
    erase: "delete from incident where school_id = ?1 and pupil_id = ?2 and source_key = ?3",
};

const MARK: Shape = Shape {
    key: 4,
    read: "select school_id, pupil_id, on_day, half, mark, minutes_late, words, import_id
         from attendance_mark where school_id = ?1 and pupil_id = ?2 and on_day = ?3 and half = ?4",
    put: "update attendance_mark set mark = ?5, minutes_late = ?6, words = ?7, import_id = ?8
         where school_id = ?1 and pupil_id = ?2 and on_day = ?3 and half = ?4",
    erase: "delete from attendance_mark where school_id = ?1 and pupil_id = ?2 and on_day = ?3 and half = ?4",
};

const SUSPENSION: Shape = Shape {
    key: 4,
    read: "select school_id, pupil_id, first_day, category, last_day, sessions, causes, words, import_id
         from suspension where school_id = ?1 and pupil_id = ?2 and first_day = ?3 and category = ?4",
    put: "update suspension set last_day = ?5, sessions = ?6, causes = ?7, words = ?8, import_id = ?9
         where school_id = ?1 and pupil_id = ?2 and first_day = ?3 and category = ?4",
    erase: "delete from suspension where school_id = ?1 and pupil_id = ?2 and first_day = ?3 and category = ?4",
};
