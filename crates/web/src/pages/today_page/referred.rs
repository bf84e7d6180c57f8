//! Referrals that are handed in: each says whom it waits for.

use app::programmes::today::{Referred, TodayView, Waits};
use jiff::civil::Date;

use super::items::Item;
use crate::pages::programmes::{decide::waiting_for, header::path};

/// One item a referral.
pub(super) fn items(view: &TodayView, today: Date) -> impl Iterator<Item = Item> {
    let head = view.is_head;
    view.referred.iter().map(move |one| item(one, head, today))
}

fn item(one: &Referred, head: bool, today: Date) -> Item {
    let (name, class) = (one.line.name.full(), &one.line.class);
    let (title, why, button) = match &one.waits {
        Waits::MyCheck => (
            format!("Check {name}’s referral for safeguarding"),
            "It waits for your check.".to_owned(),
            "Check it",
        ),
        Waits::Check(lead) => (
            format!("{name}’s referral"),
            waiting_for(lead.as_deref(), head),
            "Read it",
        ),
        Waits::MyDecision => (
            format!("Decide on the referral of {name}"),
            "It has been checked and waits for your decision.".to_owned(),
            "Read it",
        ),
        Waits::Decision => (
            format!("{name}’s referral"),
            "It waits for the headteacher’s decision.".to_owned(),
            "Read it",
        ),
    };
    Item {
        due: today,
        title,
        why: format!("{class}. {why}"),
        href: format!("{}/referral", path(&one.line.programme.reference)),
        button,
    }
}
