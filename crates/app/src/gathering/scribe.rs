//! Writing answers down for a pupil or a parent. The scribe is named, and so is
//! how: word for word, in short, by phone, or from paper.

use domain::{account::CaseRole, event::Event, id::AskId};
use forms::Answers;
use store::answers::{self, Draft, Mode, Scribe};

use super::{hand, names};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::AskSubject,
};

/// Begins to write somebody's answers down, or says anew how.
#[derive(Debug, Clone)]
pub struct BeginScribing {
    /// The ask.
    pub ask: AskId,
    /// How.
    pub mode: Mode,
}

impl Command for BeginScribing {
    const ACTION: Action = Action::ScribeForm;
    type On = AskSubject;
    type Output = ();

    fn on(&self) -> AskId {
        self.ask
    }

    fn run(self, on: AskSubject, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        hand::still_out(&on)?;
        let family = matches!(on.person.role, CaseRole::Parent | CaseRole::Carer);
        if !family && on.person.role != CaseRole::Pupil {
            return Err(Refusal::rule("Staff answer for themselves"));
        }
        if !on.case.standing(&on.person).is_told() {
            let words = "This person may not be told about the programme. Do not ask them";
            return Err(Refusal::rule(words));
        }
        let before = hand::draft(cx, &on)?;
        // What somebody began by themselves is theirs until they send it.
        if before.as_ref().is_some_and(|draft| draft.scribe.is_none()) {
            return Err(Refusal::rule(format!(
                "{} has begun to answer. Ask them to finish it, or to tell you on paper",
                on.person.known_as
            )));
        }
        let form = names::form_of(&on.ask, before.as_ref()).ok_or_else(|| {
            Refusal::rule("These questions are asked on paper or in conversation for now")
        })?;
        let (school, now, me) = (cx.school()?, cx.now(), cx.person()?.account);
        let (answers, revision) = match before {
            Some(draft) => (draft.answers, draft.revision),
            None => (Answers::none_yet(&form), 0),
        };
        let scribe = Scribe {
            account: me,
            mode: self.mode,
        };
        let draft = Draft {
            answers,
            revision,
            saved: now,
            by: me,
            scribe: Some(scribe),
        };
        if !answers::save(cx.tx(), school, on.ask.id, &draft)? {
            return Err(Refusal::Conflict);
        }
        store::asks::open(cx.tx(), school, on.ask.id, now)?;
        let event = Event::AnswersSaved {
            programme: on.case.programme.id,
            ask: on.ask.id,
            version: revision + 1,
        };
        Ok(cx.record(event, ()))
    }
}
