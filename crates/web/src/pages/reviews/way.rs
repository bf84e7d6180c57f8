//! Where the work of a programme's stage is done, once the plan runs: the page
//! of the review that is due, the outcome, and what comes after.

use app::{action::Action, policy::ActionSet, programmes::show::CaseView};
use domain::{
    meeting::MeetingKind,
    programme::{Stage, Task as Work},
};
use jiff::civil::Date;

use crate::{pages::programmes::header::path, words};

/// The work of the hour: what it is called and where it is done.
pub fn next(case: &CaseView, may: ActionSet, today: Date) -> Vec<(String, String)> {
    let base = path(&case.programme.reference);
    let mut found = Vec::new();
    let mut add = |title: String, end: &str| found.push((title, format!("{base}{end}")));
    let early = || "Hold the early review that was asked for".to_owned();
    match &case.programme.stage {
        Stage::Active {
            run,
            review,
            concern,
        } => {
            if let Some(review) = review {
                let kind = MeetingKind::Review(review.week);
                let title = format!("Hold the {}", kind.label());
                review_of(case, may, kind, (title, today), &mut add);
            }
            if concern.is_some() {
                review_of(
                    case,
                    may,
                    MeetingKind::EarlyReview,
                    (early(), today),
                    &mut add,
                );
            }
            if today >= run.dates.ends.due.on && may.has(Action::BringFinalForward) {
                add("Begin the final meeting".into(), "/moves/final");
            }
        }
        Stage::Paused { expected, .. } if may.has(Action::Resume) => {
            let day = words::long_date(*expected);
            add(
                format!("Start the clock again, expected {day}"),
                "/moves/resume",
            );
        }
        Stage::FinalDue { proposed, .. } => {
            let end = "/meetings/final/outcome";
            match proposed {
                Some(_) if may.has(Action::ConfirmJudgement) => {
                    add("Confirm the outcome, or send it back".into(), end);
                }
                None if may.has(Action::ProposeJudgement) => {
                    add("Write how it ended, and propose the outcome".into(), end);
                }
                _ if may.has(Action::ViewEvidence) => add("See how it ended".into(), end),
                _ => {}
            }
        }
        Stage::Escalation { .. } if may.has(Action::ChooseOption) => {
            add("Choose what comes next".into(), "/not-enough");
        }
        _ => {}
    }
    found
}

/// The review of one kind: go through it when its meeting has come, else book it.
fn review_of(
    case: &CaseView,
    may: ActionSet,
    kind: MeetingKind,
    (title, today): (String, Date),
    add: &mut impl FnMut(String, &str),
) {
    let open = |meeting: &&app::programmes::show::Meeting| {
        meeting.kind == kind && meeting.cancelled.is_none()
    };
    // The newest meeting of the kind: an early review can be held more than once.
    match case.meetings.iter().rfind(open) {
        Some(meeting) if may.has(Action::RecordReview) => {
            let when = if meeting.on > today {
                format!("{title}, {}", words::long_date(meeting.on))
            } else {
                title
            };
            add(when, &format!("/meetings/{}/review", meeting.id));
        }
        None if may.has(Action::BookMeeting) => {
            add(format!("{title}: book it first"), "/meetings/book");
        }
        _ => {}
    }
}

/// Where a job is done.
pub const fn place_of(task: Work) -> (&'static str, Action) {
    match task {
        Work::Decide => ("/referral", Action::DeclineReferral),
        Work::ContactFamily => ("/record", Action::RecordNote),
        Work::CheckIn => ("/check-ins/new", Action::RecordCheckIn),
        Work::Agenda | Work::Summary | Work::Reports | Work::EarlyReview => {
            ("/meetings", Action::ViewMeetings)
        }
        Work::Evaluation => ("/meetings/final/outcome", Action::ViewEvidence),
        Work::Options | Work::CouncilMessage => ("/not-enough", Action::ViewEvidence),
        Work::AftercareCheck => ("/aftercare", Action::ViewEvidence),
        Work::Signatures | Work::Cards => ("/plan/sign", Action::ViewPlan),
        Work::LeftRoll => ("/moves", Action::Transfer),
        Work::HandOver => ("/people", Action::HandOver),
        Work::BehaviourPlan | Work::TransferPack => ("", Action::ViewProgramme),
    }
}
