//! `/programmes/{ref}`: fills the case page with one programme.

use app::{
    action::Action,
    policy::ActionSet,
    programmes::show::{CaseView, NoteKind},
};
use axum::{extract::Path, response::Response};
use domain::{
    account::CaseRole,
    plan::Plan,
    programme::{ProgrammeRef, Stage, StageName, Task as Work},
    target::Target,
};
use jiff::civil::Date;

use super::{
    header::{header, path},
    show::{PlanAtAGlance, ShowPage},
    weeks,
};
use crate::{
    charts::{Caption, Ladder, Stair},
    components::{
        Button, Empty, Feed, Icon, Inset, People, PhaseState, Phases, Phrase, Stands, Tag,
        TargetCard, Task, TaskList,
    },
    failure::Failure,
    session::{Visit, page},
    words,
};

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(reference): Path<String>) -> Result<Response, Failure> {
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let actor = visit.actor().clone();
    let fetched = visit
        .site()
        .blocking(move |app| app.open_case(&actor, &reference))
        .await?;
    let today = visit.today();
    let (case, may) = (fetched.answer, fetched.may);
    // A pupil's whole name is not put into a title that others can see over a shoulder.
    let frame = visit
        .frame(case.programme.reference.to_string())
        .section("Programmes");
    let base = path(&case.programme.reference);
    let mut head = header(&case, may, "Overview");
    if let Some(timeline) = weeks::timeline(&case, today) {
        head = head.extra(timeline);
    }
    page(&ShowPage {
        frame,
        case: head,
        pupil: case.pupil.name.called().to_owned(),
        inset: inset(&case),
        phases: phases(&case),
        tasks: tasks(&case, may, today),
        tasks_done: None,
        lately: lately(&case, today),
        history: None,
        people: people(&case),
        change_people: may.has(Action::AddPerson).then(|| format!("{base}/people")),
        other_plans: Vec::new(),
        plan: glance(&case, &base),
    })
}

fn inset(case: &CaseView) -> Option<Inset> {
    let words = match &case.programme.stage {
        Stage::Paused {
            from,
            expected,
            reason,
            ..
        } => format!(
            "The clock is stopped since {}: {}. Expected back {}; dates will be worked out again then.",
            words::long_date(*from),
            words::small(reason.label()),
            words::long_date(*expected)
        ),
        Stage::Closed { on, .. } => {
            format!(
                "{} on {}.",
                case.programme.stage.name().label(),
                words::long_date_with_year(*on)
            )
        }
        Stage::Declined { on, reason } => {
            format!(
                "Not started, {}: {}.",
                words::long_date_with_year(*on),
                words::small(reason.label())
            )
        }
        Stage::Aftercare { until, .. } => {
            format!(
                "Successful. Lighter support until {}.",
                words::long_date(*until)
            )
        }
        _ => return None,
    };
    Some(Inset::new(words))
}

fn phases(case: &CaseView) -> Phases {
    use PhaseState::{Done, Next, Now};
    let name = case.programme.stage.name();
    let step = match name {
        StageName::Draft | StageName::Referred | StageName::Gathering | StageName::Declined => 0,
        StageName::MeetingSet | StageName::Agreed => 1,
        StageName::Active | StageName::Paused => 2,
        _ => 3,
    };
    let state = |at: i32| match at.cmp(&step) {
        std::cmp::Ordering::Less => Done,
        std::cmp::Ordering::Equal => Now,
        std::cmp::Ordering::Greater => Next,
    };
    let (sent, asked) = case.answers;
    let assess = if asked == 0 {
        "Nobody has been asked yet.".to_owned()
    } else {
        format!("{sent} of {asked} answers are in.")
    };
    let plan = match (&case.plan, case.signed) {
        (Some(plan), Some((signed, of))) => {
            let targets = words::figures(plan.targets.len(), "target", "targets");
            format!("{targets}, answered for by {signed} of {of} people.")
        }
        (Some(plan), None) => words::figures(plan.targets.len(), "target", "targets") + ".",
        (None, _) => "Not agreed yet.".to_owned(),
    };
    let doing = case.reports.map_or_else(
        || "Begins when the plan does.".to_owned(),
        |(in_, of)| {
            format!(
                "Reports in for {in_} of {}.",
                words::figures(of, "day", "days")
            )
        },
    );
    let held = case
        .meetings
        .iter()
        .filter(|meeting| meeting.recorded.is_some())
        .count();
    let review = match held {
        0 => "No meeting held yet.".to_owned(),
        held => format!(
            "{} held, then back to Do.",
            words::capital(&words::count(held, "meeting", "meetings"))
        ),
    };
    Phases::new(
        (state(0), assess),
        (state(1), plan),
        (state(2), doing),
        (state(3), review),
    )
}

fn tasks(case: &CaseView, may: ActionSet, today: Date) -> TaskList {
    let base = path(&case.programme.reference);
    let open = case.tasks.iter().filter(|task| task.done.is_none());
    let mut all: Vec<Task> = open
        .map(|task| {
            let (end, action) = place_of(task.task);
            let line = if may.has(action) {
                Task::new(task.task.label(), format!("{base}{end}"))
            } else {
                Task::later(task.task.label(), "")
            };
            if task.due < today {
                line.tag(Tag::adult_is_late(format!(
                    "Was due {}",
                    words::short_date(task.due)
                )))
            } else if task.due == today {
                line.tag(Tag::wants_attention("Today"))
            } else {
                line.status(format!("By {}", words::short_date(task.due)))
            }
        })
        .collect();
    let what_next = match case.programme.stage.name() {
        StageName::Referred => Some(("Decide on the referral", "/referral", Action::ViewReferral)),
        StageName::Draft => Some(("Finish the referral", "/start/why", Action::SaveReferral)),
        StageName::Gathering => Some(("Book the first meeting", "/meetings", Action::BookMeeting)),
        StageName::MeetingSet => {
            Some(("Write targets for the meeting", "/plan", Action::DraftPlan))
        }
        StageName::Agreed => Some(("Gather the signatures", "/plan/sign", Action::ViewPlan)),
        _ => None,
    };
    if let Some((title, end, action)) = what_next
        && may.has(action)
    {
        all.push(Task::new(title, format!("{base}{end}")));
    }
    TaskList::new(all)
}

