//! Teaching groups, and who is in them.

use domain::{
    group::{GroupPart, InGroup, TeachingGroup},
    id::{GroupId, PupilId, SchoolId, StaffId},
};
use jiff::civil::Date;

use crate::{Broken, Row, Tx, Value, params, pupils::Source};

/// A pupil in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPupil {
    /// The group.
    pub group: GroupId,
    /// The pupil.
    pub pupil: PupilId,
    /// From when to when.
    pub days: InGroup,
    /// What another system calls this place in the group.
    pub key: Option<String>,
}

/// A member of staff in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupStaff {
    /// The group.
    pub group: GroupId,
    /// The member of staff.
    pub staff: StaffId,
    /// What they do in it.
    pub part: GroupPart,
    /// From when to when.
    pub days: InGroup,
    /// What another system calls this place in the group.
    pub key: Option<String>,
}

/// Somebody who teaches a pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teacher {
    /// The group they meet in.
    pub group: TeachingGroup,
    /// Who; nobody where a group has no staff.
    pub staff: Option<StaffId>,
    /// What they do in it.
    pub part: Option<GroupPart>,
}

fn group(row: &Row) -> Result<TeachingGroup, Broken> {
    Ok(TeachingGroup {
        school: row.id(0)?,
        id: row.id(1)?,
        name: row.line(2)?,
        subject: row.maybe_text(3)?.map(|_| row.line(3)).transpose()?,
        purpose: row.read(4)?,
        ended_on: row.maybe_read(5)?,
    })
}

/// Every group of a school, by name, those that ended included.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_school(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<TeachingGroup>, Broken> {
    tx.list(
        "select school_id, id, name, subject, kind, ended_on
         from teaching_group where school_id = ?1 order by name, id",
        &params![school],
        group,
    )
}

/// Every pupil of every group of a school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn pupils(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<GroupPupil>, Broken> {
    tx.list(
        "select group_id, pupil_id, from_day, ended_on, source_key
         from group_pupil where school_id = ?1 order by group_id, pupil_id",
        &params![school],
        |row| {
            Ok(GroupPupil {
                group: row.id(0)?,
                pupil: row.id(1)?,
                days: days(row, 2)?,
                key: row.maybe_text(4)?,
            })
        },
    )
}

/// Every member of staff of every group of a school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn staff(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<GroupStaff>, Broken> {
    tx.list(
        "select group_id, staff_id, part, from_day, ended_on, source_key
         from group_staff where school_id = ?1 order by group_id, staff_id",
        &params![school],
        |row| {
            Ok(GroupStaff {
                group: row.id(0)?,
                staff: row.id(1)?,
                part: row.read(2)?,
                days: days(row, 3)?,
                key: row.maybe_text(5)?,
            })
        },
    )
}

fn days(row: &Row, first: usize) -> Result<InGroup, Broken> {
    Ok(InGroup {
        from: row.maybe_read(first)?,
        ended_on: row.maybe_read(first + 1)?,
    })
}

/// The groups a pupil is in on a day, and who teaches them: one for each member
/// of staff, or one without where a group has none.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_pupil(
    tx: &mut Tx<'_>,
    school: SchoolId,
    pupil: PupilId,
    on: Date,
) -> Result<Vec<Teacher>, Broken> {
    tx.list(
        "select g.school_id, g.id, g.name, g.subject, g.kind, g.ended_on, s.staff_id, s.part
         from group_pupil p
         join teaching_group g on g.school_id = p.school_id and g.id = p.group_id
         left join group_staff s on s.school_id = g.school_id and s.group_id = g.id
             and (s.from_day is null or s.from_day <= ?3) and (s.ended_on is null or s.ended_on > ?3)
         where p.school_id = ?1 and p.pupil_id = ?2
             and (p.from_day is null or p.from_day <= ?3) and (p.ended_on is null or p.ended_on > ?3)
             and (g.ended_on is null or g.ended_on > ?3)
         order by g.kind desc, g.name, g.id, s.part desc, s.staff_id",
        &params![school, pupil, on],
        |row| {
            Ok(Teacher {
                group: group(row)?,
                staff: row.maybe_id(6)?,
                part: row.maybe_read(7)?,
            })
        },
    )
}

