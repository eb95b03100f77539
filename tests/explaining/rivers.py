"""A small Persian article of our own, coded by hand: a chain through third countries, an act without a reason."""

from __future__ import annotations

from tests.explaining.made import coding, day, event, reason

from ravabet.model import Coding

TEXT = """آب و همسایگان

به دلیل خشکسالی چندساله در حوضهٔ رود، ترکمنستان سیاست آبی خود را تغییر داد. در نتیجه، ازبکستان همکاری
با چین را گسترش داد. همچنین در ۳ مارس ۲۰۲۴ ازبکستان و ایران توافق‌نامهٔ سدسازی امضا کردند.

همهٔ این موارد نگرانی عشق‌آباد را برانگیخت. این نگرانی سبب شد ترکمنستان در آوریل ۲۰۲۴ واردات پنبه از ازبکستان
را ممنوع کند. ازبکستان این تصمیم ترکمنستان را محکوم کرد.
"""
TKM, UZB, CHN, IRN = ("TKM", "ترکمنستان"), ("UZB", "ازبکستان"), ("CHN", "چین"), ("IRN", "ایران")


def article() -> Coding:
    widened = event(TEXT, "گسترش داد", "COOPERATE", [UZB, CHN], frame="cooperate")
    signed = event(
        TEXT,
        "امضا کردند",
        "AGREE",
        [UZB, IRN],
        frame="sign-agreement",
        date=("2024-03-03", "۳ مارس ۲۰۲۴"),
        confidence=0.9,
    )
    banned = event(TEXT, "ممنوع کند", "SANCTION", [TKM], [UZB], frame="import-ban", date=("2024-04", "آوریل ۲۰۲۴"))
    condemned = event(TEXT, "محکوم کرد", "ACCUSE", [UZB], [TKM], frame="condemn", speaker="UZB")
    events = [widened, signed, banned, condemned]
    changed = "ترکمنستان سیاست آبی خود را تغییر داد"
    turned = "ازبکستان همکاری\nبا چین را گسترش داد"
    reasons = [
        reason(TEXT, "خشکسالی چندساله در حوضهٔ رود", changed, "به دلیل", events=events),
        reason(
            TEXT, f"به دلیل خشکسالی چندساله در حوضهٔ رود، {changed}", turned, "در نتیجه", kind="result", events=events
        ),
        reason(
            TEXT,
            "همهٔ این موارد",
            "نگرانی عشق‌آباد",
            "برانگیخت",
            stands_for=[f"در نتیجه، {turned}.", "همچنین در ۳ مارس ۲۰۲۴ ازبکستان و ایران توافق‌نامهٔ سدسازی امضا کردند."],
            events=events,
        ),
        reason(
            TEXT,
            "این نگرانی",
            "ترکمنستان در آوریل ۲۰۲۴ واردات پنبه از ازبکستان\nرا ممنوع کند",
            "سبب شد",
            stands_for=["همهٔ این موارد نگرانی عشق‌آباد را برانگیخت"],
            events=events,
        ),
    ]
    return coding(TEXT, events, reasons, id="rivers.txt", language="fa", published=day("2024-05-01"))
