"""What the tests share: random tables, the command line, and the wasm of the pages."""

import datetime
import json
import os
import random
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
import zhengpin

ROOT = Path(__file__).parents[3]
COMMAND = Path(os.environ.get("ZHENGPIN", ROOT / "target" / "release" / "zhengpin"))
CASES_RULEBOOK = "cn/complaint"
LEDGER_RULEBOOK = "taobao/counterfeit"
AS_OF = "2026-11-22"
UNTIL = "2019-12-31"

Row = dict[str, Any]


def batch(*arguments: object) -> None:
    """Runs `zhengpin batch`."""
    subprocess.run([COMMAND, "batch", *map(str, arguments), "--quiet"], check=True)


def wasm(asks: str, requests: Iterable[Row]) -> list[Row]:
    """What the wasm of the pages answers in Node."""
    lines = "\n".join(json.dumps(request) for request in requests)
    program = Path(__file__).parent / "answer.mjs"
    ran = subprocess.run(
        ["node", program, asks], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


def described(rulebook: str, table: str) -> list[Row]:
    """The columns of a table of a rulebook."""
    rows = pyarrow.table(zhengpin.describe(rulebook)).to_pylist()
    return [row for row in rows if row["table"] == table]


def some_cases(count: int) -> pyarrow.Table:
    """Random cases: most facts unknown, some against each other, some no answers."""
    dice = random.Random(7)
    columns: dict[str, tuple[pyarrow.DataType, Callable[[], object]]] = {
        "right_type": (
            pyarrow.string(),
            lambda: dice.choice(["trademark", "copyright", "invention"]),
        ),
        "n_date_received": (
            pyarrow.date32(),
            lambda: datetime.date(2026, dice.randint(1, 12), dice.randint(1, 28)),
        ),
    }
    for fact in described(CASES_RULEBOOK, "cases"):
        name, choices = fact["column"], fact["choices"]
        if fact["holds"] == "true/false":
            columns[name] = (pyarrow.bool_(), lambda: dice.random() < 0.6)
        elif fact["holds"] == "list":
            columns[name] = (
                pyarrow.list_(pyarrow.string()),
                lambda choices=choices: [one for one in choices if dice.random() < 0.3],
            )
        elif fact["holds"] == "number":
            columns[name] = (pyarrow.int64(), lambda: dice.randint(0, 9))
    rows: list[Row] = []
    for number in range(count):
        row: Row = {"case": f"甲-{number:05}"}
        for name in dice.sample(sorted(columns), dice.randint(0, 12)):
            row[name] = columns[name][1]()
        if number % 17 == 5:
            row["right_type"] = "商标"
        rows.append(row)
    schema = pyarrow.schema(
        [("case", pyarrow.string()), *((name, of) for name, (of, _) in columns.items())]
    )
    return pyarrow.Table.from_pylist(rows, schema=schema)


def some_findings(sellers: int) -> pyarrow.Table:
    """Random findings of sellers, sorted, some of tiers that nobody knows."""
    dice = random.Random(11)
    tiers = next(
        row["choices"] for row in described(LEDGER_RULEBOOK, "findings") if row["column"] == "tier"
    )
    rows: list[Row] = []
    for seller in range(sellers):
        days = sorted(
            datetime.datetime(2019, dice.randint(1, 12), dice.randint(1, 28), dice.randint(0, 23))
            for _ in range(dice.randint(1, 9))
        )
        for day in days:
            told = dice.random() < 0.3
            rows.append(
                {
                    "seller": f"店{seller:05}",
                    "listing": f"L{len(rows)}",
                    "id": f"f{len(rows)}",
                    "issued": day.isoformat(timespec="minutes"),
                    "tier": "nothing_known" if dice.random() < 0.01 else dice.choice(tiers),
                    "items": dice.choice([None, 1, 2, 3]),
                    "reversed": dice.choice([None, None, True, False]),
                    "taken_points": dice.randint(0, 6) * 2 if told else None,
                    "taken_strike": dice.random() < 0.5 if told else None,
                }
            )
    types = {"items": pyarrow.int64(), "taken_points": pyarrow.int64()}
    types |= {"reversed": pyarrow.bool_(), "taken_strike": pyarrow.bool_()}
    schema = pyarrow.schema([(name, types.get(name, pyarrow.string())) for name in rows[0]])
    return pyarrow.Table.from_pylist(rows, schema=schema)


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cases") / "cases.parquet"
    pyarrow.parquet.write_table(some_cases(600), path)
    return path


@pytest.fixture(scope="session")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("findings") / "findings.parquet"
    pyarrow.parquet.write_table(some_findings(250), path)
    return path


def refusals(table: pyarrow.Table) -> list[Row]:
    """Every reason for which a row was refused, as the command line lists them."""
    parts = ["column", "code", "zh", "en"]
    return [
        {"row": row["row"]} | {part: reason[part] for part in parts}
        for row in table.select(["row", "error"]).to_pylist()
        for reason in row["error"] or []
    ]


def answered(table: pyarrow.Table) -> pyarrow.Table:
    """The rows that were not refused."""
    return table.filter(pyarrow.compute.is_null(table["error"])).drop_columns(["error"])


def read(path: Path) -> pyarrow.Table:
    return pyarrow.parquet.read_table(path)


def same(one: pyarrow.Table, other: pyarrow.Table) -> None:
    """The same columns in the same rows, whatever each program calls its types."""
    assert one.num_rows == other.num_rows > 0
    for name in other.column_names:
        assert one[name].to_pylist() == other[name].to_pylist(), name
