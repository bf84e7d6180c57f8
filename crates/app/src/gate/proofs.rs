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
//! One that names nothing it is done to, so that nobody could look it up in the
//! asker's own school:
//!
//! ```compile_fail,E0046
//! # use app::{Command, Refusal, action::Action, gate::{Granted, Recorded}, subject::School};
//! struct Quietly;
//! impl Command for Quietly {
//!     const ACTION: Action = Action::ChangeSettings;
//!     type Output = ();
//!     fn on(&self) {}
//!     fn run(self, _: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
//!         Ok(cx.unchanged(()))
//!     }
//! }
//! ```
//!
//! One that is done to something the gate does not load:
//!
//! ```compile_fail,E0277
//! # use app::{Command, Refusal, action::Action, gate::{Granted, Recorded}};
//! struct Quietly;
//! impl Command for Quietly {
//!     const ACTION: Action = Action::ChangeSettings;
//!     type On = String;
//!     type Output = ();
//!     fn on(&self) -> <Self::On as app::subject::Subject>::Key { unreachable!() }
//!     fn run(self, _: String, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
//!         Ok(cx.unchanged(()))
//!     }
//! }
//! ```
//!
//! A view that names no action:
//!
//! ```compile_fail,E0046
//! # use app::{Query, Refusal, gate::Viewing, subject::School};
//! struct Quietly;
//! impl Query for Quietly {
//!     type On = School;
//!     type Output = ();
//!     fn on(&self) {}
//!     fn run(self, _: School, _: &mut Viewing<'_, '_>) -> Result<(), Refusal> {
//!         Ok(())
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
//! ```compile_fail,E0451
//! # use app::{Actor, App, gate::Granted, policy::Facts};
//! # fn with(tx: &mut store::Tx<'_>, app: &App, actor: &Actor) {
//! let made_up = Granted { tx, app, actor, facts: Facts::default(), chain: None, before: Vec::new() };
//! # }
//! ```
//!
//! A verb's `run` called past the gate, which nobody has the permission for:
//!
//! ```compile_fail,E0061
//! # use app::{Command, accounts::disable::DisableAccount, subject::School};
//! # fn with(disable: DisableAccount, school: School) {
//! let done = disable.run(school);
//! # }
//! ```
//!
//! Someone signed in made up, with any role one likes:
//!
//! ```compile_fail,E0624
//! # use app::{Actor, Identity};
//! # fn with(identity: Identity) {
//! let made_up = Actor::person(identity, "me");
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
