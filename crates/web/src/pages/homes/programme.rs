//! One programme on somebody's own page: their copy of the plan, what they
//! promised, and when everyone meets next.

use app::programmes::mine::{MyMeeting, MyPlan, MyProgramme, MyProgrammes};
use domain::{account::CaseRole, contact::Standing};

use jiff::civil::Date;

use super::week::{Week, week};
use crate::{failure::Failure, session::Visit, words};

/// A programme in words.
pub(super) struct HomeProgramme {
    pub id: usize,
    pub heading: String,
    pub called: String,
    pub place: Option<String>,
    pub plan: Option<PlanLinks>,
    pub no_plan: &'static str,
    pub part: &'static str,
    pub promises: Vec<String>,
    pub shared: Option<String>,
    /// What everyone told and the documents: the words and where they are.
    pub reads: Vec<(&'static str, String)>,
    /// What was settled last, and how it ended: the words and where they are.
    pub settled: Vec<(String, String)>,
    /// The last school days: what went well, and each target day by day.
    pub week: Option<Week>,
    pub next: Option<NextMeeting>,
    /// That an extra review was asked for, and what comes of it.
    pub extra: Option<String>,
    /// Said instead of a meeting, to somebody who is not to know when it is.
    pub own_time: &'static str,
}

/// Where somebody's copy of the plan is.
pub(super) struct PlanLinks {
    pub button: &'static str,
    pub href: String,
    pub pdf: String,
}

/// The next time everyone meets.
pub(super) struct NextMeeting {
    pub when: String,
    pub what: String,
}

/// The visitor's programmes; `place` is where their copies are, none for people
/// from outside.
pub(super) async fn programmes(
    visit: &Visit,
    place: Option<&str>,
) -> Result<Vec<HomeProgramme>, Failure> {
    let mine = visit.fetch(MyProgrammes).await?.answer;
    let lines = mine.iter().enumerate();
    let today = visit.today();
    Ok(lines.map(|(id, one)| of((id, today), one, place)).collect())
}

fn of((id, today): (usize, Date), one: &MyProgramme, place: Option<&str>) -> HomeProgramme {
    let (mine, path) = (one.role == CaseRole::Pupil, one.reference.path());
    let button = match one.plan {
        MyPlan::NotYet => None,
        MyPlan::ToRead => Some("Read the plan"),
        MyPlan::ToSign => Some("Read the plan and sign"),
    };
    let plan = button.zip(place).map(|(button, place)| PlanLinks {
        button,
        href: format!("{place}/plan/{path}"),
        pdf: format!("/programmes/{path}/plan.pdf"),
    });
    HomeProgramme {
        id,
        heading: match (mine, place) {
            (true, _) => "My plan".to_owned(),
            (false, Some(_)) => format!("{} support plan", words::possessive(&one.pupil)),
            (false, None) => one.pupil.clone(),
        },
        called: one.pupil.clone(),
        place: one.week.map(|(week, of)| format!("Week {week} of {of}")),
        week: week(one, today),
        plan,
        no_plan: if place.is_some() {
            "There is no plan yet. It is written together, at the first meeting."
        } else {
            "The plan itself stays with the school and the family. Ask the school for what you need."
        },
        part: if mine { "My part" } else { "Your part" },
        promises: one
            .promises
            .iter()
            .map(|said| format!("{}.", words::capital(said.trim_end_matches('.'))))
            .collect(),
        settled: place.map_or_else(Vec::new, |place| settled(one, place)),
        shared: one
            .shared
            .map(|ask| format!("/programmes/{path}/information/asks/{ask}")),
        reads: place.map_or_else(Vec::new, |place| {
            vec![
                ("What everyone told us", format!("{place}/told/{path}")),
                ("Documents", format!("{place}/documents/{path}")),
            ]
        }),
        next: one.meetings.first().map(next),
        extra: one.extra.map(|on| extra(one, on)),
        own_time: match one.standing {
            Standing::Full | Standing::Nothing => "",
            Standing::Apart => {
                "The school talks to you at a time of your own. Ring the school to agree one."
            }
            Standing::CopiesOnly => {
                "The school sends you what is agreed. Ring the school with any question."
            }
        },
    }
}

/// Whose fault it is not, and what comes next.
fn extra(one: &MyProgramme, on: Date) -> String {
    let asked = format!("An extra review was asked for on {}.", words::long_date(on));
    let more = match (one.role, one.standing) {
        (CaseRole::Pupil, _) => {
            "The plan may need changing, so everyone meets sooner. It is about the plan, not \
             about anything you did."
        }
        (_, Standing::Full) => {
            "The plan may need changing, so everyone meets sooner. Somebody from school rings you \
             within two school days. You can ask for a review yourself at any time: ring the \
             school."
        }
        _ => "The plan may need changing. The school tells you what is agreed.",
    };
    format!("{asked} {more}")
}

fn next(meeting: &MyMeeting) -> NextMeeting {
    let place = match &meeting.room {
        Some(room) => format!("At school, {}.", words::small(room)),
        None => "By video.".to_owned(),
    };
    NextMeeting {
        when: format!(
            "{}, {}",
            words::long_date(meeting.on),
            words::time(meeting.from)
        ),
        what: format!("{}. {place}", meeting.kind.label()),
    }
}

/// Where one's own copy of the newest review and of the end is.
fn settled(one: &MyProgramme, place: &str) -> Vec<(String, String)> {
    let path = one.reference.path();
    let ended = one.ended.map(|on| {
        let words = format!("How it ended, {}", words::long_date(on));
        (words, format!("{place}/ending/{path}"))
    });
    let review = one.review.map(|(kind, on)| {
        let label = words::small(&kind.label());
        let words = format!("What we agreed at the {label}, {}", words::long_date(on));
        (words, format!("{place}/review/{path}"))
    });
    let met = one.met.map(|on| {
        let who = if one.role == CaseRole::Pupil {
            "What we said when I met my key worker".to_owned()
        } else {
            format!("When {} and the key worker met", one.pupil)
        };
        let words = format!("{who}, {}", words::long_date(on));
        (words, format!("/programmes/{path}/check-ins"))
    });
    ended.into_iter().chain(review).chain(met).collect()
}
