//! Reading people's wording word by word, and saying small numbers in words.
//!
//! Lists of words live with the rule that uses them. Nothing here rewrites what
//! somebody wrote.

/// A text as lower-case words, without punctuation.
///
/// Apostrophes are dropped, so "don't" is `dont`; letters spelt out, as in
/// "P.R.U.", become one word.
#[derive(Clone, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl std::fmt::Debug for Words {
    // People's words must not reach a log through `{:?}`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} words>", self.0.len())
    }
}

impl Words {
    /// Splits a text into words.
    pub fn of(text: &str) -> Self {
        let bare: String = text
            .to_lowercase()
            .chars()
            .filter(|c| !matches!(c, '\'' | '’' | '‘'))
            .collect();
        let mut words: Vec<String> = Vec::new();
        let mut spelling = false;
        for word in bare.split(|c: char| !c.is_alphanumeric()) {
            let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
            match words.last_mut() {
                _ if word.is_empty() => continue,
                Some(last) if letter && spelling => last.push_str(word),
                _ => words.push(word.to_owned()),
            }
            spelling = letter;
        }
        Self(words)
    }

    /// How many words.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The words in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// The first of `phrases` that occurs, its words side by side.
    pub fn find<'p>(&self, phrases: &[&'p str]) -> Option<&'p str> {
        phrases.iter().copied().find(|phrase| self.has(phrase))
    }

    /// The first of `phrases` with which the text opens.
    pub fn opening<'p>(&self, phrases: &[&'p str]) -> Option<&'p str> {
        phrases.iter().copied().find(|phrase| {
            let mut mine = self.iter();
            phrase.split(' ').all(|word| mine.next() == Some(word))
        })
    }

    #[must_use]
    /// The words after `phrase`, when the text opens with it.
    pub fn after(&self, phrase: &str) -> Self {
        match self.opening(&[phrase]) {
            Some(_) => Self(self.0[phrase.split(' ').count()..].to_vec()),
            None => self.clone(),
        }
    }

    fn has(&self, phrase: &str) -> bool {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        self.0.windows(wanted.len()).any(|run| run == wanted)
    }
}

/// A word that judges a pupil where the plan should be described, if a text has
/// one. Anything Mainstay writes itself is held to this too.
pub fn never_of_a_pupil(text: &str) -> Option<&'static str> {
    const NEVER: &[&str] = &[
        "failed",
        "failure",
        "failing",
        "fails",
        "refuser",
        "refusers",
        "school refuser",
    ];
    Words::of(text).find(NEVER)
}

/// Up to ten in words, larger numbers in figures.
pub fn number(n: usize) -> String {
    const SMALL: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    SMALL
        .get(n)
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// "4, 8 and 12": the last joined by "and".
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The text with its first letter small, unless the first word is "I" or an abbreviation.
pub fn small(text: &str) -> String {
    let first = text.split_whitespace().next().unwrap_or_default();
    let stays = first == "I"
        || first.starts_with("I’")
        || first.starts_with("I'")
        || first.chars().skip(1).any(char::is_uppercase);
    if stays {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_whatever_the_punctuation() {
        let words = Words::of("Off to the P.R.U., or “excluded-again”; don’t!");
        assert_eq!(words.find(&["pru"]), Some("pru"));
        assert_eq!(words.find(&["excluded again"]), Some("excluded again"));
        assert_eq!(words.find(&["clude", "exclude"]), None);
        assert_eq!(words.find(&["dont"]), Some("dont"));
    }

    #[test]
    fn a_text_opens_with_a_phrase_only_at_its_start() {
        let words = Words::of("I will not shout");
        assert_eq!(words.opening(&["i will"]), Some("i will"));
        assert_eq!(words.after("i will").opening(&["not"]), Some("not"));
        assert_eq!(words.opening(&["not"]), None);
    }

    #[test]
    fn the_plan_is_described_and_never_the_pupil() {
        assert_eq!(never_of_a_pupil("He FAILED target 2."), Some("failed"));
        assert_eq!(never_of_a_pupil("A school-refuser"), Some("refuser"));
        assert_eq!(never_of_a_pupil("The plan did not do enough."), None);
    }

    #[test]
    fn lists_and_numbers_read_aloud() {
        let weeks = ["4", "8", "12"].map(str::to_owned);
        assert_eq!(listed(&weeks), "4, 8 and 12");
        assert_eq!((number(5), number(25)), ("five".into(), "25".into()));
        assert_eq!(
            (small("Stay in"), small("I stay")),
            ("stay in".into(), "I stay".into())
        );
        assert_eq!(capital("élan"), "Élan");
    }
}
