//! How a programme ended: held up, moved, stopped, or judged, and what followed.

use app::action::Action;
use domain::{
    account::CaseRole,
    event::Event,
    note::OutOfTen,
    outcome::{
        AftercareCheck, CarriesOnAnswer, ConsideredAnswer, EndingAnswer, EndingDraft, RiskNow,
    },
    plan::Plan,
    programme::{
        Judgement, NextOption, PauseReason, StageName as S, TransferReason, WithdrawReason,
    },
    review::PromiseAnswer,
};
use jiff::civil::Date;
use store::{
    aftercare::{self, ChosenRow},
    outcomes::{self, ConfirmedRow, EndingRow, EndingState},
};

use super::{AFTERNOON, Case, plan::Planned};
use crate::{Problem, diary::Voice, pen::Pen, plot::Way, words};

impl Case<'_> {
    pub(super) fn end(&self, pen: &mut Pen<'_, '_>, planned: &Planned) -> Result<(), Problem> {
        if let Some(on) = self.story.broke_off {
            return self.break_off(pen, on);
        }
        if !self.story.is_up() {
            return Ok(());
        }
        let (on, programme) = (self.story.final_due, self.id);
        self.moved(
            pen,
            15,
            (Some(S::Active), S::FinalDue),
            (on, &Voice::system()),
        )?;
        let at = pen.at(on, AFTERNOON);
        let event = Event::FinalDue {
            programme,
            on: self.story.dates.ends.due.on,
        };
        pen.happened((at, &Voice::system()), Action::TurnTheDay, event);
        if self.story.is_judged() {
            self.judge(pen, planned.newest()?.agreed.plan())?;
            self.follow(pen)?;
        }
        Ok(())
    }

    fn break_off(&self, pen: &mut Pen<'_, '_>, on: Date) -> Result<(), Problem> {
        let (programme, at) = (self.id, pen.at(on, AFTERNOON));
        let head = pen.school.staff.head().voice();
        let until = self.story.today.saturating_add(jiff::Span::new().days(14));
        let (number, to, by, action, event) = match self.story.way {
            Way::Paused => {
                let reason = PauseReason::Illness;
                let event = Event::Paused {
                    programme,
                    reason,
                    until,
                };
                (13, S::Paused, self.leading(), Action::Pause, event)
            }
            Way::Moved => {
                let reason = TransferReason::HouseMove;
                let event = Event::Transferred { programme, reason };
                (
                    19,
                    S::ClosedTransferred,
                    self.leading(),
                    Action::Transfer,
                    event,
                )
            }
            _ => {
                let reason = WithdrawReason::Ehcp;
                let event = Event::Withdrawn { programme, reason };
                (20, S::ClosedWithdrawn, head, Action::Withdraw, event)
            }
        };
        self.moved(pen, number, (Some(S::Active), to), (on, &by))?;
        pen.happened((at, &by), action, event);
        Ok(())
    }

    fn judge(&self, pen: &mut Pen<'_, '_>, plan: &Plan) -> Result<(), Problem> {
        let (programme, judgement) = (self.id, self.judgement());
        let (head, voice) = (pen.school.staff.head().clone(), self.leading());
        let row = EndingRow {
            n: 1,
            version: plan.version,
            typed: self.written(plan)?,
            state: EndingState::Confirmed,
            by: self.coordinator.account,
            proposed: Some(self.story.proposed),
            returned: None,
            confirmed: Some(ConfirmedRow {
                by: head.account,
                on: self.story.confirmed,
                risk: RiskNow::Lower,
                why: "No suspensions since the plan began.".into(),
                council: None,
                both_roles: None,
            }),
            revision: 0,
        };
        outcomes::keep(pen.tx, pen.school.id, self.id, &row)?;
        let at = pen.at(self.story.proposed, AFTERNOON);
        let event = Event::JudgementProposed {
            programme,
            judgement,
        };
        pen.happened((at, &voice), Action::ProposeJudgement, event);
        let on = self.story.confirmed;
        let (number, to) = match judgement {
            Judgement::Successful => (16, S::ClosedSuccess),
            Judgement::Unsuccessful => (17, S::ClosedUnsuccessful),
        };
        self.moved(pen, number, (Some(S::FinalDue), to), (on, &head.voice()))?;
        let at = pen.at(on, AFTERNOON);
        let event = Event::JudgementConfirmed {
            programme,
            judgement,
        };
        pen.happened((at, &head.voice()), Action::ConfirmJudgement, event);
        Ok(())
    }

    fn written(&self, plan: &Plan) -> Result<EndingDraft, Problem> {
        let worked = self.judgement() == Judgement::Successful;
        let end = if worked { "met" } else { "partly_met" };
        let target = |id: domain::id::TargetId| {
            let answer = EndingAnswer {
                end: end.into(),
                evidence: "The record of the last four weeks.".into(),
            };
            (id.to_string(), answer)
        };
        let kept = PromiseAnswer {
            delivery: "done".into(),
            ..PromiseAnswer::default()
        };
        let adult = self.cast.of(CaseRole::KeyWorker)?.id.to_string();
        let until = self.story.checks.last().map(ToString::to_string);
        Ok(EndingDraft {
            targets: plan.open_targets().map(|one| target(one.id)).collect(),
            promises: plan
                .commitments
                .iter()
                .map(|one| (one.id.to_string(), kept.clone()))
                .collect(),
            says: ["pupil", "home"]
                .map(|side| (side.into(), words::SENTENCES[10].into()))
                .into(),
            closing: ["pupil", "home"]
                .map(|side| (side.into(), answered()))
                .into(),
            judgement: self.judgement().code().into(),
            reason: "What the record of days shows, and what people said.".into(),
            credit: "Staying when it was hard.".into(),
            carries_on: vec![CarriesOnAnswer {
                what: "A talk once a week".into(),
                who: adult.clone(),
                until: until.unwrap_or_default(),
            }],
            how_often: "weekly".into(),
            adult,
            keeps: "The card\nThe seat by the door".into(),
            early_signs: "Late on Mondays".into(),
            if_they_appear: "The key adult meets them the same day.".into(),
            considered: vec![ConsideredAnswer {
                option: NextOption::Outreach.code().into(),
                choice: "look_into".into(),
                why: "It helped at primary school.".into(),
            }],
            ..EndingDraft::default()
        })
    }

    /// What came after the judgement, as far as today.
    fn follow(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        match self.judgement() {
            Judgement::Successful => self.look_in(pen),
            Judgement::Unsuccessful => self.choose(pen),
        }
    }

    fn look_in(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let (programme, on) = (self.id, self.story.confirmed);
        let (head, voice) = (pen.school.staff.head().voice(), self.leading());
        self.moved(pen, 21, (Some(S::ClosedSuccess), S::Aftercare), (on, &head))?;
        let at = pen.at(on, AFTERNOON);
        let ends = self.story.checks.last().copied().unwrap_or(on);
        let event = Event::AftercareStarted { programme, ends };
        pen.happened((at, &head), Action::ConfirmJudgement, event);
        for on in self
            .story
            .checks
            .iter()
            .copied()
            .filter(|on| self.story.has(*on))
        {
            let check = AftercareCheck {
                on,
                pupil: OutOfTen::new(7),
                home: OutOfTen::new(8),
                note: None,
            };
            let by = self.coordinator.account;
            aftercare::add_check(pen.tx, pen.school.id, self.id, &check, by)?;
            let at = pen.at(on, AFTERNOON);
            let event = Event::AftercareChecked { programme, on };
            pen.happened((at, &voice), Action::CheckAftercare, event);
        }
        if self.story.today > ends {
            self.moved(
                pen,
                22,
                (Some(S::Aftercare), S::Archived),
                (ends, &Voice::system()),
            )?;
            let at = pen.at(ends, AFTERNOON);
            let event = Event::AftercareEnded { programme };
            pen.happened((at, &Voice::system()), Action::TurnTheDay, event);
        }
        Ok(())
    }

    fn choose(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let (programme, on) = (self.id, self.story.confirmed);
        let (head, voice) = (pen.school.staff.head().voice(), self.leading());
        self.moved(
            pen,
            24,
            (Some(S::ClosedUnsuccessful), S::Escalation),
            (on, &head),
        )?;
        let at = pen.at(on, AFTERNOON);
        let event = Event::EscalationStarted { programme };
        pen.happened((at, &head), Action::ConfirmJudgement, event);
        let over = self.story.handed_over;
        if self.story.today <= over {
            return Ok(());
        }
        let option = NextOption::Outreach;
        let chosen = ChosenRow {
            option,
            why: "It helped at primary school.".into(),
            on: over,
        };
        let by = self.coordinator.account;
        aftercare::choose(pen.tx, pen.school.id, self.id, &chosen, by)?;
        let at = pen.at(over, AFTERNOON);
        let event = Event::OptionChosen { programme, option };
        pen.happened((at, &voice), Action::ChooseOption, event);
        self.moved(pen, 25, (Some(S::Escalation), S::Archived), (over, &head))?;
        let at = pen.at(over, AFTERNOON);
        pen.happened(
            (at, &head),
            Action::CloseEscalation,
            Event::Archived { programme },
        );
        Ok(())
    }
}

/// The closing questions, each with an answer.
fn answered() -> domain::look_back::Closing {
    domain::look_back::Closing {
        helped: "yes".into(),
        fair: "partly".into(),
        kept: "yes".into(),
        ..domain::look_back::Closing::default()
    }
}
