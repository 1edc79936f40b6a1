"""Rules of China's e-commerce IP protection, decided row by row, with the provisions behind."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, Protocol, final, type_check_only

__all__ = ["Answers", "ZhengpinError", "__version__", "decide", "describe", "simulate"]

__version__: str

@type_check_only
class Table(Protocol):
    """Anything that gives a stream of Arrow: a table of pyarrow, Polars, DuckDB or pandas."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

class ZhengpinError(ValueError):
    """What is wrong with a call."""

    code: str
    """What is wrong. Stable."""
    path: str
    """The argument, and the place in it."""
    zh: str
    """What is wrong and what was expected, in Chinese."""
    en: str
    """What is wrong and what was expected, in English."""

@final
class Answers:
    """A table of answers that is made as it is read, once.

    Hand it to `pyarrow.table`, `pyarrow.RecordBatchReader.from_stream`, `polars.DataFrame`,
    DuckDB, or whatever else reads streams of Arrow. `pyarrow.schema` tells its columns without
    reading it.
    """

    def __arrow_c_schema__(self) -> Any: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

def decide(
    table: Table,
    rulebook: str,
    *,
    as_of: date | str | None = None,
    day_column: str | None = None,
    want: Literal["verdict", "reasons", "full"] = "full",
    issues: Sequence[str] | None = None,
    presume: bool = False,
    columns: Mapping[str, str] | None = None,
    ids: Sequence[str] | None = None,
    only_ids: bool = False,
    batch_rows: int = 16384,
    workers: int = 1,
) -> Answers:
    """Decide every row of a table. A null is unknown, never no.

    Each row of the table has a row of the answer, in order: its number, the columns as they
    came, the verdicts with what they rest on, and `error`, which is null unless the row was
    refused.
    """

def simulate(
    table: Table,
    rulebook: str,
    *,
    gives: Literal["entries", "accounts"] = "entries",
    until: date | str | None = None,
    reading: Mapping[str, str] | None = None,
    seller: str = "seller",
    columns: Mapping[str, str] | None = None,
    ids: Sequence[str] | None = None,
    batch_rows: int = 16384,
    workers: int = 1,
) -> Answers:
    """Run the ledger of every seller of a table of findings, sorted by seller and time.

    `entries` has a row for each finding, in order; `accounts` one for each seller. `error` is
    null unless the row, or another one of the same seller, was refused.
    """

def describe(rulebook: str) -> Answers:
    """List the columns that a rulebook reads and writes, with what they mean."""
