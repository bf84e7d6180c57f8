//! A plan as plain lines, always in the same order, so that the same plan gives
//! the same hash and a person can read what was signed.
//!
//! Text in a plan has no line breaks, so no answer can pass for another line.
//! A change here gives new plans another form number; kept plans keep their own
//! words and hash.

use std::fmt::{Display, Write};

use super::Plan;
use crate::{
    commitment::{Commitment, Consequence, Owner, Reward, RewardTrigger},
    id::TargetId,
    target::{Area, Scale, Target},
};

/// The number of this form.
const FORM: u8 = 2;

/// The whole plan.
pub(super) fn whole(plan: &Plan) -> String {
    let mut lines = Lines::default();
    lines.put("mainstay plan, form", FORM);
    lines.put("plan", plan.id);
    lines.put("version", plan.version.number());
    lines.maybe("reason", plan.reason.as_ref());
    lines.text.push_str(&rest(plan));
    for each in &plan.targets {
        lines.text.push_str(&target(each));
        lines.put("  status", each.status.code());
        lines.put("  on step", each.step.number());
        lines.put("  review", each.review_on);
    }
    for each in &plan.commitments {
        lines.text.push_str(&promise(each));
    }
    lines.text
}

/// One target, without how it stands or when it is next looked at.
pub(super) fn target(target: &Target) -> String {
    let mut lines = Lines::default();
    lines.put("target", target.id);
    lines.put("  called", &target.short_name);
    lines.put("  does", &target.statement);
    lines.put("  where", &target.place);
    lines.maybe("  why", target.why.as_ref());
    lines.maybe("  about", target.area.map(Area::code));
    for setting in &target.settings {
        lines.put("  setting", setting.code());
    }
    lines.put("  counted", scale(target.scale));
    lines.put("  ticked", target.ticker.by().code());
    lines.maybe("  ticked by", target.ticker.adult().map(owner));
    let before = &target.baseline;
    lines.put(
        "  before",
        format!(
            "{} over {} days, {} to {}, {}",
            before.level,
            before.recorded_days.0,
            before.from,
            before.to,
            before.source.code()
        ),
    );
    for step in target.ladder.steps() {
        lines.put("  step", format!("{} by {}", step.level, step.by_week));
    }
    lines.maybe("  for staff", target.staff_wording.as_ref());
    lines.maybe("  kept because", target.kept_wording.as_ref());
    lines.text
}

/// One promise.
pub(super) fn promise(promise: &Commitment) -> String {
    let mut lines = Lines::default();
    lines.put("promise", promise.id);
    lines.put(
        "  by",
        format!("{} {}", promise.party.code(), owner(&promise.owner)),
    );
    lines.maybe("  carried out by", promise.carried_out_by.as_ref());
    lines.put("  will", &promise.text);
    lines.put("  how often", &promise.how_often);
    lines.maybe("  place", promise.place.as_ref());
    lines.put("  from", promise.starts_on);
    lines.put("  until", promise.ends_on);
    lines.targets(&promise.targets);
    lines.text
}

/// Everything but targets, promises and the version's own id, number and reason.
pub(super) fn rest(plan: &Plan) -> String {
    let mut lines = Lines::default();
    lines.put("starts", plan.starts_on);
    lines.put("ends", plan.ends_on);
    for each in &plan.good_at {
        lines.put("good at", each);
    }
    for each in &plan.rewards {
        reward(&mut lines, each);
    }
    for each in &plan.consequences {
        consequence(&mut lines, each);
    }
    if let Some(each) = &plan.monitoring {
        lines.put(
            "meets",
            format!("{} {}", each.how_often.code(), owner(&each.by)),
        );
        lines.maybe("  when", each.when.as_ref());
        lines.maybe("  place", each.place.as_ref());
        lines.put("  report", each.report_card.code());
    }
    if let Some(each) = &plan.home_contact {
        lines.put(
            "home",
            format!(
                "{} {} {}",
                each.how_often.code(),
                each.channel.code(),
                owner(&each.by)
            ),
        );
        lines.maybe("  when", each.when.as_ref());
    }
    lines.maybe("safe place", plan.safe_place.as_ref());
    for each in &plan.named_adults {
        lines.put("named adult", owner(each));
    }
    for (part, agreed) in plan.day_to_day.parts() {
        for line in agreed {
            lines.put(part.code(), line);
        }
    }
    lines.text
}

fn reward(lines: &mut Lines, reward: &Reward) {
    lines.put("reward", &reward.text);
    lines.put("  chosen by", reward.chosen_by.code());
    lines.put("  from", reward.giver.code());
    lines.put("  cost", reward.cost.code());
    match &reward.trigger {
        RewardTrigger::Step => lines.put("  for", "step"),
        RewardTrigger::DayShare(share) => lines.put("  for day share", share.0),
        RewardTrigger::Said(words) => lines.put("  for, in words", words),
    }
    lines.maybe("  how often", reward.how_often.as_ref());
    lines.targets(&reward.targets);
}

fn consequence(lines: &mut Lines, consequence: &Consequence) {
    lines.put("consequence", &consequence.text);
    lines.put("  when", &consequence.trigger);
    lines.put("  decided by", owner(&consequence.decided_by));
    lines.put("  puts right", &consequence.puts_right);
    lines.maybe("  at most", consequence.at_most.as_ref());
    lines.targets(&consequence.targets);
}

fn owner(owner: &Owner) -> String {
    format!("{} {}", owner.person, owner.name)
}

fn scale(scale: Scale) -> String {
    let most = scale
        .out_of
        .map_or_else(|| "no most".into(), |most| format!("out of {most}"));
    format!(
        "{} {} {} a {}, {} is better",
        scale.measure.code(),
        scale.unit.code(),
        most,
        scale.per.code(),
        scale.better.code()
    )
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn put(&mut self, key: &str, value: impl Display) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{key}: {value}");
    }

    fn maybe(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    fn targets(&mut self, targets: &[TargetId]) {
        for target in targets {
            self.put("  for", target);
        }
    }
}
