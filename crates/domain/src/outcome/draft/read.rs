//! Reading an ending as typed: the proposal, or everything that is left to do.

use super::{EndingDraft, EndingFrame};
use crate::{
    commitment::Owner,
    indicators::Delivered,
    look_back::{Closing, Way, read_closing},
    meeting::{Said, ViewOf},
    outcome::{CarriesOn, Considered, Evaluation, Proposal, TargetEnding, Verdict},
    plan::Plan,
    programme::{Judgement, NextOption},
    review::{
        MUST_BE_HEARD, read_promises, read_says, read_unheard, settled,
        typed::{Problems, choose, line, part, prose},
    },
    text::Prose,
};

impl EndingDraft {
    /// The proposal, once every answer can be read and it can go to the head.
    ///
    /// # Errors
    /// Each field's name on the page, with what to do about it: everything at
    /// once, so that nobody sends it in five times.
    pub fn parse(&self, frame: &EndingFrame<'_>, plan: &Plan) -> Result<Proposal, Problems> {
        let mut problems = Problems::new();
        let evaluation = self.evaluation(frame, plan, &mut problems);
        self.closing(frame, &evaluation, &mut problems);
        let _: Option<Prose<1500>> = prose("lessons", &self.lessons, &mut problems);
        let gaps = evaluation.gaps(plan);
        let verdict = self.verdict(frame, &mut problems);
        let reason = prose("reason", &self.reason, &mut problems);
        if reason.is_none() {
            let words = "Say why, in words the pupil and home will read.";
            problems.push(("reason".into(), words.into()));
        }
        let proposal = Proposal {
            partly: prose("partly", &self.partly, &mut problems),
            views: self.views(frame, &mut problems),
            by: frame.by.clone(),
            on: frame.on,
            evaluation,
            verdict: match verdict {
                Some(verdict) => verdict,
                None => return Err(with(problems, &gaps, frame.pupil)),
            },
            reason: match reason {
                Some(reason) => reason,
                None => return Err(with(problems, &gaps, frame.pupil)),
            },
        };
        if proposal.verdict.judgement() == Judgement::Successful
            && let Err(more) = self.aftercare(frame.adults, frame.on, Vec::new())
        {
            problems.extend(more);
        }
        let problems = with(problems, &proposal.problems(plan), frame.pupil);
        if problems.is_empty() {
            Ok(proposal)
        } else {
            Err(problems)
        }
    }

    fn evaluation(
        &self,
        frame: &EndingFrame<'_>,
        plan: &Plan,
        problems: &mut Problems,
    ) -> Evaluation {
        let promises = read_promises(&self.promises, plan, problems);
        let settled = settled(&promises, plan);
        let delivered = Delivered::of(frame.before.iter().copied().chain(settled));
        let says = read_says(&self.says, problems);
        Evaluation {
            targets: self.endings(plan, problems),
            figures: frame.figures.to_vec(),
            promises,
            delivered,
            unheard: read_unheard(&self.unheard, &says, problems),
            says,
            heard: frame.heard.to_vec(),
        }
    }

    /// The pupil and home answer each closing question, on their own page or here,
    /// unless nobody reached them or they chose not to.
    fn closing(&self, frame: &EndingFrame<'_>, evaluation: &Evaluation, problems: &mut Problems) {
        let none = Closing::default();
        for of in MUST_BE_HEARD {
            let excused = evaluation.unheard.iter().any(|each| each.of == of);
            if excused || frame.heard.contains(&of) {
                continue;
            }
            let whose = match of {
                ViewOf::Pupil => frame.pupil,
                _ => "Home",
            };
            let typed = self.closing.get(of.code()).unwrap_or(&none);
            let start = format!("closing-{}", of.code());
            read_closing(typed, (&start, whose), Way::All, problems);
        }
    }

    fn endings(&self, plan: &Plan, problems: &mut Problems) -> Vec<TargetEnding> {
        let mut found = Vec::new();
        for target in plan.open_targets() {
            let number = plan.number_of(target.id).unwrap_or_default();
            let Some(typed) = self.targets.get(&target.id.to_string()) else {
                continue;
            };
            let evidence = prose(
                &format!("target-{number}-evidence"),
                &typed.evidence,
                problems,
            );
            match (typed.end.parse(), evidence) {
                (Ok(end), Some(evidence)) => found.push(TargetEnding {
                    target: target.id,
                    end,
                    evidence,
                }),
                (Ok(_), None) => {
                    let words = format!("Target {number}: say what shows it.");
                    problems.push((format!("target-{number}-evidence"), words));
                }
                (Err(_), _) => {
                    let words = format!("Target {number}: say how it ended.");
                    problems.push((format!("target-{number}-end"), words));
                }
            }
        }
        found
    }

