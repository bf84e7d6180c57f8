//! Who was asked, what came in, and what is still out, latest first.

use domain::{account::CaseRole, document::DocumentStatus, id::PersonId, programme::ProgrammeRef};
use jiff::civil::Date;
use store::{answers, asks, asks::AskRow};

use super::{ask::document_for, mine::RaisedTask, names};
use crate::{Query, Refusal, action::Action, gate::Viewing, subject::Case};

/// The information gathered for one programme.
#[derive(Debug, Clone)]
pub struct ViewInformation {
    /// The programme.
    pub programme: ProgrammeRef,
}

/// Who was asked and what came in.
#[derive(Debug, Clone)]
pub struct Information {
    /// The programme.
    pub case: Case,
    /// Every ask, those still out first and of these the latest first.
    pub asks: Vec<Tracked>,
    /// People who can be asked and are not waited for.
    pub others: Vec<(PersonId, String, CaseRole)>,
    /// What an adult is to do because of an answer, if it is this reader's.
    pub tasks: Vec<RaisedTask>,
}

/// One ask on the tracker. It never shows what was said.
#[derive(Debug, Clone)]
pub struct Tracked {
    /// The ask.
    pub ask: AskRow,
    /// Who is asked.
    pub who: String,
    /// What they are to the pupil: "Mum", "Science".
    pub what: String,
    /// Whether they have an account to answer with.
    pub reach: Reach,
    /// How it stands today.
    pub status: DocumentStatus,
    /// How many questions are answered, of how many; nothing before the first.
    pub done: Option<(usize, usize)>,
    /// When it was last saved.
    pub saved: Option<Date>,
    /// Who wrote it down.
    pub scribe: Option<(String, answers::Mode)>,
}

/// How somebody can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// They sign in.
    Account,
    /// Somebody writes it down for them.
    ThroughStaff,
}

impl Information {
    /// How many answers are in, of how many that are waited for.
    pub fn count(&self) -> (usize, usize) {
        let wanted = self
            .asks
            .iter()
            .filter(|one| one.status != DocumentStatus::Waived);
        let (mut in_, mut all) = (0, 0);
        for one in wanted {
            all += 1;
            in_ += usize::from(one.ask.sent.is_some());
        }
        (in_, all)
    }

    /// The last day for an answer that is still out.
    pub fn closes(&self) -> Option<Date> {
        let out = self.asks.iter().filter(|one| one.ask.is_out());
        out.map(|one| one.ask.due).max()
    }
}

impl Query for ViewInformation {
    const ACTION: Action = Action::ViewInformation;
    type On = Case;
    type Output = Information;

    fn on(&self) -> ProgrammeRef {
        self.programme.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<Information, Refusal> {
        let (school, today) = (cx.school()?, cx.today());
        let mut tracked = Vec::new();
        for ask in asks::of_programme(cx.tx(), school, case.programme.id)? {
            tracked.push(track(cx, &case, ask, today)?);
        }
        tracked.sort_by_key(|one| (one.status.is_settled(), one.ask.due, one.ask.id));
        let others = case
            .told()
            .filter(|person| {
                document_for(person.role, case.pupil.year.questionnaire().document()).is_some()
            })
            .filter(|person| {
                !tracked
                    .iter()
                    .any(|one| one.ask.person == person.id && one.ask.is_out())
            })
            .map(|person| (person.id, person.name.clone(), person.role))
            .collect();
        let me = cx.person()?.account;
        let names = names::of_case(cx.tx(), school, &case)?;
        let mine = answers::raised_for(cx.tx(), school, me)?.into_iter();
        let tasks = mine
            .filter(|task| task.programme == case.programme.id)
            .filter_map(|task| RaisedTask::of(&task, &names, &case))
            .collect();
        Ok(Information {
            case,
            asks: tracked,
            others,
            tasks,
        })
    }
}

fn track(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    ask: AskRow,
    today: Date,
) -> Result<Tracked, Refusal> {
    let school = cx.school()?;
    let person = case.people.iter().find(|person| person.id == ask.person);
    let person = person.ok_or(Refusal::NotFound)?;
    let far = answers::how_far(cx.tx(), school, &ask)?;
    let scribe = match far.as_ref().and_then(|(.., draft)| draft.scribe) {
        None => None,
        Some(scribe) => store::accounts::find(cx.tx(), school, scribe.account)?
            .map(|account| (account.name, scribe.mode)),
    };
    let what = person.subject.as_ref().or(person.note.as_ref());
    Ok(Tracked {
        who: person.name.clone(),
        what: if case.standing(person).is_told() {
            what.map_or_else(|| person.role.label().to_owned(), Clone::clone)
        } else {
            "May not be told. Do not chase".to_owned()
        },
        reach: if person.account.is_some() {
            Reach::Account
        } else {
            Reach::ThroughStaff
        },
        status: ask.status().seen(Some(ask.due), today),
        done: far.as_ref().map(|(done, all, _)| (*done, *all)),
        saved: far.map(|(.., draft)| domain::clock::london_date(draft.saved)),
        scribe,
        ask,
    })
}
