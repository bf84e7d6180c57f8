//! Everything that can be found by counting one by one.

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

fn better(early: f64, late: f64, up: bool) -> bool {
    if up {
        late > early + 1e-9
    } else {
        late < early - 1e-9
    }
}

pub fn share_of_better_pairs(a: &[f64], b: &[f64], up: bool) -> f64 {
    let mut sum = 0.0;
    for early in a {
        for late in b {
            if better(*early, *late, up) {
                sum += 1.0;
            } else if !better(*late, *early, up) {
                sum += 0.5;
            }
        }
    }
    sum / number(a.len() * b.len())
}

/// The ends by walking outwards from the estimate: the variance a share would
/// have at `x` against the squared distance to `x`.
pub fn range_of_pairs(share: f64, (m, n): (f64, f64), z: f64) -> (f64, f64) {
    let inside = |x: f64| {
        // Newcombe's fifth method takes the mean of both numbers of days.
        let half = f64::midpoint(m, n) - 1.0;
        let fifth = x * (1.0 - x) * (1.0 + half * ((1.0 - x) / (2.0 - x) + x / (1.0 + x)));
        (share - x).powi(2) * m * n <= z * z * fifth
    };
    let walk = |towards: f64| {
        let (mut at, mut step) = (share, 0.1);
        // At an estimate of all or none, the estimate itself is the end.
        if (share - towards).abs() < 1e-15 {
            return share;
        }
        while step > 1e-14 {
            let next = at + step * (towards - share).signum();
            if (0.0..=1.0).contains(&next) && inside(next) {
                at = next;
            } else {
                step /= 2.0;
            }
        }
        at
    };
    (walk(0.0), walk(1.0))
}

pub fn hanley_error(a: &[f64], b: &[f64], up: bool) -> f64 {
    let (m, n) = (number(a.len()), number(b.len()));
    let share = share_of_better_pairs(a, b, up);
    let held = share.max(0.5 / (m * n)).min(1.0 - 0.5 / (m * n));
    let of_day = |one: &[f64], other: &[f64]| share_of_better_pairs(one, other, up);
    let q1: f64 = a
        .iter()
        .map(|x| (of_day(&[*x], b) - share).powi(2))
        .sum::<f64>()
        / m;
    let q2: f64 = b
        .iter()
        .map(|y| (of_day(a, &[*y]) - share).powi(2))
        .sum::<f64>()
        / n;
    ((held * (1.0 - held) + (n - 1.0) * q1 + (m - 1.0) * q2) / (m * n)).sqrt()
}

/// The value with as many below as above, found by trying each.
pub fn middle(values: &[f64]) -> f64 {
    let at_rank = |rank: usize| {
        let fits = |value: &&f64| {
            let below = values.iter().filter(|other| other < value).count();
            let up_to = values.iter().filter(|other| other <= value).count();
            below <= rank && rank < up_to
        };
        *values.iter().find(fits).unwrap()
    };
    f64::midpoint(at_rank((values.len() - 1) / 2), at_rank(values.len() / 2))
}

pub fn middle_of_differences(a: &[f64], b: &[f64]) -> f64 {
    let mut all = Vec::new();
    for late in b {
        for early in a {
            all.push(late - early);
        }
    }
    middle(&all)
}

pub fn later_better_less_worse(values: &[f64], up: bool) -> i64 {
    let mut sum = 0;
    for j in 0..values.len() {
        for i in 0..j {
            sum += i64::from(better(values[i], values[j], up));
            sum -= i64::from(better(values[j], values[i], up));
        }
    }
    sum
}

/// The largest share of days left when a line drawn between all values parts
/// the days before from the plan days.
pub fn most_days_kept_apart(a: &[f64], b: &[f64], up: bool) -> f64 {
    let all: Vec<f64> = [a, b].concat();
    let mut most = a.len().max(b.len());
    for cut in &all {
        // Days before up to the cut, plan days beyond it.
        let early = a.iter().filter(|value| !better(*cut, **value, up)).count();
        let late = b.iter().filter(|value| better(*cut, **value, up)).count();
        most = most.max(early + late);
    }
    number(most) / number(all.len())
}

pub fn line(points: &[(f64, f64)]) -> (f64, f64) {
    let mut slopes = Vec::new();
    for (t, y) in points {
        for (u, x) in points {
            if u > t {
                slopes.push((x - y) / (u - t));
            }
        }
    }
    let slope = middle(&slopes);
    let starts: Vec<f64> = points.iter().map(|(t, y)| y - slope * t).collect();
    (slope, middle(&starts))
}

pub fn share_with_line_out(a: &[f64], b: &[f64], (slope, start): (f64, f64), up: bool) -> f64 {
    let out = |values: &[f64], from: usize| -> Vec<f64> {
        let places = (from..).map(number);
        places
            .zip(values)
            .map(|(t, y)| y - (start + slope * t))
            .collect()
    };
    share_of_better_pairs(&out(a, 1), &out(b, a.len() + 1), up)
}

pub fn day_to_day(values: &[f64]) -> Option<f64> {
    let mean = values.iter().sum::<f64>() / number(values.len());
    let (mut top, mut bottom) = (0.0, 0.0);
    for (place, value) in values.iter().enumerate() {
        bottom += (value - mean) * (value - mean);
        if let Some(next) = values.get(place + 1) {
            top += (value - mean) * (next - mean);
        }
    }
    (bottom > 1e-12).then(|| top / bottom)
}

/// All ways to name as many days "plan" as there are, one by one.
pub fn shuffles_at_least(a: &[f64], b: &[f64], up: bool) -> (f64, f64) {
    let all: Vec<f64> = [a, b].concat();
    let seen = share_of_better_pairs(a, b, up);
    let (mut one, mut two, mut ways) = (0_u32, 0_u32, 0_u32);
    for named in 0_u32..1 << all.len() {
        if named.count_ones() as usize != b.len() {
            continue;
        }
        let is_plan = |place: usize| named >> place & 1 == 1;
        let pick = |plan: bool| -> Vec<f64> {
            (0..all.len())
                .filter(|place| is_plan(*place) == plan)
                .map(|place| all[place])
                .collect()
        };
        let share = share_of_better_pairs(&pick(false), &pick(true), up);
        ways += 1;
        one += u32::from(share >= seen - 1e-12);
        two += u32::from((share - 0.5).abs() >= (seen - 0.5).abs() - 1e-12);
    }
    (
        f64::from(one) / f64::from(ways),
        f64::from(two) / f64::from(ways),
    )
}

/// All orders of the values, one by one.
pub fn orders_at_least(values: &[f64], up: bool) -> f64 {
    let seen = later_better_less_worse(values, up);
    let (mut some, mut all) = (0_u32, 0_u32);
    each_order(&mut values.to_vec(), 0, &mut |order| {
        all += 1;
        some += u32::from(later_better_less_worse(order, up) >= seen);
    });
    f64::from(some) / f64::from(all)
}

fn each_order(values: &mut Vec<f64>, from: usize, look: &mut impl FnMut(&[f64])) {
    if from + 1 >= values.len() {
        look(values);
        return;
    }
    for place in from..values.len() {
        values.swap(from, place);
        each_order(values, from + 1, look);
        values.swap(from, place);
    }
}
