//! `/family/ending/{ref}` and `/me/ending/{ref}`: how it ended, what went well
//! first, and what comes next. The plan is judged, never the pupil.

use app::reviews::{
    own::Reader,
    own_ending::{OwnAftercare, OwnEnding, OwnEndingShown, OwnNext},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{outcome::TargetEnd, programme::Judgement};

use super::review::{Promise, before, place, promises, says, sign};
use crate::{
    components::Markup,
    failure::Failure,
    layout::Frame,
    pages::case_band::reference,
    session::{Visit, page},
    words,
};

#[derive(Template)]
#[template(path = "pages/homes/ending.html")]
struct EndingPage {
    frame: Frame,
    home: &'static str,
    title: String,
    when: String,
    credit: String,
    targets: Vec<(String, &'static str, String)>,
    outcome: Vec<String>,
    reason: String,
    support: Vec<String>,
    promises: Vec<Promise>,
    says: Vec<(String, String)>,
    /// What the pupil and the reader said beforehand.
    before: Markup,
    /// Where the reader signs it, or that they have.
    sign: Markup,
    next: Vec<String>,
    keeps: Vec<String>,
    signs: Vec<String>,
    if_they_appear: String,
    young: bool,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let shown = visit.fetch(OwnEnding { reference }).await?.answer;
    let (look, home) = place(shown.reader);
    let title = title(&shown);
    let after = match &shown.next {
        OwnNext::Aftercare(after) => after.clone(),
        OwnNext::Other(_) => OwnAftercare::default(),
    };
    let young = shown.reader == Reader::Younger;
    let adults_only = |lines: Vec<String>| match shown.reader {
        Reader::Adult => lines,
        Reader::Younger | Reader::Pupil => Vec::new(),
    };
    page(&EndingPage {
        frame: visit
            .frame(format!("How it ended, {}", shown.reference))
            .look(look)
            .back(home),
        home,
        when: words::long_date(shown.on),
        credit: shown.credit.clone(),
        targets: went_well(&shown),
        outcome: outcome(&shown),
        reason: shown.reason.clone(),
        support: if young { Vec::new() } else { support(&shown) },
        promises: if young {
            Vec::new()
        } else {
            promises(&shown.promises, shown.reader)
        },
        says: says(&shown.says, &shown.pupil, shown.reader),
        before: before(&shown.voices, &shown.pupil, shown.reader),
        sign: sign(&shown.reference, shown.paper, shown.signs),
        next: next(&shown),
        signs: adults_only(after.early_signs),
        if_they_appear: match shown.reader {
            Reader::Adult => after.if_they_appear,
            _ => String::new(),
        },
        keeps: after.keeps,
        young,
        title,
    })
}

fn title(shown: &OwnEndingShown) -> String {
    match (shown.judgement, shown.reader) {
        (Judgement::Successful, Reader::Adult) => {
            format!("{} plan did its job", words::possessive(&shown.pupil))
        }
        (Judgement::Successful, _) => "You did it".to_owned(),
        (Judgement::Unsuccessful, _) => "The end of this plan".to_owned(),
    }
}

/// Targets that went well first; to a younger pupil those alone.
fn went_well(shown: &OwnEndingShown) -> Vec<(String, &'static str, String)> {
    let good = |end: &TargetEnd| matches!(end, TargetEnd::Met | TargetEnd::PartlyMet);
    let mut all: Vec<_> = shown.targets.iter().collect();
    if shown.reader == Reader::Younger {
        all.retain(|(_, end, _)| good(end));
    }
    all.sort_by_key(|(_, end, _)| match end {
        TargetEnd::Met => 0,
        TargetEnd::PartlyMet => 1,
        TargetEnd::NotMeasured => 2,
        TargetEnd::NotMet => 3,
    });
    let line = |(name, end, evidence): &(String, TargetEnd, String)| {
        let how = match (end, shown.reader) {
            (TargetEnd::Met, Reader::Adult) => "The goal was met.",
            (TargetEnd::Met, _) => "You did it.",
            (TargetEnd::PartlyMet, Reader::Adult) => "Met in part.",
            (TargetEnd::PartlyMet, _) => "You came a long way.",
            (TargetEnd::NotMet, _) => "Not this time. It needs other help.",
            (TargetEnd::NotMeasured, _) => "There is too little to go by.",
        };
        let shows = match shown.reader {
            Reader::Younger => String::new(),
            _ => evidence.clone(),
        };
        (name.clone(), how, shows)
    };
    all.into_iter().map(line).collect()
}

fn outcome(shown: &OwnEndingShown) -> Vec<String> {
    let first = match (shown.judgement, shown.reader) {
        (Judgement::Successful, Reader::Adult) => "The plan did what it was for.".to_owned(),
        (Judgement::Successful, _) => "You and the adults did it together.".to_owned(),
        (Judgement::Unsuccessful, Reader::Adult) => format!(
            "This plan was not enough. That is about the plan and its help, not about {}.",
            shown.pupil
        ),
        (Judgement::Unsuccessful, _) => {
            "This plan was not enough. That is about the plan, not about you. You are not in trouble."
                .to_owned()
        }
    };
    let partly = Some(shown.partly.clone()).filter(|words| !words.is_empty());
    let partly = partly.filter(|_| shown.reader != Reader::Younger);
    std::iter::once(first).chain(partly).collect()
}

/// Whether adults did what they said, and what is said where they did not.
fn support(shown: &OwnEndingShown) -> Vec<String> {
    let counted = shown.delivered.as_ref();
    let counted =
        counted.map(|of| format!("Over the whole plan, adults kept {of} of what they promised."));
    let about = Some(shown.about_support.clone()).filter(|words| !words.is_empty());
    counted.into_iter().chain(about).collect()
}

fn next(shown: &OwnEndingShown) -> Vec<String> {
    match &shown.next {
        OwnNext::Aftercare(after) => carries_on(after, shown.reader),
        OwnNext::Other(options) => {
            let talk = match shown.reader {
                Reader::Adult => {
                    "We meet and decide together what comes next. Nothing is \
                                  decided without you."
                }
                _ => "The adults look for better help. They will talk with you about it.",
            };
            let labels = options.iter().map(|one| one.label());
            let look = labels.map(|label| format!("We look into: {}.", words::small(label)));
            let look = look.filter(|_| shown.reader == Reader::Adult);
            std::iter::once(talk.to_owned()).chain(look).collect()
        }
    }
}

fn carries_on(after: &OwnAftercare, reader: Reader) -> Vec<String> {
    let mut lines: Vec<String> = after
        .carries_on
        .iter()
        .map(|(what, who, until)| {
            let who = who
                .as_ref()
                .map_or_else(String::new, |who| format!("{who}: "));
            let what = what.trim_end_matches('.');
            format!("{who}{what}, until {}.", words::long_date(*until))
        })
        .collect();
    let days: Vec<String> = after
        .look_in
        .iter()
        .map(|day| words::long_date(*day))
        .collect();
    if let (Some(adult), false) = (&after.adult, days.is_empty()) {
        lines.push(match reader {
            Reader::Adult => format!("{adult} looks in on {}.", words::list(&days)),
            _ => format!("{adult} asks you how it is on {}.", words::list(&days)),
        });
    }
    if let (Some(until), Reader::Adult) = (after.until, reader) {
        lines.push(format!(
            "Lighter support goes on until {}.",
            words::long_date(until)
        ));
    }
    lines
}
