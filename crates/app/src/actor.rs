//! Who is asking.

use domain::{
    account::{AccountKind, SchoolRoles},
    id::{AccountId, SchoolId},
};
use jiff::Timestamp;

/// Someone or something that asks the door to open. Made in this crate only.
#[derive(Debug, Clone)]
pub struct Actor {
    pub(crate) who: Who,
    /// Finds the log line of this request.
    pub(crate) request: String,
    /// When their session ends, whatever they do; nothing for the others.
    until: Option<Timestamp>,
}

/// The four kinds of asker.
#[derive(Debug, Clone)]
pub(crate) enum Who {
    /// Nobody has signed in.
    Stranger,
    /// The clock, acting for one school.
    System(SchoolId),
    /// The person at the server's own command line, who imports files into one
    /// school. Whoever can run the program there can read the database anyway,
    /// so this opens nothing new; it keeps what they do on record.
    Operator(SchoolId),
    /// Someone signed in.
    Person(Identity),
}

/// A signed-in person, as their session says.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The school their session is bound to.
    pub school: SchoolId,
    /// Their account.
    pub account: AccountId,
    /// What they are in the whole school.
    pub roles: SchoolRoles,
    /// How many programmes they coordinate or are key worker of.
    pub runs: u32,
    /// Staff, family, pupil or outside.
    pub kind: AccountKind,
    /// Their whole name.
    pub name: String,
    /// What to call them.
    pub known_as: String,
    /// The school's name, shown on every page.
    pub school_name: String,
}

impl Actor {
    /// Nobody in particular.
    pub fn stranger(request: impl Into<String>) -> Self {
        Self {
            who: Who::Stranger,
            request: request.into(),
            until: None,
        }
    }

    /// The clock, for one school.
    pub(crate) fn system(school: SchoolId) -> Self {
        Self {
            who: Who::System(school),
            request: "clock".into(),
            until: None,
        }
    }

    /// The person at the server's command line, for one school.
    pub(crate) fn operator(school: SchoolId) -> Self {
        Self {
            who: Who::Operator(school),
            request: "command line".into(),
            until: None,
        }
    }

    /// Someone signed in; sessions, and the demonstration make
    /// these inside this crate.
    pub(crate) fn person(identity: Identity, request: impl Into<String>) -> Self {
        Self {
            who: Who::Person(identity),
            request: request.into(),
            until: None,
        }
    }

    /// The same person, with the end of their session.
    #[must_use]
    pub(crate) fn until(mut self, ends_at: Timestamp) -> Self {
        self.until = Some(ends_at);
        self
    }

    /// When their session ends, whatever they do.
    pub fn session_ends(&self) -> Option<Timestamp> {
        self.until
    }

    /// The signed-in person, if there is one.
    pub fn identity(&self) -> Option<&Identity> {
        match &self.who {
            Who::Person(identity) => Some(identity),
            Who::Stranger | Who::System(_) | Who::Operator(_) => None,
        }
    }

    /// The school this asker is bound to.
    pub fn school(&self) -> Option<SchoolId> {
        match &self.who {
            Who::Person(identity) => Some(identity.school),
            Who::System(school) | Who::Operator(school) => Some(*school),
            Who::Stranger => None,
        }
    }

    /// What they are in the whole school.
    pub(crate) fn roles(&self) -> SchoolRoles {
        self.identity()
            .map_or(SchoolRoles::NONE, |identity| identity.roles)
    }

    /// The word for the event log.
    pub(crate) fn written(&self) -> String {
        match &self.who {
            Who::Stranger => "stranger".into(),
            Who::System(_) => "system".into(),
            Who::Operator(_) => "operator".into(),
            Who::Person(identity) => identity.account.to_string(),
        }
    }
}
