//! Work on several threads with results in the order of the input and bounded memory.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{
    Receiver, RecvTimeoutError, Sender, SyncSender, TryRecvError, channel, sync_channel,
};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::stop;

/// So many items for each thread are on their way at most.
const AHEAD: usize = 8;

/// How long a thread waits before it looks whether the end was asked for.
const LOOK_UP: Duration = Duration::from_millis(100);

/// What became of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// All input was worked on.
    Whole,
    /// Ctrl-C: all results up to some point of the input were handed out.
    Stopped,
}

/// Works on `items`: each of `jobs` threads makes a worker with `worker`, and `take` gets the results
/// on this thread in the order of the items. `idle` is called when no result is at hand.
pub(crate) fn in_order<I, T, W, E>(
    items: I,
    jobs: NonZeroUsize,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
    mut idle: impl FnMut() -> Result<(), E>,
) -> Result<Run, E>
where
    I: Iterator + Send + 'static,
    I::Item: Send,
    T: Send,
    W: FnMut(I::Item) -> T,
{
    let shared = Arc::new(Shared::default());
    let (permit, permits) = sync_channel::<()>(jobs.get() * AHEAD);
    for _ in 0..jobs.get() * AHEAD {
        let _ = permit.try_send(());
    }
    let (to_work, work) = channel::<(u64, I::Item)>();
    let work = Mutex::new(work);
    let (result, results) = channel::<(u64, T)>();
    let feeding = Arc::clone(&shared);
    // not waited for: it may stand before input that never comes
    std::thread::spawn(move || feed(items, &permits, &to_work, &feeding));
    std::thread::scope(|scope| {
        for _ in 0..jobs.get() {
            let result = result.clone();
            let (work, worker, shared) = (&work, &worker, &shared);
            scope.spawn(move || {
                let mut worker = worker();
                while let Some((number, item)) = take_work(work, shared) {
                    if result.send((number, worker(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(result);
        let outcome = hand_out(&results, &permit, &shared, &mut take, &mut idle);
        shared.given_up.store(true, Ordering::SeqCst);
        outcome
    })
}

#[derive(Default)]
struct Shared {
    /// How many items were sent to work.
    sent: AtomicU64,
    /// No more results are wanted.
    given_up: AtomicBool,
}

fn feed<I: Iterator>(
    items: I,
    permits: &Receiver<()>,
    to_work: &Sender<(u64, I::Item)>,
    shared: &Shared,
) {
    for (number, item) in (0_u64..).zip(items) {
        if permits.recv().is_err() || stop::asked() || shared.given_up.load(Ordering::SeqCst) {
            return;
        }
        shared.sent.fetch_add(1, Ordering::SeqCst);
        if to_work.send((number, item)).is_err() {
            return;
        }
    }
}

fn take_work<I>(work: &Mutex<Receiver<(u64, I)>>, shared: &Shared) -> Option<(u64, I)> {
    loop {
        let work = work.lock().unwrap_or_else(PoisonError::into_inner);
        if shared.given_up.load(Ordering::SeqCst) {
            return None;
        }
        match work.recv_timeout(LOOK_UP) {
            Ok(item) => return Some(item),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

fn hand_out<T, E>(
    results: &Receiver<(u64, T)>,
    permit: &SyncSender<()>,
    shared: &Shared,
    take: &mut impl FnMut(T) -> Result<(), E>,
    idle: &mut impl FnMut() -> Result<(), E>,
) -> Result<Run, E> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    loop {
        let result = match results.try_recv() {
            Ok(result) => Ok(result),
            Err(TryRecvError::Empty | TryRecvError::Disconnected) => {
                idle()?;
                results.recv_timeout(LOOK_UP)
            }
        };
        let (number, value) = match result {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => {
                // input may never come: what was begun is done, so end
                if stop::asked() && shared.sent.load(Ordering::SeqCst) == next {
                    return Ok(Run::Stopped);
                }
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        };
        waiting.insert(number, value);
        while let Some(value) = waiting.remove(&next) {
            take(value)?;
            next += 1;
            let _ = permit.try_send(());
        }
    }
    Ok(if stop::asked() {
        Run::Stopped
    } else {
        Run::Whole
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(jobs: usize) {
        let mut out = Vec::new();
        let run = in_order(
            0..500_u64,
            NonZeroUsize::new(jobs).unwrap(),
            || {
                |item: u64| {
                    // some take longer than others
                    std::hint::black_box((0..(item * 7919) % 5000).fold(item, u64::wrapping_add));
                    item
                }
            },
            |item| {
                out.push(item);
                Ok::<(), ()>(())
            },
            || Ok(()),
        );
        assert_eq!(run, Ok(Run::Whole));
        assert_eq!(out, (0..500).collect::<Vec<_>>());
    }

    #[test]
    fn results_keep_the_order_of_the_input() {
        check(1);
        check(3);
        check(8);
    }

    #[test]
    fn an_error_ends_the_run() {
        let jobs = NonZeroUsize::new(2).unwrap();
        let run = in_order(
            0..,
            jobs,
            || |item: u64| item,
            |item| if item < 20 { Ok(()) } else { Err(item) },
            || Ok(()),
        );
        assert_eq!(run, Err(20));
    }
}
