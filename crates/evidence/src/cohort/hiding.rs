//! Hiding numbers about too few pupils, and those that would give them away.

/// One published cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cell {
    /// Its number.
    Shown(u32),
    /// Nothing: it is about too few, or would give another cell away.
    Hidden,
}

/// A row of counts published with its total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenRow {
    /// The cells.
    pub cells: Vec<Cell>,
    /// The total, hidden when hiding cells is not enough.
    pub total: Cell,
}

/// A table of counts published with the totals of its rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenTable {
    /// The cells, row by row.
    pub cells: Vec<Vec<Cell>>,
    /// The total of each row.
    pub row_totals: Vec<Cell>,
    /// The total of each column.
    pub column_totals: Vec<Cell>,
}

/// The largest number that is about too few.
const FEW: u32 = 4;

/// Hides 1 to 4, and then, while exactly one cell is hidden or the hidden cells
/// add up to less than 5, the smallest cell left that is not nought (leftmost
/// on a tie). Noughts stay. If nothing is left to hide, the total is hidden.
#[must_use]
pub fn hide_row(counts: &[u32]) -> HiddenRow {
    let mut hidden: Vec<bool> = counts.iter().map(|count| is_few(*count)).collect();
    let safe = hide_more(counts, &mut hidden);
    HiddenRow {
        cells: cells(counts, &hidden),
        total: match safe {
            Safe::Yes => Cell::Shown(counts.iter().sum()),
            Safe::No => Cell::Hidden,
        },
    }
}

/// The same for a table with row and column totals: rows and columns in turn,
/// until hiding a cell for one gives away none in the other. Rows of different
/// lengths count as ending in noughts.
#[must_use]
pub fn hide_table(counts: &[Vec<u32>]) -> HiddenTable {
    let width = counts.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows: Vec<Vec<u32>> = counts.to_vec();
    for row in &mut rows {
        row.resize(width, 0);
    }
    let column = |place: usize| rows.iter().map(|row| row[place]).collect::<Vec<u32>>();
    let columns: Vec<Vec<u32>> = (0..width).map(column).collect();
    let few = |row: &Vec<u32>| row.iter().map(|count| is_few(*count)).collect();
    let mut hidden: Vec<Vec<bool>> = rows.iter().map(few).collect();
    loop {
        let before = hidden.clone();
        for (counts, hidden) in rows.iter().zip(&mut hidden) {
            hide_more(counts, hidden);
        }
        for (place, counts) in columns.iter().enumerate() {
            let mut down: Vec<bool> = hidden.iter().map(|row| row[place]).collect();
            hide_more(counts, &mut down);
            for (row, is_hidden) in hidden.iter_mut().zip(down) {
                row[place] = is_hidden;
            }
        }
        if hidden == before {
            break;
        }
    }
    let total = |counts: &[u32], hidden: &[bool]| match judge(counts, hidden) {
        Safe::Yes => Cell::Shown(counts.iter().sum()),
        Safe::No => Cell::Hidden,
    };
    let row_totals = rows
        .iter()
        .zip(&hidden)
        .map(|(row, hidden)| total(row, hidden));
    let down = |place: usize| hidden.iter().map(|row| row[place]).collect::<Vec<bool>>();
    let column_totals = columns.iter().enumerate();
    HiddenTable {
        row_totals: row_totals.collect(),
        column_totals: column_totals
            .map(|(place, column)| total(column, &down(place)))
            .collect(),
        cells: rows
            .iter()
            .zip(&hidden)
            .map(|(row, hidden)| cells(row, hidden))
            .collect(),
    }
}

/// Whether what is hidden can be worked out from what is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Safe {
    Yes,
    No,
}

fn judge(counts: &[u32], hidden: &[bool]) -> Safe {
    let away: Vec<u32> = counts
        .iter()
        .zip(hidden)
        .filter(|(_, h)| **h)
        .map(|(c, _)| *c)
        .collect();
    let exposed = away.len() == 1 || (!away.is_empty() && away.iter().sum::<u32>() <= FEW);
    if exposed { Safe::No } else { Safe::Yes }
}

fn hide_more(counts: &[u32], hidden: &mut [bool]) -> Safe {
    while judge(counts, hidden) == Safe::No {
        let left = (0..counts.len()).filter(|place| counts[*place] > 0 && !hidden[*place]);
        let Some(smallest) = left.min_by_key(|place| counts[*place]) else {
            return Safe::No;
        };
        hidden[smallest] = true;
    }
    Safe::Yes
}

fn cells(counts: &[u32], hidden: &[bool]) -> Vec<Cell> {
    let cell = |(count, is_hidden): (&u32, &bool)| {
        if *is_hidden {
            Cell::Hidden
        } else {
            Cell::Shown(*count)
        }
    };
    counts.iter().zip(hidden).map(cell).collect()
}

const fn is_few(count: u32) -> bool {
    count >= 1 && count <= FEW
}

/// One number of a group before anything else is hidden: 1 to 4 hidden, and
/// "none" and "all" too in a group of fewer than ten, since they say the same
/// of everyone in it.
#[must_use]
pub const fn group_cell(some: u32, members: u32) -> Cell {
    let same_for_all = members < 10 && members > 0 && (some == 0 || some == members);
    if is_few(some) || same_for_all {
        Cell::Hidden
    } else {
        Cell::Shown(some)
    }
}

/// The rule of the NHS hospital statistics: 0 shown, 1 to 7 hidden, others
/// rounded to the nearest 5. Nothing else needs hiding, because nothing adds up.
#[must_use]
pub fn hospital_style(counts: &[u32]) -> Vec<Cell> {
    let cell = |count: &u32| match *count {
        0 => Cell::Shown(0),
        1..=7 => Cell::Hidden,
        more => Cell::Shown(more.saturating_add(2) / 5 * 5),
    };
    counts.iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_small_number_with_nothing_to_hide_behind_takes_its_total_along() {
        let row = hide_row(&[4, 0, 0]);
        assert_eq!(row.cells, [Cell::Hidden, Cell::Shown(0), Cell::Shown(0)]);
        assert_eq!(row.total, Cell::Hidden);
        assert_eq!(hide_row(&[5, 9]).total, Cell::Shown(14));
        assert_eq!(hide_row(&[]).total, Cell::Shown(0));
    }

    #[test]
    fn a_table_hides_so_that_neither_rows_nor_columns_give_a_cell_away() {
        let table = hide_table(&[vec![3, 12, 40], vec![20, 30, 50], vec![8, 9, 10]]);
        let hidden = |cell: &&Cell| **cell == Cell::Hidden;
        for row in &table.cells {
            assert_ne!(row.iter().filter(hidden).count(), 1);
        }
        for place in 0..3 {
            let column: Vec<Cell> = table.cells.iter().map(|row| row[place]).collect();
            assert_ne!(column.iter().filter(hidden).count(), 1);
        }
        assert!(table.row_totals.iter().all(|cell| *cell != Cell::Hidden));
    }

    #[test]
    fn saying_none_or_all_of_a_small_group_says_it_of_each() {
        assert_eq!(group_cell(0, 9), Cell::Hidden);
        assert_eq!(group_cell(9, 9), Cell::Hidden);
        assert_eq!(group_cell(0, 10), Cell::Shown(0));
        assert_eq!(group_cell(6, 9), Cell::Shown(6));
        assert_eq!(group_cell(3, 200), Cell::Hidden);
    }
}
