//! The one door. [`App::execute`] is the only caller of a verb's `run`, and
//! [`App::fetch`] of a view's.
//!
//! Open a transaction; load the subject or refuse as not found; ask the
//! policy; run; append the event; commit. [`Granted`], [`Viewing`] and
//! [`Recorded`] have private fields and are made here alone, so a verb without
//! a permission, a subject or an event does not compile. `gate/proofs.rs`
//! proves it.

mod door;
#[cfg(doctest)]
mod proofs;

use domain::{
    event::Event,
    id::{Id, SchoolId},
    sealed::{Apart, Lens},
};
use jiff::{Timestamp, civil::Date};
use store::{Tx, events};

use crate::{
    App, Refusal,
    action::Action,
    actor::{Actor, Identity},
    leave,
    policy::{self, ActionSet, Facts},
    reading,
    subject::{Case, Subject},
};

/// A verb: it changes something, and says so.
pub trait Command {
    /// What it does; looked up in the policy.
    const ACTION: Action;
    /// What it is done to; the gate loads it.
    type On: Subject;
    /// What it answers.
    type Output;

    /// Which one.
    fn on(&self) -> <Self::On as Subject>::Key;

    /// Does it. Reached through the gate alone.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing has then changed.
    fn run(self, on: Self::On, cx: &mut Granted<'_, '_>)
    -> Result<Recorded<Self::Output>, Refusal>;
}

/// A view: it changes nothing.
pub trait Query {
    /// What it shows; looked up in the policy.
    const ACTION: Action;
    /// What it is about; the gate loads it.
    type On: Subject;
    /// What it answers.
    type Output;

    /// Which one.
    fn on(&self) -> <Self::On as Subject>::Key;

    /// Looks. Reached through the gate alone.
    ///
    /// # Errors
    /// A [`Refusal`].
    fn run(self, on: Self::On, cx: &mut Viewing<'_, '_>) -> Result<Self::Output, Refusal>;
}

/// An answer that carries what happened.
#[derive(Debug)]
#[must_use]
pub struct Recorded<T> {
    events: Vec<Event>,
    output: T,
}

/// What a view answered, and what this person may do next.
#[derive(Debug, Clone)]
pub struct Fetched<T> {
    /// The answer.
    pub answer: T,
    /// What pressing a button would be allowed to do, by the same policy.
    pub may: ActionSet,
}

/// Proof of permission to change, with the open transaction.
#[derive(Debug)]
pub struct Granted<'a, 't> {
    tx: &'a mut Tx<'t>,
    app: &'a App,
    actor: &'a Actor,
    facts: Facts,
    apart: Apart,
    chain: Option<SchoolId>,
    before: Vec<Event>,
}

/// Proof of permission to look, with the open transaction.
#[derive(Debug)]
pub struct Viewing<'a, 't> {
    tx: &'a mut Tx<'t>,
    app: &'a App,
    actor: &'a Actor,
    facts: Facts,
    apart: Apart,
}

macro_rules! shared_face {
    ($name:ident) => {
        impl<'t> $name<'_, 't> {
            /// The open transaction.
            pub fn tx(&mut self) -> &mut Tx<'t> {
                self.tx
            }

            /// The instant it is.
            pub fn now(&self) -> Timestamp {
                self.app.clock().now()
            }

            /// The day it is, in London.
            pub fn today(&self) -> Date {
                self.app.clock().today()
            }

            /// The school of whoever asks.
            ///
            /// # Errors
            /// [`Refusal::NotFound`] for a stranger, who has none.
            pub fn school(&self) -> Result<SchoolId, Refusal> {
                self.actor.school().ok_or(Refusal::NotFound)
            }

            /// Whoever asks, when it is a person.
            ///
            /// # Errors
            /// [`Refusal::NotFound`] when it is not.
            pub fn person(&self) -> Result<&Identity, Refusal> {
                self.actor.identity().ok_or(Refusal::NotFound)
            }

            /// Whoever asks, as the record writes it.
            pub fn written(&self) -> String {
                self.actor.written()
            }

            /// What the policy was told.
            pub fn facts(&self) -> &Facts {
                &self.facts
            }

            /// Opens what this person may read here.
            pub fn lens(&self) -> Lens {
                lens(self.actor, &self.facts, &self.apart)
            }

            /// What this person may do here, by the policy.
            pub fn may(&self) -> ActionSet {
                policy::all_allowed(self.actor, &self.facts)
            }

            /// The program's settings and its clock.
            pub fn app(&self) -> &App {
                self.app
            }
        }
    };
}
shared_face!(Granted);
shared_face!(Viewing);

