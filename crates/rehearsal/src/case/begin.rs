//! The referral: what was typed, the safeguarding check, the decision.

use app::action::Action;
use domain::{
    event::Event,
    programme::{AskChannel, DeclineReason, SafeguardingCheck, StageName as S},
    pupil::QuestionnaireVersion,
};
use store::referrals;

use super::{Case, MORNING};
use crate::{Problem, pen::Pen, words, wrong};

/// Names and values of one step.
type Fields = Vec<(&'static str, String)>;

impl Case<'_> {
    pub(super) fn begin(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let (programme, author) = (self.id, self.author.voice());
        let at = pen.at(self.story.begun, MORNING);
        self.moved(pen, 1, (None, S::Draft), (self.story.begun, &author))?;
        let pupil = self.pupil.pupil.id;
        let event = Event::ReferralStarted { programme, pupil };
        pen.happened((at, &author), Action::StartReferral, event);
        for (version, (step, fields)) in (1..).zip(self.typed(pen)) {
            let at = pen.at(self.story.begun, MORNING);
            let row = referrals::StepRow {
                step: step.into(),
                version: 1,
                fields: serde_json::to_string(&fields).map_err(|e| wrong(&e))?,
                by: self.author.account,
                at,
            };
            referrals::save_step(pen.tx, pen.school.id, self.id, &row)?;
            let event = Event::ReferralSaved { programme, version };
            pen.happened((at, &author), Action::SaveReferral, event);
        }
        if !self.story.has(self.story.submitted) {
            return Ok(());
        }
        let on = self.story.submitted;
        let at = pen.at(on, MORNING);
        self.moved(pen, 2, (Some(S::Draft), S::Referred), (on, &author))?;
        let event = Event::ReferralSubmitted {
            programme,
            version: 4,
        };
        pen.happened((at, &author), Action::SubmitReferral, event);
        self.check(pen)?;
        self.decide(pen)
    }

    fn typed(&self, pen: &mut Pen<'_, '_>) -> [(&'static str, Fields); 4] {
        let word = |text: &str| text.to_owned();
        let on = self.story.begun;
        let who = vec![
            ("strengths", word(pen.dice.pick(&words::GOOD_AT))),
            ("best", word("sport")),
            ("sen", word("not_needed")),
            ("language", word("planned")),
            ("early_help", word("not_needed")),
        ];
        let why = vec![
            ("triggers", word("T01")),
            (
                "evidence-T01",
                word("Two suspensions in the last half term"),
            ),
            ("concern-1", word(pen.dice.pick(&words::CONCERNS))),
            ("tried-1-what", word("seat")),
            ("tried-1-from-day", word("1")),
            ("tried-1-from-month", on.month().to_string()),
            ("tried-1-from-year", on.year().to_string()),
            ("tried-1-by", self.author.name.clone()),
            ("tried-1-effect", word("no_change")),
        ];
        let plans = vec![("plans", word("behaviour"))];
        let dates = vec![
            ("on-day", on.day().to_string()),
            ("on-month", on.month().to_string()),
            ("on-year", on.year().to_string()),
            ("urgency", word("standard")),
            ("family", word("not_yet")),
        ];
        [
            ("who", who),
            ("why", why),
            ("other-plans", plans),
            ("dates", dates),
        ]
    }

    fn check(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let on = self.story.checked;
        if !self.story.has(on) {
            return Ok(());
        }
        let lead = pen.school.staff.safeguarding().clone();
        let found = SafeguardingCheck::Clear;
        let row = referrals::CheckRow {
            found,
            on,
            by: lead.account,
        };
        referrals::add_check(pen.tx, pen.school.id, self.id, &row)?;
        let at = pen.at(on, MORNING);
        let event = Event::SafeguardingChecked {
            programme: self.id,
            found,
        };
        pen.happened((at, &lead.voice()), Action::CheckSafeguarding, event);
        Ok(())
    }

    fn decide(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let (on, programme) = (self.story.accepted, self.id);
        if !self.story.has(on) {
            return Ok(());
        }
        let head = pen.school.staff.head().voice();
        let at = pen.at(on, MORNING);
        if self.is_declined() {
            self.moved(pen, 3, (Some(S::Referred), S::Declined), (on, &head))?;
            let reason = DeclineReason::EarlierStep;
            let event = Event::ReferralDeclined { programme, reason };
            pen.happened((at, &head), Action::DeclineReferral, event);
            return Ok(());
        }
        self.moved(pen, 4, (Some(S::Referred), S::Gathering), (on, &head))?;
        let event = Event::ReferralAccepted {
            programme,
            coordinator: self.coordinator.staff(),
            questions: QuestionnaireVersion::Secondary,
        };
        pen.happened((at, &head), Action::AcceptReferral, event);
        self.reach(pen)
    }

    /// The coordinator rings home.
    fn reach(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let on = self.story.reached;
        if !self.story.has(on) {
            return Ok(());
        }
        let contact = self.pupil.home.id;
        let row = referrals::FamilyRow {
            contact,
            channel: AskChannel::Phone,
            on,
            by: self.coordinator.account,
        };
        referrals::add_family_contact(pen.tx, pen.school.id, self.id, &row)?;
        let at = pen.at(on, MORNING);
        let event = Event::FamilyContacted {
            programme: self.id,
            contact,
            by: AskChannel::Phone,
            on,
        };
        let voice = self.leading();
        pen.happened((at, &voice), Action::TellFamily, event);
        Ok(())
    }

    /// The coordinator, as the record writes them here.
    pub(super) fn leading(&self) -> crate::diary::Voice {
        self.coordinator
            .voice_as(domain::account::CaseRole::Coordinator)
    }
}