/// The pupils whom a member of staff teaches or helps on a day.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_staff(
    tx: &mut Tx<'_>,
    school: SchoolId,
    staff: StaffId,
    on: Date,
) -> Result<Vec<(TeachingGroup, PupilId)>, Broken> {
    tx.list(
        "select g.school_id, g.id, g.name, g.subject, g.kind, g.ended_on, p.pupil_id
         from group_staff s
         join teaching_group g on g.school_id = s.school_id and g.id = s.group_id
         join group_pupil p on p.school_id = g.school_id and p.group_id = g.id
         where s.school_id = ?1 and s.staff_id = ?2
             and (s.from_day is null or s.from_day <= ?3) and (s.ended_on is null or s.ended_on > ?3)
             and (p.from_day is null or p.from_day <= ?3) and (p.ended_on is null or p.ended_on > ?3)
             and (g.ended_on is null or g.ended_on > ?3)
         order by g.kind desc, g.name, g.id, p.pupil_id",
        &params![school, staff, on],
        |row| Ok((group(row)?, row.id(6)?)),
    )
}

/// Adds groups.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add_many(
    tx: &mut Tx<'_>,
    groups: &[TeachingGroup],
    source: &Source<'_>,
) -> Result<(), Broken> {
    let rows: Vec<_> = groups.iter().map(|one| values(one, source)).collect();
    tx.run_many(
        "insert into teaching_group (school_id, id, name, subject, kind, ended_on, came_from, came_at, version)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)",
        &rows,
    )
}

/// Replaces what is known of a group.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(tx: &mut Tx<'_>, group: &TeachingGroup, source: &Source<'_>) -> Result<(), Broken> {
    tx.run(
        "update teaching_group set name = ?3, subject = ?4, kind = ?5, ended_on = ?6, came_from = ?7,
             came_at = ?8, version = version + 1
         where school_id = ?1 and id = ?2",
        &values(group, source),
    )?;
    Ok(())
}

fn values(group: &TeachingGroup, source: &Source<'_>) -> Vec<Value> {
    params![
        group.school,
        group.id,
        &group.name,
        group.subject.as_ref(),
        group.purpose.code(),
        group.ended_on,
        source.from,
        source.at,
    ]
    .to_vec()
}

/// Puts pupils into groups, or changes from when to when they are in them.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_pupils(tx: &mut Tx<'_>, school: SchoolId, rows: &[GroupPupil]) -> Result<(), Broken> {
    let rows: Vec<Vec<Value>> = rows
        .iter()
        .map(|row| {
            let InGroup { from, ended_on } = row.days;
            params![
                school,
                row.group,
                row.pupil,
                from,
                ended_on,
                row.key.as_ref()
            ]
            .to_vec()
        })
        .collect();
    tx.run_many(
        "insert into group_pupil (school_id, group_id, pupil_id, from_day, ended_on, source_key)
         values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (school_id, group_id, pupil_id) do update set
             from_day = excluded.from_day, ended_on = excluded.ended_on, source_key = excluded.source_key",
        &rows,
    )
}

/// Puts staff into groups, or changes what they do in them and when.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn put_staff(tx: &mut Tx<'_>, school: SchoolId, rows: &[GroupStaff]) -> Result<(), Broken> {
    let rows: Vec<Vec<Value>> = rows
        .iter()
        .map(|row| {
            let InGroup { from, ended_on } = row.days;
            let (part, key) = (row.part.code(), row.key.as_ref());
            params![school, row.group, row.staff, part, from, ended_on, key].to_vec()
        })
        .collect();
    tx.run_many(
        "insert into group_staff (school_id, group_id, staff_id, part, from_day, ended_on, source_key)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         on conflict (school_id, group_id, staff_id) do update set part = excluded.part,
             from_day = excluded.from_day, ended_on = excluded.ended_on, source_key = excluded.source_key",
        &rows,
    )
}
