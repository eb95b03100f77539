"""Our own annotated passages, and the tests that measure by them."""

from pathlib import Path

GOLD = Path(__file__).parents[1] / "gold"
LANGUAGES = ("fa", "ar", "ru", "en")
