#!/usr/bin/env python3
"""Note what the coder reaches on the samples, below which `make test` lets no facet fall.

usage: note_scores.py MUSNAD      writes corpus/scores.toml

Run it after a gain, and look at the difference before it is committed: a figure that falls needs a reason.
"""
import json
import pathlib
import subprocess
import sys

corpus = pathlib.Path(__file__).resolve().parent.parent / "corpus"
out = subprocess.run([sys.argv[1], "eval", corpus / "gold", "--json"], check=True, stdout=subprocess.PIPE).stdout
lines = [
    "# What the coder reached on corpus/gold when it was last noted. scripts/note_scores.py writes this file.",
    "# A facet fails in `make test` when it falls below `noted` by more than its margin: 0.01, or the weight of one",
    "# item (1 / items) where that is more. `items` are the claims, figures or names that the gold asks for.",
]
scores = json.loads(out)
lines += ["", f"reports = {scores.pop('reports')}"]
for facet, found in scores.items():
    measure = "f1" if "f1" in found else "accuracy"
    items = found["tp"] + found["fn"] if measure == "f1" else found["asked"]
    lines += ["", "[[facet]]", f'name = "{facet}"', f'measure = "{measure}"']
    # cut, not rounded: what is noted was reached
    lines += [f"noted = {int(found[measure] * 1000) / 1000:.3f}", f"items = {items}"]
(corpus / "scores.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
