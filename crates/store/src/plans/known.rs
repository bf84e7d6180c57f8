//! Agreed plans that were read before. Reading one is work: every sheet is
//! parsed as it was typed. What is stored of a plan gives the same plan each
//! time, so the plan is taken from here when the stored text is the same to
//! the letter, and a changed or erased row is never answered from memory.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use domain::{
    id::PlanId,
    plan::{Plan, PlanVersion, StoredPlan},
};

use super::odd;
use crate::Broken;

/// Plans kept at most: some twenty kilobytes each.
const MOST: usize = 1000;

/// The plans, by id, each with the text it was read from.
#[derive(Default)]
pub(crate) struct Known {
    plans: Mutex<HashMap<PlanId, (String, Plan)>>,
}

// What stands in a plan does not belong in a log.
impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Known(plans)")
    }
}

impl Known {
    /// The plan that this text gives.
    pub fn plan(&self, id: PlanId, version: PlanVersion, body: String) -> Result<Plan, Broken> {
        let known = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((text, plan)) = known.get(&id)
            && plan.version == version
            && *text == body
        {
            return Ok(plan.clone());
        }
        drop(known);
        let stored: StoredPlan = serde_json::from_str(&body).map_err(|e| odd(&e))?;
        let plan = stored.plan(id, version).map_err(|e| odd(&e))?;
        let mut known = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(id, (body, plan.clone()));
        Ok(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWAN: &str = include_str!("../../../domain/tests/golden/plan/rowan.json");

    #[test]
    fn a_plan_read_again_is_the_same_and_one_whose_text_changed_is_read_anew() {
        let known = Known::default();
        let id = PlanId::new(uuid::Uuid::from_u128(1));
        let read = |text: &str| known.plan(id, PlanVersion::FIRST, text.to_owned());
        let first = read(ROWAN).unwrap();
        assert_eq!(read(ROWAN).unwrap(), first);
        assert!(read("{}").is_err(), "not answered from memory");
        let renamed = ROWAN.replace("Arriving ready", "Being ready");
        assert_ne!(renamed, ROWAN);
        assert_ne!(read(&renamed).unwrap(), first);
        assert_eq!(read(ROWAN).unwrap(), first);
    }
}