impl Viewing<'_, '_> {
    /// Whoever or whatever asks: for looking at another subject as the same person.
    pub(crate) fn actor(&self) -> &Actor {
        self.actor
    }

    /// The lens this person has on another programme with these facts.
    pub(crate) fn lens_for(&self, case: &Case, facts: &Facts) -> Lens {
        lens(self.actor, facts, &case.apart)
    }
}

impl Granted<'_, '_> {
    /// A new id.
    ///
    /// # Errors
    /// [`Refusal::Broken`] when the system gives no randomness.
    pub fn new_id<K>(&self) -> Result<Id<K>, Refusal> {
        self.app.new_id()
    }

    /// Says what happened, and answers.
    pub fn record<T>(&mut self, event: Event, output: T) -> Recorded<T> {
        let mut events = std::mem::take(&mut self.before);
        events.push(event);
        Recorded { events, output }
    }

    /// Says that something else happened on the way; `record` still has to follow.
    pub fn also(&mut self, event: Event) {
        self.before.push(event);
    }

    /// Writes the events to this school's chain, and takes the school's turn:
    /// for verbs of strangers, who become someone of a school by what they do.
    /// Said before anything is changed, so that nobody waits for anybody in a ring.
    ///
    /// # Errors
    /// [`Refusal::Broken`] when the engine refuses.
    pub fn for_school(&mut self, school: SchoolId) -> Result<(), Refusal> {
        events::take_turn(self.tx, school)?;
        self.chain = Some(school);
        Ok(())
    }

    /// Answers that there was nothing to change.
    pub fn unchanged<T>(&mut self, output: T) -> Recorded<T> {
        Recorded {
            events: std::mem::take(&mut self.before),
            output,
        }
    }
}

impl App {
    /// Does a verb, if this actor may. On `Ok` it is on disk with its event;
    /// on `Err` nothing has changed.
    ///
    /// # Errors
    /// A [`Refusal`] that says why.
    pub fn execute<C: Command>(&self, actor: &Actor, command: C) -> Result<C::Output, Refusal> {
        self.db().write(|tx| {
            if let Some(school) = actor.school() {
                events::take_turn(tx, school)?;
            }
            leave::still_open(tx, actor, self.clock().now())?;
            let (on, facts) = door::load::<C::On>(tx, actor, command.on(), self.clock().today())?;
            policy::permit(actor, C::ACTION, &facts)?;
            let mut cx = Granted {
                tx,
                app: self,
                actor,
                facts,
                apart: on.apart(),
                chain: actor.school(),
                before: Vec::new(),
            };
            let Recorded { events, output } = command.run(on, &mut cx)?;
            let (acting_as, chain) = (policy::acting_as(actor, &cx.facts), cx.chain);
            for event in &events {
                let about = events::Circumstances {
                    at: self.clock().now(),
                    actor: actor.written(),
                    acting_as: acting_as.clone(),
                    action: C::ACTION.code(),
                    request: actor.request.clone(),
                    salt: self.random()?,
                };
                events::append(tx, chain, event, &about)?;
            }
            Ok(output)
        })
    }

    /// Looks, if this actor may.
    ///
    /// # Errors
    /// A [`Refusal`] that says why.
    pub fn fetch<Q: Query>(&self, actor: &Actor, query: Q) -> Result<Fetched<Q::Output>, Refusal> {
        self.db().read(|tx| {
            let (on, facts) = door::load::<Q::On>(tx, actor, query.on(), self.clock().today())?;
            policy::permit(actor, Q::ACTION, &facts)?;
            let may = policy::all_allowed(actor, &facts);
            let mut cx = Viewing {
                tx,
                app: self,
                actor,
                facts,
                apart: on.apart(),
            };
            Ok(Fetched {
                answer: query.run(on, &mut cx)?,
                may,
            })
        })
    }
}

fn lens(actor: &Actor, facts: &Facts, apart: &Apart) -> Lens {
    let reader = actor.identity().map(|identity| identity.account);
    #[expect(clippy::disallowed_methods, reason = "this is the gate")]
    Lens::new(reader, reading::readings(facts), apart.clone())
}
