//! The page: four questions, their own words by theme, and beside them what to
//! talk about and what is still missing.

use app::{
    action::Action,
    policy::ActionSet,
    programmes::show::ShowCase,
    told::{
        AskedTold, Compared, SaidBy, Side, ThemeTold, Told, Verdict, ViewCopy, ViewTold, Voice,
    },
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::programme::ProgrammeRef;

use crate::{
    charts::{Caption, Picture, Speaker, ThreeViews},
    components::{CaseHeader, Markup, Tag},
    failure::Failure,
    layout::{Frame, Look},
    pages::{case_band::reference, programmes::header::header},
    session::{Visit, page},
    words::figures,
};

#[derive(Template)]
#[template(path = "pages/told/show.html")]
struct ToldPage {
    frame: Frame,
    header: Option<CaseHeader>,
    found: Told,
    may: ActionSet,
    pupil: String,
    path: String,
}

/// One's own copy.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(written): Path<String>) -> Result<Response, Failure> {
    let programme = reference(&written)?;
    let view = ViewTold {
        programme: programme.clone(),
    };
    let found = visit.execute(view).await?;
    draw(&visit, programme, found).await
}

/// Somebody else's, as they will read it.
///
/// # Errors
/// [`Failure`].
pub async fn copy(
    visit: Visit,
    Path((written, person)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let person = person.parse().map_err(|_| Failure::NotFound)?;
    let programme = reference(&written)?;
    let view = ViewCopy {
        programme: programme.clone(),
        person,
    };
    let found = visit.execute(view).await?;
    draw(&visit, programme, found).await
}

async fn draw(visit: &Visit, programme: ProgrammeRef, found: Told) -> Result<Response, Failure> {
    let path = visit.path();
    let home = match path {
        path if path.starts_with("/me/") => Some(("/me", Look::Pupil)),
        path if path.starts_with("/family/") => Some(("/family", Look::Family)),
        _ => None,
    };
    let frame = visit.frame("What everyone told us");
    let (frame, header, may) = if let Some((home, look)) = home {
        (frame.look(look).back(home), None, ActionSet::default())
    } else {
        let reference = programme.clone();
        let case = visit.fetch(ShowCase { reference }).await?;
        let band = header(&case.answer, case.may, "Information");
        (frame.section("Programmes"), Some(band), case.may)
    };
    page(&ToldPage {
        frame,
        header,
        may,
        pupil: found.case.pupil.name.called().to_owned(),
        path: format!("/programmes/{}/told", programme.path()),
        found,
    })
}

impl ToldPage {
    fn is_staff(&self) -> bool {
        self.found.voice == Voice::Staff
    }

    fn is_own(&self) -> bool {
        self.found.of.is_none()
    }

    fn may_note(&self) -> bool {
        self.is_staff() && self.may.has(Action::NoteTold)
    }

    /// The question in words that fit any child.
    fn asked(one: &Compared) -> &'static str {
        match one.row {
            "knows_what_to_do" => "Knows what to do",
            "adults_listen" => "Adults listen to their side",
            "calms_down" => "Can calm down when wound up",
            _ => "Has someone to go to",
        }
    }

    fn chart(&self, one: &Compared) -> Markup {
        let points = [
            (self.pupil.as_str(), one.pupil),
            ("home", one.home),
            ("staff", one.staff),
        ];
        let said: Vec<String> = points
            .iter()
            .filter_map(|(who, point)| Some(format!("{who} {}", (*point)?)))
            .collect();
        let caption = Caption::new(
            one.row,
            format!("{}: {}, of 5", Self::asked(one), said.join(", ")),
        );
        let views = ThreeViews {
            caption,
            pupil: one.pupil,
            home: one.home,
            staff: one.staff,
        };
        Markup::of(views.draw())
    }

    fn answered_at_all(one: &Compared) -> bool {
        one.pupil.is_some() || one.home.is_some() || one.staff.is_some()
    }

    fn verdict(one: &Compared) -> Option<Tag> {
        match one.verdict {
            Verdict::TooFew => None,
            Verdict::Agree => Some(Tag::done("Agree")),
            Verdict::Differ => Some(Tag::wants_attention("Differ")),
        }
    }

    /// What a point stands for, between two where the middle lies between.
    fn in_words(&self, one: &Compared) -> String {
        let point = |who: &str, point: Option<f64>| {
            let words = match point? {
                point if point < 1.5 => "never",
                point if point < 2.5 => "not often",
                point if point < 3.5 => "sometimes",
                point if point < 4.5 => "most days",
                _ => "every day",
            };
            Some(format!("{who}: {words}"))
        };
        let all = [
            point(&self.pupil, one.pupil),
            point("Home", one.home),
            point("Staff", one.staff),
        ];
        all.into_iter().flatten().collect::<Vec<_>>().join(". ")
    }

    fn side(&self, side: Side) -> &str {
        match side {
            Side::Pupil => &self.pupil,
            Side::Home => "Home",
            Side::Staff => "Staff",
        }
    }

    /// The shape that stands for a side, as in the chart.
    fn mark(side: Side) -> Picture {
        match side {
            Side::Pupil => Speaker::Pupil,
            Side::Home => Speaker::Home,
            Side::Staff => Speaker::Staff,
        }
        .mark()
    }

    fn sides() -> [Side; 3] {
        [Side::Pupil, Side::Home, Side::Staff]
    }

    /// "4 of 6 so far", for staff.
    fn so_far(&self, side: Side) -> String {
        let found = self.found.answered.iter().find(|(one, ..)| *one == side);
        match found {
            Some((_, sent, all)) if self.is_staff() && *all > 1 => {
                format!("{sent} of {all} so far")
            }
            _ => String::new(),
        }
    }

    fn by(theme: &ThemeTold, side: Side) -> Vec<&AskedTold> {
        theme.asked.iter().filter(|one| one.side == side).collect()
    }

    /// Who said it, or how many, where that is not plain already.
    fn who(one: &SaidBy) -> Option<String> {
        match one.who.as_slice() {
            [] => (one.times > 1).then(|| figures(one.times, "person", "people")),
            who => Some(who.join(", ")),
        }
    }

    fn note(&self, theme: &ThemeTold) -> Option<&str> {
        self.found.notes.on(theme.theme)
    }

    fn held_back(&self) -> Option<String> {
        let held = self.found.held_back;
        (held > 0).then(|| {
            format!(
                "{} kept for one adult or for nobody. It is left out of every copy.",
                figures(held, "answer is", "answers are")
            )
        })
    }

    fn too_few(&self) -> bool {
        let mut all = self.found.four.iter();
        all.all(|one| one.verdict == Verdict::TooFew)
    }
}
