//! Messages on stderr: problems, notes and, on a terminal, progress.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::problem::Problem;

/// So many notes are shown one by one; the others are counted.
const SHOWN_NOTES: usize = 10;

/// A number with its noun: 1 claim, 2 claims.
pub(crate) fn count(number: usize, one: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {one}{ending}")
}

/// Where messages go. Output for other programs never comes here.
pub(crate) struct Console {
    bar: RefCell<Option<ProgressBar>>,
    problems: Cell<usize>,
    notes: Cell<usize>,
    advice_given: RefCell<BTreeSet<String>>,
}

impl Console {
    /// A console without progress.
    pub(crate) fn new() -> Self {
        Console {
            bar: RefCell::new(None),
            problems: Cell::new(0),
            notes: Cell::new(0),
            advice_given: RefCell::default(),
        }
    }

    /// Names a problem; advice is given once.
    pub(crate) fn problem(&self, problem: &Problem) {
        self.problems.set(self.problems.get() + 1);
        self.line(&format!("musnad: {problem}"));
        if let Some(advice) = problem.advice()
            && self.advice_given.borrow_mut().insert(advice.to_owned())
        {
            self.line(&format!("  help: {advice}"));
        }
    }

    /// Says something that is worth knowing but no problem.
    pub(crate) fn note(&self, note: &str) {
        self.notes.set(self.notes.get() + 1);
        if self.notes.get() <= SHOWN_NOTES {
            self.line(&format!("musnad: note: {note}"));
        }
    }

    /// How many problems there were.
    pub(crate) fn problems(&self) -> usize {
        self.problems.get()
    }

    /// Names the problem for which the program ends.
    pub(crate) fn fatal(&self, problem: &Problem) {
        self.finish_progress();
        self.problem(problem);
    }

    /// Shows progress on a terminal; `bytes` is the size of all input, where it is known.
    pub(crate) fn start_progress(&self, bytes: Option<u64>) {
        if !std::io::stderr().is_terminal() {
            return;
        }
        let (bar, template) = match bytes {
            Some(bytes) => (
                ProgressBar::new(bytes),
                "{bar:30} {bytes}/{total_bytes} {bytes_per_sec} eta {eta}  {msg}",
            ),
            None => (
                ProgressBar::new_spinner(),
                "{spinner} {bytes} {bytes_per_sec}  {msg}",
            ),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        *self.bar.borrow_mut() = Some(bar);
    }

    /// Moves progress on.
    pub(crate) fn progress(&self, bytes: u64, reports: usize, claims: usize) {
        if let Some(bar) = &*self.bar.borrow() {
            bar.inc(bytes);
            let (reports, claims) = (count(reports, "report"), count(claims, "claim"));
            bar.set_message(format!("{reports}, {claims}"));
        }
    }

    /// Takes the progress line away and counts the notes that were not shown.
    pub(crate) fn finish_progress(&self) {
        if let Some(bar) = self.bar.borrow_mut().take() {
            bar.finish_and_clear();
        }
        let hidden = self.notes.get().saturating_sub(SHOWN_NOTES);
        if hidden > 0 {
            self.line(&format!("musnad: note: {}", count(hidden, "more note")));
            self.notes.set(0);
        }
    }

    /// One line on stderr, above the progress.
    pub(crate) fn line(&self, words: &str) {
        let write = || {
            // nothing can be done where stderr is closed
            let _ = writeln!(std::io::stderr(), "{words}");
        };
        match &*self.bar.borrow() {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}
