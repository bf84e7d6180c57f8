//! `/programmes/{ref}/aftercare`: lighter support after a plan that was
//! successful. Somebody looks in on two days; then it ends.

use std::ops::ControlFlow;

use app::{
    Fetched,
    action::Action,
    reviews::{
        after::{CheckAftercare, EndAftercare},
        after_view::{AfterShown, AfterView},
        again::ReferAgain,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    note::OutOfTen,
    outcome::AftercareCheck,
    programme::{ProgrammeRef, StageName},
};

use super::{Done, came_of, case_of, frame, reference, status};
use crate::{
    components::{Banner, Button, CaseHeader, Inset, Tag, TextInput, Textarea},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::programmes::header::{path, titled},
    posted::Posted,
    session::{Visit, page_with},
    words,
};

#[derive(Template)]
#[template(path = "pages/reviews/aftercare.html")]
struct AftercarePage {
    frame: Frame,
    case: CaseHeader,
    clash: Option<Banner>,
    stands: Inset,
    action: String,
    days: Vec<LookIn>,
    check: Option<Check>,
    light: Vec<(&'static str, String)>,
    end: Option<Textarea>,
    again: Option<Button>,
    outcome: Button,
}

/// One day on which somebody looks in.
struct LookIn {
    when: String,
    tag: Tag,
    found: String,
}

/// The form of a check.
struct Check {
    pupil: TextInput,
    home: TextInput,
    note: Textarea,
}

fn view(reference: &ProgrammeRef) -> AfterView {
    AfterView {
        reference: reference.clone(),
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let fetched = visit.fetch(view(&reference)).await?;
    draw(&visit, &reference, &fetched, &FormState::new(), None).await
}

/// Writes a check down, ends aftercare, or refers again.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let wanted = reference(&raw)?;
    let mut state = posted.state(&[]);
    let clash = match came_of(done(&visit, &wanted, &posted).await, &mut state)? {
        ControlFlow::Break(led) => return Ok(led),
        ControlFlow::Continue(clash) => clash,
    };
    let fetched = visit.fetch(view(&wanted)).await?;
    draw(&visit, &wanted, &fetched, &state, clash).await
}

async fn done(visit: &Visit, wanted: &ProgrammeRef, form: &Posted) -> Done {
    let typed = |field: &str| form.value(field).to_owned();
    let reference = wanted.clone();
    Ok(match form.value("form") {
        "check" => {
            let check = CheckAftercare {
                reference,
                pupil: typed("check-pupil"),
                home: typed("check-home"),
                note: typed("check-note"),
            };
            visit.execute(check).await?;
            (
                format!("{}/aftercare", path(wanted)),
                "The check is written down.",
            )
        }
        "end" => {
            let note = typed("end-note");
            visit.execute(EndAftercare { reference, note }).await?;
            (
                path(wanted),
                "Aftercare has ended. The programme can now only be read.",
            )
        }
        "again" => {
            let new = visit.execute(ReferAgain { reference }).await?;
            let words = "A new referral is begun. Aftercare goes on until it is decided.";
            (format!("{}/start/why", path(&new)), words)
        }
        _ => return Err(Failure::BadForm),
    })
}

async fn draw(
    visit: &Visit,
    reference: &ProgrammeRef,
    fetched: &Fetched<AfterShown>,
    state: &FormState,
    clash: Option<Banner>,
) -> Result<Response, Failure> {
    let (shown, may) = (&fetched.answer, fetched.may);
    let case = case_of(visit, reference).await?;
    let base = path(reference);
    let status = status(state, clash.as_ref());
    let check = may.has(Action::CheckAftercare).then(|| Check {
        pupil: out_of_ten(
            state,
            "check-pupil",
            &format!("How does {} say it is?", shown.pupil),
        ),
        home: out_of_ten(state, "check-home", "How does home say it is?"),
        note: state
            .textarea("check-note", "In a few words")
            .strong()
            .rows(2)
            .at_most(600),
    });
    let end = "How did it go?";
    let outcome = Button::link(
        "Read how the plan ended",
        format!("{base}/meetings/final/outcome"),
    );
    let again = Button::send("Refer again").secondary();
    let page = AftercarePage {
        frame: frame(visit, "Aftercare", reference, state),
        case: titled(&case.answer, case.may, "Aftercare", "Aftercare"),
        clash,
        stands: Inset::new(stands(shown)),
        action: format!("{base}/aftercare"),
        days: days(shown, visit.today()),
        check,
        light: light(shown),
        end: may
            .has(Action::EndAftercare)
            .then(|| state.textarea("end-note", end).strong().rows(3)),
        again: may.has(Action::ReferAgain).then_some(again),
        outcome: outcome.secondary(),
    };
    page_with(status, &page)
}

fn out_of_ten(state: &FormState, name: &str, ask: &str) -> TextInput {
    let input = state
        .text_input(name, ask.to_owned())
        .strong()
        .number()
        .wide(2);
    input.hint("From 0, hard, to 10, going well. Leave it blank if you could not ask.")
}

fn stands(shown: &AfterShown) -> String {
    match (shown.stage, shown.until) {
        (_, Some(until)) => format!(
            "The plan was successful. Lighter support goes on until {}.",
            words::long_date_with_year(until)
        ),
        (StageName::Archived, None) if !shown.keeps.is_empty() => {
            "Aftercare has ended. This is what was agreed and found.".to_owned()
        }
        _ => "This programme is not in aftercare.".to_owned(),
    }
}

fn days(shown: &AfterShown, today: jiff::civil::Date) -> Vec<LookIn> {
    let done = shown.checks.iter().map(|check| LookIn {
        when: words::long_date(check.on),
        tag: Tag::done("Done"),
        found: found(check, &shown.pupil),
    });
    let to_come = shown.to_come.iter().map(|day| LookIn {
        when: words::long_date(*day),
        tag: match day.cmp(&today) {
            std::cmp::Ordering::Less => Tag::adult_is_late("Late"),
            std::cmp::Ordering::Equal => Tag::wants_attention("Today"),
            std::cmp::Ordering::Greater => Tag::not_started("To come"),
        },
        found: String::new(),
    });
    done.chain(to_come).collect()
}

fn found(check: &AftercareCheck, pupil: &str) -> String {
    let out_of = |who: &str, number: Option<OutOfTen>| {
        number.map(|number| format!("{who} says {} of 10.", number.number()))
    };
    let note = check.note.as_ref().map(ToString::to_string);
    let parts = [out_of(pupil, check.pupil), out_of("Home", check.home), note];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What was agreed for the weeks after: what it is, and the words.
fn light(shown: &AfterShown) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for (what, until) in &shown.carries_on {
        found.push((
            "Carries on",
            format!("{what}, until {}", words::long_date(*until)),
        ));
    }
    if let Some(adult) = &shown.adult {
        found.push(("Who looks in", adult.clone()));
    }
    for (name, lines) in [
        ("To keep", &shown.keeps),
        ("To look out for", &shown.early_signs),
    ] {
        if !lines.is_empty() {
            found.push((name, lines.join("; ")));
        }
    }
    if !shown.if_they_appear.is_empty() {
        found.push(("If it appears", shown.if_they_appear.clone()));
    }
    found
}
