//! Meetings of one programme: booking, calling off, recording, looking.
//!
//! Only the first meeting moves the programme; what a review decides is not here.

pub mod book;
pub mod cancel;
pub mod record;
pub mod view;

use domain::{
    account::CaseRole,
    commitment::Owner,
    id::PersonId,
    meeting::{Booking, Meeting, Place},
    text::Line,
};
use store::{meetings::MeetingRow, people::PersonRow};

use crate::{Refusal, subject::Case};

/// Someone in the programme as a named person.
pub(crate) fn owner(person: &PersonRow) -> Option<Owner> {
    Some(Owner {
        person: person.id,
        name: Line::new(&person.name).ok()?,
    })
}

/// Whether somebody may chair a meeting or take its notes: staff, and people
/// from outside. Never the pupil, and nobody at home.
pub(crate) const fn may_chair(role: CaseRole) -> bool {
    !matches!(role, CaseRole::Pupil | CaseRole::Parent | CaseRole::Carer)
}

/// Those who may chair a meeting, as named people.
pub(crate) fn chairs(case: &Case) -> Vec<Owner> {
    let chairs = case.present().filter(|person| may_chair(person.role));
    chairs.filter_map(owner).collect()
}

/// Everyone taking part, as named people.
pub(crate) fn owners(case: &Case) -> Vec<Owner> {
    case.present().filter_map(owner).collect()
}

/// The adults taking part, as named people.
pub(crate) fn adults(case: &Case) -> Vec<Owner> {
    let adults = case
        .present()
        .filter(|person| person.role != CaseRole::Pupil);
    adults.filter_map(owner).collect()
}

/// One meeting of this programme.
pub(crate) fn find(
    tx: &mut store::Tx<'_>,
    case: &Case,
    meeting: domain::id::MeetingId,
) -> Result<MeetingRow, Refusal> {
    case.meetings(tx)?
        .into_iter()
        .find(|row| row.id == meeting)
        .ok_or(Refusal::NotFound)
}

/// A recorded meeting as the rules want it; nothing while its minutes are not
/// finished. People who have left since still count as having been there.
pub(crate) fn held(case: &Case, row: &MeetingRow) -> Option<Meeting> {
    row.recorded?;
    let named = |id: PersonId| case.people.iter().find(|one| one.id == id).and_then(owner);
    let place = match (&row.room, &row.video) {
        (Some(room), _) => Place::Room(Line::new(room).ok()?),
        (None, link) => Place::Video(Line::new(link.as_ref()?).ok()?),
    };
    let booking = Booking {
        kind: row.kind,
        on: row.on,
        from: row.from,
        to: row.to,
        place,
        chair: named(row.chair)?,
        note_taker: named(row.note_taker)?,
        out_of_hours: row
            .out_of_hours
            .as_ref()
            .and_then(|why| Line::new(why).ok()),
    };
    let people: Vec<_> = case
        .people
        .iter()
        .filter_map(|person| Some((owner(person)?, person.role.role())))
        .collect();
    let called = case.pupil.name.called();
    let minutes = row
        .minutes
        .parse((row.kind, row.on), &people, called)
        .ok()?;
    let booked = Meeting::Booked {
        id: row.id,
        booking,
    };
    booked.hold(minutes).ok()
}

/// A booking as a row.
pub(crate) fn row(
    id: domain::id::MeetingId,
    case: &Case,
    booking: &Booking,
    (home_told, booked): (jiff::civil::Date, jiff::civil::Date),
) -> MeetingRow {
    let (room, video) = match &booking.place {
        Place::Room(room) => (Some(room.to_string()), None),
        Place::Video(link) => (None, Some(link.to_string())),
    };
    MeetingRow {
        id,
        programme: case.programme.id,
        kind: booking.kind,
        on: booking.on,
        from: booking.from,
        to: booking.to,
        room,
        video,
        chair: booking.chair.person,
        note_taker: booking.note_taker.person,
        out_of_hours: booking.out_of_hours.as_ref().map(Line::to_string),
        home_told,
        booked,
        cancelled: None,
        recorded: None,
        minutes: domain::meeting::MinutesDraft::default(),
        revision: 1,
    }
}
