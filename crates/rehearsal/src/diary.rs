//! What happened in one school, noted in any order and written into its chain
//! in the order of time.

use app::action::Action;
use domain::event::Event;
use jiff::Timestamp;
use store::events::Circumstances;

use crate::dice::Dice;

/// Whoever did something, as the record writes them.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    /// The account, or `system`.
    pub actor: String,
    /// The roles they held for it, as codes.
    pub acting_as: String,
}

impl Voice {
    /// The clock.
    pub fn system() -> Self {
        Self {
            actor: "system".into(),
            acting_as: String::new(),
        }
    }
}

/// Events that are still to be written.
#[derive(Debug, Default)]
pub(crate) struct Diary {
    noted: Vec<(Event, Circumstances)>,
}

impl Diary {
    /// Notes one event.
    pub fn note(
        &mut self,
        dice: &mut Dice,
        (at, voice): (Timestamp, &Voice),
        action: Action,
        event: Event,
    ) {
        let about = Circumstances {
            at,
            actor: voice.actor.clone(),
            acting_as: voice.acting_as.clone(),
            action: action.code(),
            request: format!("{:016x}", dice.number()),
            salt: dice.bytes(),
        };
        self.noted.push((event, about));
    }

    /// Everything, oldest first; what happened at one instant as it was noted.
    pub fn in_order(mut self) -> Vec<(Event, Circumstances)> {
        self.noted.sort_by_key(|(_, about)| about.at);
        self.noted
    }
}
