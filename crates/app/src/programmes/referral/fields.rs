//! Names and values in the order they were sent, and their stored form.

use std::fmt;

use store::Broken;

use crate::Refusal;

/// What was typed in one step.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// What was sent. Fields left empty are not kept.
    pub fn new<N: Into<String>, V: Into<String>>(sent: impl IntoIterator<Item = (N, V)>) -> Self {
        let pairs = sent
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()));
        Self(
            pairs
                .filter(|(_, value)| !value.trim().is_empty())
                .collect(),
        )
    }

    /// What was typed in a field, without white space around it.
    pub fn value(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or("")
    }

    /// Everything ticked under a name.
    pub fn all<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        let named = self.0.iter().filter(move |(field, _)| field == name);
        named.map(|(_, value)| value.trim())
    }

    /// Whether anything stands in a field whose name begins so.
    pub fn any_under(&self, start: &str) -> bool {
        self.0.iter().any(|(name, _)| name.starts_with(start))
    }

    /// Every name and value.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    pub(crate) fn to_store(&self) -> Result<String, Refusal> {
        let json = serde_json::to_string(&self.0);
        json.map_err(|e| Broken::Inconsistent(format!("write referral step: {e}")).into())
    }

    pub(super) fn stored(json: &str) -> Result<Self, Refusal> {
        let pairs = serde_json::from_str(json);
        // The parser's own message can quote what was typed.
        pairs
            .map(Self)
            .map_err(|_| Broken::Inconsistent("referral step is not json".into()).into())
    }
}

// What people type about a child does not belong in a log.
impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|(name, _)| name))
            .finish()
    }
}
