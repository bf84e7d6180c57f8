//! What one person is asked themselves, and what an answer has raised for them.

use domain::{
    account::CaseRole,
    document::Came,
    id::{AccountId, AskId, ProgrammeId},
    programme::{ProgrammeRef, StageName},
};
use forms::{Catalogue, Names};
use jiff::civil::Date;
use store::{
    answers::{self, Duty, RaisedRow},
    asks::{self, AskRow},
};

use super::names;
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    subject::{Case, OwnAccount, Subject},
};

/// Everything I am asked.
#[derive(Debug, Clone, Copy)]
pub struct MyAsks;

/// What somebody is asked, and what is theirs to do.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What they are asked, soonest due first.
    pub asks: Vec<MyAsk>,
    /// What an answer has raised for them.
    pub tasks: Vec<RaisedTask>,
}

/// One thing somebody is asked.
#[derive(Debug, Clone)]
pub struct MyAsk {
    /// The ask.
    pub ask: AskRow,
    /// What the pupil is called.
    pub pupil: String,
    /// What they are in the programme.
    pub role: CaseRole,
    /// What the form is called; nothing when it is on paper or in conversation.
    pub title: Option<String>,
    /// About how many minutes it takes.
    pub minutes: Option<u16>,
    /// How many questions are answered, of how many; nothing before the first.
    pub done: Option<(usize, usize)>,
}

/// A task that an answer raised, in the form's words and never the answer's.
#[derive(Debug, Clone)]
pub struct RaisedTask {
    /// The ask.
    pub ask: AskId,
    /// The task's name.
    pub task: String,
    /// The programme.
    pub programme: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// What to do.
    pub words: String,
    /// Whether it is theirs to do or to know.
    pub duty: Duty,
    /// By when.
    pub due: Date,
}

impl RaisedTask {
    pub(super) fn of(row: &RaisedRow, names: &Names, case: &Case) -> Option<Self> {
        let rules = Catalogue::shipped().ok()?.forms().iter();
        let words = rules
            .flat_map(forms::Form::questions)
            .filter(|question| question.id == row.question.as_str())
            .flat_map(|question| &question.safety)
            .find(|rule| rule.task == row.task.as_str())?
            .ask
            .with(names);
        Some(Self {
            ask: row.ask,
            task: row.task.clone(),
            programme: case.programme.reference.clone(),
            pupil: case.pupil.name.called().to_owned(),
            words,
            duty: row.duty,
            due: row.due,
        })
    }
}

impl Query for MyAsks {
    const ACTION: Action = Action::ViewAsked;
    type On = OwnAccount;
    type Output = Asked;

    fn on(&self) {}

    fn run(self, me: OwnAccount, cx: &mut Viewing<'_, '_>) -> Result<Asked, Refusal> {
        let (school, account) = (cx.school()?, me.0.id);
        let mut mine = Vec::new();
        for ask in asks::of_account(cx.tx(), school, account)? {
            let Some(case) = case_of(cx, ask.programme)? else {
                continue;
            };
            // After the first meeting nobody is asked any more; what was sent stays.
            let before = [StageName::Gathering, StageName::MeetingSet];
            let closed = !before.contains(&case.programme.stage.name());
            match (ask.came, ask.sent) {
                (Came::Asked, None) if closed => continue,
                // What somebody wrote because it was needed stands with the documents.
                (Came::Begun, Some(_)) => continue,
                _ => {}
            }
            // Somebody who may no longer be told of the programme is nobody in it.
            let own = |one: &&store::people::PersonRow| {
                one.id == ask.person && one.account == Some(account)
            };
            let Some(person) = case.people.iter().find(own) else {
                continue;
            };
            let form = names::form_of(&ask, None);
            let names = names::of_case(cx.tx(), school, &case)?;
            let far = answers::how_far(cx.tx(), school, &ask)?;
            mine.push(MyAsk {
                pupil: case.pupil.name.called().to_owned(),
                role: person.role,
                title: form.as_ref().map(|form| form.title.with(&names)),
                minutes: form.as_ref().map(|form| form.minutes),
                done: far.map(|(done, all, _)| (done, all)),
                ask,
            });
        }
        let tasks = raised(cx, account)?;
        Ok(Asked { asks: mine, tasks })
    }
}

/// What answers have raised for somebody. Most days there is none; the
/// programmes of those there are come one query each.
pub(crate) fn raised(
    cx: &mut Viewing<'_, '_>,
    account: AccountId,
) -> Result<Vec<RaisedTask>, Refusal> {
    let school = cx.school()?;
    let mut tasks = Vec::new();
    let mut last: Option<(ProgrammeId, Case, Names)> = None;
    let mut rows = answers::raised_for(cx.tx(), school, account)?;
    rows.sort_by_key(|row| (row.programme, row.due));
    for row in rows {
        let known = last.as_ref().is_some_and(|(id, ..)| *id == row.programme);
        if !known {
            let Some(case) = case_of(cx, row.programme)? else {
                continue;
            };
            let names = names::of_case(cx.tx(), school, &case)?;
            last = Some((row.programme, case, names));
        }
        if let Some((_, case, names)) = &last {
            tasks.extend(RaisedTask::of(&row, names, case));
        }
    }
    tasks.sort_by_key(|task| task.due);
    Ok(tasks)
}

/// A programme someone is asked about, for its pupil's name and its people's.
fn case_of(cx: &mut Viewing<'_, '_>, programme: ProgrammeId) -> Result<Option<Case>, Refusal> {
    let school = cx.school()?;
    let Some(programme) = store::programmes::by_id(cx.tx(), school, programme)? else {
        return Ok(None);
    };
    let (me, today) = (cx.actor().clone(), cx.today());
    let found = Case::load(cx.tx(), &me, programme.reference.clone(), today)?;
    Ok(found.map(|(case, _)| case))
}
