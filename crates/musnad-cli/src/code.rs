//! `musnad code`: reports in, claims out, in the order of the input.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use musnad_coder::{Coded, Coder, Leftover};
use musnad_lexicon::Lexicon;
use musnad_model::Report;

use crate::arguments::{CodeArguments, Format, InputKind, all_cores};
use crate::console::{Console, count};
use crate::input::{Content, Incoming, Input, holds_arabic, is_report};
use crate::output::Output;
use crate::pool::{Run, in_order};
use crate::problem::{Ending, Failure, Problem};
use crate::{knowledge, output, stop, table};

/// What became of one piece of input.
struct Done {
    bytes: u64,
    reports: usize,
    claims: usize,
    text: String,
    leftovers: String,
    note: Option<String>,
    problem: Option<Problem>,
}

/// Codes all reports of the command line.
pub(crate) fn run(arguments: &CodeArguments, console: &Console) -> Result<Ending, Failure> {
    let files = files(arguments)?;
    refuse_writing_over_input(arguments.out.as_deref(), &files)?;
    stop::listen();
    let lexicon = knowledge::lexicon(arguments.lexicon.as_deref())?;
    let people_read = arguments.out.is_none() && output::is_terminal();
    let format = arguments.format.unwrap_or(if people_read {
        Format::Table
    } else {
        Format::Jsonl
    });
    let mut output = Output::open(arguments.out.as_deref())?;
    let input = Input::new(&files, arguments.input, arguments.context.clone());
    if !people_read {
        console.start_progress(input.total());
    }
    let jobs = arguments.jobs.unwrap_or_else(all_cores);
    let (mut reports, mut claims) = (0, 0);
    // the two calls of the pool write to the same place, one after the other
    let output = std::cell::RefCell::new(&mut output);
    let run = in_order(
        input,
        jobs,
        || {
            let mut worker = Worker::new(&lexicon);
            let (format, leftovers) = (format, arguments.leftovers);
            move |incoming| worker.work(incoming, format, leftovers)
        },
        |done: Done| {
            reports += done.reports;
            claims += done.claims;
            console.progress(done.bytes, reports, claims);
            if let Some(problem) = &done.problem {
                console.problem(problem);
            }
            if let Some(note) = &done.note {
                console.note(note);
            }
            if !done.leftovers.is_empty() {
                console.line(done.leftovers.trim_end());
            }
            output.borrow_mut().write(&done.text)
        },
        || output.borrow_mut().flush(),
    );
    console.finish_progress();
    let run = run?;
    output.borrow_mut().flush()?;
    if format == Format::Table && reports > 0 {
        let (claims, reports) = (count(claims, "claim"), count(reports, "report"));
        console.line(&format!("{claims} in {reports}"));
    }
    Ok(match run {
        Run::Stopped => Ending::Stopped,
        Run::Whole if console.problems() > 0 => Ending::SomeFailed,
        Run::Whole => Ending::AllRead,
    })
}

fn files(arguments: &CodeArguments) -> Result<Vec<PathBuf>, Failure> {
    if !arguments.files.is_empty() {
        return Ok(arguments.files.clone());
    }
    if std::io::IsTerminal::is_terminal(&std::io::stdin()) {
        let problem = Problem::new("no report was given");
        return Err(Failure::Usage(problem.help(
            "name files or folders, or - for standard input: musnad code --help",
        )));
    }
    Ok(vec![PathBuf::from("-")])
}

fn refuse_writing_over_input(out: Option<&Path>, files: &[PathBuf]) -> Result<(), Failure> {
    let Some(out) = out else { return Ok(()) };
    let Some(target) = real_path(out) else {
        // its folder does not exist: opening it says so
        return Ok(());
    };
    let is_input = |file: &PathBuf| {
        file.canonicalize().is_ok_and(|file| {
            file == target || (file.is_dir() && target.starts_with(&file) && is_report(&target))
        })
    };
    if files.iter().any(is_input) {
        let problem = Problem::new(format!(
            "--out {} is itself part of the input",
            out.display()
        ));
        return Err(Failure::Usage(
            problem.help("name a file outside of the folders that are read"),
        ));
    }
    Ok(())
}

