//! From a cookie to an actor: sessions end when idle, when old, when the
//! account is disabled, and when roles change.

use jiff::SignedDuration;
use store::{accounts, schools, sessions};

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
        let found = self.db().read(|tx| -> Result<_, Refusal> {
            let Some(session) = sessions::find(tx, &hash)? else {
                return Ok(None);
            };
            let Some(account) = accounts::find(tx, session.school, session.account)? else {
                return Ok(None);
            };
            let school = schools::find(tx, session.school)?;
            Ok(school.map(|school| (session, account, school)))
        })?;
        let Some((session, account, school)) = found else {
            return Ok(Actor::stranger(request));
        };
        let idle = SignedDuration::from_mins(account.kind.idle_minutes());
        let unused = now.duration_since(session.seen_at);
        let disabled = account.disabled_at.is_some_and(|at| at <= now);
        if disabled || unused > idle || session.ends_at <= now {
            return Ok(Actor::stranger(request));
        }
        if unused >= NOTE_EVERY {
            self.db()
                .write(|tx| sessions::touch(tx, &hash, now).map_err(Refusal::from))?;
        }
        let identity = Identity {
            school: session.school,
            account: account.id,
            roles: account.roles,
            kind: account.kind,
            name: account.name,
            known_as: account.known_as,
            school_name: school.name,
        };
        Ok(Actor::person(identity, request).until(session.ends_at))
    }
}
