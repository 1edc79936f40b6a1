"""What is wrong with a call is an exception with its code, its place and words in both languages;
what is wrong with a row is a column."""

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest
import zhengpin
from conftest import CASES_RULEBOOK, LEDGER_RULEBOOK

CASES = pyarrow.table({"case": ["甲"], "n_locate": [False]})
FINDINGS = pyarrow.table({"seller": ["甲"], "issued": ["2019-03-01"], "tier": ["sale"]})


def decide(
    table: object = CASES, rulebook: str = CASES_RULEBOOK, **asked: object
) -> zhengpin.Answers:
    return zhengpin.decide(table, rulebook, **({"ids": ["case"]} | asked))


def simulate(
    table: object = FINDINGS, rulebook: str = LEDGER_RULEBOOK, **asked: object
) -> zhengpin.Answers:
    return zhengpin.simulate(table, rulebook, **asked)


WRONG: list[tuple[Callable[[], object], str, str]] = [
    (lambda: decide(rulebook="cn/none"), "unknown_rulebook", "/rulebook"),
    (lambda: decide(rulebook=LEDGER_RULEBOOK), "not_decided", "/rulebook"),
    (lambda: simulate(rulebook=CASES_RULEBOOK), "not_simulated", "/rulebook"),
    (lambda: simulate(rulebook="cn/none"), "unknown_rulebook", "/rulebook"),
    (lambda: zhengpin.describe("cn/none"), "unknown_rulebook", "/rulebook"),
    (lambda: decide(as_of="2026-02-30"), "no_such_day", "/as_of"),
    (lambda: decide(as_of="24-01-05"), "no_such_day", "/as_of"),
    (lambda: decide(as_of=datetime.datetime(2026, 11, 22)), "no_such_day", "/as_of"),
    (lambda: decide(as_of="1900-01-01"), "not_in_force", "/as_of"),
    (lambda: simulate(until="today"), "no_such_day", "/until"),
    (lambda: decide(as_of="2026-11-22", day_column="case"), "day_twice", "/day_column"),
    (lambda: decide(want="all"), "unknown_argument", "/want"),
    (lambda: simulate(gives="all"), "unknown_argument", "/gives"),
    (lambda: decide(issues=["notice", "none"]), "unknown_issue", "/issues/1"),
    (lambda: simulate(reading={"none": "x"}), "unknown_reading", "/reading/none"),
    (lambda: decide(workers=0), "not_positive", "/workers"),
    (lambda: simulate(batch_rows=0), "not_positive", "/batch_rows"),
    (lambda: decide({"n_locate": [False]}), "no_table", "/table"),
    (lambda: decide(ids=[]), "unknown_column", "/table/case"),
    (lambda: decide(ids=["case", "none"]), "missing_column", "/table/none"),
    (lambda: decide(ids=["case", "n_locate"]), "read_as_id", "/table/n_locate"),
    (lambda: decide(columns={"case": "none"}, ids=[]), "unknown_column", "/table/case"),
    (lambda: decide(columns={"case": "right_type"}), "read_as_id", "/table/case"),
    (lambda: decide(columns={"none": "n_truth"}), "missing_column", "/table/none"),
    (lambda: decide(columns={"case": "n_locate"}, ids=[]), "column_twice", "/table/n_locate"),
    (lambda: decide(day_column="none"), "missing_column", "/table/none"),
    (lambda: decide(issues=[]), "no_issues", "/issues"),
    (lambda: simulate(FINDINGS.drop_columns(["tier"])), "missing_column", "/table/tier"),
    (lambda: decide(CASES.rename_columns(["case", "case"])), "column_twice", "/table/case"),
    (
        lambda: decide(CASES.set_column(1, "n_locate", [[0]])),
        "wrong_column_type",
        "/table/n_locate",
    ),
    (
        lambda: decide(CASES.rename_columns(["next", "n_locate"]), ids=["next"]),
        "name_taken",
        "/table/next",
    ),
]


@pytest.mark.parametrize(("call", "code", "path"), WRONG)
def test_a_wrong_call_says_what_was_expected(
    call: Callable[[], object], code: str, path: str
) -> None:
    """Source: the house rule: errors with code, path, and words in both languages."""
    with pytest.raises(zhengpin.ZhengpinError) as told:
        call()
    error = told.value
    assert (error.code, error.path) == (code, path)
    assert error.zh and error.en and error.zh != error.en
    assert isinstance(error, ValueError)
    assert error.zh in str(error) and error.en in str(error) and path in str(error)


def test_a_misspelt_argument_is_no_call() -> None:
    """Source: the signature: nothing is passed over."""
    for wrong in (
        {"asof": "2026-11-22"},
        {"ids": "case"},
        {"presume": "yes"},
        {"columns": ["case"]},
    ):
        with pytest.raises(TypeError):
            decide(**wrong)


def test_answers_are_read_once() -> None:
    """Source: a table that is made as it is read."""
    answers = decide()
    assert "error" in pyarrow.schema(answers).names
    assert "notice_verdict" in repr(answers)
    pyarrow.table(answers)
    with pytest.raises(zhengpin.ZhengpinError) as told:
        pyarrow.table(answers)
    assert told.value.code == "read_before"


def test_answers_that_nobody_reads_are_let_go() -> None:
    """Source: Arrow's interface: whoever drops a stream releases it."""
    for _ in range(100):
        decide()
        decide().__arrow_c_stream__()


def test_a_row_that_is_wrong_is_a_column_and_stops_nothing() -> None:
    """Source: docs/python.md."""
    table = pyarrow.table(
        {"right_type": ["trademark", "商标", None], "n_locate": [False, False, None]}
    )
    rows = pyarrow.table(decide(table, ids=[], issues=["notice"])).to_pylist()
    assert [row["notice_settled"] for row in rows] == [True, None, False]
    assert [row["error"] is None for row in rows] == [True, False, True]
    (reason,) = rows[1]["error"]
    assert (reason["row"], reason["column"], reason["code"]) == (2, "right_type", "unknown_choice")
    assert "商标" in reason["zh"] and "商标" in reason["en"]
    # What the row said is not lost.
    assert rows[1]["right_type"] == "商标"


def test_a_source_that_breaks_off_breaks_the_answers_off() -> None:
    """Source: nothing that was not read is taken for the end."""

    def batches():
        yield from CASES.to_batches()
        raise RuntimeError("the disk is gone")

    reader = pyarrow.RecordBatchReader.from_batches(CASES.schema, batches())
    with pytest.raises(Exception, match="the disk is gone"):
        pyarrow.table(decide(reader))


def test_a_table_without_rows_has_an_answer_without_rows() -> None:
    """Source: the same columns, whatever the number of rows."""
    answers = pyarrow.table(decide(CASES.slice(0, 0)))
    assert answers.num_rows == 0
    assert answers.schema == pyarrow.table(decide()).schema
    for gives in ("entries", "accounts"):
        assert pyarrow.table(simulate(FINDINGS.slice(0, 0), gives=gives)).num_rows == 0


def test_the_types_are_those_of_the_module(tmp_path: Path) -> None:
    """Source: mypy's stubtest: the stub that was installed against the module, both ways."""
    # What is compiled stands below, and is offered by the package alone.
    (tmp_path / "below").write_text("zhengpin.zhengpin\n")
    stubtest = [sys.executable, "-m", "mypy.stubtest", "zhengpin", "--allowlist", "below"]
    ran = subprocess.run(stubtest, capture_output=True, text=True, cwd=tmp_path)
    assert ran.returncode == 0, ran.stdout
