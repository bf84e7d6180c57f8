//! Several people at the same moment, on both engines: nothing is lost, nothing
//! is done twice, and whoever comes second is told.

mod once;
mod second;
mod storm;

use std::sync::Barrier;

/// Everyone does their part at the same moment; what each got, in order.
pub fn at_once<T: Send>(parts: Vec<Box<dyn FnOnce() -> T + Send + '_>>) -> Vec<T> {
    let start = Barrier::new(parts.len());
    std::thread::scope(|scope| {
        let going: Vec<_> = parts
            .into_iter()
            .map(|part| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    part()
                })
            })
            .collect();
        going.into_iter().map(|one| one.join().unwrap()).collect()
    })
}
