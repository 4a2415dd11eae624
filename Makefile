# One set of commands for people and for CI.

# one folder for everything that is built; set CARGO_TARGET_DIR to build elsewhere
TARGET := $(or $(CARGO_TARGET_DIR),target)
NEWS   := ../shared/data/news_2015-07.jsonl
MUSNAD := $(TARGET)/release/musnad
DEMO   := $(TARGET)/demo

# samples that name their day themselves, and those that are told it
SAMPLES  := $(addprefix corpus/, wire.jsonl syria-afrin-hospital.html jerusalem-synagogue.html sudan-sit-in.txt syria-homs-college.txt)
INVENTED := --published 2021-05-12 --outlet "جريدة الواحة" --country SY

.PHONY: demo note-scores check test bench

# the sample reports, coded: the table on the screen, the claims in a file
demo:
	cargo build --release --quiet -p musnad-cli
	@mkdir -p $(DEMO)
	@$(MUSNAD) code $(SAMPLES) --format jsonl --out $(DEMO)/reports.jsonl
	@$(MUSNAD) code corpus/sample-*.txt $(INVENTED) --format jsonl --out $(DEMO)/invented.jsonl
	@cat $(DEMO)/reports.jsonl $(DEMO)/invented.jsonl > $(DEMO)/claims.jsonl
	@rm $(DEMO)/reports.jsonl $(DEMO)/invented.jsonl
	@$(MUSNAD) code $(SAMPLES) --format table
	@$(MUSNAD) code corpus/sample-*.txt $(INVENTED) --format table
	@echo "The same $$(wc -l < $(DEMO)/claims.jsonl | tr -d ' ') claims, one a line: $(DEMO)/claims.jsonl"

# what the coder reaches on the samples, below which `make test` lets nothing fall
note-scores:
	cargo build --release --quiet -p musnad-cli
	python3 scripts/note_scores.py $(MUSNAD)
	git diff --stat corpus/scores.toml

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
