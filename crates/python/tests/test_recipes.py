"""The recipes of examples/python, run as programs on real Parquet files: row by row what the
command line and the wasm of the pages answer."""

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
import zhengpin
from conftest import (
    AS_OF,
    CASES_RULEBOOK,
    LEDGER_RULEBOOK,
    ROOT,
    UNTIL,
    answered,
    batch,
    read,
    refusals,
)

RECIPES = ROOT / "examples" / "python"
NEEDS_JAVA = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")


def run(recipe: str, *arguments: Path) -> str:
    ran = subprocess.run(
        [sys.executable, RECIPES / recipe, *arguments],
        capture_output=True,
        text=True,
        env=os.environ | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def rows(table: pyarrow.Table, by: str) -> dict[str, object]:
    """Rows by what names them: Spark keeps no order, and numbers those of each partition."""
    found = {row[by]: row for row in table.drop_columns(["row"]).to_pylist()}
    assert len(found) == table.num_rows
    return found


def without_numbers(table: pyarrow.Table) -> list[tuple[object, ...]]:
    return sorted(
        (one["column"] or "", one["code"], one["zh"], one["en"]) for one in refusals(table)
    )


@pytest.mark.parametrize(
    "recipe",
    ["with_polars.py", "with_duckdb.py", pytest.param("with_spark.py", marks=NEEDS_JAVA)],
)
def test_a_recipe_answers_as_the_command_line(
    recipe: str, cases: Path, findings: Path, tmp_path: Path
) -> None:
    """Source: `zhengpin batch` on the same files."""
    said = run(recipe, cases, findings, tmp_path)
    assert "not_qualified" in said

    out = tmp_path / "command.parquet"
    batch(
        "decide",
        CASES_RULEBOOK,
        cases,
        "--as-of",
        AS_OF,
        "--id",
        "case",
        "--only-ids",
        "--out",
        out,
    )
    decided = read(tmp_path / "decisions.parquet")
    assert decided.num_rows == read(cases).num_rows
    expected = read(out)
    own = answered(decided).select(expected.column_names)
    assert rows(own, "case") == rows(expected, "case")
    refused = read(tmp_path / "command.refused.parquet")
    assert without_numbers(decided) == sorted(
        (one["column"] or "", one["code"], one["zh"], one["en"]) for one in refused.to_pylist()
    )

    out = tmp_path / "ledger.parquet"
    batch("simulate", LEDGER_RULEBOOK, findings, "--until", UNTIL, "--id", "listing", "--out", out)
    entries, accounts = read(tmp_path / "entries.parquet"), read(tmp_path / "accounts.parquet")
    assert rows(answered(entries), "listing") == rows(read(out), "listing")
    assert rows(answered(accounts), "seller") == rows(
        read(tmp_path / "ledger.accounts.parquet"), "seller"
    )
    refused = read(tmp_path / "ledger.refused.parquet")
    assert len(without_numbers(entries)) == refused.num_rows > 0


@NEEDS_JAVA
def test_spark_hands_times_over_as_they_are(tmp_path: Path) -> None:
    """Source: the same findings as texts with their offset: half past midnight on 1 January in
    Beijing, where the year's points turn."""
    beijing = datetime.timezone(datetime.timedelta(hours=8))
    times = [
        datetime.datetime(2019, 1, 1, 0, 30, tzinfo=beijing) + datetime.timedelta(days=n)
        for n in range(9)
    ]
    count = len(times)
    table = {
        "seller": ["甲"] * count,
        "listing": [str(n) for n in range(count)],
        "tier": ["sale"] * count,
    }
    instants = pyarrow.table(
        table | {"issued": pyarrow.array(times, pyarrow.timestamp("us", "UTC"))}
    )
    pyarrow.parquet.write_table(instants, tmp_path / "findings.parquet")
    texts = pyarrow.table(table | {"issued": [time.isoformat() for time in times]})
    pyarrow.parquet.write_table(
        pyarrow.table({"case": ["甲"], "n_locate": [False]}), tmp_path / "cases.parquet"
    )

    run("with_spark.py", tmp_path / "cases.parquet", tmp_path / "findings.parquet", tmp_path)
    expected = zhengpin.simulate(texts, LEDGER_RULEBOOK, until=UNTIL, ids=["listing"])
    ours = read(tmp_path / "entries.parquet")
    assert rows(ours, "listing") == rows(pyarrow.table(expected), "listing")
