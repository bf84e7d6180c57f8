//! The events of an iCalendar file: which lines belong to which.

use crate::{calendar::content_lines::ContentLine, fault::FileFault, limits::Limits};

/// The properties that stand directly in one VEVENT.
pub(super) struct RawEvent {
    /// The line of its BEGIN.
    pub line: u32,
    properties: Vec<ContentLine>,
}

impl RawEvent {
    /// The first property of a name.
    pub(super) fn first(&self, name: &str) -> Option<&ContentLine> {
        self.properties.iter().find(|line| line.name == name)
    }

    /// Keeps a property that is read later; the first of each name is enough,
    /// but for categories.
    fn keep(&mut self, line: ContentLine) {
        let is_read = READ.contains(&line.name.as_str());
        let is_more = line.name == "CATEGORIES" && self.properties.len() < MOST;
        if is_read && (is_more || self.first(&line.name).is_none()) {
            self.properties.push(line);
        }
    }

    /// Every property of a name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e ContentLine> {
        self.properties.iter().filter(move |line| line.name == name)
    }
}

/// The properties that are read.
const READ: [&str; 10] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "CATEGORIES",
];

/// Properties kept of one event, so that a hostile one cannot fill the memory.
const MOST: usize = 40;

/// Nothing in a calendar nests deeper than an alarm in an event.
const DEEPEST: usize = 16;

/// Finds the events.
///
/// # Errors
/// [`FileFault::IcsSyntax`] if the file is not one whole calendar after
/// another, each rightly nested.
pub(super) fn events(
    lines: impl Iterator<Item = ContentLine>,
    limits: &Limits,
) -> Result<Vec<RawEvent>, FileFault> {
    let mut open: Vec<String> = Vec::new();
    let mut events: Vec<RawEvent> = Vec::new();
    for line in lines {
        match line.name.as_str() {
            "BEGIN" => {
                let name = line.value.to_ascii_uppercase();
                if open.is_empty() != (name == "VCALENDAR") || open.len() == DEEPEST {
                    return Err(FileFault::IcsSyntax);
                }
                if open.len() == 1 && name == "VEVENT" {
                    if events.len() == limits.rows {
                        return Err(FileFault::TooMuch { line: line.line });
                    }
                    events.push(RawEvent {
                        line: line.line,
                        properties: Vec::new(),
                    });
                }
                open.push(name);
            }
            "END" => {
                if open.pop() != Some(line.value.to_ascii_uppercase()) {
                    return Err(FileFault::IcsSyntax);
                }
            }
            _ if open.is_empty() => return Err(FileFault::IcsSyntax),
            _ => {
                let in_event = open.len() == 2 && open.last().is_some_and(|name| name == "VEVENT");
                if let Some(event) = events.last_mut().filter(|_| in_event) {
                    event.keep(line);
                }
            }
        }
    }
    if open.is_empty() {
        Ok(events)
    } else {
        Err(FileFault::IcsSyntax)
    }
}
