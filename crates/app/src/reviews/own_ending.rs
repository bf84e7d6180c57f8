//! How a programme ended, for the pupil and for those at home: their own copy.
//! There is nothing to see before the head has confirmed it.

use domain::{
    indicators::Delivered,
    look_back::Round,
    meeting::{MeetingKind, ViewOf},
    outcome::{Choice, EndingDraft, TargetEnd},
    programme::{Judgement, NextOption, ProgrammeRef, Stage, Task},
    sealed::{Apart, InPart, Sealed},
    signature::Paper,
};
use jiff::civil::Date;
use store::outcomes::{self, EndingRow, EndingState};

use super::{
    kept,
    own::{OwnPromise, Reader},
    own_parts::{self, Signs, promises, said, signs},
};
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    look_back::{self, Voices},
    subject::Case,
};

/// Shows somebody's own copy of how it ended.
#[derive(Debug)]
pub struct OwnEnding {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// One's own copy of an ending.
#[derive(Debug, Clone)]
pub struct OwnEndingShown {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// For whom it is written.
    pub reader: Reader,
    /// What there is to sign.
    pub paper: Paper,
    /// Whether the reader signs it.
    pub signs: Signs,
    /// When the head confirmed it.
    pub on: Date,
    /// What was judged: the plan, never the pupil.
    pub judgement: Judgement,
    /// What the pupil is given credit for.
    pub credit: String,
    /// Why, in the words that were written for the pupil and home.
    pub reason: String,
    /// What went partly.
    pub partly: String,
    /// How each target ended, and what shows it.
    pub targets: Vec<(String, TargetEnd, String)>,
    /// "83%": what adults delivered of what they promised.
    pub delivered: Option<String>,
    /// What is said about support that was not delivered.
    pub about_support: String,
    /// What became of promises since the last review, adults' first.
    pub promises: Vec<OwnPromise>,
    /// What people said, whose and what.
    pub says: Vec<(ViewOf, String)>,
    /// What the pupil said beforehand, and what the reader did.
    pub voices: Voices,
    /// What comes next.
    pub next: OwnNext,
}

/// What comes after.
#[derive(Debug, Clone)]
pub enum OwnNext {
    /// Lighter support.
    Aftercare(OwnAftercare),
    /// What else will be looked into.
    Other(Vec<NextOption>),
}

/// Lighter support, as it was agreed.
#[derive(Debug, Clone, Default)]
pub struct OwnAftercare {
    /// What carries on, who does it, until when.
    pub carries_on: Vec<(String, Option<String>, Date)>,
    /// The named adult.
    pub adult: Option<String>,
    /// Things to keep.
    pub keeps: Vec<String>,
    /// What to look out for.
    pub early_signs: Vec<String>,
    /// What to do then.
    pub if_they_appear: String,
    /// Days on which somebody still looks in.
    pub look_in: Vec<Date>,
    /// Its last day, while it lasts.
    pub until: Option<Date>,
}

impl InPart for OwnEndingShown {
    /// Those who read an ending in part have another page.
    fn in_part(self, _: &'static str) -> Option<Self> {
        None
    }

