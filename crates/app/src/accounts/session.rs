//! From a cookie to an actor: sessions end when idle, when old, when the
//! account is disabled, and when roles change.

use jiff::SignedDuration;
use store::sessions;

use super::token::Token;
use crate::{Actor, App, Identity, Refusal};

/// A session is noted as used at most once a minute, to spare the disk.
const NOTE_EVERY: SignedDuration = SignedDuration::from_secs(60);

impl App {
    /// Whoever this token belongs to, or a stranger.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub fn actor(&self, token: Option<&Token>, request: &str) -> Result<Actor, Refusal> {
        let Some(token) = token else {
            return Ok(Actor::stranger(request));
        };
        let now = self.clock().now();
        let hash = token.hash();
        let found = self.db().read(|tx| sessions::whose(tx, &hash))?;
        let Some(whose) = found else {
            return Ok(Actor::stranger(request));
        };
        let session = &whose.session;
        let idle = SignedDuration::from_mins(whose.kind.idle_minutes());
        let unused = now.duration_since(session.seen_at);
        let disabled = whose.disabled_at.is_some_and(|at| at <= now);
        if disabled || unused > idle || session.ends_at <= now {
            return Ok(Actor::stranger(request));
        }
        if unused >= NOTE_EVERY {
            // A disk that is full or locked for a moment keeps nobody from reading.
            let noted = self
                .db()
                .write(|tx| sessions::touch(tx, &hash, now).map_err(Refusal::from));
            drop(noted);
        }
        let identity = Identity {
            school: session.school,
            account: session.account,
            roles: whose.roles,
            runs: whose.runs,
            kind: whose.kind,
            name: whose.name,
            known_as: whose.known_as,
            school_name: whose.school_name,
        };
        Ok(Actor::person(identity, request).until(session.ends_at))
    }
}