const fn place_of(task: Work) -> (&'static str, Action) {
    match task {
        Work::Decide => ("/referral", Action::ViewReferral),
        Work::ContactFamily | Work::CheckIn => ("/record", Action::RecordNote),
        Work::Agenda
        | Work::Summary
        | Work::Reports
        | Work::EarlyReview
        | Work::Evaluation
        | Work::Options => ("/meetings", Action::ViewMeetings),
        Work::Signatures | Work::Cards => ("/plan/sign", Action::ViewPlan),
        Work::BehaviourPlan | Work::TransferPack | Work::AftercareCheck | Work::CouncilMessage => {
            ("", Action::ViewProgramme)
        }
    }
}

fn lately(case: &CaseView, today: Date) -> Feed {
    case.lately.iter().fold(Feed::new(), |feed, note| {
        let said = note.words.as_deref().unwrap_or_default();
        let with = note.with.as_deref().unwrap_or("home");
        let (icon, words) = match note.kind {
            NoteKind::GoodNews => (
                Icon::Star,
                Phrase::bold(format!("{}:", note.name)).text(format!(" {said}")),
            ),
            NoteKind::Contact => (
                Icon::Speech,
                Phrase::bold(&note.name).text(format!(" was in touch with {with}. {said}")),
            ),
            NoteKind::Tried => (
                Icon::Speech,
                Phrase::bold(&note.name).text(format!(" tried to reach {with}. {said}")),
            ),
            NoteKind::CheckIn => {
                let how_long = note
                    .minutes
                    .map(|minutes| format!(" for {minutes} minutes"))
                    .unwrap_or_default();
                let met = format!(" met {}{how_long}. {said}", case.pupil.name.called());
                (Icon::People, Phrase::bold(&note.name).text(met))
            }
        };
        feed.item(icon, words, note.on, today)
    })
}

fn people(case: &CaseView) -> People {
    case.people.iter().fold(People::new(), |people, person| {
        let stands = match person.role {
            CaseRole::Parent | CaseRole::Carer => Stands::Home,
            CaseRole::Pupil => Stands::Pupil,
            CaseRole::Agency
            | CaseRole::LocalAuthority
            | CaseRole::Outreach
            | CaseRole::SocialWorker
            | CaseRole::VirtualSchool => Stands::Outside,
            _ => Stands::Staff,
        };
        let role = person
            .note
            .clone()
            .unwrap_or_else(|| words::small(person.role.label()));
        let people = people.person(stands, &person.name, role);
        match &person.subject {
            Some(subject) => people.line(Phrase::default().quiet(subject)),
            None => people,
        }
    })
}

fn glance(case: &CaseView, base: &str) -> PlanAtAGlance {
    let Some(plan) = &case.plan else {
        let empty = Empty::nothing_yet(
            "No plan yet",
            "It is written and agreed at the first meeting.",
        );
        return PlanAtAGlance::NotYet(
            empty.button(Button::link("Go to the plan", format!("{base}/plan")).secondary()),
        );
    };
    let version = Phrase::new(format!("{}. ", words::capital(&plan.version.to_string())))
        .link(format!("{base}/plan"), "Read the whole plan");
    let targets = plan
        .targets
        .iter()
        .enumerate()
        .map(|(at, target)| card(plan, target, at + 1, base))
        .collect();
    PlanAtAGlance::Agreed { version, targets }
}

fn card(plan: &Plan, target: &Target, number: usize, base: &str) -> TargetCard {
    let helps: Vec<String> = plan
        .helping(target.id)
        .map(domain::commitment::Commitment::sentence)
        .collect();
    let rewards: Vec<String> = plan
        .rewards
        .iter()
        .map(|reward| reward.text.to_string())
        .collect();
    TargetCard {
        number,
        step: Phrase::new(format!(
            "Step {} of {}",
            target.step.number(),
            target.ladder.steps().len()
        )),
        name: target.short_name.to_string(),
        href: Some(format!("{base}/plan")),
        says: target.statement.to_string(),
        ladder: Some(ladder(target, number).draw()),
        helps: Phrase::new(helps.join(" ")),
        reward: Phrase::new(words::list(&rewards)),
    }
}

/// The stairs of one target, from where it started to its goal.
pub fn ladder(target: &Target, number: usize) -> Ladder {
    let label = |level| target.scale.label(level);
    let now = target.step.number();
    let mut stairs = vec![Stair::before(label(target.baseline.level))];
    for (at, step) in target.ladder.steps().iter().enumerate() {
        let at = at + 1;
        let stair = match at.cmp(&usize::from(now)) {
            std::cmp::Ordering::Less => Stair::reached(label(step.level)),
            std::cmp::Ordering::Equal => Stair::now(label(step.level)),
            std::cmp::Ordering::Greater => Stair::to_come(label(step.level)),
        };
        stairs.push(stair);
    }
    let caption = Caption::new(
        format!("ladder-{number}"),
        format!("Step ladder for target {number}"),
    )
    .description(format!(
        "{} On step {now} of {}.",
        target.before(),
        target.ladder.steps().len()
    ));
    Ladder::to_goal(caption, stairs)
}
