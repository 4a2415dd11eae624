//! `musnad schema`: the JSON schema of what the program prints.

use crate::arguments::SchemaArguments;
use crate::output::print;
use crate::problem::{Ending, Failure, Problem};

/// Prints the schema.
pub(crate) fn run(arguments: &SchemaArguments) -> Result<Ending, Failure> {
    let schema = match arguments.of {
        crate::arguments::SchemaOf::Claim => musnad_model::claim_schema(),
    };
    let text = serde_json::to_string_pretty(&schema)
        .map_err(|error| Problem::new(format!("cannot write the schema: {error}")))?;
    print(&format!("{text}\n"))?;
    Ok(Ending::AllRead)
}
