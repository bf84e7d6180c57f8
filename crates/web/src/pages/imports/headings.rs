//! Saying what the columns of a file are.

use std::collections::BTreeSet;

use app::imports::{
    forget::ForgetImport,
    headings::{FileHeadings, Heading, HeadingsView, LookAgain},
    preview::{KeepFile, Previewed},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::id::ImportId;

use super::{PATH, show::read};
use crate::{
    components::{Button, Select},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
    words::list,
};

#[derive(Template)]
#[template(path = "pages/imports/headings.html")]
struct HeadingsPage {
    frame: Frame,
    state: FormState,
    import: ImportId,
    view: HeadingsView,
}

impl HeadingsPage {
    fn known(&self) -> String {
        list(&self.view.known)
    }

    fn selects(&self) -> Vec<Select> {
        let all = self.view.unknown.iter().enumerate();
        all.map(|(at, (heading, said))| self.select(&name(at), heading, *said))
            .collect()
    }

    fn select(&self, name: &str, heading: &Heading, said: Option<&'static str>) -> Select {
        let state = match said {
            Some(code) if self.state.value(name).is_empty() => self.state.clone().with(name, code),
            _ => self.state.clone(),
        };
        let sample: String = heading.sample.chars().take(60).collect();
        let hint = if sample.is_empty() {
            "The first rows say nothing here.".to_owned()
        } else {
            format!("For example: {sample}")
        };
        let choices = self.view.choices.iter();
        state
            .select(name, heading.written.as_str())
            .strong()
            .hint(hint)
            .option("", "Not needed")
            .options(choices.map(|(code, label)| (*code, capital(label))))
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn name(at: usize) -> String {
    format!("heading-{at}")
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(import): Path<String>) -> Result<Response, Failure> {
    draw(&visit, StatusCode::OK, read(&import)?, FormState::new()).await
}

/// Reads the file again by what was said, and goes on to what it would change.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(import): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let import = read(&import)?;
    let view = visit.fetch(FileHeadings { import }).await?.answer;
    let mut state = posted.state(&[]);
    let named = said(&view, &posted, &mut state);
    if !state.is_clear() {
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, import, state).await;
    }
    match visit.fetch(LookAgain { import, named }).await?.answer {
        Previewed::Read { file, .. } => {
            let again = visit.execute(KeepFile { file }).await?;
            visit.execute(ForgetImport { import }).await?;
            Ok(see_other(&format!("{PATH}/{again}"), None))
        }
        Previewed::Refused { fault, .. } => {
            state.problem_with_the_form(format!(
                "{}. Choose which column it is, or add it to the report in your school’s system",
                fault.what()
            ));
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, import, state).await
        }
    }
}

fn said(view: &HeadingsView, posted: &Posted, state: &mut FormState) -> Vec<(String, String)> {
    let mut taken = BTreeSet::new();
    let mut named = Vec::new();
    for (at, (heading, _)) in view.unknown.iter().enumerate() {
        let name = name(at);
        let code = posted.value(&name);
        let Some((code, label)) = view.choices.iter().find(|(known, _)| *known == code) else {
            continue;
        };
        if !taken.insert(*code) {
            state.problem(
                name,
                format!("Choose {label} for one column only: another has it already"),
            );
        }
        named.push((heading.written.clone(), (*code).to_owned()));
    }
    named
}

async fn draw(
    visit: &Visit,
    status: StatusCode,
    import: ImportId,
    state: FormState,
) -> Result<Response, Failure> {
    let view = visit.fetch(FileHeadings { import }).await?.answer;
    let frame = visit
        .frame("What the columns are")
        .section("Imports")
        .problems(state.summary());
    page_with(
        status,
        &HeadingsPage {
            frame,
            state,
            import,
            view,
        },
    )
}
