//! Counts, lists and possessives in words.

use std::fmt::Display;

const SMALL: [&str; 10] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];

/// A number as a word up to nine, and in figures from ten: "four", "10".
pub fn number(n: usize) -> String {
    match SMALL.get(n) {
        Some(word) if n > 0 => (*word).to_owned(),
        _ => n.to_string(),
    }
}

/// A number in words with what it counts: "one thing", "four things", "no things".
pub fn count(n: usize, one: &str, many: &str) -> String {
    match n {
        0 => format!("no {many}"),
        1 => format!("one {one}"),
        _ => format!("{} {many}", number(n)),
    }
}

/// A number in figures with what it counts: "1 day", "6 days".
pub fn figures(n: usize, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}

/// "first", "second" and so on to ninth, then "10th".
pub fn ordinal(n: usize) -> String {
    const WORDS: [&str; 9] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    ];
    if let Some(word) = n.checked_sub(1).and_then(|at| WORDS.get(at)) {
        return (*word).to_owned();
    }
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// "Dana", "Dana and Joel", "Dana, Joel and Nell".
pub fn list<T: Display>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.to_string(),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(ToString::to_string).collect();
            format!("{} and {last}", first.join(", "))
        }
    }
}

/// "Rowan’s", "Joss’s".
pub fn possessive(name: impl Display) -> String {
    format!("{name}’s")
}

/// The same words with a small letter at the front, to stand inside a sentence.
/// "SENCO" and "I" keep theirs.
pub fn small(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        // Letters that stand for words keep their capitals: "SENCO", "PE".
        (Some(_), Some(second)) if second.is_uppercase() => words.to_owned(),
        (Some('I'), second) if !second.is_some_and(char::is_alphabetic) => words.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(letters).collect(),
        (None, _) => String::new(),
    }
}

/// The same words with a capital at the front: "Four things".
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_words_up_to_nine() {
        assert_eq!(count(0, "thing", "things"), "no things");
        assert_eq!(count(1, "thing", "things"), "one thing");
        assert_eq!(count(4, "thing", "things"), "four things");
        assert_eq!(count(10, "thing", "things"), "10 things");
        assert_eq!(figures(1, "day", "days"), "1 day");
        assert_eq!(figures(7, "school day", "school days"), "7 school days");
    }

    #[test]
    fn a_small_letter_begins_only_words_that_may_have_one() {
        let said = [
            "Key worker",
            "SENCO",
            "I’d like to stay",
            "In form time",
            "I",
        ]
        .map(small);
        let meant = [
            "key worker",
            "SENCO",
            "I’d like to stay",
            "in form time",
            "I",
        ];
        assert_eq!(said, meant);
    }

    #[test]
    fn ordinals_end_as_people_say_them() {
        let said: Vec<String> = [1, 3, 11, 12, 13, 21, 22, 23, 111]
            .into_iter()
            .map(ordinal)
            .collect();
        assert_eq!(
            said,
            [
                "first", "third", "11th", "12th", "13th", "21st", "22nd", "23rd", "111th"
            ]
        );
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["Dana"]), "Dana");
        assert_eq!(list(&["Dana", "Joel", "Nell"]), "Dana, Joel and Nell");
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capital(&count(4, "thing", "things")), "Four things");
        assert_eq!(capital("élan"), "Élan");
        assert_eq!(capital(""), "");
    }
}
