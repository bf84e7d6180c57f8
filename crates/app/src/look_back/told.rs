//! What people said before one review or the end, as its page reads it: the same
//! lens for everybody, and nothing of it for those who may not read it.

use std::collections::BTreeMap;

use domain::{
    commitment::Delivery,
    id::{CommitmentId, PersonId, TargetId},
    look_back::{Closing, Direction, LookBackDraft, Part, Round},
    meeting::ViewOf,
    plan::Plan,
    sealed::Shown,
};
use store::look_backs::LookBackRow;

use super::{Asked, asked, start};
use crate::{Refusal, gate::Viewing, subject::Case};

/// What people said, side by side.
#[derive(Debug, Clone, Default)]
pub struct Voices {
    /// Before what; nothing where nobody is asked beforehand.
    pub round: Option<Round>,
    /// How each target goes, and with whom.
    pub targets: BTreeMap<TargetId, Vec<(Direction, String)>>,
    /// What people say of their own promises.
    pub promises: BTreeMap<CommitmentId, (Delivery, String)>,
    /// Staff and people from outside, in the order they answered.
    pub staff: Vec<StaffVoice>,
    /// The pupil.
    pub pupil: Option<PupilVoice>,
    /// Each person at home.
    pub home: Vec<HomeVoice>,
    /// Those who were asked and have said nothing yet.
    pub missing: Vec<Missing>,
}

/// What a teacher, or somebody who made a promise, says.
#[derive(Clone)]
pub struct StaffVoice {
    /// Who: "Miss Abara, science".
    pub who: String,
    /// What they say.
    pub said: LookBackDraft,
}

/// What the pupil says.
#[derive(Clone)]
pub struct PupilVoice {
    /// As an older or a younger pupil.
    pub part: Part,
    /// What they marked at the start.
    pub start: Option<String>,
    /// What they say.
    pub said: LookBackDraft,
    /// Who wrote it down for them.
    pub scribe: Option<String>,
}

/// What one person at home says.
#[derive(Clone)]
pub struct HomeVoice {
    /// Who.
    pub who: String,
    /// What they marked at the start.
    pub start: Option<String>,
    /// What they say.
    pub said: LookBackDraft,
    /// Who wrote it down for them.
    pub scribe: Option<String>,
}

// People's words must not reach a log through `{:?}`.
macro_rules! hidden {
    ($($name:ident)+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}
hidden!(StaffVoice PupilVoice HomeVoice);

/// Somebody who was asked and has said nothing yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// In which part they are asked.
    pub part: Part,
    /// Whether they can answer on a page of their own.
    pub reach: Reach,
}

/// How somebody can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// On their own page.
    Account,
    /// Somebody writes it down for them.
    ThroughStaff,
}

impl Voices {
    /// The closing answers of one side, as far as this reader reads them.
    pub fn closing(&self, of: ViewOf) -> Option<&Closing> {
        let found = match of {
            ViewOf::Pupil => self.pupil.as_ref().map(|one| &one.said.closing),
            ViewOf::Home => self.home.first().map(|one| &one.said.closing),
            ViewOf::Staff | ViewOf::Agency => None,
        };
        found.filter(|closing| !closing.is_empty())
    }

    /// Whether the pupil, or somebody at home, has spoken for themselves.
    pub fn has_heard(&self, of: ViewOf) -> bool {
        match of {
            ViewOf::Pupil => self.pupil.is_some(),
            ViewOf::Home => !self.home.is_empty(),
            ViewOf::Staff | ViewOf::Agency => false,
        }
    }
}

/// The sides that have spoken for themselves before one review: what they said
/// stands beside it, so that nobody writes it again.
pub(crate) fn heard(
    tx: &mut store::Tx<'_>,
    case: &Case,
    round: Option<Round>,
) -> Result<Vec<ViewOf>, Refusal> {
    let Some(round) = round else {
        return Ok(Vec::new());
    };
    let (school, id) = (case.programme.school, case.programme.id);
    let said = store::look_backs::who_said(tx, school, id, round)?;
    let sides = said.into_iter().filter_map(|(_, part, _)| part.side());
    Ok(sides.collect())
}

