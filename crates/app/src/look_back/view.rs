//! One person's page before a review or the end, empty or as they left it.

use domain::{
    id::{CommitmentId, PersonId, TargetId},
    look_back::{Asking, LookBackDraft, Part, Round},
    programme::ProgrammeRef,
};
use jiff::{Timestamp, civil::Date};

pub use super::start::Question;
use super::{Asked, Hand, Meant, asked, start};
use crate::{Query, Refusal, gate::Viewing, subject::Case};

/// Shows somebody's page: one's own, or the page of somebody one writes for.
#[derive(Debug)]
pub struct ViewLookBack<H> {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Whose hand writes.
    pub hand: H,
}

/// A page before a review or the end.
#[derive(Debug, Clone)]
pub struct LookBackShown {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// Who is asked; nothing where nobody is.
    pub page: Option<LookBackPage>,
    /// The first day on which people are asked, while it is to come.
    pub opens: Option<Date>,
    /// The questionnaire for this pupil's age.
    pub version: domain::pupil::QuestionnaireVersion,
}

/// What one person is asked.
#[derive(Debug, Clone)]
pub struct LookBackPage {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// In which part.
    pub part: Part,
    /// Before what.
    pub round: Round,
    /// The day it is due; nothing for somebody who is not to know when the
    /// others meet.
    pub by: Option<Date>,
    /// Each open target: which, its number, and its words for this reader.
    pub targets: Vec<(TargetId, usize, String)>,
    /// Their own promises: which, what, how often.
    pub promises: Vec<(CommitmentId, String, String)>,
    /// The question of the start, asked again.
    pub question: Option<Question>,
    /// What they marked at the start.
    pub start: Option<String>,
    /// What they said already, and when.
    pub said: Option<(LookBackDraft, Timestamp)>,
}

impl<H: Hand> Query for ViewLookBack<H> {
    const ACTION: crate::action::Action = H::ACTION;
    type On = Case;
    type Output = LookBackShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<LookBackShown, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let asking = case.programme.looks_back();
        let opens = asking.as_ref().map(|asking| asking.opens(&calendar));
        let open = asking.filter(|asking| asking.is_open(&calendar, today));
        let plan = store::plans::newest(cx.tx(), school, id)?;
        let me = cx.person()?.clone();
        let meant =
            |one: &Asked<'_>| self.hand.means(&one.all, one.person.account, &me) == Meant::Yes;
        let page = match (&plan, open) {
            (Some(plan), Some(asking)) => {
                let found = asked(&case, plan.plan()).into_iter().find(meant);
                match found {
                    Some(one) => Some(page(cx, &case, (plan.plan(), asking), &one)?),
                    None => None,
                }
            }
            _ => None,
        };
        Ok(LookBackShown {
            reference: case.programme.reference.clone(),
            pupil: case.pupil.name.called().to_owned(),
            page,
            opens: opens.filter(|opens| *opens > today && case.reader.is_shown_meetings()),
            version: case.pupil.year.questionnaire(),
        })
    }
}

fn page(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    (plan, asking): (&domain::plan::Plan, Asking),
    one: &Asked<'_>,
) -> Result<LookBackPage, Refusal> {
    let (school, id) = (case.programme.school, case.programme.id);
    let said = store::look_backs::of_round(cx.tx(), school, id, asking.round)?;
    let said = cx.lens().open_all(said).into_iter();
    let mut said = said.map(domain::sealed::Shown::into_inner);
    let said = said.find(|row| one.all.contains(&row.person));
    let asks = store::asks::of_programme(cx.tx(), school, id)?;
    let start = start::marked(cx, case, &asks, (&one.all, one.part))?;
    let targets = match one.part {
        Part::Teacher => plan
            .open_targets()
            .map(|target| {
                let number = plan.number_of(target.id).unwrap_or_default();
                (target.id, number, target.for_staff().to_owned())
            })
            .collect(),
        _ => Vec::new(),
    };
    let own = plan.commitments.iter();
    let own = own.filter(|promise| one.promises.contains(&promise.id));
    Ok(LookBackPage {
        person: one.person.id,
        name: one.person.name.clone(),
        part: one.part,
        round: asking.round,
        by: case.reader.is_shown_meetings().then_some(asking.due),
        targets,
        promises: own
            .map(|promise| {
                let often = promise.how_often.to_string();
                (promise.id, promise.text.to_string(), often)
            })
            .collect(),
        question: start::question(cx, case, one.part)?,
        start,
        said: said.map(|row| (row.said, row.at)),
    })
}
