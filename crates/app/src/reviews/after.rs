//! After the end: looking in during aftercare, ending it, choosing what comes
//! next, and handing over.

use domain::{
    event::Event,
    note::OutOfTen,
    outcome::AftercareCheck,
    programme::{HandOver, NextOption, ProgrammeRef, Task},
    text::{Line, Prose},
};
use store::{
    aftercare::{self, ChosenRow},
    programmes,
};

use super::{chosen, day_past, settled, words};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Records how it goes in aftercare.
#[derive(Debug)]
pub struct CheckAftercare {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// How the pupil says it is, 0 to 10, or blank.
    pub pupil: String,
    /// How home says it is, 0 to 10, or blank.
    pub home: String,
    /// In a few words.
    pub note: String,
}

impl Command for CheckAftercare {
    const ACTION: Action = Action::CheckAftercare;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let check = AftercareCheck {
            on: today,
            pupil: out_of_ten("check-pupil", &self.pupil)?,
            home: out_of_ten("check-home", &self.home)?,
            note: Prose::optional(&self.note)
                .map_err(|_| Refusal::field("check-note", "Use 600 characters or fewer"))?,
        };
        if check.pupil.is_none() && check.home.is_none() && check.note.is_none() {
            let words = "Ask how it is going, and write down the answer";
            return Err(Refusal::field("check-note", words));
        }
        let by = cx.person()?.account;
        aftercare::add_check(cx.tx(), school, programme, &check, by)?;
        let task = Task::AftercareCheck;
        programmes::finish_first_task(cx.tx(), school, programme, task, (by, today))?;
        let event = Event::AftercareChecked {
            programme,
            on: today,
        };
        Ok(cx.record(event, ()))
    }
}

fn out_of_ten(field: &str, typed: &str) -> Result<Option<OutOfTen>, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let number = typed.parse().ok().and_then(OutOfTen::new);
    let wrong = || Refusal::field(field, "Enter a number from 0 to 10");
    number.map(Some).ok_or_else(wrong)
}

/// Ends aftercare, with a closing note.
#[derive(Debug)]
pub struct EndAftercare {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The closing note.
    pub note: String,
}

impl Command for EndAftercare {
    const ACTION: Action = Action::EndAftercare;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let note = words("end-note", &self.note, "Say how it went, in a few words")?;
        let programme = case.programme.id;
        let moved = case
            .programme
            .end_aftercare(note, cx.today())
            .map_err(|problem| Refusal::rule(problem.words()))?;
        let (school, today) = (moved.programme.school, cx.today());
        programmes::drop_tasks(cx.tx(), school, programme, today)?;
        settled(cx, moved)?;
        Ok(cx.record(Event::AftercareEnded { programme }, ()))
    }
}

/// Chooses one thing that comes next.
#[derive(Debug)]
pub struct ChooseOption {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The code of a [`NextOption`].
    pub option: String,
    /// Why.
    pub why: String,
}

impl Command for ChooseOption {
    const ACTION: Action = Action::ChooseOption;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let option: NextOption = chosen("option", &self.option, "Choose what comes next")?;
        let why = Line::<300>::new(&self.why)
            .map_err(|_| Refusal::field("option-why", "Say why, in 300 characters or fewer"))?;
        let (school, programme, on) = (case.programme.school, case.programme.id, cx.today());
        let by = cx.person()?.account;
        let row = ChosenRow {
            option,
            why: why.to_string(),
            on,
        };
        if !aftercare::choose(cx.tx(), school, programme, &row, by)? {
            return Err(Refusal::field("option", "This is chosen already"));
        }
        Ok(cx.record(Event::OptionChosen { programme, option }, ()))
    }
}

/// Closes once the next step is handed over.
#[derive(Debug)]
pub struct CloseEscalation {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// When it was handed over, as 2026-11-10.
    pub handed_over: String,
}

impl Command for CloseEscalation {
    const ACTION: Action = Action::CloseEscalation;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let ask = "Hand over to whoever goes on with it, and record when";
        let handed_over = day_past("handed-over", &self.handed_over, today, ask)?;
        let chosen = aftercare::chosen(cx.tx(), school, programme)?;
        let moved = case
            .programme
            .hand_over(HandOver {
                options: chosen.iter().map(|row| row.option).collect(),
                handed_over: Some(handed_over),
                today,
            })
            .map_err(|problem| Refusal::rule(problem.words()))?;
        settled(cx, moved)?;
        let by = cx.person()?.account;
        programmes::finish_task(cx.tx(), school, programme, Task::Options, by, today)?;
        Ok(cx.record(Event::Archived { programme }, ()))
    }
}
