//! The most memory a stretch of work had, as Linux tells it; nought elsewhere.

/// Where memory stood.
pub(super) struct Mark {
    before: f64,
}

impl Mark {
    /// Forgets the peak so far and remembers what is in use.
    pub fn now() -> Self {
        // 5 means: forget the peak.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        Self {
            before: told("VmRSS:"),
        }
    }

    /// The peak since then, beyond what was in use then, in MiB.
    pub fn since(&self) -> f64 {
        (told("VmHWM:") - self.before).max(0.0)
    }
}

fn told(what: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what));
    let kib = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}
