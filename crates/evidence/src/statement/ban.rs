//! Words that no text made by the program may use about change: they claim
//! more than a record can show, or blame a child.

/// The list, in lower case, one a line. Each is looked for as whole words. It
/// is a file of its own so that a test can hold every text of the program to
/// it.
const LIST: &str = include_str!("banned.txt");

/// The banned words, in the order of the list.
pub fn banned() -> impl Iterator<Item = &'static str> {
    LIST.lines().filter(|line| !line.is_empty())
}

/// Which of the banned words a text uses, in the order of the list.
///
/// ```
/// assert_eq!(evidence::banned_in("It worked."), ["worked"]);
/// assert!(evidence::banned_in("A step = a rung of the ladder.").is_empty());
/// ```
#[must_use]
pub fn banned_in(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let uses = |banned: &&str| {
        let mut found = text.match_indices(*banned);
        found.any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + banned.len()..]);
            let starts = before
                .chars()
                .next_back()
                .is_none_or(|c| edge(c, banned.chars().next()));
            let ends = after
                .chars()
                .next()
                .is_none_or(|c| edge(c, banned.chars().next_back()));
            starts && ends
        })
    };
    banned().filter(uses).collect()
}

/// Whether a word can end between two neighbours.
fn edge(outside: char, inside: Option<char>) -> bool {
    let inside_a_word = inside.is_some_and(char::is_alphanumeric);
    !(inside_a_word && outside.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_words_are_found_whole_and_in_any_case() {
        assert_eq!(
            banned_in("The plan WORKS: a 40% improvement"),
            ["works", "% improvement"]
        );
        assert_eq!(banned_in("p = 0.03"), ["p ="]);
        assert!(banned_in("He went to a network of workshops").is_empty());
        assert_eq!(
            banned_in("the days improved because of the plan"),
            ["because of the plan"]
        );
    }
}
