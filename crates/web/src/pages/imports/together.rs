//! Rows of a file with the same thing wrong, one after the other, as one line
//! of a table: four hundred rows alike are read once.

use app::imports::view::Told;

/// Lines that follow each other and say the same.
pub(super) struct Stretch<'a> {
    pub first: u32,
    pub last: u32,
    pub told: &'a Told,
}

impl Stretch<'_> {
    /// "12", or "12 to 415"; "users, 12" of a table of a roster.
    pub fn lines(&self) -> String {
        if self.told.file.is_empty() {
            self.numbers()
        } else {
            format!("{}, {}", self.told.file, self.numbers())
        }
    }

    fn numbers(&self) -> String {
        if self.first == self.last {
            self.first.to_string()
        } else {
            format!("{} to {}", self.first, self.last)
        }
    }

    /// "Line 12", or "Lines 12 to 415".
    pub fn named(&self) -> String {
        let of = match self.told.file.as_str() {
            "" => String::new(),
            file => format!(" of {file}"),
        };
        let word = if self.first == self.last {
            "Line"
        } else {
            "Lines"
        };
        format!("{word} {}{of}", self.numbers())
    }

    /// How many rows it stands for.
    pub fn rows(&self) -> u32 {
        self.last - self.first + 1
    }
}

/// The rows in stretches, in their order.
pub(super) fn together(all: &[Told]) -> Vec<Stretch<'_>> {
    let mut found: Vec<Stretch<'_>> = Vec::new();
    for told in all {
        let line = told.line;
        match found.last_mut() {
            Some(before)
                if before.last + 1 == line
                    && before.told.file == told.file
                    && before.told.what == told.what
                    && before.told.remedy == told.remedy =>
            {
                before.last = line;
            }
            _ => found.push(Stretch {
                first: line,
                last: line,
                told,
            }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_the_same_thing_wrong_are_one_stretch() {
        let told = |line, what| Told {
            file: String::new(),
            line,
            what,
            remedy: "Leave it out",
        };
        let all = [
            told(2, "No pupil"),
            told(3, "No pupil"),
            told(4, "No day"),
            told(9, "No day"),
        ];
        let lines: Vec<String> = together(&all).iter().map(Stretch::named).collect();
        assert_eq!(lines, ["Lines 2 to 3", "Line 4", "Line 9"]);
        assert_eq!(together(&all)[0].rows(), 2);
    }
}
