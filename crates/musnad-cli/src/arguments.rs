//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::input::DATE_HELP;

/// Who says what happened: reads Arabic reports about conflict and codes their attributed claims.
#[derive(Debug, Parser)]
#[command(
    name = "musnad",
    bin_name = "musnad",
    propagate_version = true,
    arg_required_else_help = true
)]
#[command(
    after_help = "Exit codes: 0 all was read, 1 some of it failed, 2 wrong usage, 130 stopped by Ctrl-C."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Code reports: who says what happened, to whom, where, when and how many
    Code(CodeArguments),
    /// Show how a report was read: tokens, mentions, rules that fired and those that lost
    Explain(ExplainArguments),
    /// Print the text of a report, to which all offsets point
    Text(TextArguments),
    /// Score the coder against gold reports
    Eval(EvalArguments),
    /// Check, try and extend the lexicon
    #[command(subcommand)]
    Lexicon(LexiconCommand),
    /// Print the JSON schema of what the program prints
    Schema(SchemaArguments),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputKind {
    /// By the file's ending, else by how it begins
    Auto,
    /// A file is one report in plain text
    Text,
    /// A file is a web page with one report
    Html,
    /// A line is one report: id, text or html, published, outlet, url, title, byline, country
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// One claim a line, see `musnad schema claim`
    Jsonl,
}

/// What is known about a report beside its text.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Context {
    /// Day of publication, against which «yesterday» is read: a date or an RFC 3339 time
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(crate) published: Option<String>,
    /// Who published it
    #[arg(long, value_name = "NAME")]
    pub(crate) outlet: Option<String>,
    /// Country that the reports are about, as two letters: SY
    #[arg(long, value_name = "CODE", value_parser = country)]
    pub(crate) country: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  musnad code report.txt --published 2018-12-09
  musnad code reports.jsonl --out claims.jsonl
  cat reports.jsonl | musnad code - --format table
  musnad code archive/ --country SY --leftovers

