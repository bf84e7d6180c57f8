//! One person's answers, as a document that readers see all of, a part of, or
//! nothing of.

use domain::{
    id::AskId,
    sealed::{Apart, InPart},
};
use forms::{
    Access, Answers, Catalogue, Form, Names, Role, Said, Share, Theme, shared_four,
    summary::{self, Audience, PupilSays, Row},
};

use super::{Draft, Scribe};
use crate::{Broken, asks::AskRow};

/// One person's answers. Lines come out for a reader's roles; in part they have
/// been taken out already and nothing else is left.
#[derive(Clone)]
pub struct Sheet {
    ask: AskId,
    scribe: Option<Scribe>,
    held: Held,
}

#[derive(Clone)]
enum Held {
    /// Everything, for full readers and for whoever gave the answers.
    Whole {
        form: Box<Form>,
        answers: Box<Answers>,
        names: Names,
        pupil: PupilSays,
    },
    /// The lines that are left of it, and the four points where those may be
    /// compared without saying whose they are.
    Lines(Vec<Line>, [Option<u8>; 4]),
}

/// One question and what came of it, as one reader may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The question's id.
    pub question: String,
    /// The name of its part.
    pub part: String,
    /// The question as asked.
    pub asked: String,
    /// What came of it.
    pub said: Said,
    /// Who it is for, where that was chosen.
    pub share: Option<Share>,
    /// Its place in a summary by theme.
    pub theme: Option<Theme>,
}

// What people said about a child must not reach a log.
impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sheet({})", self.ask)
    }
}

/// The form that answers were given on, with the lists it was asked with.
pub(super) fn form_of(answers: &Answers) -> Result<Form, Broken> {
    Catalogue::shipped()
        .ok()
        .and_then(|catalogue| catalogue.asked_of(answers))
        .ok_or_else(|| {
            let (form, version) = (&answers.form, answers.version);
            Broken::Inconsistent(format!("form {form} {version} is not in the catalogue"))
        })
}

impl Sheet {
    pub(super) fn new(
        ask: &AskRow,
        draft: Draft,
        names: Names,
        pupil: PupilSays,
    ) -> Result<Self, Broken> {
        Ok(Self {
            ask: ask.id,
            scribe: draft.scribe,
            held: Held::Whole {
                form: Box::new(form_of(&draft.answers)?),
                answers: Box::new(draft.answers),
                names,
                pupil,
            },
        })
    }

    /// Which ask it answers.
    pub const fn ask(&self) -> AskId {
        self.ask
    }

    /// Who wrote it down, when it was not the person asked and this reader may know.
    pub const fn scribe(&self) -> Option<Scribe> {
        self.scribe
    }

    /// Every line, for whoever gave the answers.
    pub fn own(&self) -> Vec<Line> {
        self.lines(Audience::Author)
    }

    /// The lines that any of a reader's roles opens, each once, in the form's order.
    pub fn read_as(&self, roles: &[Role]) -> Vec<Line> {
        match &self.held {
            Held::Lines(lines, _) => lines.clone(),
            Held::Whole { pupil, .. } => {
                let mut found: Vec<Line> = Vec::new();
                let everything = self.own();
                let seen: Vec<Vec<Line>> = roles
                    .iter()
                    .map(|role| {
                        self.lines(Audience::Reader {
                            role: *role,
                            pupil: *pupil,
                        })
                    })
                    .collect();
                for line in everything {
                    let here = seen
                        .iter()
                        .flatten()
                        .filter(|one| one.question == line.question);
                    // Whole rather than flagged, when both are open to this reader.
                    let best = here.min_by_key(|one| matches!(one.said, Said::Flag(_)));
                    found.extend(best.cloned());
                }
                found
            }
        }
    }

    /// Whether the pupil agrees that home reads what was shared; of a part of
    /// it nothing is known.
    pub const fn pupil_says(&self) -> PupilSays {
        match &self.held {
            Held::Whole { pupil, .. } => *pupil,
            Held::Lines(..) => PupilSays::NotYet,
        }
    }

    /// What may be read aloud at the meeting, of everything.
    pub fn for_the_meeting(&self) -> Vec<Line> {
        self.lines(Audience::Meeting)
    }

    /// The four points that are compared, as far as they are among the lines a
    /// reader has; of a digest, which names nobody, all of them.
    pub fn points(&self, lines: &[Line]) -> [Option<u8>; 4] {
        match &self.held {
            Held::Lines(_, points) => *points,
            Held::Whole { answers, .. } => {
                let seen = lines
                    .iter()
                    .any(|line| line.question == shared_four::QUESTION);
                if seen {
                    shared_four::points(answers)
                } else {
                    [None; 4]
                }
            }
        }
    }

    /// How many answers were kept from the meeting; never which.
    pub fn held_back(&self) -> usize {
        match &self.held {
            Held::Whole { form, answers, .. } => summary::held_back(form, answers),
            Held::Lines(..) => 0,
        }
    }

    fn lines(&self, audience: Audience) -> Vec<Line> {
        match &self.held {
            Held::Lines(lines, _) => lines.clone(),
            Held::Whole {
                form,
                answers,
                names,
                ..
            } => summary::rows(form, answers, audience, names)
                .into_iter()
                .map(Line::from)
                .collect(),
        }
    }
}

impl From<Row<'_>> for Line {
    fn from(row: Row<'_>) -> Self {
        Self {
            question: row.question.to_string(),
            part: row.part,
            asked: row.asked,
            said: row.said,
            share: row.share,
            theme: row.theme,
        }
    }
}

impl InPart for Sheet {
    /// What the form's own file gives a reader of that part: a digest by theme,
    /// flags, what was shared, or what the pupil agrees to. The digest does not
    /// say who wrote it down either.
    fn in_part(self, which: &'static str) -> Option<Self> {
        let Held::Whole { form, pupil, .. } = &self.held else {
            return Some(self);
        };
        let role = Role::ALL.iter().find(
            |role| matches!(form.rights.access(**role), Access::InPart(how) if how.code() == which),
        )?;
        let mut lines = self.lines(Audience::Reader {
            role: *role,
            pupil: *pupil,
        });
        let seen = lines
            .iter()
            .any(|line| line.question == shared_four::QUESTION);
        let mut points = [None; 4];
        if let Held::Whole { answers, .. } = &self.held
            && (seen || which == "digest")
        {
            points = shared_four::points(answers);
        }
        if which == "digest" {
            lines.sort_by_key(|line| line.theme);
            for line in &mut lines {
                line.theme
                    .map_or("", Theme::label)
                    .clone_into(&mut line.part);
            }
        }
        (!lines.is_empty()).then_some(Self {
            ask: self.ask,
            scribe: None,
            held: Held::Lines(lines, points),
        })
    }

    /// Lines that tell of somebody kept apart are left out. All of somebody
    /// else's answers is for staff alone, who are kept apart from nobody.
    fn without(mut self, apart: &Apart) -> Option<Self> {
        let Held::Lines(lines, _) = &mut self.held else {
            return None;
        };
        lines.retain(|line| {
            let mut words = line.said.words();
            !words.any(|text| apart.is_told_by(text))
        });
        (!lines.is_empty()).then_some(self)
    }
}
