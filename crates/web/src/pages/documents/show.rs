//! One document, as far as its reader may read it. Opening it is recorded.

use app::{
    documents::{DocumentLine, ViewDocuments},
    gathering::read::{Found, ReadAnswers, Reading},
    programmes::show::ShowCase,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{document::Came, id::AskId};

use super::Way;
use crate::{
    components::{CaseHeader, SummaryList},
    failure::Failure,
    layout::Frame,
    pages::{case_band::reference, programmes::header::header, questions},
    session::{Visit, page},
    words::long_date,
};

#[derive(Template)]
#[template(path = "pages/documents/show.html")]
struct DocumentPage {
    frame: Frame,
    header: Option<CaseHeader>,
    title: String,
    fact: String,
    parts: Vec<(String, SummaryList)>,
    /// Where it is brought up to date, with its form and itself.
    follow: Option<(String, AskId)>,
    earlier: Vec<(String, String)>,
    path: String,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((written, ask)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (programme, ask) = (reference(&written)?, questions::ask(&ask)?);
    let found = visit.execute(ReadAnswers { ask }).await?;
    if found.on.case.programme.reference != programme || found.on.ask.came != Came::Begun {
        return Err(Failure::NotFound);
    }
    let way = Way::of(&visit);
    let header = match way {
        Way::Staff => {
            let reference = programme.clone();
            let case = visit.fetch(ShowCase { reference }).await?;
            Some(header(&case.answer, case.may, "Documents"))
        }
        Way::Family | Way::Pupil => None,
    };
    let all = visit
        .fetch(ViewDocuments {
            programme: programme.clone(),
        })
        .await?
        .answer;
    let line = all
        .groups
        .iter()
        .flat_map(|(_, kinds)| kinds)
        .find_map(|kind| {
            let line = kind.lines.iter().find(|line| line.id == ask)?;
            Some((kind.form.clone(), line.clone()))
        });
    let title = found.title.clone();
    let frame = visit.frame(title.clone());
    page(&DocumentPage {
        frame: match way {
            Way::Staff => frame.section("Programmes"),
            Way::Family | Way::Pupil => frame.look(way.look()).back(way.list(&programme)),
        },
        header,
        fact: fact(&found),
        parts: questions::parts(&found),
        follow: follow(line.as_ref()),
        earlier: line.map_or_else(Vec::new, |(_, line)| {
            let all = line.earlier.iter();
            all.map(|one| (long_date(one.on), way.one(&programme, one.id)))
                .collect()
        }),
        title,
        path: way.list(&programme),
    })
}

fn follow(line: Option<&(String, DocumentLine)>) -> Option<(String, AskId)> {
    let (form, line) = line?;
    line.may_follow.then(|| (form.clone(), line.id))
}

fn fact(found: &Reading) -> String {
    let who = &found.on.person.name;
    match (&found.found, found.on.ask.sent) {
        (Found::Answers { .. }, Some(sent)) => {
            let on = long_date(domain::clock::london_date(sent));
            format!("Written by {who}, {on}.")
        }
        _ => format!("{who} is writing it. It can be read once it is sent."),
    }
}
