//! The addresses of reviews, the end, what comes after, and the moves.

use app::action::Action;

use super::{Needs::Leave, Route, get, post};
use crate::pages::{
    look_back,
    reviews::{aftercare, moves, not_enough, outcome, review},
    signing,
};

/// A page of several forms asks for leave to look; each form's verb asks again.
pub(super) fn all() -> Vec<Route> {
    let (look, evidence) = (Leave(Action::ViewProgramme), Leave(Action::ViewEvidence));
    let one = "/programmes/{reference}/meetings/{meeting}/review";
    let last = "/programmes/{reference}/meetings/final/outcome";
    let after = "/programmes/{reference}/aftercare";
    let enough = "/programmes/{reference}/not-enough";
    let one_move = "/programmes/{reference}/moves/{move}";
    let (own, theirs) = (
        "/look-back/{reference}",
        "/programmes/{reference}/look-back/{person}",
    );
    let (back, scribe) = (Leave(Action::LookBack), Leave(Action::ScribeLookBack));
    let (paper, paper_of) = (
        "/programmes/{reference}/signing/{paper}",
        "/programmes/{reference}/signing/{paper}/{person}",
    );
    let sign = Leave(Action::SignPaper);
    let record = Leave(Action::RecordPaperSignature);
    vec![
        get(own, back, look_back::own),
        post(own, back, look_back::say),
        get(paper, sign, signing::get),
        post(paper, sign, signing::post),
        get(paper_of, record, signing::answer),
        post(paper_of, record, signing::record),
        get(theirs, scribe, look_back::theirs),
        post(theirs, scribe, look_back::write_down),
        get(one, evidence, review::get),
        post(one, Leave(Action::RecordReview), review::post),
        get(last, evidence, outcome::get),
        post(last, evidence, outcome::post),
        get(after, evidence, aftercare::get),
        post(after, evidence, aftercare::post),
        get(enough, evidence, not_enough::get),
        post(enough, evidence, not_enough::post),
        get("/programmes/{reference}/moves", look, moves::index),
        get(one_move, look, moves::get),
        post(one_move, look, moves::post),
    ]
}
