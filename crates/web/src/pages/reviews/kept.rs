//! What a row of buttons about a promise sends, and what is stored.

const KEPT: [(&str, &str); 3] = [
    ("kept", "done"),
    ("partly", "partly"),
    ("not-yet", "not_done"),
];

/// What is stored for what was sent; blank when nothing was pressed.
pub(crate) fn stored(sent: &str) -> &'static str {
    let found = KEPT.iter().find(|(button, _)| *button == sent);
    found.map_or("", |(_, code)| code)
}

/// What is sent for what is stored.
pub(crate) fn sent(stored: &str) -> &'static str {
    let found = KEPT.iter().find(|(_, code)| *code == stored);
    found.map_or("", |(button, _)| button)
}
