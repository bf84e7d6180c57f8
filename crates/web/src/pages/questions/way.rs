//! By which way somebody came to a form, and whose hand writes.

use app::gathering::{
    OwnHand, ScribeHand,
    fill::{Leaving, OpenForm, SavePage, Saved, Sitting, ViewForm},
    send::{Send, Sent, ViewSent},
};
use domain::{account::CaseRole, id::AskId};
use forms::{PageId, Step};

use crate::{
    failure::Failure,
    layout::{Corner, Frame, Look},
    session::Visit,
};

/// By which address somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Pupil,
    Family,
    Staff,
}

/// Whose hand writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    Own,
    Scribe,
}

impl Way {
    /// How a page looks: a pupil beside whoever writes for them sees the same
    /// screen, so it is the pupil's own.
    pub(super) fn look(self, hand: Hand, sitting: &Sitting) -> Self {
        let beside = hand == Hand::Scribe && sitting.on.person.role == CaseRole::Pupil;
        if beside { Self::Pupil } else { self }
    }

    /// From the address asked for.
    pub(super) fn of(visit: &Visit) -> Self {
        let path = visit.path();
        if path.starts_with("/me/") {
            Self::Pupil
        } else if path.starts_with("/family/") {
            Self::Family
        } else {
            Self::Staff
        }
    }

    /// Where this ask's pages begin.
    pub(super) fn base(self, ask: AskId) -> String {
        match self {
            Self::Pupil => format!("/me/questions/{ask}"),
            Self::Family => format!("/family/questions/{ask}"),
            Self::Staff => format!("/questions/{ask}"),
        }
    }

    /// One step of this ask.
    pub(super) fn step(self, ask: AskId, step: Step) -> String {
        match step {
            Step::Page(page) => format!("{}/{page}", self.base(ask)),
            Step::Check => format!("{}/check", self.base(ask)),
        }
    }

    /// Where somebody goes who stops for now.
    pub(super) fn later(self, hand: Hand, sitting: &Sitting) -> String {
        match hand {
            Hand::Own => self.home().to_owned(),
            Hand::Scribe => {
                let reference = &sitting.on.case.programme.reference;
                format!("/programmes/{reference}/information")
            }
        }
    }

    /// Where one's own questions are listed.
    pub(super) const fn home(self) -> &'static str {
        match self {
            Self::Pupil => "/me",
            Self::Family => "/family",
            Self::Staff => "/asked",
        }
    }

    /// The frame of a form's page.
    pub(super) fn frame(self, visit: &Visit, title: &str, pupil: &str) -> Frame {
        let frame = visit.frame(title);
        let whose = crate::words::possessive(pupil);
        match self {
            Self::Pupil => {
                let mut frame = frame.look(Look::Pupil);
                frame.product_line = format!("{whose} questions");
                frame.home = self.home().into();
                frame.corner = Corner::Leaving {
                    fact: String::new(),
                    text: "Stop for now".into(),
                    href: self.home().into(),
                };
                frame
            }
            Self::Family => {
                let mut frame = frame.look(Look::Family);
                frame.product_line = format!("Questions about {pupil}");
                frame.home = self.home().into();
                frame
            }
            Self::Staff => frame,
        }
    }
}

/// A form being written, and by whom: one's own first, else as a scribe.
pub(super) async fn view(visit: &Visit, ask: AskId) -> Result<(Sitting, Hand), Failure> {
    match visit.fetch(ViewForm::<OwnHand>::new(ask)).await {
        Ok(found) => Ok((found.answer, Hand::Own)),
        Err(Failure::NotAllowed { .. }) if Way::of(visit) == Way::Staff => {
            let found = visit.fetch(ViewForm::<ScribeHand>::new(ask)).await?;
            Ok((found.answer, Hand::Scribe))
        }
        Err(other) => Err(other),
    }
}

/// Opens a form; noted the first time.
pub(super) async fn open(visit: &Visit, ask: AskId) -> Result<(Sitting, Hand), Failure> {
    match visit.execute(OpenForm::<OwnHand>::new(ask)).await {
        Ok(found) => Ok((found, Hand::Own)),
        Err(Failure::NotAllowed { .. }) if Way::of(visit) == Way::Staff => {
            let found = visit.execute(OpenForm::<ScribeHand>::new(ask)).await?;
            Ok((found, Hand::Scribe))
        }
        Err(other) => Err(other),
    }
}

/// Saves a page.
pub(super) async fn save(
    visit: &Visit,
    hand: Hand,
    ask: AskId,
    page: PageId,
    posted: Vec<(String, String)>,
    (revision, leaving): (u32, Leaving),
) -> Result<Saved, Failure> {
    match hand {
        Hand::Own => {
            let hand = std::marker::PhantomData::<OwnHand>;
            let command = SavePage {
                ask,
                page,
                posted,
                revision,
                leaving,
                hand,
            };
            visit.execute(command).await
        }
        Hand::Scribe => {
            let hand = std::marker::PhantomData::<ScribeHand>;
            let command = SavePage {
                ask,
                page,
                posted,
                revision,
                leaving,
                hand,
            };
            visit.execute(command).await
        }
    }
}

/// Sends the answers.
pub(super) async fn send(
    visit: &Visit,
    hand: Hand,
    ask: AskId,
    revision: u32,
) -> Result<(), Failure> {
    match hand {
        Hand::Own => {
            let hand = std::marker::PhantomData::<OwnHand>;
            visit
                .execute(Send {
                    ask,
                    revision,
                    hand,
                })
                .await
        }
        Hand::Scribe => {
            let hand = std::marker::PhantomData::<ScribeHand>;
            visit
                .execute(Send {
                    ask,
                    revision,
                    hand,
                })
                .await
        }
    }
}

/// What is said once the answers are in.
pub(super) async fn sent(visit: &Visit, ask: AskId) -> Result<(Sent, Hand), Failure> {
    match visit.fetch(ViewSent::<OwnHand>::new(ask)).await {
        Ok(found) => Ok((found.answer, Hand::Own)),
        Err(Failure::NotAllowed { .. }) if Way::of(visit) == Way::Staff => {
            let found = visit.fetch(ViewSent::<ScribeHand>::new(ask)).await?;
            Ok((found.answer, Hand::Scribe))
        }
        Err(other) => Err(other),
    }
}
