"""Days, months and years as bounds of what is asked."""

import datetime

import pytest

from ravabet.explaining import bound
from ravabet.model import UsageError


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-02-05", "2024-02-05", "2024-02-05"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_bounds_of_what_is_written(written, first, last):
    assert bound(written) == datetime.date.fromisoformat(first)
    assert bound(written, last=True) == datetime.date.fromisoformat(last)


@pytest.mark.parametrize("written", ["", "May", "2024-13", "2024-00", "2023-02-29", "0000", "٢٠٢٤", "24"])
@pytest.mark.parametrize("last", [False, True])
def test_what_is_no_day_is_told(written, last):
    with pytest.raises(UsageError, match="is not a day; write it as in"):
        bound(written, last=last)
