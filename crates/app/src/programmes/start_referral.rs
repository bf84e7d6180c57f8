//! Beginning a referral: a draft with its reference, for a pupil on roll who
//! has no open programme.

use domain::{
    event::Event,
    id::PupilId,
    programme::{NewReferral, Programme, ProgrammeRef},
    school::ReferencePrefix,
};
use store::{Broken, programmes, pupils, templates};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// Begins a referral. Its writer alone sees it until it is handed in.
#[derive(Debug)]
pub struct StartReferral {
    /// For whom.
    pub pupil: PupilId,
}

/// What anyone is told of a programme that may not be theirs to know more of.
const ALREADY: &str = "This pupil has a programme already, or someone is writing a referral. \
     Open it if it is yours, or ask the coordinator";

impl Command for StartReferral {
    const ACTION: Action = Action::StartReferral;
    type On = School;
    type Output = ProgrammeRef;

    fn on(&self) {}

    fn run(
        self,
        school: School,
        cx: &mut Granted<'_, '_>,
    ) -> Result<Recorded<ProgrammeRef>, Refusal> {
        let (school, today) = (school.0, cx.today());
        let author = cx.person()?.staff();
        let pupil = pupils::find(cx.tx(), school.id, self.pupil)?.ok_or(Refusal::NotFound)?;
        if programmes::open_of(cx.tx(), school.id, pupil.id)?.is_some() {
            return Err(Refusal::field("pupil", ALREADY));
        }
        let prefix: ReferencePrefix = school
            .prefix
            .parse()
            .map_err(|_| Broken::Inconsistent("prefix of the school".into()))?;
        let template = templates::newest(cx.tx(), school.id)?
            .ok_or_else(|| Broken::Inconsistent("the school has no template".into()))?;
        let reference = programmes::next_reference(cx.tx(), school.id, prefix, today.year())?;
        let new = NewReferral {
            id: cx.new_id()?,
            reference,
            pupil: &pupil,
            template,
            author,
            today,
            open: None,
        };
        let begun = Programme::begin(new).map_err(|no| Refusal::field("pupil", no.words()))?;
        let programme = &begun.programme;
        programmes::add(cx.tx(), programme)?;
        let by = cx.written();
        programmes::note_move(cx.tx(), school.id, programme.id, &begun.line, &by)?;
        let event = Event::ReferralStarted {
            programme: programme.id,
            pupil: pupil.id,
        };
        Ok(cx.record(event, programme.reference.clone()))
    }
}
