//! Signing in. The same answer, after the same time, for known and unknown.

use domain::{
    account::{Email, SignInRefusal},
    event::Event,
    id::{AccountId, SchoolId},
};
use jiff::SignedDuration;
use store::{accounts::AccountRow, sessions};

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
        let subjects = Subjects {
            account: format!("account:{}", hash_of("account", &typed)),
            address: format!("address:{}", hash_of("address", address)),
        };
        let email: Option<Email> = typed.parse().ok();
        let now = self.clock().now();
        let (account, waits) = self.db().read(|tx| -> Result<_, Refusal> {
            let account = email
                .as_ref()
                .map(|email| store::accounts::by_email(tx, email))
                .transpose()?;
            let waits = [
                throttle::still_to_wait(sessions::tries(tx, &subjects.account)?, now),
                throttle::still_to_wait(sessions::tries(tx, &subjects.address)?, now),
            ];
            Ok((account.flatten(), waits))
        })?;
        if let Some(seconds) = waits.into_iter().flatten().max() {
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

struct Subjects {
    account: String,
    address: String,
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
            for (subject, per) in [
                (&self.subjects.account, Per::Account),
                (&self.subjects.address, Per::Address),
            ] {
                let before = sessions::tries(cx.tx(), subject)?;
                sessions::note_failure(
                    cx.tx(),
                    subject,
                    throttle::after_failure(before, per, now),
                    now,
                )?;
            }
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
        sessions::forget_failures(cx.tx(), &self.subjects.account)?;
        store::accounts::signed_in(cx.tx(), account.school, account.id, now)?;
        Ok(cx.record(
            Event::SignedIn {
                account: account.id,
            },
            SignInAnswer::In(self.token),
        ))
    }
}
