//! Proofs that the door cannot be walked around: each of these must not
//! compile, for the reason its error code names. Compiled by `cargo test --doc` alone.
//!
//! A verb that names no action, so that the policy would not know it:
//!
//! ```compile_fail,E0046
//! # use app::{Command, Refusal, gate::{Granted, Recorded}, subject::School};
//! struct Quietly;
//! impl Command for Quietly {
//!     type On = School;
//!     type Output = ();
//!     fn on(&self) {}
//!     fn run(self, _: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
//!         Ok(cx.unchanged(()))
//!     }
//! }
//! ```
//!
//! One that answers without saying what happened:
//!
//! ```compile_fail,E0053
//! # use app::{Command, Refusal, action::Action, gate::Granted, subject::School};
//! struct Quietly;
//! impl Command for Quietly {
//!     const ACTION: Action = Action::ChangeSettings;
//!     type On = School;
//!     type Output = ();
//!     fn on(&self) {}
//!     fn run(self, _: School, _: &mut Granted<'_, '_>) -> Result<(), Refusal> {
//!         Ok(())
//!     }
//! }
//! ```
//!
//! One that makes up that something happened:
//!
//! ```compile_fail,E0451
//! # use app::gate::Recorded;
//! let made_up = Recorded { events: Vec::new(), output: () };
//! ```
//!
//! Permission made by hand, which would open the way to a verb's `run`:
//!
//! ```compile_fail,E0451
//! # use app::{Actor, App, gate::Viewing, policy::Facts};
//! # fn with(tx: &mut store::Tx<'_>, app: &App, actor: &Actor) {
//! let made_up = Viewing { tx, app, actor, facts: Facts::default() };
//! # }
//! ```
//!
//! And an asker made by hand:
//!
//! ```compile_fail,E0624
//! # use app::Actor;
//! # fn with(school: domain::id::SchoolId) {
//! let made_up = Actor::system(school);
//! # }
//! ```
//!
//! With everything in place it does compile:
//!
//! ```
//! # use app::{Command, Refusal, action::Action, gate::{Granted, Recorded}, subject::School};
//! struct Openly;
//! impl Command for Openly {
//!     const ACTION: Action = Action::ChangeSettings;
//!     type On = School;
//!     type Output = ();
//!     fn on(&self) {}
//!     fn run(self, _: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
//!         Ok(cx.unchanged(()))
//!     }
//! }
//! ```
