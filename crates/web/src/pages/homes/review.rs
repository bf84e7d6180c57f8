//! `/family/review/{ref}` and `/me/review/{ref}`: what a review settled, in plain
//! words: each target, what each adult promised and whether it happened, and
//! when everyone meets next. A younger pupil's page is short.

use app::{
    look_back::Voices,
    reviews::{
        own::{OwnPromise, OwnReview, OwnReviewShown, OwnTarget, Reader, Whose},
        own_parts::Signs,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    commitment::{Delivery, Party},
    meeting::ViewOf,
    programme::ProgrammeRef,
    review::{DecisionName, Progress},
    signature::Paper,
};

use crate::{
    components::{Button, Inset, Markup, Tag},
    failure::Failure,
    layout::{Frame, Look},
    pages::{
        case_band::reference,
        reviews::voices::{self, Writing},
    },
    session::{Visit, page},
    words,
};

#[derive(Template)]
#[template(path = "pages/homes/review.html")]
struct ReviewPage {
    frame: Frame,
    home: &'static str,
    title: String,
    when: String,
    targets: Vec<Target>,
    promises: Vec<Promise>,
    says: Vec<(String, String)>,
    /// What the pupil and the reader said beforehand.
    before: Markup,
    /// Where the reader signs it, or that they have.
    sign: Markup,
    helps: String,
    next: Option<String>,
    young: bool,
}

struct Target {
    name: String,
    going: String,
    next: String,
    pupil: String,
    help: Vec<String>,
}

/// One promise in words.
pub(super) struct Promise {
    pub who: String,
    pub text: String,
    pub tag: Tag,
    pub why: String,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let shown = visit.fetch(OwnReview { reference }).await?.answer;
    let (look, home) = place(shown.reader);
    let title = shown.kind.label();
    page(&ReviewPage {
        frame: visit
            .frame(format!("{title}, {}", shown.reference))
            .look(look)
            .back(home),
        home,
        when: words::long_date(shown.held),
        targets: shown
            .targets
            .iter()
            .map(|one| target(one, &shown))
            .collect(),
        promises: promises(&shown.promises, shown.reader),
        says: says(&shown.says, &shown.pupil, shown.reader),
        before: before(&shown.voices, &shown.pupil, shown.reader),
        sign: sign(&shown.reference, shown.paper, shown.signs),
        helps: shown.what_works.clone(),
        next: shown.next_on.map(words::long_date),
        young: shown.reader == Reader::Younger,
        title,
    })
}

/// What the pupil and the reader said beforehand; a younger pupil's page is short.
pub(super) fn before(all: &Voices, pupil: &str, reader: Reader) -> Markup {
    match reader {
        Reader::Younger => Markup::default(),
        Reader::Pupil | Reader::Adult => voices::part(all, pupil, Writing::No),
    }
}

/// Where the reader signs it; once they have, that they have.
pub(super) fn sign(reference: &ProgrammeRef, paper: Paper, signs: Signs) -> Markup {
    match signs {
        Signs::ToSign => {
            let to = crate::pages::signing::path(reference, paper);
            Markup::of(Button::link("Sign it", to))
        }
        Signs::Signed => Markup::of(Inset::new("You have signed this.")),
        Signs::NotAsked => Markup::default(),
    }
}

/// How a reader's pages look, and where they begin.
pub(crate) fn place(reader: Reader) -> (Look, &'static str) {
    match reader {
        Reader::Younger | Reader::Pupil => (Look::Pupil, "/me"),
        Reader::Adult => (Look::Family, "/family"),
    }
}

fn target(one: &OwnTarget, shown: &OwnReviewShown) -> Target {
    let step = &one.step;
    let next = match (one.decision, shown.reader) {
        (Some(DecisionName::StepUp), Reader::Adult) => format!("A step up. It is now {step}."),
        (Some(DecisionName::StepUp), _) => format!("You take a step up. It is now {step}."),
        (Some(DecisionName::StepDown), _) => {
            format!("A smaller step for now: {step}. The adults help more.")
        }
        (Some(DecisionName::Change), _) => "Something changes.".to_owned(),
        (Some(DecisionName::Keep) | None, _) => format!("The step stays: {step}."),
    };
    Target {
        name: one.name.clone(),
        going: going(one.progress, shown.reader).to_owned(),
        next: if one.different.is_empty() {
            next
        } else {
            format!("{next} {}", one.different)
        },
        pupil: one.pupil_says.clone(),
        help: one.help.clone(),
    }
}

/// How a target is going: about the target and its help, never the pupil.
fn going(progress: Option<Progress>, reader: Reader) -> &'static str {
    match (progress, reader) {
        (Some(Progress::Met), Reader::Adult) => "The step was met.",
        (Some(Progress::Met), _) => "You did it.",
        (Some(Progress::Partly), Reader::Adult) => "The step was met in part.",
        (Some(Progress::Partly), _) => "You are on the way.",
        (Some(Progress::NotYet), Reader::Adult) => "Not yet. This one needs other help.",
        (Some(Progress::NotYet), _) => "This one is hard. The adults help more.",
        (Some(Progress::NotMeasured), Reader::Adult) => "There is too little to go by yet.",
        (Some(Progress::NotMeasured), _) => "It is too early to say.",
        (None, _) => "",
    }
}

/// Promises in words. A younger pupil reads whether adults kept theirs, and no
/// reasons.
pub(super) fn promises(all: &[OwnPromise], reader: Reader) -> Vec<Promise> {
    let younger = reader == Reader::Younger;
    let adults = all
        .iter()
        .filter(|one| !younger || one.side != Party::Pupil);
    let one = |one: &OwnPromise| Promise {
        who: match one.whose {
            Whose::Readers => "You".to_owned(),
            Whose::Others => one.who.clone(),
        },
        text: words::capital(one.text.trim_end_matches('.')),
        tag: kept(one),
        why: if younger {
            String::new()
        } else {
            one.why.clone()
        },
    };
    adults.map(one).collect()
}

/// What school or somebody from outside promised and did not do is news; what
/// the pupil or home could not is information.
fn kept(one: &OwnPromise) -> Tag {
    match (one.delivery, one.side) {
        (Some(Delivery::Done), _) => Tag::done("Kept"),
        (Some(Delivery::Partly), _) => Tag::wants_attention("Partly"),
        (Some(Delivery::NotDone), Party::Pupil | Party::Family) => Tag::not_started("Not yet"),
        (Some(Delivery::NotDone), _) => Tag::adult_is_late("Not yet"),
        (None, _) => Tag::not_started("Not said"),
    }
}

/// What people said, with whose it is. A pupil reads their own words and home's.
pub(super) fn says(all: &[(ViewOf, String)], pupil: &str, reader: Reader) -> Vec<(String, String)> {
    let shown = all.iter().filter(|(of, _)| match reader {
        Reader::Younger => *of == ViewOf::Pupil,
        Reader::Pupil => matches!(of, ViewOf::Pupil | ViewOf::Home),
        Reader::Adult => true,
    });
    let who = |of: ViewOf| match (of, reader) {
        (ViewOf::Pupil, Reader::Adult) => pupil.to_owned(),
        (ViewOf::Pupil, _) => "You".to_owned(),
        (ViewOf::Home, _) => "Home".to_owned(),
        (ViewOf::Staff, _) => "Teachers".to_owned(),
        (ViewOf::Agency, _) => "People from outside school".to_owned(),
    };
    shown.map(|(of, words)| (who(*of), words.clone())).collect()
}
