//! One page of a form: shown, saved, and shown again with what was typed when
//! something is to be sorted out.

use app::gathering::fill::{Leaving, Sitting};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::id::AskId;
use forms::{
    Answer, Form, Journey, Must, PageId, Step, Typed, field as names_of,
    summary::{self, Audience},
};

use super::{
    field::{self, Stands},
    problems,
    way::{self, Hand, Way},
};
use crate::{
    components::{Button, Hidden, Icon, Listen, Markup, Meter, SummaryList},
    failure::Failure,
    form_state::FormState,
    layout::{Corner, Frame},
    posted::Posted,
    session::{Visit, page as drawn, page_with, see_other},
};

/// The hidden field that says what the page was drawn from.
pub(super) const REVISION: &str = "revision";

/// What is said to somebody who stops for now.
const KEPT: &str = "What you wrote is kept. Come back when you like.";
/// The button that keeps what is on the page for another day.
const STOP: &str = "stop";

#[derive(Template)]
#[template(path = "pages/questions/page.html")]
struct QuestionPage {
    frame: Frame,
    way: Way,
    place: String,
    bar: Option<Meter>,
    heading: String,
    hint: Option<String>,
    lead: Vec<String>,
    fields: Markup,
    main: Button,
    others: Vec<Button>,
    revision: Hidden,
    stop: Button,
    safety: Option<String>,
    coordinator: String,
    scribed: Option<String>,
    before: Option<String>,
    clash: Option<SummaryList>,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((ask, page)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (ask, page) = (super::ask(&ask)?, parse(&page)?);
    let way = Way::of(&visit);
    let (sitting, hand) = way::view(&visit, ask).await?;
    let journey = Journey::walk(&sitting.form, &sitting.answers);
    if !journey.may_visit(Step::Page(page)) {
        return Ok(see_other(&way.step(ask, sitting.here()), None));
    }
    let found = sitting.form.page(page).ok_or(Failure::NotFound)?;
    let stored = Typed::stored(found, &sitting.answers);
    let state = FormState::posted(stored.pairs(), &[]);
    drawn(&draw(&visit, hand, &sitting, page, state, None)?)
}

/// Saves the page and goes on.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path((ask, page)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (ask, page) = (super::ask(&ask)?, parse(&page)?);
    let way = Way::of(&visit);
    let (sitting, hand) = way::view(&visit, ask).await?;
    let revision = posted.value(REVISION).parse().unwrap_or_default();
    let fields = posted.fields().to_vec();
    let leaving = match posted.value(STOP) {
        "" => Leaving::GoingOn,
        _ => Leaving::Stopping,
    };
    match way::save(&visit, hand, ask, page, fields, (revision, leaving)).await {
        Ok(saved) if leaving == Leaving::Stopping => {
            let said = saved.say.as_deref().unwrap_or(KEPT);
            Ok(see_other(&way.later(hand, &sitting), Some(said)))
        }
        Ok(saved) => Ok(see_other(&way.step(ask, saved.next), saved.say.as_deref())),
        Err(Failure::Rejected(reasons)) => {
            let found = sitting.form.page(page).ok_or(Failure::NotFound)?;
            let mut state = posted.state(&[]);
            problems::add(&mut state, found, reasons);
            let page = draw(&visit, hand, &sitting, page, state, None)?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(Failure::Conflict) => {
            let clash = saved_since(&sitting, page);
            let state = posted.state(&[]);
            let page = draw(&visit, hand, &sitting, page, state, Some(clash))?;
            page_with(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other),
    }
}

fn parse(page: &str) -> Result<PageId, Failure> {
    page.parse().map_err(|_| Failure::NotFound)
}

/// What stands in the store for this page, to be seen beside what was typed.
fn saved_since(sitting: &Sitting, page: PageId) -> SummaryList {
    let rows = summary::rows(
        &sitting.form,
        &sitting.answers,
        Audience::Author,
        &sitting.names,
    );
    rows.into_iter()
        .filter(|row| row.page == page)
        .fold(SummaryList::new(), |list, row| {
            list.row(row.asked, super::said(&row.said))
        })
}

fn draw(
    visit: &Visit,
    hand: Hand,
    sitting: &Sitting,
    id: PageId,
    state: FormState,
    clash: Option<SummaryList>,
) -> Result<QuestionPage, Failure> {
    let (form, names, way) = (&sitting.form, &sitting.names, Way::of(visit));
    let ask = sitting.on.ask.id;
    let page = form.page(id).ok_or(Failure::NotFound)?;
    let part = form.part_of(id).ok_or(Failure::NotFound)?;
    let journey = Journey::walk(form, &sitting.answers);
    let progress = journey.progress(id).ok_or(Failure::NotFound)?;
    let asked: Vec<_> = page
        .questions
        .iter()
        .filter(|question| form.asks(question, &sitting.answers))
        .collect();
    let alone = match asked.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let stands = if alone.is_some() {
        Stands::Alone
    } else {
        Stands::Among
    };
    let look = way.look(hand, sitting);
    let big = look == Way::Pupil;
    let fields = asked.iter().fold(Markup::default(), |all, question| {
        all.and(field::draw(question, &state, names, stands))
            .and(field::sharing(form, question, &state, names, big))
            .and(skip_beside(form, question, stands, names))
    });
    let part_heading = part.heading.with(names);
    let heading = alone.map_or_else(|| part_heading.clone(), |only| only.label.with(names));
    let lead = part.lead.iter().map(|lead| lead.with(names));
    let first = part.pages.first().is_some_and(|first| first.id == id);
    let back = match journey.previous(Step::Page(id)) {
        Some(before) => way.step(ask, Step::Page(before)),
        None => way.base(ask),
    };
    let mut frame = look.frame(visit, &heading, &names.pupil).back(back);
    frame.home = way.later(hand, sitting);
    // A link in the corner would lose what is on the page: the form has a button.
    if look == Way::Pupil {
        frame.corner = Corner::Empty;
    }
    Ok(QuestionPage {
        frame: frame.problems(state.summary()),
        place: place(
            progress.part,
            progress.parts,
            &part_heading,
            alone.is_some(),
        ),
        bar: (progress.part > 0).then(|| Meter::progress(progress.question, progress.questions)),
        hint: alone.and_then(|only| Some(only.hint.as_ref()?.with(names))),
        lead: if first { lead.collect() } else { Vec::new() },
        fields,
        main: main_button(look),
        others: alone.map_or_else(Vec::new, |only| ways_not_to_answer(form, only, sitting)),
        revision: Hidden::new(REVISION, sitting.revision),
        stop: Button::send_as("Save and stop for now", STOP, "yes").secondary(),
        safety: form.safety.as_ref().map(|words| words.with(names)),
        coordinator: names.coordinator.clone(),
        scribed: (hand == Hand::Scribe).then(|| sitting.on.person.known_as.clone()),
        before: alone.and_then(|only| said_before(sitting, only)),
        clash,
        heading,
        way: look,
    })
}

fn place(part: u8, parts: u8, heading: &str, alone: bool) -> String {
    match (part, alone) {
        (0, true) => heading.to_owned(),
        (0, false) => String::new(),
        (_, true) => format!("Part {part} of {parts}: {heading}"),
        (_, false) => format!("Part {part} of {parts}"),
    }
}

fn main_button(way: Way) -> Button {
    match way {
        Way::Pupil => Button::send("Next").leads_on(),
        Way::Family => Button::send("Save and go on").full(),
        Way::Staff => Button::send("Save and go on"),
    }
}

/// The buttons beside the main one: each is an answer too.
fn ways_not_to_answer(form: &Form, question: &forms::Question, sitting: &Sitting) -> Vec<Button> {
    let names = &sitting.names;
    if question.must != Must::MaySkip {
        return Vec::new();
    }
    let mut all = Vec::new();
    if let Some(words) = form
        .not_sure
        .as_ref()
        .filter(|_| form.offers_not_sure(question))
    {
        let name = names_of::not_sure(&question.id);
        all.push(Button::send_as(words.with(names), name, "yes").secondary());
    }
    let name = names_of::skip(&question.id);
    all.push(Button::send_as(form.skip.with(names), name, "yes").secondary());
    all
}

/// Among others, a question that minds being left blank has its own box to skip it.
fn skip_beside(
    form: &Form,
    question: &forms::Question,
    stands: Stands,
    names: &forms::Names,
) -> Markup {
    let minds = question.missing.is_some() && question.must == Must::MaySkip;
    if stands == Stands::Alone || !minds {
        return Markup::default();
    }
    let name = names_of::skip(&question.id);
    let label = question.label.with(names);
    let box_ = FormState::new()
        .checkboxes(name, format!("{}: {label}", form.skip.with(names)))
        .unseen()
        .compact()
        .option("yes", form.skip.with(names));
    Markup::of(box_)
}

fn said_before(sitting: &Sitting, question: &forms::Question) -> Option<String> {
    let reply = sitting.answers.reply(&question.id)?;
    let words = match reply.answer {
        Answer::Given(_) => return None,
        Answer::NotSure => "You said you were not sure. You can change that.",
        Answer::Skipped => "You skipped this one. You can still answer it.",
        Answer::PassedOn => "You told us, and an adult knows. We do not keep the answer here.",
    };
    Some(words.to_owned())
}

/// Where to go after a page that is not there any more.
pub(super) fn onward(way: Way, ask: AskId, sitting: &Sitting) -> String {
    way.step(ask, sitting.here())
}
