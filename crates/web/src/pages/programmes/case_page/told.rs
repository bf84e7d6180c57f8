//! What is said before everything else on a case: that it is out of time, what
//! its reader is told of, why it was closed, and what was decided before.

use app::programmes::{
    show::{CaseView, Decision},
    told::{News, Told},
};
use domain::{
    programme::{Ending, TransferReason},
    timers::EndStanding,
};
use jiff::civil::Date;

use crate::{
    components::{Banner, Button, Hidden, Inset, Markup, Phrase},
    pages::programmes::header::path,
    words,
};

/// The notices of one case.
pub(super) fn told(case: &CaseView, token: &Hidden) -> Markup {
    let all = Markup::default();
    let all = match late(case) {
        Some(banner) => all.and(banner),
        None => all,
    };
    case.told.iter().fold(all, |all, one| {
        let action = format!("{}/seen", path(&case.programme.reference));
        let seen = Button::post("I have seen it", action, token.clone());
        all.and(Inset::new(news(one)))
            .and(seen.with("move", one.n).secondary())
    })
}

/// A programme that is past its end and waits for its adults.
fn late(case: &CaseView) -> Option<Banner> {
    let end = case.against_end?;
    let ended = words::long_date(end.dates.planned_end);
    match end.standing {
        EndStanding::Running | EndStanding::FinalDue => None,
        EndStanding::EvaluationOverdue => {
            let by = words::long_date(end.dates.evaluation_due);
            let words = format!("How it ended was to be written by {by}.");
            let more = "The coordinator writes it with everyone. The head knows that it is late.";
            Some(Banner::to_know("Not written yet", words).more(more))
        }
        EndStanding::OutOfTime => {
            let words = format!(
                "The plan ended on {ended}. There has been no final meeting, and no more time \
                 was given."
            );
            let more = "Hold the final meeting and say how it ended, or ask the head for more \
                        time. The head hears of it each day until then.";
            Some(Banner::to_know("Out of time", words).more(more))
        }
    }
}

fn news(told: &Told) -> String {
    let day = words::long_date(told.on);
    match told.news {
        News::Declined(_) => {
            format!(
                "Your referral was declined on {day}. Its page says why, and what happens instead."
            )
        }
        News::Asked => format!("Your referral came back with a question on {day}."),
        News::Concern => format!("A concern about this plan was raised on {day}."),
        News::HomeEducation => format!(
            "{} left for home education on {day}, while this programme was open. Make sure that \
             it is the family’s own choice and that the council knows.",
            told.pupil
        ),
    }
}

/// Why a programme was closed before its end, and when.
pub(super) fn closed(on: Date, ending: Ending) -> String {
    let day = words::long_date_with_year(on);
    match ending {
        Ending::Judged(_) => format!("Closed on {day}."),
        Ending::Transferred(TransferReason::HomeEducation) => {
            format!("Closed on {day}, because the pupil left for home education.")
        }
        Ending::Transferred(reason) => format!(
            "Closed on {day}, because the pupil left this school: {}.",
            words::small(reason.label())
        ),
        Ending::Withdrawn(reason) => {
            format!("Stopped on {day}: {}.", words::small(reason.label()))
        }
    }
}

/// "Pause, 12 October. Long illness. In hospital until half term."
pub(super) fn decided(case: &CaseView) -> Vec<Phrase> {
    let line = |one: &Decision| {
        let parts = [one.reason.map(str::to_owned), one.words.clone()];
        let why: Vec<String> = parts.into_iter().flatten().map(sentence).collect();
        let day = words::long_date(one.on);
        let end = if why.is_empty() { "." } else { ". " };
        Phrase::bold(one.what).text(format!(", {day}{end}{}", why.join(" ")))
    };
    case.decided.iter().map(line).collect()
}

fn sentence(words: String) -> String {
    let whole = words.trim();
    if whole.ends_with(['.', '!', '?']) {
        whole.to_owned()
    } else {
        format!("{whole}.")
    }
}
