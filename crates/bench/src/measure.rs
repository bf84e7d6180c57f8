//! Times one page: one after the other, then sixteen at a time; then the same
//! of the bare handler.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{Router, body::to_bytes, http::Request};
use store::watch::Asked;
use tower::ServiceExt;

use crate::{
    bare::{self, Answer},
    pages::Page,
    setting::{Town, must},
};

/// Requests that are sent before any is timed.
const WARM: usize = 30;
/// How many ask at once.
const AT_ONCE: usize = 16;

/// Times of one handler.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    pub least: Duration,
    pub median: Duration,
    /// Nineteen of twenty are no slower.
    pub p95: Duration,
    /// Requests a second, sixteen at a time.
    pub rate: f64,
}

/// What was found of one page.
#[derive(Debug)]
pub(crate) struct Found {
    pub name: &'static str,
    pub statements: usize,
    pub transactions: usize,
    pub bytes: usize,
    pub page: Times,
    pub bare: Times,
}

/// Measures one page and the bare handler beside it.
pub(crate) fn page(town: &Town, page: &Page, (times, seconds): (usize, u64)) -> Found {
    for _ in 0..WARM {
        answer(town, &town.router, page.request());
    }
    town.db.watch();
    let wrote = answer(town, &town.router, page.request());
    let asked = town.db.watched();
    let counted = timed(town, &town.router, page, (times, seconds));
    let beside = bare::router(town.db.clone(), asked.clone(), wrote.clone());
    for _ in 0..WARM {
        answer(town, &beside, page.request());
    }
    Found {
        name: page.name,
        statements: asked.len(),
        transactions: transactions(&asked),
        bytes: wrote.body.len(),
        page: counted,
        bare: timed(town, &beside, page, (times, seconds)),
    }
}

fn transactions(asked: &[Asked]) -> usize {
    let mut works: Vec<u64> = asked.iter().map(|one| one.of).collect();
    works.dedup();
    works.len()
}

fn answer(town: &Town, router: &Router, request: Request<axum::body::Body>) -> Answer {
    town.runtime.block_on(sent(router.clone(), request))
}

async fn sent(router: Router, request: Request<axum::body::Body>) -> Answer {
    let response = must(router.oneshot(request).await);
    let (parts, body) = response.into_parts();
    let body = must(to_bytes(body, usize::MAX).await);
    assert!(!parts.status.is_server_error() && !parts.status.is_client_error());
    Answer {
        status: parts.status,
        headers: parts.headers,
        body,
    }
}

fn timed(town: &Town, router: &Router, page: &Page, (times, seconds): (usize, u64)) -> Times {
    let mut took: Vec<Duration> = (0..times.max(20))
        .map(|_| {
            let request = page.request();
            let begun = Instant::now();
            answer(town, router, request);
            begun.elapsed()
        })
        .collect();
    took.sort_unstable();
    let at = |share: usize| took[(took.len() - 1) * share / 100];
    Times {
        least: at(0),
        median: at(50),
        p95: at(95),
        rate: at_once(town, router, page, Duration::from_secs(seconds)),
    }
}

/// Requests a second while sixteen ask all the time.
fn at_once(town: &Town, router: &Router, page: &Page, length: Duration) -> f64 {
    let done = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    let asking: Vec<_> = (0..AT_ONCE)
        .map(|_| {
            let (router, done, page) = (router.clone(), Arc::clone(&done), page.clone());
            town.runtime.spawn(async move {
                while begun.elapsed() < length {
                    sent(router.clone(), page.request()).await;
                    done.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for one in asking {
        must(town.runtime.block_on(one));
    }
    let count = u32::try_from(done.load(Ordering::Relaxed)).unwrap_or(u32::MAX);
    f64::from(count) / begun.elapsed().as_secs_f64()
}
