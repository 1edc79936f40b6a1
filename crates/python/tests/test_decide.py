"""Decisions, row by row against the command line and against the wasm of the pages."""

import datetime
from pathlib import Path

import pyarrow
import pyarrow.compute
import pytest
import zhengpin
from conftest import AS_OF, CASES_RULEBOOK, Row, answered, batch, read, refusals, same, wasm


def decide(table: object, **asked: object) -> pyarrow.Table:
    asked = {"as_of": AS_OF, "ids": ["case"]} | asked
    return pyarrow.table(zhengpin.decide(table, CASES_RULEBOOK, **asked))


@pytest.mark.parametrize("want", ["verdict", "reasons", "full"])
def test_every_row_is_answered_as_by_the_command_line(
    want: str, cases: Path, tmp_path: Path
) -> None:
    """Source: `zhengpin batch decide` on the same file."""
    out = tmp_path / "out.parquet"
    batch("decide", CASES_RULEBOOK, cases, "--as-of", AS_OF, "--id", "case", "--want", want,
          "--only-ids", "--out", out)  # fmt: skip
    table = read(cases)
    ours = decide(table, want=want)
    assert ours.num_rows == table.num_rows
    same(answered(ours), read(out))
    refused = read(tmp_path / "out.refused.parquet").drop_columns(["cells"])
    assert refusals(ours) == refused.to_pylist()
    assert 20 < refused.num_rows


def request(row: Row, want: str) -> Row:
    def told(value: object) -> object:
        return value.isoformat() if isinstance(value, datetime.date) else value

    facts = {name: told(value) for name, value in row.items() if value is not None}
    facts.pop("case")
    return {"rulebook": CASES_RULEBOOK, "asOf": AS_OF, "facts": facts, "want": want}


@pytest.mark.parametrize("want", ["verdict", "reasons", "full"])
def test_every_row_is_answered_as_by_the_wasm_of_the_pages(want: str, cases: Path) -> None:
    """Source: the wasm in Node, asked one request at a time."""
    table = read(cases).slice(0, 200)
    rows = table.to_pylist()
    seen = {"refused": 0, "settled": 0, "open": 0}
    ours = decide(table, want=want).to_pylist()
    theirs = wasm("decide", (request(row, want) for row in rows))
    for row, answer in zip(ours, theirs, strict=True):
        if "error" in answer:
            told = [answer["error"], *answer["error"]["more"]]
            assert [reason["code"] for reason in row["error"]] == [one["code"] for one in told]
            assert [reason["zh"] for reason in row["error"]] == [
                one["message"]["zh"] for one in told
            ]
            seen["refused"] += 1
            continue
        assert row["error"] is None
        assert row["version"] == answer["version"]
        assert row["presumed"] == list(answer["presumed"])
        for issue in answer["issues"]:
            own = {
                name.removeprefix(f"{issue['issue']}_"): value
                for name, value in row.items()
                if name.startswith(f"{issue['issue']}_")
            }
            for name in ("verdict", "settled", "possible"):
                assert own[name] == issue[name]
            seen["settled" if issue["settled"] else "open"] += 1
            if want == "verdict":
                continue
            assert own["because"] == issue["because"]
            for name, state in (("missing", "no"), ("unknown", "unknown")):
                elements = [one["element"] for one in issue["missing"] if one["state"] == state]
                assert own[name] == list(dict.fromkeys(elements))
            cited = issue.get("provisions") or [
                one["provision"] for one in issue.get("citations", [])
            ]
            assert own["provisions"] == cited
        if want != "full":
            assert row["disputed"] == answer["disputed"]
        if want != "verdict":
            assert row["next"] == answer["next"]
    assert min(seen.values()) > 9, seen


def test_null_is_unknown_and_never_no() -> None:
    """Source: the house rule: unknown is never taken for no."""
    locate = pyarrow.array([True, False, None], pyarrow.bool_())
    table = decide(pyarrow.table({"n_locate": locate}), ids=[], issues=["notice"])
    settled = table["notice_settled"].to_pylist()
    assert settled == [False, True, False]
    assert table["notice_verdict"].to_pylist()[1] == "not_qualified"
    assert "not_qualified" in table["notice_possible"].to_pylist()[2]
    assert len(table["notice_possible"].to_pylist()[2]) > 1
    # The fact comes back as it was: null.
    assert table["n_locate"].to_pylist() == [True, False, None]


