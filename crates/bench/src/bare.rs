//! The bare handler: asks the database what the page asked, in the same
//! transactions, and writes the bytes that the page wrote. No session, no
//! policy, no rules, no template. What a page costs above this is ours.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use store::{
    Broken, Db, Tx, Value,
    watch::{Asked, Work},
};

use crate::setting::must;

/// What a page wrote.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

#[derive(Clone)]
struct Bare {
    db: Db,
    works: Arc<Vec<Vec<Asked>>>,
    answer: Answer,
}

/// A router with this handler alone.
pub(crate) fn router(db: Db, asked: Vec<Asked>, answer: Answer) -> Router {
    let works = asked.chunk_by(|one, next| one.of == next.of);
    let works = Arc::new(works.map(<[Asked]>::to_vec).collect());
    Router::new()
        .fallback(handle)
        .with_state(Bare { db, works, answer })
}

async fn handle(State(bare): State<Bare>) -> (StatusCode, HeaderMap, Bytes) {
    let (db, works) = (bare.db, bare.works);
    let asking = tokio::task::spawn_blocking(move || {
        for work in works.iter() {
            must(match work.first().map(|one| one.work) {
                Some(Work::Changing) => db.write(|tx| again(tx, work)),
                _ => db.read(|tx| again(tx, work)),
            });
        }
    });
    must(asking.await);
    (bare.answer.status, bare.answer.headers, bare.answer.body)
}

/// Asks the same again. An event gets the number that its chain gives out now.
fn again(tx: &mut Tx<'_>, work: &[Asked]) -> Result<(), Broken> {
    let mut number = None;
    for one in work {
        let mut values = one.values.clone();
        if let (Some(number), Some(second)) = (number, values.get_mut(1))
            && one.sql.starts_with(EVENT)
        {
            *second = Value::Int(number);
        }
        let rows = tx.all(one.sql, &values)?;
        if one.sql.contains("returning seq")
            && let Some(row) = rows.first()
        {
            number = Some(row.int(0)?);
        }
    }
    Ok(())
}

/// How statements begin that add an event or its payload.
const EVENT: &str = concat!("insert", " into event");
