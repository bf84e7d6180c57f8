//! From an agreed plan back to what people would type, so that the next
//! version starts from this one and stored plans can be read again.

use super::{
    Arrangements, ConsequenceSheet, HomeSheet, MonitoringSheet, PlanDraft, PromiseSheet,
    TargetSheet,
};
use crate::{
    commitment::{
        Commitment, CommitmentDraft, Consequence, HomeContact, Monitoring, Reward, RewardDraft,
        RewardTrigger,
    },
    plan::{DayToDaySheet, Plan},
    target::{Target, TargetDraft},
    text::Line,
};

impl From<&Plan> for PlanDraft {
    fn from(plan: &Plan) -> Self {
        Self {
            targets: plan.targets.iter().map(TargetSheet::from).collect(),
            promises: plan.commitments.iter().map(PromiseSheet::from).collect(),
            rewards: plan.rewards.iter().map(RewardDraft::from).collect(),
            consequences: plan
                .consequences
                .iter()
                .map(ConsequenceSheet::from)
                .collect(),
            arrangements: Arrangements::from(plan),
        }
    }
}

fn typed<const MAX: usize>(text: Option<&Line<MAX>>) -> String {
    text.map_or_else(String::new, Line::to_string)
}

impl From<&Target> for TargetSheet {
    fn from(target: &Target) -> Self {
        Self {
            id: target.id,
            saved: 1,
            draft: TargetDraft::from(target),
            step: target.step.number(),
            status: target.status.code().into(),
            review_on: target.review_on.to_string(),
        }
    }
}

impl From<&Commitment> for PromiseSheet {
    fn from(promise: &Commitment) -> Self {
        let draft = CommitmentDraft {
            owner: promise.owner.person.to_string(),
            carried_out_by: typed(promise.carried_out_by.as_ref()),
            text: promise.text.to_string(),
            how_often: promise.how_often.to_string(),
            place: typed(promise.place.as_ref()),
            starts_on: promise.starts_on.to_string(),
            ends_on: promise.ends_on.to_string(),
            targets: promise.targets.iter().map(ToString::to_string).collect(),
        };
        Self {
            id: promise.id,
            saved: 1,
            draft,
        }
    }
}

impl From<&Reward> for RewardDraft {
    fn from(reward: &Reward) -> Self {
        let (day_share, trigger) = match &reward.trigger {
            RewardTrigger::Step => (String::new(), String::new()),
            RewardTrigger::DayShare(share) => (share.0.to_string(), String::new()),
            RewardTrigger::Said(words) => (String::new(), words.to_string()),
        };
        Self {
            text: reward.text.to_string(),
            chosen_by: reward.chosen_by.code().into(),
            giver: reward.giver.code().into(),
            cost: reward.cost.code().into(),
            day_share,
            trigger,
            how_often: typed(reward.how_often.as_ref()),
            targets: reward.targets.clone(),
        }
    }
}

impl From<&Consequence> for ConsequenceSheet {
    fn from(consequence: &Consequence) -> Self {
        Self {
            text: consequence.text.to_string(),
            trigger: consequence.trigger.to_string(),
            puts_right: consequence.puts_right.to_string(),
            at_most: typed(consequence.at_most.as_ref()),
            decided_by: consequence.decided_by.person.to_string(),
            targets: consequence.targets.clone(),
        }
    }
}

impl From<&Plan> for Arrangements {
    fn from(plan: &Plan) -> Self {
        let good_at: Vec<String> = plan.good_at.iter().map(Line::to_string).collect();
        Self {
            saved: 1,
            good_at: good_at.join("\n"),
            monitoring: plan
                .monitoring
                .as_ref()
                .map_or_else(MonitoringSheet::default, MonitoringSheet::from),
            home: plan
                .home_contact
                .as_ref()
                .map_or_else(HomeSheet::default, HomeSheet::from),
            safe_place: typed(plan.safe_place.as_ref()),
            named_adults: plan
                .named_adults
                .iter()
                .map(|adult| adult.person.to_string())
                .collect(),
            day_to_day: DayToDaySheet::from(&plan.day_to_day),
        }
    }
}

impl From<&Monitoring> for MonitoringSheet {
    fn from(monitoring: &Monitoring) -> Self {
        Self {
            how_often: monitoring.how_often.code().into(),
            by: monitoring.by.person.to_string(),
            when: typed(monitoring.when.as_ref()),
            place: typed(monitoring.place.as_ref()),
            report_card: monitoring.report_card.code().into(),
        }
    }
}

impl From<&HomeContact> for HomeSheet {
    fn from(home: &HomeContact) -> Self {
        Self {
            by: home.by.person.to_string(),
            channel: home.channel.code().into(),
            how_often: home.how_often.code().into(),
            when: typed(home.when.as_ref()),
        }
    }
}
