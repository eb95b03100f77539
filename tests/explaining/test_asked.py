from __future__ import annotations

import pytest

from ravabet.explaining import code_of
from ravabet.model import UsageError


@pytest.mark.parametrize("text", ["KGZ", "kgz", "Kyrgyzstan", "kyrgyzstan", "قرقیزستان", "قيرغيزستان", "Киргизия"])
def test_country_by_code_or_name_in_any_language(text: str) -> None:
    assert code_of(text) == "KGZ"


@pytest.mark.parametrize(
    ("text", "near"), [("Kirgyzstan", "Kyrgyzstan (KGZ)"), ("Рoссия", "Россия (RUS)"), ("قرقیزستن", "قرقیزستان (KGZ)")]
)
def test_unknown_country_comes_with_the_nearest(text: str, near: str) -> None:
    with pytest.raises(UsageError, match="did you mean") as told:
        code_of(text)
    assert near in str(told.value)


def test_nothing_near_says_what_to_give() -> None:
    with pytest.raises(UsageError, match="ISO code, for example KGZ"):
        code_of("qqqqqqq")