/// The path without links, also of a file that is not there yet.
fn real_path(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok().or_else(|| {
        let folder = match path.parent()? {
            here if here.as_os_str().is_empty() => Path::new("."),
            folder => folder,
        };
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    })
}

/// The report of a file that holds one.
pub(crate) fn only_report(
    file: &Path,
    kind: InputKind,
    context: crate::arguments::Context,
    console: &Console,
) -> Result<Option<Report>, Failure> {
    let mut report = None;
    for incoming in Input::new(&[file.to_owned()], kind, context) {
        match incoming.content {
            Content::Report(_) if report.is_some() => {
                console.note("only the first report is shown");
                break;
            }
            Content::Report(found) => report = Some(*found),
            Content::Problem(problem) => return Err(problem.into()),
            Content::Note(note) => console.note(&note),
        }
    }
    Ok(report)
}

/// A coder that outlives a fault of its own.
pub(crate) struct Worker<'a> {
    lexicon: &'a Lexicon,
    coder: Coder<'a>,
}

impl<'a> Worker<'a> {
    /// A worker that knows `lexicon`.
    pub(crate) fn new(lexicon: &'a Lexicon) -> Self {
        Worker {
            lexicon,
            coder: Coder::new(lexicon),
        }
    }

    /// Codes one report. A defect of the coder costs this report only.
    pub(crate) fn code(&mut self, report: &Report) -> Result<Coded, Problem> {
        let coder = &mut self.coder;
        catch_unwind(AssertUnwindSafe(|| coder.code(report))).map_err(|_| {
            self.coder = Coder::new(self.lexicon);
            Problem::new(format!(
                "report {}: the coder has a defect and gave up on it",
                report.id
            ))
            .help("please report this with the text of the report; the rest was read")
        })
    }

    fn work(&mut self, incoming: Incoming, format: Format, leftovers: bool) -> Done {
        let mut done = Done {
            bytes: incoming.bytes,
            reports: 0,
            claims: 0,
            text: String::new(),
            leftovers: String::new(),
            note: None,
            problem: None,
        };
        let report = match incoming.content {
            Content::Report(report) => report,
            Content::Problem(problem) => {
                done.problem = Some(problem);
                return done;
            }
            Content::Note(note) => {
                done.note = Some(note);
                return done;
            }
        };
        match self.code(&report) {
            Ok(coded) => {
                done.reports = 1;
                done.claims = coded.claims.len();
                if coded.claims.is_empty() && !holds_arabic(&report.text) {
                    done.note = Some(format!(
                        "{}: report {} holds no Arabic: no claims",
                        incoming.origin, report.id
                    ));
                }
                match format {
                    Format::Table => done.text = table::report(&report, &coded, leftovers),
                    Format::Jsonl => {
                        done.text = json_lines(&coded);
                        if leftovers {
                            done.leftovers = leftover_lines(&report, &coded.leftovers);
                        }
                    }
                }
            }
            Err(problem) => done.problem = Some(problem),
        }
        done
    }
}

fn json_lines(coded: &Coded) -> String {
    let mut out = String::new();
    for claim in &coded.claims {
        // a claim is plain data: it always has a JSON form
        if let Ok(line) = serde_json::to_string(claim) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

fn leftover_lines(report: &Report, leftovers: &[Leftover]) -> String {
    let mut out = String::new();
    for leftover in leftovers {
        let span = leftover.span;
        let words = span.of(&report.text).replace(['\n', '\r', '\t'], " ");
        let _ = writeln!(
            out,
            "not read\t{}\t{}..{}\t{}\t{words}",
            report.id, span.start, span.end, leftover.reason
        );
    }
    out
}