/// What somebody at home or the pupil reads of it in their own copy: the pupil's
/// words and their own, and not who was silent.
pub(crate) fn own(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    of: (Option<Round>, &Plan),
) -> Result<Voices, Refusal> {
    let all = voices(cx, case, of)?;
    Ok(Voices {
        pupil: all.pupil,
        home: all.home,
        ..Voices::default()
    })
}

/// What was said before one review or the end, as far as this reader reads it.
pub(crate) fn voices(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    (round, plan): (Option<Round>, &Plan),
) -> Result<Voices, Refusal> {
    let Some(round) = round else {
        return Ok(Voices::default());
    };
    let (school, id) = (case.programme.school, case.programme.id);
    let sealed = store::look_backs::of_round(cx.tx(), school, id, round)?;
    let rows = cx.lens().open_all(sealed).into_iter();
    let rows: Vec<LookBackRow> = rows.map(Shown::into_inner).collect();
    let said = store::look_backs::who_said(cx.tx(), school, id, round)?;
    let asks = store::asks::of_programme(cx.tx(), school, id)?;
    let everyone = asked(case, plan);
    let calendar = store::schools::calendar(cx.tx(), school)?;
    let today = cx.today();
    let asking = case.programme.looks_back();
    let open = asking.filter(|one| one.round == round && one.is_open(&calendar, today));
    let mut voices = Voices {
        round: Some(round),
        missing: open.map_or_else(Vec::new, |_| missing(&everyone, &said)),
        ..Voices::default()
    };
    for row in rows {
        let one = everyone.iter().find(|one| one.all.contains(&row.person));
        let all = one.map_or_else(|| vec![row.person], |one| one.all.clone());
        let start = start::marked(cx, case, &asks, (&all, row.part))?;
        voices.take(case, row, start);
    }
    Ok(voices)
}

impl Voices {
    fn take(&mut self, case: &Case, row: LookBackRow, start: Option<String>) {
        let person = case.people.iter().find(|one| one.id == row.person);
        let who = person.map_or_else(String::new, |person| person.name.clone());
        let scribe = person.filter(|person| person.account != Some(row.by));
        let scribe = scribe.and_then(|_| {
            let mut people = case.people.iter();
            let found = people.find(|one| one.account == Some(row.by))?;
            Some(found.name.clone())
        });
        for (written, word) in &row.said.promises {
            if let (Ok(promise), Ok(delivery)) = (written.parse(), word.delivery.parse()) {
                self.promises.insert(promise, (delivery, word.why.clone()));
            }
        }
        match row.part {
            Part::Teacher | Part::Promise => {
                let what =
                    person.and_then(|person| person.subject.as_ref().or(person.note.as_ref()));
                let who = match what {
                    Some(what) => format!("{who}, {what}"),
                    None => who,
                };
                for (written, way) in &row.said.targets {
                    if let (Ok(target), Ok(way)) = (written.parse(), way.parse()) {
                        self.targets
                            .entry(target)
                            .or_default()
                            .push((way, who.clone()));
                    }
                }
                let said = row.said;
                self.staff.push(StaffVoice { who, said });
            }
            Part::Pupil | Part::Younger => {
                self.pupil = Some(PupilVoice {
                    part: row.part,
                    start,
                    said: row.said,
                    scribe,
                });
            }
            Part::Home => self.home.push(HomeVoice {
                who,
                start,
                said: row.said,
                scribe,
            }),
        }
    }
}

fn missing(
    everyone: &[Asked<'_>],
    said: &[(PersonId, Part, domain::id::AccountId)],
) -> Vec<Missing> {
    let silent = everyone.iter().filter(|one| {
        let spoke =
            |(person, ..): &(PersonId, Part, domain::id::AccountId)| one.all.contains(person);
        !said.iter().any(spoke)
    });
    silent
        .map(|one| Missing {
            person: one.person.id,
            name: one.person.name.clone(),
            part: one.part,
            reach: if one.person.account.is_some() {
                Reach::Account
            } else {
                Reach::ThroughStaff
            },
        })
        .collect()
}