    fn without(mut self, apart: &Apart) -> Option<Self> {
        let words = [&mut self.credit, &mut self.reason, &mut self.partly];
        for text in words.into_iter().chain([&mut self.about_support]) {
            apart.clear(text);
        }
        for (.., evidence) in &mut self.targets {
            apart.clear(evidence);
        }
        own_parts::without(apart, &mut self.promises, &mut self.says);
        if let OwnNext::Aftercare(care) = &mut self.next {
            care.carries_on.retain(|(what, ..)| !apart.is_told_by(what));
            care.keeps.retain(|one| !apart.is_told_by(one));
            care.early_signs.retain(|one| !apart.is_told_by(one));
            apart.clear(&mut care.if_they_appear);
        }
        Some(self)
    }
}

impl Query for OwnEnding {
    const ACTION: Action = Action::ViewPlan;
    type On = Case;
    type Output = OwnEndingShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<OwnEndingShown, Refusal> {
        let (school, id) = (case.programme.school, case.programme.id);
        let newest = outcomes::newest(cx.tx(), school, id)?;
        let row = newest.filter(|row| is_over(&case, row));
        let row = row.ok_or(Refusal::NotFound)?;
        let confirmed = row.confirmed.as_ref().ok_or(Refusal::NotFound)?;
        let versions = store::plans::versions(cx.tx(), school, id)?;
        let mut all = versions.iter();
        let plan = all.find(|plan| plan.plan().version == row.version);
        let plan = plan.ok_or(Refusal::NotFound)?.plan();
        let mut rounds = kept::rounds(cx.tx(), &case, &versions)?;
        rounds.push(kept::Round::of_ending(&row.typed, plan));
        let delivered = Delivered::of(kept::settled(&rounds)).by_adults();
        let (typed, me) = (&row.typed, &cx.person()?.clone());
        let judgement: Judgement = typed.judgement.parse().map_err(|_| Refusal::NotFound)?;
        let targets = plan.open_targets().filter_map(|target| {
            let answer = typed.targets.get(&target.id.to_string())?;
            let evidence = answer.evidence.trim().to_owned();
            Some((
                target.short_name.to_string(),
                answer.end.parse().ok()?,
                evidence,
            ))
        });
        let said_about = |words: &str| words.trim().to_owned();
        let paper = Paper::Ending(u32::try_from(row.n).unwrap_or_default());
        let run = super::run_of(&case).ok();
        let round = run.and_then(|run| Round::of(MeetingKind::Final, &run));
        let voices = look_back::told::own(cx, &case, (round, plan))?;
        let shown = OwnEndingShown {
            voices,
            paper,
            signs: signs(cx, &case, paper)?,
            reference: case.programme.reference.clone(),
            pupil: case.pupil.name.called().to_owned(),
            reader: Reader::of(&case, cx),
            on: confirmed.on,
            judgement,
            credit: match judgement {
                Judgement::Successful => said_about(&typed.credit),
                Judgement::Unsuccessful => String::new(),
            },
            reason: said_about(&typed.reason),
            partly: said_about(&typed.partly),
            targets: targets.collect(),
            delivered: delivered.words(),
            about_support: said_about(&typed.about_support),
            promises: promises((&case, me), plan, &typed.promises),
            says: said(&case, &typed.says),
            next: match judgement {
                Judgement::Successful => OwnNext::Aftercare(aftercare(cx, &case, typed)?),
                Judgement::Unsuccessful => OwnNext::Other(looked_into(typed)),
            },
        };
        let shown = cx.lens().open(Sealed::new("D34", None, shown));
        shown
            .map(domain::sealed::Shown::into_inner)
            .ok_or(Refusal::NotFound)
    }
}

/// Whether the programme has come to this end. An ending that was put right, or
/// followed by more time, is no longer one.
pub(crate) fn is_over(case: &Case, row: &EndingRow) -> bool {
    let again = matches!(
        case.programme.stage,
        Stage::Active { .. } | Stage::Paused { .. } | Stage::FinalDue { .. }
    );
    row.state == EndingState::Confirmed && !again
}

fn looked_into(typed: &EndingDraft) -> Vec<NextOption> {
    let each = typed.considered.iter();
    each.filter(|one| one.choice.parse() == Ok(Choice::LookInto))
        .filter_map(|one| one.option.parse().ok())
        .collect()
}

fn aftercare(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    typed: &EndingDraft,
) -> Result<OwnAftercare, Refusal> {
    let (school, id) = (case.programme.school, case.programme.id);
    let tasks = store::programmes::tasks(cx.tx(), school, id)?;
    let open = tasks
        .iter()
        .filter(|task| task.task == Task::AftercareCheck && task.done.is_none());
    let named = |written: &str| {
        let mut all = case.people.iter();
        let found = all.find(|person| person.id.to_string() == written)?;
        Some(found.name.clone())
    };
    let lines = |typed: &str| -> Vec<String> {
        let each = typed.lines().map(str::trim);
        let some = each.filter(|one| !one.is_empty());
        some.map(str::to_owned).collect()
    };
    let carries = typed.carries_on.iter().filter_map(|one| {
        let what = one.what.trim().to_owned();
        Some((what, named(&one.who), one.until.trim().parse().ok()?))
    });
    Ok(OwnAftercare {
        carries_on: carries.filter(|(what, ..)| !what.is_empty()).collect(),
        adult: named(&typed.adult),
        keeps: lines(&typed.keeps),
        early_signs: lines(&typed.early_signs),
        if_they_appear: typed.if_they_appear.trim().to_owned(),
        look_in: open.map(|task| task.due).collect(),
        until: match case.programme.stage {
            Stage::Aftercare { until, .. } => Some(until),
            _ => None,
        },
    })
}
