//! Opening what was sent, and what of it stands in whose copy.

use domain::{
    account::{CaseRole, CaseRoles},
    contact::Standing,
    document::DocumentKind,
    id::PersonId,
    sealed::Shown,
};
use forms::summary::PupilSays;
use store::{
    answers::{self, Line, Sheet},
    asks::AskRow,
    people::PersonRow,
};

use super::view::{Side, Voice};
use crate::{Refusal, gate::Granted, gathering::names_of, reading, subject::Case};

/// Opens what was sent, and takes out of it what stands in this copy; also how
/// many answers people kept from the meeting.
pub(super) fn hear(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    asks: &[AskRow],
    reader: Option<PersonId>,
) -> Result<(Vec<Heard>, usize), Refusal> {
    let (school, me) = (cx.school()?, cx.person()?.account);
    let names = names_of(cx.tx(), school, case)?;
    let owner = |person: PersonId| {
        let person = case.people.iter().find(|one| one.id == person);
        person.and_then(|person| person.account)
    };
    let whole = (school, case.programme.id);
    let sealed = answers::sent(cx.tx(), whole, asks, &names, owner)?;
    let sheets = cx.lens().open_all(sealed);
    let held_back = sheets.iter().map(|one| one.get().held_back()).sum();
    let roles = reading::roles(cx.facts());
    let mut heard = Vec::new();
    for shown in &sheets {
        let sheet = shown.get();
        let Some((ask, person)) = whose(case, asks, sheet) else {
            continue;
        };
        let side = side(ask.document);
        let name = || person.known_as.clone();
        let found = match reader {
            Some(reader) => copied(case, reader, (side, person), sheet),
            None if person.account == Some(me) => Some((name(), sheet.own())),
            None => {
                let named = matches!(shown, Shown::Full(_)) || side == Side::Pupil;
                let who = if named { name() } else { String::new() };
                Some((who, sheet.read_as(&roles)))
            }
        };
        let Some((who, lines)) = found else { continue };
        let points = match (reader, side) {
            // Nobody is named in the middle of the staff.
            (Some(_), Side::Staff) => sheet.points(&sheet.own()),
            _ => sheet.points(&lines),
        };
        heard.push(Heard {
            side,
            who,
            lines,
            points,
        });
    }
    Ok((heard, held_back))
}

/// What one person said, as this copy has it.
pub(super) struct Heard {
    pub side: Side,
    pub who: String,
    pub lines: Vec<Line>,
    pub points: [Option<u8>; 4],
}

pub(super) const fn side(document: DocumentKind) -> Side {
    match document {
        DocumentKind::PupilPrimary | DocumentKind::PupilSecondary => Side::Pupil,
        DocumentKind::ParentCarer => Side::Home,
        _ => Side::Staff,
    }
}

pub(super) fn voice(cx: &Granted<'_, '_>) -> Voice {
    let case = cx.facts().case;
    if case.has(CaseRole::Pupil) {
        Voice::Pupil
    } else if case.has_any(CaseRoles::FAMILY) {
        Voice::Home
    } else {
        Voice::Staff
    }
}

pub(super) fn voice_of(case: &Case, person: PersonId) -> Voice {
    match case.people.iter().find(|one| one.id == person) {
        Some(one) if one.role == CaseRole::Pupil => Voice::Pupil,
        _ => Voice::Home,
    }
}

/// Whose copies the coordinator may look at: the pupil's and each parent's or
/// carer's. Where somebody may not be told everything, what a copy leaves out
/// is decided as they open it and by nobody else.
pub(super) fn copies(case: &Case) -> Vec<(PersonId, String)> {
    let all_told = case
        .present()
        .all(|person| matches!(case.standing(person), Standing::Full));
    if !all_told {
        return Vec::new();
    }
    let home = CaseRoles::FAMILY.with(CaseRole::Pupil);
    case.present()
        .filter(|person| home.has(person.role))
        .map(|person| (person.id, person.known_as.clone()))
        .collect()
}

fn whose<'a>(
    case: &'a Case,
    asks: &'a [AskRow],
    sheet: &Sheet,
) -> Option<(&'a AskRow, &'a PersonRow)> {
    let ask = asks.iter().find(|ask| ask.id == sheet.ask())?;
    let person = case.people.iter().find(|one| one.id == ask.person)?;
    Some((ask, person))
}

/// What of somebody's answers stands in a reader's copy, by the reading matrix:
/// their own words, what the pupil lets home read, and staff by theme. Only
/// what was shared with the meeting: what was kept back is nobody's to show.
fn copied(
    case: &Case,
    reader: PersonId,
    (side, person): (Side, &PersonRow),
    sheet: &Sheet,
) -> Option<(String, Vec<Line>)> {
    let own = person.id == reader;
    let to_pupil = voice_of(case, reader) == Voice::Pupil;
    let open = match side {
        Side::Pupil => own || !to_pupil && sheet.pupil_says() == PupilSays::Yes,
        Side::Home => own,
        Side::Staff => true,
    };
    let who = match side {
        Side::Staff => String::new(),
        Side::Pupil | Side::Home => person.known_as.clone(),
    };
    open.then(|| (who, sheet.for_the_meeting()))
}
