//! The strategy card on the plan page: saying that one has read it, and who has.

use app::plans::card::{AcknowledgeCard, CardView, MyCard};
use axum::{extract::Path, response::Response};
use domain::plan::PlanVersion;

use crate::{
    failure::Failure,
    pages::case_band::{reference, root},
    posted::Posted,
    session::{Visit, see_other},
    words,
};

/// The card in words.
pub(super) struct CardPart {
    pub to_read: bool,
    pub read: Option<String>,
    pub heading: String,
    /// Name, part, and when they read it.
    pub readers: Vec<(String, String, String)>,
}

impl CardPart {
    /// The words of one card.
    pub fn of(card: &CardView) -> Self {
        let read = card.readers.iter().filter(|one| one.read.is_some()).count();
        let line = |one: &app::plans::card::CardReader| {
            let when = one.read.map_or_else(
                || "Not yet".to_owned(),
                |on| format!("Read {}", words::long_date(on)),
            );
            (one.name.clone(), one.part.clone(), when)
        };
        Self {
            to_read: card.mine == MyCard::ToRead,
            read: match card.mine {
                MyCard::Read(on) => Some(format!(
                    "You read this on {}. Thank you.",
                    words::long_date(on)
                )),
                MyCard::NotMine | MyCard::ToRead => None,
            },
            heading: format!("{read} of {} have read it", card.readers.len()),
            readers: card.readers.iter().map(line).collect(),
        }
    }
}

/// Says that one has read it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let version = posted.value("version").parse().ok();
    let version = version.and_then(PlanVersion::new).ok_or(Failure::BadForm)?;
    let read = AcknowledgeCard {
        reference: reference.clone(),
        version,
    };
    let plan = format!("{}/plan", root(&reference));
    match visit.execute(read).await {
        Ok(()) => Ok(see_other(&plan, Some("Thank you for reading it."))),
        Err(Failure::Conflict) => {
            let words = "The plan has changed since you opened it. Read it again, then say so.";
            Ok(see_other(&plan, Some(words)))
        }
        Err(other) => Err(other),
    }
}