def test_how_a_table_is_cut_and_who_answers_changes_nothing(cases: Path) -> None:
    """Source: one table, in one batch."""
    table = read(cases)
    whole = decide(table.combine_chunks(), want="reasons")
    for rows, batch_rows, workers in ((1, 4, 1), (7, 3, 3), (97, 16384, 2), (600, 50, 2)):
        batches = table.to_batches(max_chunksize=rows)
        # The batches come from Python while threads of the wheel answer.
        cut = pyarrow.RecordBatchReader.from_batches(table.schema, (one for one in batches))
        ours = decide(cut, want="reasons", batch_rows=batch_rows, workers=workers)
        assert ours.equals(whole)


def test_batches_are_answered_as_they_come() -> None:
    """Source: the promise: no more is read ahead than there are threads that answer."""
    given = 0

    def endless():
        nonlocal given
        while True:
            given += 1
            yield pyarrow.record_batch({"n_locate": pyarrow.array([None, False], pyarrow.bool_())})

    schema = pyarrow.schema([("n_locate", pyarrow.bool_())])
    cases = pyarrow.RecordBatchReader.from_batches(schema, endless())
    answers = zhengpin.decide(cases, CASES_RULEBOOK, as_of=AS_OF, want="verdict", workers=2)
    assert given == 0
    answers = pyarrow.RecordBatchReader.from_stream(answers)
    for number in range(1, 6):
        assert answers.read_next_batch()["row"].to_pylist() == [2 * number - 1, 2 * number]
        assert given <= number + 2
    answers.close()


def test_a_day_for_each_row() -> None:
    """Source: the wasm, asked as of each day."""
    days = [datetime.date(2019, 1, 1), None, datetime.date(2026, 11, 22)]
    table = pyarrow.table({"day": pyarrow.array(days, pyarrow.date32()), "n_locate": [False] * 3})
    ours = decide(table, as_of=None, day_column="day", ids=[], want="verdict").to_pylist()
    assert [reason["code"] for reason in ours[1]["error"]] == ["no_day"]
    assert ours[1]["error"][0] | {"zh": "", "en": ""} == {
        "row": 2, "column": "day", "code": "no_day", "zh": "", "en": "",
    }  # fmt: skip
    facts = {"n_locate": False}
    asked = [
        {"rulebook": CASES_RULEBOOK, "asOf": str(day), "facts": facts} for day in (days[0], days[2])
    ]
    versions = [answer["version"] for answer in wasm("decide", asked)]
    assert [ours[0]["version"], ours[2]["version"]] == versions
    assert versions[0] != versions[1]


def test_columns_of_another_name_are_read_and_named_as_they_are(cases: Path) -> None:
    """Source: the same table under the names of the rulebook."""
    table = read(cases)
    named = {"right_type": "权利", "n_locate": "has_link"}
    other = table.rename_columns([named.get(name, name) for name in table.column_names])
    columns = {theirs: ours for ours, theirs in named.items()}
    ours, plain = decide(other, columns=columns), decide(table)
    assert ours.column_names == [named.get(name, name) for name in plain.column_names]
    answers = [name for name in plain.column_names if name not in table.column_names]
    answers.remove("error")
    assert ours.select(answers).equals(plain.select(answers))
    wrong = [[one["column"] for one in row or []] for row in ours["error"].to_pylist()]
    assert ["权利"] in wrong and not any("right_type" in row for row in wrong)


def test_every_column_that_is_answered_is_described() -> None:
    """Source: `describe` against what `decide` and `simulate` give."""
    table = pyarrow.table({"n_locate": [False]})
    for want in ("verdict", "reasons", "full"):
        schema = pyarrow.schema(zhengpin.decide(table, CASES_RULEBOOK, want=want, only_ids=True))
        rows = pyarrow.table(zhengpin.describe(CASES_RULEBOOK)).to_pylist()
        known = {row["column"]: row for row in rows if row["table"] == "decisions"}
        holds = {"int64": "number", "string": "text", "bool": "true/false"}
        for field in schema:
            own = "reasons" if field.name == "error" else holds.get(str(field.type), "list")
            assert known[field.name]["holds"] == own, field.name
            assert known[field.name]["zh"] and known[field.name]["en"]
    assert pyarrow.compute.all(pyarrow.array([row["table"] != "refused" for row in rows])).as_py()
