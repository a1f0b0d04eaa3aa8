#!/usr/bin/env python3
"""Lists what one tagging gained and lost against another, so that a change of the taggers can be read before it is committed.

usage: changes.py TEXTS.jsonl BEFORE.jsonl AFTER.jsonl [--show N] [--seed S] [--only people|persons|titles|documents]

TEXTS holds the lines that were tagged ({"id","text"}), BEFORE and AFTER what `tag` printed for them. Of each kind of change the number is
printed and N samples (20) with the words around them; the same seed (1) draws the same samples.
people: mentions; persons: the same mention, joined to another name; titles: titles of a person, those of unchanged mentions first; documents.
"""
import argparse
import json
import random


def read(path):
    with open(path, encoding="utf-8") as lines:
        return {line["id"]: line for line in map(json.loads, lines)}


def around(text, start, end):
    units = text.encode("utf-16-le")
    part = lambda a, b: units[2 * max(a, 0):2 * b].decode("utf-16-le", "ignore").replace("\n", "⏎")
    return part(start - 60, start) + "«" + part(start, end) + "»" + part(end, end + 60)


def spans(line, kind):
    return {(m["start"], m["end"]): m for m in line[kind]}


def changes(texts, before, after):
    for id, text in texts.items():
        old, new = before.get(id), after.get(id)
        if old is None or new is None:
            continue
        for kind in ("people", "documents"):
            was, now = spans(old, kind), spans(new, kind)
            yield from ((f"{kind} gained", around(text["text"], *s)) for s in now.keys() - was.keys())
            yield from ((f"{kind} lost", around(text["text"], *s)) for s in was.keys() - now.keys())
            for span in was.keys() & now.keys():
                if was[span].get("person") != now[span].get("person"):
                    yield "persons changed", f"{was[span]['person']} -> {now[span]['person']}: " + around(text["text"], *span)
        pairs = lambda line: {(p, t) for p, titles in line["titles"].items() for t in titles}
        was, now = pairs(old), pairs(new)
        kept = set(old["titles"]) & set(new["titles"])
        for sign, some in (("gained", now - was), ("lost", was - now)):
            for person, title in some:
                if person in kept:
                    others = sorted(t for p, t in (was if sign == "gained" else now) if p == person)
                    yield f"titles {sign}", f"{person} | {title}   [{'; '.join(others)}]"
                else:
                    yield f"titles {sign} with their person", f"{person} | {title}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts")
    arguments.add_argument("before")
    arguments.add_argument("after")
    arguments.add_argument("--show", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", default="")
    asked = arguments.parse_args()
    found = {}
    for kind, what in changes(read(asked.texts), read(asked.before), read(asked.after)):
        found.setdefault(kind, []).append(what)
    for kind in sorted(found):
        print(f"{kind}: {len(found[kind])}")
        if kind.startswith(asked.only):
            draw = sorted(found[kind])
            random.Random(asked.seed).shuffle(draw)
            for what in draw[:asked.show]:
                print("   ", what)


main()
