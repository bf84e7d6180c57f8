//! Beginning a document, or a newer one in the place of one that was sent.

use domain::{
    account::CaseRole,
    document::{Came, DocumentKind},
    event::Event,
    id::{AskId, SchoolId},
    programme::ProgrammeRef,
};
use forms::{Answers, Form};
use store::{
    answers::{self, Draft},
    asks::{self, AskRow},
    people::PersonRow,
};

use super::{needed, stands_beside_another, writes};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Begins a document; whoever has begun the same goes on with it.
#[derive(Debug, Clone)]
pub struct BeginDocument {
    /// The programme.
    pub programme: ProgrammeRef,
    /// The code of its form.
    pub form: String,
    /// The one it is to take the place of.
    pub follows: Option<AskId>,
}

impl Command for BeginDocument {
    const ACTION: Action = Action::BeginDocument;
    type On = Case;
    type Output = AskId;

    fn on(&self) -> ProgrammeRef {
        self.programme.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<AskId>, Refusal> {
        let form = needed(&self.form)
            .ok_or_else(|| Refusal::field("form", "Choose which document to write"))?;
        if !writes(form, cx.facts()) {
            return Err(Refusal::NotAllowed {
                who_can: "The coordinator can say who writes this document".into(),
            });
        }
        let me = cx.person()?.account;
        let me = case.present().find(|person| person.account == Some(me));
        let me = me.ok_or_else(|| not_in_it(&case))?.clone();
        let school = cx.school()?;
        let begun = asks::begun(cx.tx(), school, case.programme.id)?;
        let same: Vec<&AskRow> = begun.iter().filter(|ask| is_of(ask, form)).collect();
        let mine = |ask: &&&AskRow| ask.person == me.id && ask.follows == self.follows;
        if let Some(out) = same.iter().filter(|ask| ask.is_out()).find(mine) {
            return Ok(cx.unchanged(out.id));
        }
        let before = self.before(&same, form, &case)?;
        let ask = ask(cx, (&case, &me), form, self.follows)?;
        asks::add(cx.tx(), school, &ask)?;
        if let Some(before) = before {
            copy(cx, school, before.id, (&ask, form))?;
        }
        let event = Event::DocumentBegun {
            programme: case.programme.id,
            ask: ask.id,
            document: ask.document,
        };
        Ok(cx.record(event, ask.id))
    }
}

impl BeginDocument {
    /// The one it takes the place of; refused where somebody else is doing so,
    /// or where there may be only one and there is.
    fn before<'a>(
        &self,
        same: &[&'a AskRow],
        form: &Form,
        case: &Case,
    ) -> Result<Option<&'a AskRow>, Refusal> {
        let after = |one: AskId| same.iter().find(move |ask| ask.follows == Some(one));
        let Some(follows) = self.follows else {
            let stands = same.iter().find(|ask| after(ask.id).is_none());
            return match stands {
                Some(one) if !stands_beside_another(form) => Err(Refusal::rule(format!(
                    "There is one already, by {}. Open it to bring it up to date",
                    name(case, one)
                ))),
                _ => Ok(None),
            };
        };
        let before = same.iter().find(|ask| ask.id == follows);
        let before = before.filter(|ask| ask.sent.is_some());
        let before = before.ok_or(Refusal::NotFound)?;
        match after(follows) {
            None => Ok(Some(before)),
            Some(newer) if newer.sent.is_some() => Err(Refusal::rule(
                "A newer one has been written since. Open that one to change it",
            )),
            Some(newer) => Err(Refusal::rule(format!(
                "{} is bringing it up to date now. Talk to them first",
                name(case, newer)
            ))),
        }
    }
}

pub(super) fn is_of(ask: &AskRow, form: &Form) -> bool {
    let code = ask.form.as_ref().map(|(code, _)| code);
    code == Some(&form.code)
}

fn name(case: &Case, ask: &AskRow) -> String {
    let person = case.people.iter().find(|person| person.id == ask.person);
    person.map_or_else(String::new, |person| person.name.clone())
}

/// Whoever has only a part in the whole school is put into the programme
/// first, so that what they write has a person behind it.
fn not_in_it(case: &Case) -> Refusal {
    let coordinator = case
        .present()
        .find(|person| person.role == CaseRole::Coordinator);
    let coordinator = coordinator.map_or("the coordinator", |person| person.name.as_str());
    Refusal::rule(format!(
        "Ask {coordinator} to add you to this programme first. Then you can write in it"
    ))
}

fn ask(
    cx: &mut Granted<'_, '_>,
    (case, me): (&Case, &PersonRow),
    form: &Form,
    follows: Option<AskId>,
) -> Result<AskRow, Refusal> {
    let document: DocumentKind = form
        .document
        .parse()
        .map_err(|_| store::Broken::Inconsistent(format!("document of {}", form.code)))?;
    Ok(AskRow {
        id: cx.new_id()?,
        programme: case.programme.id,
        person: me.id,
        document,
        form: Some((form.code.clone(), form.version)),
        asked: cx.today(),
        asked_by: cx.written(),
        due: cx.today(),
        opened: None,
        sent: None,
        waived: None,
        came: Came::Begun,
        follows,
    })
}

/// Begins with what the earlier one said, so that only what is new is written.
fn copy(
    cx: &mut Granted<'_, '_>,
    school: SchoolId,
    before: AskId,
    (ask, form): (&AskRow, &Form),
) -> Result<(), Refusal> {
    let Some(said) = answers::draft(cx.tx(), school, before)? else {
        return Ok(());
    };
    let mut answers = Answers::none_yet(form);
    let replies = said.answers.replies();
    answers.put_all(replies.map(|(question, reply)| (question.clone(), reply.clone())));
    let draft = Draft {
        answers: answers.only_asked(form),
        revision: 0,
        saved: cx.now(),
        by: cx.person()?.account,
        scribe: None,
    };
    answers::save(cx.tx(), school, ask.id, &draft)?;
    Ok(())
}
