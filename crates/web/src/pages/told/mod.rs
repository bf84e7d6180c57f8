//! "What everyone told us": one's own copy at `/programmes/{ref}/told`,
//! `/family/told/{ref}` and `/me/told/{ref}`; somebody else's copy as they will
//! read it; and what the coordinator adds.

pub mod edit;
pub mod show;
