//! Reading why now: triggers with what shows them, concerns, what was tried.

use domain::referral::{DayPart, Tried, TriedEffect, TriedWhat, Trigger, TriggerNoted};

use super::{Draft, Step, Written, answers::Answers, read::Who};

/// Most rows of things tried that are asked for and read.
pub const TRIED_MAX: usize = 8;

impl Draft {
    pub(super) fn read_why(&self, written: &mut Written) {
        let saved = self.step(Step::Why);
        let mut answers = Answers::new(Step::Why, &saved.fields, written);
        let mut triggers = Vec::new();
        for trigger in answers.many::<Trigger>("triggers") {
            let field = format!("evidence-{}", trigger.code());
            let evidence = answers.prose(&field, "what shows it");
            if evidence.is_none() {
                let words = format!("Say what shows “{}”", trigger.label());
                answers.missing(&field, words);
            }
            triggers.push(TriggerNoted { trigger, evidence });
        }
        let concerns = (1..=3)
            .filter_map(|n| answers.prose(&format!("concern-{n}"), "each concern"))
            .collect();
        let since = answers.line("since", "since when");
        let worst = answers.set::<DayPart, _>("worst");
        let rows = (1..=TRIED_MAX).filter(|n| saved.fields.any_under(&format!("tried-{n}-")));
        let tried = rows.filter_map(|n| tried(n, &mut answers)).collect();
        let referral = &mut written.referral;
        referral.triggers = triggers;
        referral.concerns = concerns;
        referral.since = since;
        referral.worst = worst;
        referral.tried = tried;
    }
}

/// One row, if all it needs is there; otherwise what is missing is noted.
fn tried(n: usize, answers: &mut Answers<'_>) -> Option<Tried> {
    let name = |part: &str| format!("tried-{n}-{part}");
    let own = answers.line(&name("own"), "what was tried");
    let what = match (answers.one(&name("what")), own) {
        (_, Some(own)) => Some(TriedWhat::Own(own)),
        (Some(strategy), None) => Some(TriedWhat::Bank(strategy)),
        (None, None) => None,
    };
    let from = answers.date(&name("from"), "when it began");
    let until = answers.date(&name("until"), "when it ended");
    let by: Option<Who> = answers.line(&name("by"), "who did it");
    let effect = answers.one::<TriedEffect>(&name("effect"));
    let note = answers.line(&name("note"), "the note");
    let asked = [
        (
            what.is_some(),
            "what",
            "Choose what was tried, or say it in your own words",
        ),
        (from.is_some(), "from", "Enter when it began"),
        (by.is_some(), "by", "Say who did it"),
        (effect.is_some(), "effect", "Choose what came of it"),
    ];
    for (is_there, part, words) in asked {
        if !is_there {
            answers.missing(&name(part), words);
        }
    }
    if until.zip(from).is_some_and(|(until, from)| until < from) {
        answers.missing(&name("until"), "The end must be on or after the start");
    }
    Some(Tried {
        what: what?,
        from: from?,
        until,
        by: by?,
        effect: effect?,
        note,
    })
}
