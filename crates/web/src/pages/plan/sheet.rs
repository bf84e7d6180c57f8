//! An agreed plan as words for a page: the same on the staff's page and on the
//! family's own copy.

use app::plans::view::AgreedView;
use domain::{
    commitment::{Cost, Reward},
    plan::Plan,
    target::{Target, TargetStatus},
};

use super::day_card::DayCard;
use crate::{
    charts::Picture, components::SummaryList, pages::programmes::case_page::ladder, words,
};

/// A version in words.
pub(super) struct AgreedSheet {
    /// What a form sends back: the version that was shown.
    pub number: u32,
    /// "Version 2, agreed Tuesday 10 November. Runs from … to …".
    pub version: String,
    pub good_at: Vec<String>,
    pub targets: Vec<TargetPart>,
    /// The strategy card, where it comes before the targets.
    pub day_first: Option<DayCard>,
    /// The strategy card, where it comes after them.
    pub day: Option<DayCard>,
    pub promises: Vec<PromiseLine>,
    pub checks: Vec<String>,
}

/// One target in words and as stairs.
pub(super) struct TargetPart {
    pub heading: String,
    pub sentence: String,
    pub facts: SummaryList,
    pub ladder: Picture,
}

/// One promise.
pub(super) struct PromiseLine {
    pub who: String,
    pub will: String,
    pub how_often: String,
}

impl AgreedSheet {
    /// The words of one version.
    pub fn of(view: &AgreedView, pupil: &str) -> Self {
        let plan = &view.plan;
        let promises = plan.commitments.iter().map(|promise| PromiseLine {
            who: promise.who().to_owned(),
            will: promise.text.to_string(),
            how_often: promise.how_often.to_string(),
        });
        Self {
            number: plan.version.number(),
            version: format!(
                "{}, agreed {}. It runs from {} to {}.",
                words::capital(&plan.version.to_string()),
                words::long_date(view.agreed_on),
                words::long_date_with_year(plan.starts_on),
                words::long_date_with_year(plan.ends_on)
            ),
            good_at: plan.good_at.iter().map(ToString::to_string).collect(),
            targets: targets(plan),
            day_first: None,
            day: DayCard::of(plan),
            promises: promises.collect(),
            checks: checks(plan, pupil),
        }
    }
}

impl AgreedSheet {
    /// For whoever comes to the plan for its card: teachers and people from outside.
    #[must_use]
    pub fn card_first(mut self) -> Self {
        self.day_first = self.day.take();
        self
    }
}

fn targets(plan: &Plan) -> Vec<TargetPart> {
    let part = |(place, target): (usize, &Target)| TargetPart {
        heading: format!("{}. {}", place + 1, target.short_name),
        sentence: target.sentence().to_string(),
        facts: facts(plan, target),
        ladder: ladder(target, place + 1).draw(),
    };
    plan.targets.iter().enumerate().map(part).collect()
}

fn facts(plan: &Plan, target: &Target) -> SummaryList {
    let mut facts = SummaryList::new();
    if let Some(why) = &target.why {
        facts = facts.row("Why it matters", format!("“{why}”"));
    }
    facts = facts.row("Before the plan", target.before());
    let helps: Vec<String> = plan
        .helping(target.id)
        .map(domain::commitment::Commitment::sentence)
        .collect();
    if !helps.is_empty() {
        facts = facts.row("Who helps", helps.join(" "));
    }
    let with = |list: &[domain::id::TargetId]| list.contains(&target.id);
    for reward in plan.rewards.iter().filter(|one| with(&one.targets)) {
        facts = facts.row("Reward", reward_words(reward));
    }
    for one in plan.consequences.iter().filter(|one| with(&one.targets)) {
        // People end a sentence with a full stop or leave it off.
        let does = one.text.to_string();
        let mends = one.puts_right.to_string();
        let words = format!(
            "{}. {}. {} decides.",
            does.trim_end_matches('.'),
            mends.trim_end_matches('.'),
            one.decided_by.name
        );
        facts = facts.row("If I don’t try", words);
    }
    facts = facts.row("Who ticks it", target.ticker.by().label());
    if target.status != TargetStatus::Open {
        facts = facts.row("How it stands", target.status.label());
    }
    facts.no_border().dense()
}

/// "Ten minutes’ basketball with Mr Petrie, for reaching a step. From school."
fn reward_words(reward: &Reward) -> String {
    let often = reward.how_often.as_ref();
    let often = often.map_or_else(String::new, |often| format!(", {often}"));
    let cost = match reward.cost {
        Cost::Nothing => String::new(),
        Cost::Small => ", and it costs a little".to_owned(),
        Cost::SchoolBudget => ", and the school’s budget pays".to_owned(),
    };
    let giver = words::small(reward.giver.label());
    format!(
        "{}{often}, {}. From {giver}{cost}.",
        reward.text,
        reward.trigger.words()
    )
}

fn checks(plan: &Plan, pupil: &str) -> Vec<String> {
    let monitoring = plan.monitoring.as_ref().map(|who| who.sentence(pupil));
    let report = plan
        .monitoring
        .as_ref()
        .map(|who| match who.report_card.code() {
            "no" => "There is no report card.".to_owned(),
            _ => format!("Teachers tick: {}.", who.report_card.label().to_lowercase()),
        });
    let home = plan.home_contact.as_ref().map(|home| {
        let often = home.how_often.label().to_lowercase();
        format!("{} is in touch with home {often}.", home.by.name)
    });
    [monitoring, report, home].into_iter().flatten().collect()
}