    fn verdict(&self, frame: &EndingFrame<'_>, problems: &mut Problems) -> Option<Verdict> {
        let ask = "Choose whether the plan was successful.";
        match choose("judgement", &self.judgement, ask, problems)? {
            Judgement::Successful => {
                let credit = prose("credit", &self.credit, problems);
                if credit.is_none() {
                    let words = "Say what the pupil is given credit for.";
                    problems.push(("credit".into(), words.into()));
                }
                Some(Verdict::Successful {
                    credit: credit?,
                    carries_on: self.carries_on(frame, problems),
                })
            }
            Judgement::Unsuccessful => Some(Verdict::Unsuccessful {
                considered: self.considered(problems),
                about_support: prose("about-support", &self.about_support, problems),
            }),
        }
    }

    fn carries_on(&self, frame: &EndingFrame<'_>, problems: &mut Problems) -> Vec<CarriesOn> {
        let mut found = Vec::new();
        let mut wrong = |field: &str, words: &str| problems.push((field.into(), words.into()));
        let mut undated = false;
        for typed in &self.carries_on {
            let what = match crate::text::Line::optional(&typed.what) {
                Ok(Some(what)) => what,
                Ok(None) => continue,
                Err(_) => {
                    wrong("carries-on-what", "Use 160 characters or fewer.");
                    continue;
                }
            };
            match (find(frame.adults, &typed.who), typed.until.trim().parse()) {
                (Some(who), Ok(until)) => found.push(CarriesOn { what, who, until }),
                (None, _) => wrong("carries-on-who", "Choose who does it."),
                (_, Err(_)) if undated => {}
                (_, Err(_)) => {
                    undated = true;
                    wrong(
                        "carries-until",
                        "Say until when it carries on, such as 12 2 2027.",
                    );
                }
            }
        }
        found
    }

    fn considered(&self, problems: &mut Problems) -> Vec<Considered> {
        let mut found = Vec::new();
        for typed in &self.considered {
            let Ok(option): Result<NextOption, _> = typed.option.parse() else {
                continue;
            };
            let field = format!("option-{}", option.code());
            let ask = format!("{}: say what you decided.", option.label());
            let choice = choose(&field, &typed.choice, ask, problems);
            let field = format!("{field}-why");
            match line(&field, &typed.why, problems) {
                Some(why) => found.extend(choice.map(|choice| Considered {
                    option,
                    choice,
                    why,
                })),
                None => problems.push((field, format!("{}: say why.", option.label()))),
            }
        }
        found
    }

    fn views(&self, frame: &EndingFrame<'_>, problems: &mut Problems) -> Vec<Said> {
        let mut found = Vec::new();
        for (place, typed) in self.views.iter().enumerate() {
            let field = format!("view-{}", place + 1);
            let Some(words) = prose(&field, &typed.words, problems) else {
                continue;
            };
            match find(frame.people, &typed.by) {
                Some(by) => found.push(Said { by, words }),
                None => problems.push((field, "Choose whose view this is.".into())),
            }
        }
        found
    }
}

pub(super) fn find(people: &[Owner], written: &str) -> Option<Owner> {
    let same = |owner: &&Owner| owner.person.to_string() == written;
    people.iter().find(same).cloned()
}

/// What is to be sorted out, with what a rule adds; one thing a part of the page.
fn with(mut problems: Problems, more: &[crate::outcome::OutcomeProblem], pupil: &str) -> Problems {
    for left in more {
        let field = left.field();
        if !problems
            .iter()
            .any(|(known, _)| part(known) == part(&field))
        {
            problems.push((field, left.words(pupil)));
        }
    }
    problems.sort_by_key(|(field, _)| place(field));
    problems
}

/// Where on the page a field stands.
fn place(field: &str) -> (usize, usize) {
    const ORDER: [&str; 13] = [
        "promise",
        "target",
        "says",
        "closing",
        "judgement",
        "credit",
        "carries",
        "adult",
        "how-often",
        "keeps",
        "early-signs",
        "if-they-appear",
        "about-support",
    ];
    let number = part(field)
        .rsplit('-')
        .next()
        .and_then(|end| end.parse().ok());
    let starts = |name: &str| part(field).starts_with(name);
    let group = ORDER.iter().position(|name| starts(name));
    (group.unwrap_or(ORDER.len()), number.unwrap_or_default())
}
