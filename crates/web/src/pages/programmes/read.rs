//! A referral in rows, for checking before it is sent and for reading after.

use app::programmes::referral::ReferralDocument;
use domain::referral::{DayPart, DayParts, FamilyAware, Referral, Tried};

use crate::{
    components::{Markup, Phrase, SummaryList},
    words,
};

/// The rows, and where each can be changed while it is a draft.
pub(super) fn rows(document: &ReferralDocument, change: Option<&str>) -> SummaryList {
    let referral = &document.referral;
    let mut rows = Rows {
        list: SummaryList::new(),
        change,
    };
    let strengths = referral.strengths.as_ref().map(ToString::to_string);
    rows.add("Good at and enjoys", strengths, "who#strengths");
    rows.add("Where things go best", parts(referral.best), "who#best");
    rows.add("Needs looked into", needs(referral), "who#sen");
    let help = referral.early_help.map(|help| help.label().to_owned());
    rows.add("Early help", help, "who#early_help");
    rows.lines("Reasons to start", triggers(referral), "why#triggers");
    let seen = referral.concerns.iter().map(Phrase::new);
    rows.lines("What is seen", seen.collect(), "why#concern-1");
    let since = referral.since.as_ref().map(ToString::to_string);
    rows.add("Since", since, "why#since");
    rows.add("Where things go worst", parts(referral.worst), "why#worst");
    let done = referral.tried.iter().map(tried).collect();
    rows.lines("What has been tried", done, "why#tried-1-what");
    rows.lines("Other plans", plans(referral), "other-plans#plans");
    let keep = document.keep.as_ref().map(ToString::to_string);
    rows.add("Worth keeping", keep, "other-plans#keep");
    rows.add("Family", family(referral), "dates#family");
    let told = referral.pupil_told.map(words::long_date);
    rows.add("Pupil told", told, "dates#pupil-on");
    let soon = referral.urgency.map(|one| one.label().to_owned());
    rows.add("How soon", soon, "dates#urgency");
    rows.list
}

struct Rows<'a> {
    list: SummaryList,
    change: Option<&'a str>,
}

impl Rows<'_> {
    /// A row; left out when there is nothing and nothing can be added.
    fn add(&mut self, key: &str, value: Option<String>, place: &str) {
        let value = value.map(Phrase::new);
        self.lines(key, value.into_iter().collect(), place);
    }

    fn lines(&mut self, key: &str, values: Vec<Phrase>, place: &str) {
        let nothing = values.is_empty();
        if nothing && self.change.is_none() {
            return;
        }
        let value = if nothing {
            Markup::of(Phrase::default().quiet("Nothing yet"))
        } else {
            let last = values.len() - 1;
            let lines = values.into_iter().enumerate();
            lines.fold(Markup::default(), |all, (n, value)| {
                all.and(if n < last { value.new_line() } else { value })
            })
        };
        let list = std::mem::take(&mut self.list).row_of(key, value);
        self.list = match self.change {
            Some(start) => list.action("Change", format!("{start}/{place}"), key.to_lowercase()),
            None => list,
        };
    }
}

fn parts(parts: DayParts) -> Option<String> {
    let labels: Vec<&str> = parts.iter().map(DayPart::label).collect();
    (!labels.is_empty()).then(|| labels.join(", "))
}

fn needs(referral: &Referral) -> Option<String> {
    let sen = referral.sen_screen.map(|one| {
        let on = one
            .on
            .map(|on| format!(", {}", words::long_date_with_year(on)));
        let label = one.screen.label().to_lowercase();
        format!("Special needs: {label}{}", on.unwrap_or_default())
    });
    let language = referral.language_screen;
    let language =
        language.map(|one| format!("Speech and language: {}", one.label().to_lowercase()));
    let said: Vec<String> = [sen, language].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(". "))
}

fn triggers(referral: &Referral) -> Vec<Phrase> {
    let noted = referral.triggers.iter();
    noted
        .map(|one| match &one.evidence {
            Some(evidence) => Phrase::bold(one.trigger.label()).text(format!(": {evidence}")),
            None => Phrase::bold(one.trigger.label()),
        })
        .collect()
}

fn tried(tried: &Tried) -> Phrase {
    let from = words::long_date_with_year(tried.from);
    let until = tried.until.map_or_else(
        || ", still going on".to_owned(),
        |until| format!(" to {}", words::long_date_with_year(until)),
    );
    let effect = tried.effect.label().to_lowercase();
    let note = tried.note.as_ref().map(|note| format!(" {note}"));
    Phrase::bold(tried.what.label()).text(format!(
        ": {effect}. {}, {from}{until}.{}",
        tried.by,
        note.unwrap_or_default()
    ))
}

fn plans(referral: &Referral) -> Vec<Phrase> {
    let Some(plans) = &referral.plans else {
        return Vec::new();
    };
    if plans.is_empty() {
        return vec![Phrase::new("None")];
    }
    let plans = plans.iter();
    plans
        .map(|one| Phrase::bold(one.plan.label()).text(format!(". {}", one.plan.what_happens())))
        .collect()
}

fn family(referral: &Referral) -> Option<String> {
    Some(match referral.family? {
        FamilyAware::ByPhone { on } => format!("Told by phone on {}", words::long_date(on)),
        FamilyAware::InPerson { on } => format!("Told in person on {}", words::long_date(on)),
        FamilyAware::NotYet => "Not told yet".to_owned(),
    })
}
