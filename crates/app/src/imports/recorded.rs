//! The event that an import leaves behind: what was stored, and how many.

use domain::{
    event::{Event, Records},
    id::{ImportId, SchoolId},
};

use super::{
    Kind,
    changes::{Counts, Part, Section},
    confirm::Imported,
};

/// One event for each part of a roster that changed anything.
pub(super) fn of_roster(
    school: SchoolId,
    import: ImportId,
    parts: &[Part],
    all: Counts,
) -> Vec<Event> {
    let each = parts.iter().filter_map(|part| {
        let counts = match part.of {
            Section::Pupils => Counts {
                left: all.left,
                ..part.counts
            },
            // Groups that are gone have ended.
            Section::Groups => Counts {
                changed: part.counts.changed + part.counts.missing,
                ..part.counts
            },
            Section::Staff | Section::Contacts => part.counts,
        };
        let kind = match part.of {
            Section::Pupils => Kind::Pupils,
            Section::Staff => Kind::Staff,
            Section::Contacts => Kind::Contacts,
            Section::Groups => Kind::OneRoster,
        };
        let done = Imported { kind, counts };
        (!counts.unchanged()).then(|| event(school, import, done))
    });
    each.collect()
}

pub(super) fn event(school: SchoolId, import: ImportId, done: Imported) -> Event {
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let Counts {
        added,
        changed,
        left,
        ..
    } = done.counts;
    let days = small(added + changed);
    let (added, changed, left) = (small(added), small(changed), small(left));
    let records = |records| Event::RecordsImported {
        school,
        import,
        records,
        added,
        changed,
    };
    match done.kind {
        Kind::Contacts => records(Records::Contacts),
        Kind::Behaviour => records(Records::Behaviour),
        Kind::Attendance => records(Records::Attendance),
        Kind::Suspensions => records(Records::Suspensions),
        Kind::Gias => records(Records::Schools),
        // A roster records one event for each of its parts.
        Kind::OneRoster | Kind::Sds => records(Records::Groups),
        Kind::Pupils | Kind::Ctf => Event::PupilsImported {
            school,
            import,
            added,
            changed,
            left,
        },
        Kind::Staff => Event::StaffImported {
            school,
            import,
            added,
            changed,
            left,
        },
        Kind::Calendar => Event::CalendarImported {
            school,
            import,
            days,
        },
    }
}
