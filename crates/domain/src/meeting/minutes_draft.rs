//! Minutes as somebody is writing them. Kept as typed, finished or not.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::{
    Attendance, AttendanceStatus, MeetingKind, Minutes, PupilAttendance, PupilMode, Said, View,
    ViewOf, clock_time::read_time,
};
use crate::{
    account::Role,
    commitment::Owner,
    text::{Line, Prose},
};

/// The answers on "Record the meeting", as typed. Blank means not answered.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MinutesDraft {
    /// When it began.
    pub began: String,
    /// When it ended.
    pub ended: String,
    /// By written id, the code of an [`AttendanceStatus`].
    pub came: BTreeMap<String, String>,
    /// The code of a [`PupilMode`].
    pub pupil_mode: String,
    /// Which part, or why not asked.
    pub pupil_detail: String,
    /// What people said the pupil is good at.
    pub strengths: Vec<SaidDraft>,
    /// The concerns everyone agreed on, one a line.
    pub concerns: String,
    /// By the code of a [`ViewOf`], what that side said.
    pub views: BTreeMap<String, String>,
    /// What the meeting thinks is behind it.
    pub conclusion: String,
    /// Where people did not agree.
    pub disagreements: Vec<SaidDraft>,
    /// Who keeps in touch with whom.
    pub contact: String,
    /// Things for another time, one a line.
    pub later: String,
}

/// Something somebody said, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaidDraft {
    /// The written id of who said it.
    pub by: String,
    /// In their words.
    pub words: String,
}

/// What is to be sorted out, by field.
type Problems = Vec<(String, String)>;

impl MinutesDraft {
    /// The minutes, once nothing is in the way.
    ///
    /// # Errors
    /// Each field's name on the page, with what to do about it.
    pub fn parse(
        &self,
        (kind, on): (MeetingKind, Date),
        people: &[(Owner, Role)],
        pupil: &str,
    ) -> Result<Minutes, Problems> {
        let mut problems = Problems::new();
        let (began, ended) = self.times(&mut problems);
        let minutes = Minutes {
            on,
            began,
            ended,
            attendance: self.attendance(people),
            pupil: self.pupil(&mut problems),
            strengths: said("strength", &self.strengths, people, &mut problems),
            concerns: lines("concerns", &self.concerns, &mut problems),
            views: self.views(&mut problems),
            conclusion: prose("conclusion", &self.conclusion, &mut problems),
            disagreements: said("disagreement", &self.disagreements, people, &mut problems),
            to_do: Vec::new(),
            contact: prose("contact", &self.contact, &mut problems),
            later: lines("later", &self.later, &mut problems),
        };
        for problem in minutes.problems(kind) {
            let field = field_of(problem);
            if !problems.iter().any(|(named, _)| named == field) {
                problems.push((field.into(), problem.words(pupil)));
            }
        }
        if problems.is_empty() {
            Ok(minutes)
        } else {
            Err(problems)
        }
    }

    fn times(&self, problems: &mut Problems) -> (Time, Time) {
        let mut time = |field: &str, typed: &str| {
            read_time(typed).unwrap_or_else(|| {
                problems.push((field.into(), "Enter a time, such as 3:30pm.".into()));
                Time::midnight()
            })
        };
        (time("began", &self.began), time("ended", &self.ended))
    }

    fn attendance(&self, people: &[(Owner, Role)]) -> Vec<Attendance> {
        let status = |owner: &Owner| -> Option<AttendanceStatus> {
            self.came.get(&owner.person.to_string())?.parse().ok()
        };
        let line = |(owner, role): &(Owner, Role)| {
            Some(Attendance {
                person: owner.clone(),
                role: *role,
                status: status(owner)?,
                arrived: None,
                left: None,
            })
        };
        people.iter().filter_map(line).collect()
    }

    fn pupil(&self, problems: &mut Problems) -> PupilAttendance {
        let detail = Line::optional(&self.pupil_detail).unwrap_or_else(|_| {
            problems.push(("pupil-detail".into(), "Use 200 characters or fewer.".into()));
            None
        });
        let Ok(mode) = self.pupil_mode.parse::<PupilMode>() else {
            let words = "Choose how much of it the pupil was there for.";
            problems.push(("pupil-mode".into(), words.into()));
            return PupilAttendance::ViewsOnly;
        };
        PupilAttendance::of(mode, detail).unwrap_or_else(|| {
            problems.push(("pupil-detail".into(), "Say why they were not asked.".into()));
            PupilAttendance::ViewsOnly
        })
    }

    fn views(&self, problems: &mut Problems) -> Vec<View> {
        let mut found = Vec::new();
        for of in ViewOf::ALL {
            let typed = self.views.get(of.code()).map_or("", String::as_str);
            let field = format!("view-{}", of.code());
            if let Some(words) = prose(&field, typed, problems) {
                found.push(View { of: *of, words });
            }
        }
        found
    }
}

const fn field_of(problem: super::MinutesProblem) -> &'static str {
    use super::MinutesProblem as P;
    match problem {
        P::NobodyThere => "came",
        P::EndedBeforeItBegan => "ended",
        P::PupilToldTwoWays => "pupil-mode",
        P::NoPupilView => "view-pupil",
        P::NoStrengths => "strength-1",
        P::NoConclusion => "conclusion",
        P::NoContact => "contact",
    }
}

fn said(
    name: &str,
    typed: &[SaidDraft],
    people: &[(Owner, Role)],
    problems: &mut Problems,
) -> Vec<Said> {
    let mut found = Vec::new();
    for (place, each) in typed.iter().enumerate() {
        let field = format!("{name}-{}", place + 1);
        let Some(words) = prose(&field, &each.words, problems) else {
            continue;
        };
        let by = people
            .iter()
            .find(|(owner, _)| owner.person.to_string() == each.by);
        match by {
            Some((owner, _)) => found.push(Said {
                by: owner.clone(),
                words,
            }),
            None => problems.push((format!("{field}-by"), "Choose who said it.".into())),
        }
    }
    found
}

fn prose<const MAX: usize>(
    field: &str,
    typed: &str,
    problems: &mut Problems,
) -> Option<Prose<MAX>> {
    Prose::optional(typed).unwrap_or_else(|_| {
        let words = format!("Use {MAX} characters or fewer.");
        problems.push((field.into(), words));
        None
    })
}

fn lines(field: &str, typed: &str, problems: &mut Problems) -> Vec<Line<200>> {
    let mut found = Vec::new();
    for line in typed.lines() {
        if let Ok(line) = Line::optional(line) {
            found.extend(line);
        } else {
            let words = "Use 200 characters or fewer on each line.";
            problems.push((field.into(), words.into()));
        }
    }
    found
}

// People's words must not reach a log through `{:?}`.
impl std::fmt::Debug for MinutesDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MinutesDraft").finish_non_exhaustive()
    }
}
impl std::fmt::Debug for SaidDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SaidDraft").finish_non_exhaustive()
    }
}
