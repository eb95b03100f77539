"""What every annotated passage of ours must be, those to measure by and those to learn from."""

import datetime
import json

from ravabet.lexicon.entries import TYPES

STATUS = {"happened", "denied", "planned", "claimed"}
FORMS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", None: None}


def read(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def missing(words, text):
    """What is said of each word that does not stand in the text."""
    return [f"{word!r} is not in the text" for word in words if not word or word not in text]


def faults(passage):
    """What is wrong with a passage: words of its text, known types, right dates."""
    text = passage["text"]
    datetime.date.fromisoformat(passage["published"])
    for event in passage["events"]:
        yield from missing([event["trigger"], *([event["where"]] if event["where"] else [])], text)
        if event["type"] not in TYPES or event["status"] not in STATUS:
            yield f"no such type or status: {event['type']} {event['status']}"
        if not event["source"] + event["target"]:
            yield f"nobody takes part in {event['trigger']!r}"
        if (event["date"] is None) != (event["precision"] is None):
            yield "date and precision do not go together"
        if event["date"]:
            datetime.datetime.strptime(event["date"], FORMS[event["precision"]])
    for reason in passage["reasons"]:
        yield from missing([reason["cause"], reason["effect"], *([reason["cue"]] if reason["cue"] else [])], text)
