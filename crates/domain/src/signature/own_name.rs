//! Whose name somebody typed.

/// Whether somebody typed their own name, whole or in part: a signature is
/// theirs, and nobody else's.
pub fn is_name_of(typed: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        let parts = parts.filter(|part| part.chars().count() > 1);
        parts.map(str::to_lowercase).collect()
    };
    let theirs = words(name);
    words(typed).iter().any(|word| theirs.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_name_of;

    #[test]
    fn a_part_of_ones_own_name_signs_and_another_name_does_not() {
        for typed in ["Dana Tidewell", "D Tidewell", "dana", "Mrs TIDEWELL"] {
            assert!(is_name_of(typed, "Dana Tidewell"), "{typed}");
        }
        for typed in ["Mickey Mouse", "D", "Pearl Elmmere", "-"] {
            assert!(!is_name_of(typed, "Dana Tidewell"), "{typed}");
        }
    }
}
