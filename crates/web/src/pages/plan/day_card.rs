//! The strategy card: what every adult does the same way, to be read in a
//! minute by somebody who has never met the pupil.

use domain::{
    commitment::ReportCard,
    plan::{DayPart, Plan},
    text::Line,
};

use crate::{components::SummaryList, words};

/// The card in words.
pub(super) struct DayCard {
    /// Lists side by side: what each is called, and its lines.
    pub lists: Vec<(&'static str, Vec<String>)>,
    /// Steps to take in order, when it gets too much.
    pub calm: Vec<String>,
    /// Everything else, a line each.
    pub facts: SummaryList,
}

impl DayCard {
    /// The card of one version; none while nobody wrote anything for it.
    pub fn of(plan: &Plan) -> Option<Self> {
        let written = !plan.day_to_day.is_empty();
        if !written && plan.safe_place.is_none() && plan.named_adults.is_empty() {
            return None;
        }
        let lists = [DayPart::Do, DayPart::Avoid, DayPart::EarlySigns]
            .map(|part| (part.label(), said(plan, part)));
        Some(Self {
            lists: lists
                .into_iter()
                .filter(|(_, lines)| !lines.is_empty())
                .collect(),
            calm: said(plan, DayPart::CalmSteps),
            facts: facts(plan),
        })
    }
}

fn said(plan: &Plan, part: DayPart) -> Vec<String> {
    let lines = plan.day_to_day.lines(part).iter();
    lines.map(Line::to_string).collect()
}

fn facts(plan: &Plan) -> SummaryList {
    let mut facts = SummaryList::new().dense().no_border();
    if let Some(place) = &plan.safe_place {
        facts = facts.row("Where to go", place.as_str());
    }
    let adults: Vec<&str> = plan
        .named_adults
        .iter()
        .map(|adult| adult.name.as_str())
        .collect();
    if !adults.is_empty() {
        facts = facts.row("Who to call", words::list(&adults));
    }
    for part in [
        DayPart::ExitCard,
        DayPart::Seat,
        DayPart::Phone,
        DayPart::Breaks,
        DayPart::Moving,
    ] {
        for line in plan.day_to_day.lines(part) {
            facts = facts.row(part.label(), line.as_str());
        }
    }
    match ReportCard::of(plan.monitoring.as_ref()) {
        ReportCard::No => {}
        card => facts = facts.row("Ticking", card.label()),
    }
    facts.row("Holds until", words::long_date_with_year(plan.ends_on))
}