A field of a JSON Lines record beats the flag of the same name. A record that cannot be read is named with its file and line, and the rest goes on.")]
pub(crate) struct CodeArguments {
    /// Files, folders (their .txt, .html, .htm, .jsonl and .ndjson files) or - for standard input
    #[arg(value_name = "FILE|DIR|-")]
    pub(crate) files: Vec<PathBuf>,
    /// What the files hold
    #[arg(long, value_enum, default_value_t = InputKind::Auto)]
    pub(crate) input: InputKind,
    #[command(flatten)]
    pub(crate) context: Context,
    /// How claims are printed [default: table on a terminal, else jsonl]
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
    /// How many threads [default: one for each core]
    #[arg(long, short, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Write to this file
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Also list what was not read, with the reason (in a table below the claims, else on stderr)
    #[arg(long)]
    pub(crate) leftovers: bool,
    /// Folder of data files that add to the embedded lexicon or replace its entries
    #[arg(long, value_name = "DIR")]
    pub(crate) lexicon: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  musnad explain report.txt --published 2018-12-09
  musnad lexicon try «…»      for a single sentence")]
pub(crate) struct ExplainArguments {
    /// File with one report, or - for standard input
    #[arg(value_name = "FILE|-")]
    pub(crate) file: PathBuf,
    /// What the file holds
    #[arg(long, value_enum, default_value_t = InputKind::Auto)]
    pub(crate) input: InputKind,
    #[command(flatten)]
    pub(crate) context: Context,
    /// Folder of data files that add to the embedded lexicon or replace its entries
    #[arg(long, value_name = "DIR")]
    pub(crate) lexicon: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextFormat {
    /// The text alone, byte for byte; what is known about it goes to stderr
    Text,
    /// A record a line, with the text and what the page says of itself: `musnad code` reads it again
    Jsonl,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  musnad text page.html > page.txt
  musnad text archive/ --format jsonl > reports.jsonl

Every start and end of a claim is an offset in UTF-8 bytes into this text.")]
pub(crate) struct TextArguments {
    /// Files, folders or - for standard input
    #[arg(value_name = "FILE|DIR|-", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// What the files hold
    #[arg(long, value_enum, default_value_t = InputKind::Auto)]
    pub(crate) input: InputKind,
    #[command(flatten)]
    pub(crate) context: Context,
    /// How it is printed
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  musnad eval gold/dev --errors
  musnad eval gold/dev --pred claims.jsonl --json
  musnad eval --gsr gsr/assault.csv gsr/protest.csv")]
pub(crate) struct EvalArguments {
    /// Gold reports: .json files, or folders of them
    #[arg(value_name = "GOLD", required_unless_present = "gsr")]
    pub(crate) gold: Vec<PathBuf>,
    /// Tables of sentences that are labelled for one event type, as gsr/README.md describes them
    #[arg(long, value_name = "CSV", num_args = 1..)]
    pub(crate) gsr: Vec<PathBuf>,
    /// Score these claims in place of coding the reports: one claim a line
    #[arg(long, value_name = "FILE")]
    pub(crate) pred: Option<PathBuf>,
    /// Also list misses, spurious claims and mismatches, grouped by cause
    #[arg(long, conflicts_with = "json")]
    pub(crate) errors: bool,
    /// Print the figures as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// How many threads [default: one for each core]
    #[arg(long, short, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Folder of data files that add to the embedded lexicon or replace its entries
    #[arg(long, value_name = "DIR")]
    pub(crate) lexicon: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LexiconCommand {
    /// Check all data files and run their tests and rejects
    Check(CheckArguments),
    /// Show how a sentence is read: tokens, entries, claims with their slots
    Try(TryArguments),
    /// Show an entry: where it stands and all its forms
    Show(ShowArguments),
    /// Write a new data file with empty fields
    New(NewArguments),
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  musnad lexicon check
  musnad lexicon check my-words/      files that go over the embedded lexicon")]
pub(crate) struct CheckArguments {
    /// Folder of data files
    #[arg(value_name = "DIR", default_value = "data")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_help = "Example:
  musnad lexicon try \"زعمت صفحات محلية أن المجموعة دخلت الحي القديم\"")]
pub(crate) struct TryArguments {
    /// The sentence
    pub(crate) sentence: String,
    #[command(flatten)]
    pub(crate) context: Context,
    /// Folder of data files that add to the embedded lexicon or replace its entries
    #[arg(long, value_name = "DIR")]
    pub(crate) lexicon: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "Example:
  musnad lexicon show air-strike")]
pub(crate) struct ShowArguments {
    /// Id of the entry
    pub(crate) id: String,
    /// Folder of data files: ./data where it is there, else the embedded lexicon
    #[arg(long, value_name = "DIR")]
    pub(crate) lexicon: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "Example:
  musnad lexicon new reporting zaama      writes data/ar/reporting/zaama.toml")]
pub(crate) struct NewArguments {
    /// What it is
    #[arg(value_enum)]
    pub(crate) kind: NewKind,
    /// Id of the entry, which is also the file's name: small Latin letters, digits and hyphens
    pub(crate) id: String,
    /// Folder of data files
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub(crate) lexicon: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum NewKind {
    /// A reporting verb or noun
    Reporting,
    /// A noun that is itself a casualty
    Casualty,
    /// An event
    Event,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// Of what
    #[arg(value_enum)]
    pub(crate) of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// A claim, as `musnad code` prints it
    Claim,
}

/// How many threads to use where nothing is said.
pub(crate) fn all_cores() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

fn jobs(value: &str) -> Result<NonZeroUsize, String> {
    value
        .parse()
        .map_err(|_| "the number of threads is 1 or more".to_owned())
}

fn published(value: &str) -> Result<String, String> {
    match crate::input::publication_date(value) {
        Ok(_) => Ok(value.to_owned()),
        Err(reason) => Err(format!("{reason}; {DATE_HELP}")),
    }
}

fn country(value: &str) -> Result<String, String> {
    crate::input::country_code(value)
        .ok_or_else(|| "a country is two Latin letters: SY, IQ, YE".to_owned())
}
