# One set of commands for people and for CI.

# one folder for everything that is built; set CARGO_TARGET_DIR to build elsewhere
TARGET := $(or $(CARGO_TARGET_DIR),target)
NEWS   := ../shared/data/news_2015-07.jsonl

.PHONY: demo check test bench

# two sample reports, coded
demo:
	cargo build --release --quiet -p musnad-cli
	$(TARGET)/release/musnad code corpus/ --format table --published 2021-05-12 --outlet "جريدة الواحة" --country SY

# the data files alone: faults, tests and rejects
check:
	cargo run --quiet -p musnad-cli -- lexicon check

test:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --quiet -- -D warnings
	cargo run --quiet -p musnad-cli -- lexicon check
	cargo test --workspace --doc --quiet
	@if cargo nextest --version >/dev/null 2>&1; then \
		cargo nextest run --workspace --no-fail-fast; \
	else \
		cargo test --workspace --no-fail-fast; \
	fi

# speed and memory, one thread, JSON Lines to JSON Lines
bench:
	cargo build --release --quiet -p musnad-cli
	@test -r $(NEWS) || { echo "make bench reads $(NEWS), which is not here"; exit 1; }
	@python3 scripts/bench.py $(TARGET)/release/musnad $(NEWS)
