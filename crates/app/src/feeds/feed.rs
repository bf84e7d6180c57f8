//! One feed, as the gate loads it.

use domain::id::FeedId;
use jiff::civil::Date;
use store::{
    Tx,
    feeds::{self, FeedRow},
};

use crate::{
    Actor, Refusal,
    policy::Facts,
    subject::{School, Subject},
};

/// A feed of the asker's own school.
#[derive(Debug, Clone)]
pub struct Feed {
    pub(super) row: FeedRow,
    /// The school's unique reference number.
    pub(super) urn: String,
}

impl Subject for Feed {
    type Key = FeedId;

    fn load(
        tx: &mut Tx<'_>,
        actor: &Actor,
        key: FeedId,
        today: Date,
    ) -> Result<Option<(Self, Facts)>, Refusal> {
        let Some((school, facts)) = School::load(tx, actor, (), today)? else {
            return Ok(None);
        };
        let row = feeds::find(tx, school.0.id, key)?;
        let urn = school.0.urn;
        Ok(row.map(|row| (Self { row, urn }, facts)))
    }
}
