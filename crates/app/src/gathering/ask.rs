//! Asking for answers: everyone at once when a programme starts, or one more
//! person later. Each parent is asked apart from the other.

use domain::{
    account::CaseRole,
    document::{Came, DocumentKind},
    event::Event,
    id::{AskId, PersonId, SchoolId},
    programme::{Effect, ProgrammeRef, TaskDue},
    timers::Timer,
};
use store::{asks, asks::AskRow, people::PersonRow};

use super::names;
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    programmes::settle::due_on,
    subject::Case,
};

/// Words when somebody is chosen whom a restriction keeps out.
const NOT_TO_BE_TOLD: &str =
    "This person may not be told about the programme. Ask the safeguarding lead";

/// The document that somebody in a role is asked for, if they are asked for one.
pub const fn document_for(role: CaseRole, pupils: DocumentKind) -> Option<DocumentKind> {
    match role {
        CaseRole::Pupil => Some(pupils),
        CaseRole::Parent | CaseRole::Carer => Some(DocumentKind::ParentCarer),
        CaseRole::ClassTeacher | CaseRole::SubjectTeacher => Some(DocumentKind::Staff),
        CaseRole::Coordinator
        | CaseRole::Mentor
        | CaseRole::KeyWorker
        | CaseRole::Senco
        | CaseRole::HeadOfYear
        | CaseRole::AttendanceOfficer
        | CaseRole::Agency
        | CaseRole::LocalAuthority
        | CaseRole::Outreach
        | CaseRole::SocialWorker
        | CaseRole::VirtualSchool => None,
    }
}

/// Asks everyone that starting a programme calls for: the pupil by the version
/// chosen, each parent or carer apart, each teacher. Effects that are no
/// question to a person (records, letters, alerts) are given back.
///
/// # Errors
/// [`Refusal::Broken`].
pub fn make_asks(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    effects: Vec<Effect>,
) -> Result<Vec<Effect>, Refusal> {
    let mut others = Vec::new();
    for effect in effects {
        let Effect::Ask { document, due } = effect else {
            others.push(effect);
            continue;
        };
        let asked: Vec<&PersonRow> = case
            .told()
            .filter(|person| document_for(person.role, pupils(document)) == Some(document))
            .collect();
        if asked.is_empty() {
            others.push(Effect::Ask { document, due });
        }
        for person in asked {
            make(cx, case, person, document, due)?;
        }
    }
    Ok(others)
}

/// The pupil's document, when this is one of the two.
const fn pupils(document: DocumentKind) -> DocumentKind {
    match document {
        DocumentKind::PupilPrimary => DocumentKind::PupilPrimary,
        _ => DocumentKind::PupilSecondary,
    }
}

/// Asks one person, unless the same is still waited for.
fn make(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    person: &PersonRow,
    document: DocumentKind,
    due: TaskDue,
) -> Result<Option<AskId>, Refusal> {
    let school = cx.school()?;
    if is_out(cx, school, case, person.id, document)? {
        return Ok(None);
    }
    let calendar = store::schools::calendar(cx.tx(), school)?;
    let ask = AskRow {
        id: cx.new_id()?,
        programme: case.programme.id,
        person: person.id,
        document,
        form: names::newest(document).map(|form| (form.code.clone(), form.version)),
        asked: cx.today(),
        asked_by: cx.written(),
        due: due_on(due, &case.programme.template.timers, &calendar),
        opened: None,
        sent: None,
        waived: None,
        came: Came::Asked,
        follows: None,
    };
    asks::add(cx.tx(), school, &ask)?;
    cx.also(Event::AskMade {
        programme: case.programme.id,
        ask: ask.id,
        document,
    });
    Ok(Some(ask.id))
}

fn is_out(
    cx: &mut Granted<'_, '_>,
    school: SchoolId,
    case: &Case,
    person: PersonId,
    document: DocumentKind,
) -> Result<bool, Refusal> {
    let asks = asks::of_programme(cx.tx(), school, case.programme.id)?;
    Ok(asks
        .iter()
        .any(|ask| ask.person == person && ask.document == document && ask.is_out()))
}

/// Asks one more person.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The programme.
    pub programme: ProgrammeRef,
    /// Who is asked.
    pub person: PersonId,
    /// The pupil's version, when the pupil is asked; nothing for the one their
    /// year suggests.
    pub document: Option<DocumentKind>,
}

impl Command for Ask {
    const ACTION: Action = Action::Ask;
    type On = Case;
    type Output = AskId;

    fn on(&self) -> ProgrammeRef {
        self.programme.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<AskId>, Refusal> {
        let person = case
            .present()
            .find(|person| person.id == self.person)
            .ok_or_else(|| Refusal::field("person", "Choose who to ask"))?;
        if !case.standing(person).is_told() {
            return Err(Refusal::field("person", NOT_TO_BE_TOLD));
        }
        let usual = case.pupil.year.questionnaire().document();
        let pupils = self.document.map_or(usual, pupils);
        let document = document_for(person.role, pupils).ok_or_else(|| {
            Refusal::field("person", "There are no questions for this person yet")
        })?;
        let timer = if document == DocumentKind::Staff {
            Timer::StaffAnswers
        } else {
            Timer::GatheringInformation
        };
        let due = TaskDue::By {
            timer,
            from: cx.today(),
        };
        let made = make(cx, &case, person, document, due)?;
        let made = made.ok_or_else(|| {
            Refusal::field(
                "person",
                format!(
                    "{} has been asked already, and has not answered yet",
                    person.known_as
                ),
            )
        })?;
        // Asking has been recorded on the way.
        Ok(cx.unchanged(made))
    }
}
