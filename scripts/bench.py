#!/usr/bin/env python3
"""Time `musnad code` on a file of reports: one thread, best of three.

usage: bench.py MUSNAD REPORTS.jsonl
"""
import json
import os
import resource
import subprocess
import sys
import time

program, reports = sys.argv[1:]
count = size = 0
with open(reports, encoding="utf-8") as lines:
    for line in lines:
        count += 1
        size += len(json.loads(line)["text"].encode())
command = [program, "code", reports, "--jobs", "1", "--format", "jsonl", "--out", os.devnull]
seconds = []
for _ in range(3):
    start = time.monotonic()
    subprocess.run(command, check=True)
    seconds.append(time.monotonic() - start)
start = time.monotonic()
for _ in range(10):
    subprocess.run([program, "code", "--format", "jsonl", "-"], input="قصف".encode(), stdout=subprocess.DEVNULL, check=True)
startup = (time.monotonic() - start) / 10
best = min(seconds)
# on Linux in KiB, on macOS in bytes
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(f"{count} reports, {size / 1e6:.1f} MB of text in {best:.2f} s with one thread:")
print(f"{size / best / 1e6:.1f} MB/s of text, {count / best:.0f} reports/s, peak memory {peak / 1e6:.0f} MB, start-up {startup * 1000:.0f} ms")
