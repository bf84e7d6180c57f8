//! Signing in. The same answer, after the same time, for known and unknown.

use domain::{
    account::{Email, SignInRefusal},
    clock::Clock,
    event::Event,
    id::{AccountId, SchoolId},
};
use jiff::{SignedDuration, Timestamp};
use store::{Broken, Tx, accounts::AccountRow, sessions};

use super::{
    password::Password,
    throttle::{self, Per},
    token::{Token, hash_of},
};
use crate::{
    Actor, App, Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Installation,
};

/// Sessions one account may have at a time; the oldest ends.
const SESSIONS: u32 = 5;
/// How long a place is known after the last sign-in from it.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What came of trying to sign in.
#[derive(Debug)]
pub enum SignInAnswer {
    /// Signed in: the token goes into the cookie.
    In(Token),
    /// Wrong, or unknown, or disabled: it is not said which.
    No,
    /// Too many tries; nothing was looked at.
    Wait {
        /// Seconds until the next try.
        seconds: i64,
    },
}

impl App {
    /// Tries to sign in. The slow hash is worked out before the transaction.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub fn sign_in(
        &self,
        actor: &Actor,
        email: &str,
        password: &Password,
        address: &str,
    ) -> Result<SignInAnswer, Refusal> {
        let typed = email.trim().to_lowercase();
        let mut subjects = Subjects::of(&typed, address);
        let email: Option<Email> = typed.parse().ok();
        let now = self.clock().now();
        // A wait by a clock that stands still would never end.
        let slows = !matches!(self.clock(), Clock::Fixed(_));
        let (account, wait) = self.db().write(|tx| -> Result<_, Refusal> {
            let account = email
                .as_ref()
                .map(|email| store::accounts::by_email(tx, email))
                .transpose()?;
            subjects.place = if sessions::tries(tx, &subjects.pair)?.is_some() {
                Place::Known
            } else {
                Place::New
            };
            let wait = slows.then(|| throttle::count(tx, &subjects.watched(), now));
            Ok((account.flatten(), wait.transpose()?.flatten()))
        })?;
        if let Some(seconds) = wait {
            return Ok(SignInAnswer::Wait { seconds });
        }
        let stored = account
            .as_ref()
            .and_then(|account| account.password.as_deref());
        let right = self.matches(password, stored)?;
        let known = account.as_ref().map(|account| Known {
            school: account.school,
            id: account.id,
            why: if right {
                SignInRefusal::Disabled
            } else {
                SignInRefusal::Wrong
            },
        });
        let account =
            account.filter(|account| right && account.disabled_at.is_none_or(|at| at > now));
        self.execute(
            actor,
            SignIn {
                subjects,
                known,
                account,
                token: Token::new(self)?,
            },
        )
    }
}

/// The account that was tried, for the record.
struct Known {
    school: SchoolId,
    id: AccountId,
    why: SignInRefusal,
}

/// Whether this account was signed in to from this address before.
#[derive(Clone, Copy)]
enum Place {
    Known,
    New,
}

/// What is counted, by nothing that can be turned back into a name.
struct Subjects {
    account: String,
    address: String,
    pair: String,
    place: Place,
}

impl Subjects {
    fn of(typed: &str, address: &str) -> Self {
        Self {
            account: format!("account:{}", hash_of("account", typed)),
            address: format!("address:{}", hash_of("address", address)),
            pair: format!("pair:{}", hash_of("pair", &format!("{typed} {address}"))),
            place: Place::New,
        }
    }

    fn watched(&self) -> Vec<(&str, Per)> {
        match self.place {
            Place::Known => vec![(&self.pair, Per::Account)],
            Place::New => vec![(&self.account, Per::Account), (&self.address, Per::Address)],
        }
    }

    /// It was the right password: from here on this place is known.
    fn right(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<(), Broken> {
        if let Place::New = self.place {
            sessions::take_back_try(tx, &self.address, now)?;
            sessions::forget_failures(tx, &self.account)?;
        }
        let none = sessions::Tries {
            failures: 0,
            wait_until: now,
            last_at: now,
        };
        sessions::note_tries(tx, &self.pair, none)?;
        let long_ago = now.checked_sub(KNOWN_FOR).unwrap_or(now);
        sessions::forget_tries_before(tx, long_ago)
    }
}

/// Private: made by [`App::sign_in`] alone, after the password was checked.
struct SignIn {
    subjects: Subjects,
    known: Option<Known>,
    account: Option<AccountRow>,
    token: Token,
}

impl Command for SignIn {
    const ACTION: Action = Action::SignIn;
    type On = Installation;
    type Output = SignInAnswer;

    fn on(&self) {}

    fn run(
        self,
        _: Installation,
        cx: &mut Granted<'_, '_>,
    ) -> Result<Recorded<SignInAnswer>, Refusal> {
        let now = cx.now();
        if let Some(known) = &self.known {
            cx.for_school(known.school)?;
        }
        let Some(account) = self.account else {
            let event = match self.known {
                Some(known) => Event::SignInRefused {
                    account: known.id,
                    why: known.why,
                },
                None => Event::StrangerRefused {
                    why: SignInRefusal::Unknown,
                },
            };
            return Ok(cx.record(event, SignInAnswer::No));
        };
        let minutes = account.kind.longest_minutes();
        let ends_at = now
            .checked_add(SignedDuration::from_mins(minutes))
            .unwrap_or(now);
        let session = sessions::Session {
            school: account.school,
            account: account.id,
            made_at: now,
            seen_at: now,
            ends_at,
        };
        // The oldest make room first: one that begins at the same moment stays.
        sessions::keep_newest(cx.tx(), account.school, account.id, SESSIONS - 1)?;
        sessions::begin(cx.tx(), &self.token.hash(), &session)?;
        sessions::purge(cx.tx(), now)?;
        self.subjects.right(cx.tx(), now)?;
        store::accounts::signed_in(cx.tx(), account.school, account.id, now)?;
        Ok(cx.record(
            Event::SignedIn {
                account: account.id,
            },
            SignInAnswer::In(self.token),
        ))
    }
}
