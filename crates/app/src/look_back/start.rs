//! What somebody marked at the start, as far as the reader may read it: the
//! first questionnaire opens through the lens here as everywhere.

use domain::{id::PersonId, look_back::Part, sealed::Shown};
use forms::{Catalogue, Kind, Said, summary::PupilSays};
use store::asks::AskRow;

use crate::{Refusal, gate::Viewing, gathering, policy::Own, reading, subject::Case};

/// A question of the first questionnaire, in its own words.
#[derive(Debug, Clone)]
pub struct Question {
    /// What is asked.
    pub label: String,
    /// What the numbers mean.
    pub hint: String,
    /// The words of its points, lowest first.
    pub points: Vec<(u8, String)>,
}

/// The question that is asked again, as the newest form has it.
pub(super) fn question(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    part: Part,
) -> Result<Option<Question>, Refusal> {
    let (Some((document, id)), Ok(catalogue)) = (part.asked_before(), Catalogue::shipped()) else {
        return Ok(None);
    };
    let mut forms = catalogue.for_work().into_iter();
    let form = forms.find(|form| form.document == document);
    let found = form.and_then(|form| form.questions().find(|one| one.id == id));
    let Some(found) = found else {
        return Ok(None);
    };
    let school = cx.school()?;
    let names = gathering::names_of(cx.tx(), school, case)?;
    let points = match &found.kind {
        Kind::Scale(marked) => marked
            .points()
            .map(|(point, said)| (point, said.with(&names)))
            .collect(),
        _ => Vec::new(),
    };
    let hint = found.hint.as_ref();
    Ok(Some(Question {
        label: found.label.with(&names),
        hint: hint.map_or_else(String::new, |hint| hint.with(&names)),
        points,
    }))
}

/// The answer to the question that is asked again, in its own words: "3", or
/// what stands under a face. Nothing when it was not answered, or is not for
/// this reader.
pub(super) fn marked(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    asks: &[AskRow],
    (all, part): (&[PersonId], Part),
) -> Result<Option<String>, Refusal> {
    let Some((document, question)) = part.asked_before() else {
        return Ok(None);
    };
    let mut theirs = asks.iter().rev();
    let theirs = theirs.find(|ask| {
        all.contains(&ask.person) && ask.document.code() == document && ask.sent.is_some()
    });
    let Some(ask) = theirs else {
        return Ok(None);
    };
    let school = cx.school()?;
    let owner = case.people.iter().find(|person| person.id == ask.person);
    let owner = owner.and_then(|person| person.account);
    let names = gathering::names_of(cx.tx(), school, case)?;
    let sealed = store::answers::sealed(cx.tx(), school, ask, owner, names, PupilSays::NotYet)?;
    let own = if owner.is_some() && owner == cx.actor().identity().map(|me| me.account) {
        Own::Mine
    } else {
        Own::Others
    };
    let shown = sealed.and_then(|sealed| cx.lens().open(sealed));
    let Some(Shown::Full(sheet)) = shown else {
        return Ok(None);
    };
    let lines = match own {
        Own::Mine => sheet.own(),
        Own::Others => sheet.read_as(&reading::roles(cx.facts())),
    };
    let line = lines.into_iter().find(|line| line.question == question);
    Ok(line.and_then(|line| match line.said {
        Said::Lines(said) => said.into_iter().next(),
        _ => None,
    }))
}
