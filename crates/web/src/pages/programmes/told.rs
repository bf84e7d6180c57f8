//! What a contact may be told, and what keeps them from more, in words.

use app::programmes::contacts::{ContactFacts, RestrictionFacts};
use domain::contact::{Holds, Standing};

use crate::{components::Tag, words};

/// "From 1 September 2026 to 1 December 2026. Seen by Helen Marsh."
pub(super) fn dates(facts: &RestrictionFacts) -> String {
    let one = &facts.restriction;
    let from = words::long_date_with_year(one.from);
    let until = one.until.map(words::long_date_with_year);
    let begins = match facts.holds {
        Holds::Later => format!("Begins on {from}"),
        Holds::Now | Holds::Over => format!("From {from}"),
    };
    let until = until.map_or_else(
        || ", with no last day".to_owned(),
        |last| format!(", up to and including {last}"),
    );
    format!("{begins}{until}. Order seen by {}.", facts.seen_by)
}

/// "Ended on 10 November 2026 by Helen Marsh: the court lifted it."
pub(super) fn ending(facts: &RestrictionFacts) -> Option<String> {
    let ended = facts.restriction.ended.as_ref()?;
    let by = facts.ended_by.as_deref().unwrap_or("somebody");
    let on = words::long_date_with_year(ended.on);
    Some(format!("Ended on {on} by {by}: {}", ended.why))
}

/// What a contact may be told, as a tag.
pub(super) fn standing_tag(standing: Standing) -> Tag {
    match standing {
        Standing::Full => Tag::done("Told everything"),
        Standing::Apart => Tag::wants_attention("Always apart"),
        Standing::CopiesOnly => Tag::wants_attention("No meetings"),
        Standing::Nothing => Tag::adult_is_late("Told nothing"),
    }
}

/// The tag of one contact.
pub(super) fn tag(one: &ContactFacts) -> Tag {
    standing_tag(one.standing)
}

/// The same in a sentence, and for somebody who is no parent in law too.
pub(super) fn told(one: &ContactFacts) -> String {
    let is_parent = one.parent_in_law.yes() || one.responsibility.yes();
    match one.standing {
        Standing::Nothing if !is_parent => {
            "Told nothing, because the school has not recorded them as a parent or carer in law."
                .to_owned()
        }
        Standing::Nothing => "Told nothing, and sees nothing. Do not contact them.".to_owned(),
        Standing::Full => "Invited, sent copies, and asked to sign.".to_owned(),
        Standing::Apart => "Told and asked, always apart from the others at home.".to_owned(),
        Standing::CopiesOnly => "Reads and signs their copy. Does not come to meetings.".to_owned(),
    }
}
