//! Who is who in the words of a form, and which form an ask is answered on.

use domain::{
    account::{CaseRole, SchoolRole},
    document::DocumentKind,
    id::SchoolId,
};
use forms::{Answers, Catalogue, Form, Names, QuestionId, Value};
use store::{Tx, answers::Draft, asks::AskRow};

use crate::{Refusal, subject::Case};

/// The names a form's words are filled in with, for one programme.
pub(crate) fn of_case(tx: &mut Tx<'_>, school: SchoolId, case: &Case) -> Result<Names, Refusal> {
    let known = |role: CaseRole| {
        let found = case.present().find(|person| person.role == role);
        found.map(|person| person.known_as.clone())
    };
    let lead = store::accounts::of_school(tx, school)?
        .into_iter()
        .find(|account| account.roles.has(SchoolRole::Dsl) && account.disabled_at.is_none());
    let school = store::schools::find(tx, school)?.ok_or(Refusal::NotFound)?;
    let coordinator = known(CaseRole::Coordinator).unwrap_or_else(|| "the coordinator".to_owned());
    let key_worker = known(CaseRole::KeyWorker).unwrap_or_else(|| coordinator.clone());
    Ok(Names {
        pupil: case.pupil.name.called().to_owned(),
        helper: key_worker.clone(),
        key_worker,
        coordinator,
        safeguarding_lead: lead.map_or_else(
            || "the safeguarding lead".to_owned(),
            |account| account.known_as,
        ),
        school: school.name,
    })
}

/// The same names, with the adult who sits beside the pupil as helper.
pub(super) fn with_helper(mut names: Names, answers: &Answers) -> Names {
    if let Ok(id) = "helper".parse::<QuestionId>()
        && let Some(Value::Person { name, .. }) = answers.value(&id)
    {
        names.helper.clone_from(name);
    }
    names
}

/// The newest form of a document that people may be asked to fill in.
pub(super) fn newest(document: DocumentKind) -> Option<&'static Form> {
    let catalogue = Catalogue::shipped().ok()?;
    let mut forms = catalogue.for_work().into_iter();
    forms.find(|form| form.document == document.code())
}

/// The form of an ask, as it was asked; nothing when it is on paper or in
/// conversation only.
pub(super) fn form_of(ask: &AskRow, draft: Option<&Draft>) -> Option<Form> {
    let catalogue = Catalogue::shipped().ok()?;
    match (draft, &ask.form) {
        (Some(draft), _) => catalogue.asked_of(&draft.answers),
        (None, Some((code, version))) => catalogue.find(code, *version).cloned(),
        (None, None) => None,
    }
}
