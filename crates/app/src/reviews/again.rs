//! Referring again because difficulties came back. The programme before stays
//! in aftercare until the new one is decided on.

use domain::{
    event::Event,
    programme::{NewReferral, ProgrammeRef},
    school::ReferencePrefix,
};
use store::{Broken, programmes, schools, templates};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Begins a new referral after a relapse.
#[derive(Debug)]
pub struct ReferAgain {
    /// The programme before.
    pub reference: ProgrammeRef,
}

impl Command for ReferAgain {
    const ACTION: Action = Action::ReferAgain;
    type On = Case;
    type Output = ProgrammeRef;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<ProgrammeRef>, Refusal> {
        let (school, today) = (case.programme.school, cx.today());
        let author = cx.person()?.staff();
        let open = programmes::open_of(cx.tx(), school, case.pupil.id)?;
        if open.is_some() {
            return Err(Refusal::rule(
                "This pupil has a programme already, or someone is writing a referral",
            ));
        }
        let row = schools::find(cx.tx(), school)?.ok_or(Refusal::NotFound)?;
        let prefix: ReferencePrefix = row
            .prefix
            .parse()
            .map_err(|_| Broken::Inconsistent("prefix of the school".into()))?;
        let template = templates::newest(cx.tx(), school)?
            .ok_or_else(|| Broken::Inconsistent("the school has no template".into()))?;
        let reference = programmes::next_reference(cx.tx(), school, prefix, today.year())?;
        let new = NewReferral {
            id: cx.new_id()?,
            reference,
            pupil: &case.pupil,
            template,
            author,
            today,
            open,
        };
        let begun = case
            .programme
            .refer_again(new)
            .map_err(|problem| Refusal::rule(problem.words()))?;
        programmes::add(cx.tx(), &begun.programme)?;
        let by = cx.written();
        let again = begun.programme.id;
        programmes::note_move(cx.tx(), school, again, &begun.line, &by)?;
        cx.also(Event::ReferralStarted {
            programme: again,
            pupil: case.pupil.id,
        });
        let event = Event::Relapsed {
            programme: case.programme.id,
            again,
        };
        Ok(cx.record(event, begun.programme.reference.clone()))
    }
}
