//! Writing the plan sheet by sheet, agreeing it, signing it.

use app::{
    Refusal,
    plans::{
        agree::AgreePlan,
        edit::EditPlan,
        sign::{AnswerGiven, RecordSignature, Sign as SignPlan},
        view::{PlanView, ViewPlan},
    },
};
use domain::{
    commitment::{CommitmentDraft, RewardDraft},
    plan::{
        Arrangements, ConsequenceSheet, HomeSheet, MonitoringSheet, PlanEdit, PlanHash, PlanVersion,
    },
    target::{BaselineDraft, TargetDraft},
};
use jiff::civil::Date;

use super::{Case, Town};
use crate::demo::{
    script::{Sign, TargetWords, WholePlan},
    town::code,
};

/// Writes every sheet.
pub fn write(town: &Town, case: &mut Case, by: &str, words: &WholePlan) -> Result<(), Refusal> {
    for target in &words.target {
        let id = town.app.new_sheet()?;
        case.targets.push(id);
        let sheet = PlanEdit::Target {
            id,
            seen: None,
            draft: Box::new(target_sheet(town, case, target)?),
            reward: Box::new(RewardDraft {
                targets: Vec::new(),
                ..target.reward.clone()
            }),
            consequence: Box::new(ConsequenceSheet {
                decided_by: town.written(case, &target.otherwise.decided_by)?,
                ..target.otherwise.clone()
            }),
        };
        edit(town, case, by, sheet)?;
    }
    for promise in &words.promise {
        let id = town.app.new_sheet()?;
        case.promises.push(id);
        let mut targets = Vec::new();
        for number in &promise.targets {
            let place: usize = code(number)?;
            let target = case.targets.get(place.saturating_sub(1));
            targets.push(target.ok_or(Refusal::NotFound)?.to_string());
        }
        let draft = CommitmentDraft {
            owner: town.written(case, &promise.owner)?,
            targets,
            ..promise.clone()
        };
        let sheet = PlanEdit::Promise {
            id,
            seen: None,
            draft: Box::new(draft),
        };
        edit(town, case, by, sheet)?;
    }
    let whole = arrangements(town, case, &words.whole)?;
    edit(town, case, by, PlanEdit::Arrangements(Box::new(whole)))
}

fn target_sheet(town: &Town, case: &mut Case, words: &TargetWords) -> Result<TargetDraft, Refusal> {
    let baseline = &words.sheet.baseline;
    Ok(TargetDraft {
        ticking_adult: town.written(case, &words.sheet.ticking_adult)?,
        baseline: BaselineDraft {
            from: moved(town, &baseline.from)?,
            to: moved(town, &baseline.to)?,
            ..baseline.clone()
        },
        ..words.sheet.clone()
    })
}

fn moved(town: &Town, written: &str) -> Result<String, Refusal> {
    if written.is_empty() {
        return Ok(String::new());
    }
    Ok(town.day(code(written)?))
}

fn arrangements(
    town: &Town,
    case: &mut Case,
    words: &Arrangements,
) -> Result<Arrangements, Refusal> {
    let mut named_adults = Vec::new();
    for name in &words.named_adults {
        named_adults.push(town.written(case, name)?);
    }
    Ok(Arrangements {
        monitoring: MonitoringSheet {
            by: town.written(case, &words.monitoring.by)?,
            ..words.monitoring.clone()
        },
        home: HomeSheet {
            by: town.written(case, &words.home.by)?,
            ..words.home.clone()
        },
        named_adults,
        ..words.clone()
    })
}

fn edit(town: &Town, case: &Case, by: &str, edit: PlanEdit) -> Result<(), Refusal> {
    let reference = case.reference()?;
    town.app
        .execute(town.actor(by)?, EditPlan { reference, edit })
}

fn view(town: &Town, case: &Case, by: &str) -> Result<PlanView, Refusal> {
    let reference = case.reference()?;
    let seen = town.app.fetch(town.actor(by)?, ViewPlan { reference })?;
    Ok(seen.answer)
}

/// Agrees it.
pub fn agree(town: &Town, case: &Case, by: &str, starts: Date) -> Result<(), Refusal> {
    let draft = view(town, case, by)?.draft.ok_or(Refusal::NotFound)?;
    let agreed = AgreePlan {
        reference: case.reference()?,
        starts: town.shift.day(starts),
        seen: draft.seen,
    };
    town.app.execute(town.actor(by)?, agreed).map(drop)
}

/// Each signs for themselves.
pub fn sign_each(town: &Town, case: &Case, names: &[String]) -> Result<(), Refusal> {
    for name in names {
        let reference = case.reference()?;
        let own = SignPlan {
            shown: shown(town, case, name)?,
            name: name.clone(),
            reference,
        };
        town.app.execute(town.actor(name)?, own)?;
    }
    Ok(())
}

/// Records what others answered.
pub fn sign(town: &Town, case: &mut Case, by: &str, all: &[Sign]) -> Result<(), Refusal> {
    for sign in all {
        let record = RecordSignature {
            reference: case.reference()?,
            shown: shown(town, case, by)?,
            person: town.person(case, &sign.of)?,
            answer: given(town, case, sign)?,
        };
        town.app.execute(town.actor(by)?, record)?;
    }
    Ok(())
}

/// The version in force, and what a signature binds to.
pub fn shown(town: &Town, case: &Case, by: &str) -> Result<(PlanVersion, PlanHash), Refusal> {
    let agreed = view(town, case, by)?.agreed.ok_or(Refusal::NotFound)?;
    let agreed = agreed.into_inner();
    Ok((agreed.plan.version, agreed.hash))
}

fn given(town: &Town, case: &mut Case, sign: &Sign) -> Result<AnswerGiven, Refusal> {
    let words = sign.words.clone();
    Ok(match sign.how.as_str() {
        "said" => AnswerGiven::Said {
            witness: town.person(case, &sign.words)?,
        },
        "paper" => AnswerGiven::OnPaper,
        "refused" => AnswerGiven::Refused(words),
        "unable" => AnswerGiven::Unable(words),
        "tried" => AnswerGiven::NoAnswer {
            by: code(&sign.words)?,
            on: town.app.clock().today(),
        },
        _ => AnswerGiven::TypedHere(sign.of.clone()),
    })
}
