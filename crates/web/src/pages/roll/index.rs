//! The roll: finding a pupil by name or class, a page at a time.

use std::collections::BTreeMap;

use app::{
    action::Action,
    policy::ActionSet,
    roll::find::{A_PAGE, FindOnRoll, RollLine, RollPage, Which},
};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::id::PupilId;

use crate::{
    components::{Button, Empty, Pagination, Select},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    routes::places::ROLL,
    session::{Visit, page},
    words::{figures, long_date_with_year},
};

#[derive(Template)]
#[template(path = "pages/roll/index.html")]
struct IndexPage {
    frame: Frame,
    state: FormState,
    found: RollPage,
    which: Which,
    looked_for: String,
    may: ActionSet,
}

impl IndexPage {
    fn whose(&self) -> Select {
        let all = Which::ALL.iter().map(|one| (one.code(), one.label()));
        self.state.select("which", "Who").options(all)
    }

    fn how_many(&self) -> String {
        let all = figures(self.found.of as usize, "pupil", "pupils");
        let of = match self.which {
            Which::Here => "on roll",
            Which::Left => "who left",
        };
        match self.found.pages() {
            1 => format!("{all} {of}."),
            pages => format!(
                "{all} {of}, {A_PAGE} on a page. This is page {} of {pages}.",
                self.found.page
            ),
        }
    }

    fn nothing(&self) -> Empty {
        if self.looked_for.is_empty() && self.which == Which::Here {
            let empty = Empty::nothing_yet(
                "Nobody is on roll here yet",
                "Pupils come from your school’s own system.",
            );
            return if self.may.has(Action::PreviewImport) {
                empty.button(Button::link("Import pupils", "/settings/imports"))
            } else {
                empty
            };
        }
        Empty::nothing_yet("Nobody matches", "Try fewer letters, or only a class.")
            .link(ROLL, "Show everybody on roll")
    }

    fn pages(&self) -> Pagination {
        let to = |page: u32| {
            let which = self.which.code();
            let words: String = url(&self.looked_for);
            format!("{ROLL}?q={words}&which={which}&page={page}")
        };
        let mut pages = Pagination::new();
        let here = self.found.page;
        if here > 1 {
            pages = pages.previous(to(here - 1), "Pupils before these");
        }
        if here < self.found.pages() {
            pages = pages.next(to(here + 1), "Pupils after these");
        }
        pages
    }

    fn to((pupil, ..): &(PupilId, String, usize)) -> String {
        super::path(*pupil)
    }

    fn href(line: &RollLine) -> String {
        super::path(line.pupil)
    }

    fn left(line: &RollLine) -> String {
        line.left_on.map(long_date_with_year).unwrap_or_default()
    }

    fn waiting((_, _, n): &(PupilId, String, usize)) -> String {
        figures(*n, "value", "values")
    }
}

/// Words in an address.
fn url(words: &str) -> String {
    use std::fmt::Write as _;
    words.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() {
            all.push(char::from(byte));
        } else {
            let _ = write!(all, "%{byte:02X}");
        }
        all
    })
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let value = |name: &str| asked.get(name).map_or("", |value| value.trim());
    let which = value("which").parse().unwrap_or(Which::Here);
    let looked_for = value("q").to_owned();
    let find = FindOnRoll {
        looked_for: looked_for.clone(),
        which,
        page: value("page").parse().unwrap_or(1),
    };
    let state = FormState::posted(asked.clone(), &[]).with("which", which.code());
    let fetched = visit.fetch(find).await?;
    page(&IndexPage {
        frame: visit.frame("Pupils"),
        state,
        found: fetched.answer,
        which,
        looked_for,
        may: fetched.may,
    })
}
