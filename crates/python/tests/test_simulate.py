"""Ledgers, finding by finding against the command line and against the wasm of the pages."""

import itertools
from pathlib import Path

import pyarrow
import pyarrow.compute
import pytest
import zhengpin
from conftest import LEDGER_RULEBOOK, UNTIL, Row, answered, batch, read, refusals, same, wasm


def simulate(table: object, gives: str, **asked: object) -> pyarrow.Table:
    asked = {"until": UNTIL, "ids": ["listing"]} | asked
    return pyarrow.table(zhengpin.simulate(table, LEDGER_RULEBOOK, gives=gives, **asked))


def test_every_finding_is_booked_as_by_the_command_line(findings: Path, tmp_path: Path) -> None:
    """Source: `zhengpin batch simulate` on the same file."""
    out = tmp_path / "out.parquet"
    batch("simulate", LEDGER_RULEBOOK, findings, "--until", UNTIL, "--id", "listing", "--out", out)
    table = read(findings)
    entries, accounts = simulate(table, "entries"), simulate(table, "accounts")
    assert entries["listing"].to_pylist() == table["listing"].to_pylist()
    same(answered(entries), read(out))
    same(answered(accounts), read(tmp_path / "out.accounts.parquet"))
    refused = read(tmp_path / "out.refused.parquet").drop_columns(["cells"])
    assert refusals(entries) == refused.to_pylist()
    assert refused.num_rows > 10


def request(rows: list[Row]) -> Row:
    def finding(row: Row) -> Row:
        told = {name: row[f"taken_{name}"] for name in ("points", "strike")}
        told = {name: value for name, value in told.items() if value is not None}
        own = {name: row[name] for name in ("id", "issued", "tier", "items", "reversed")}
        own = {name: value for name, value in own.items() if value is not None}
        return own | ({"taken": told} if told else {})

    return {
        "rulebook": LEDGER_RULEBOOK,
        "findings": [finding(row) for row in rows],
        "until": UNTIL,
        "forecast": False,
    }


def test_every_finding_is_booked_as_by_the_wasm_of_the_pages(findings: Path) -> None:
    """Source: the wasm in Node, asked one seller at a time."""
    table = read(findings)
    sellers = [
        list(rows) for _, rows in itertools.groupby(table.to_pylist(), lambda row: row["seller"])
    ]
    entries = iter(simulate(table, "entries").to_pylist())
    accounts = simulate(table, "accounts").to_pylist()
    assert [account["seller"] for account in accounts] == [rows[0]["seller"] for rows in sellers]
    refused = 0
    theirs = wasm("simulate", map(request, sellers))
    for rows, account, answer in zip(sellers, accounts, theirs, strict=True):
        own = list(itertools.islice(entries, len(rows)))
        assert {entry["seller"] for entry in own} == {account["seller"]}
        if "error" in answer:
            refused += 1
            codes = {answer["error"]["code"], *(one["code"] for one in answer["error"]["more"])}
            assert {one["code"] for one in account["error"]} == codes
            for entry in own:
                assert {one["code"] for one in entry["error"]} <= codes | {"other_finding"}
                assert entry["points"] is None
            continue
        for entry, told in zip(own, answer["entries"], strict=True):
            assert entry["error"] is None
            for name in ("id", "issued", "version", "tier", "book", "points", "lost", "raised"):
                assert entry[name] == told[name]
            for name in ("ledger", "strikes", "strike", "reason", "node", "closes"):
                assert entry[name] == told[name]
            assert entry["measures"] == [one["code"] for one in told["measures"]]
            assert entry["provisions"] == [one["provision"] for one in told["citations"]]
            audit = (told.get("audit") or {}).get("points") or {}
            assert entry["audit_points"] == audit.get("verdict")
            assert entry["audit_points_due"] == audit.get("due")
        assert account["error"] is None
        assert account["findings"] == len(rows)
        assert account["open"] == answer["status"]["open"]
        assert account["points"] == answer["status"]["points"]
        assert account["strikes"] == answer["status"]["strikes"]
    assert refused > 3


@pytest.mark.parametrize("gives", ["entries", "accounts"])
def test_a_batch_is_no_group(gives: str, findings: Path) -> None:
    """Source: one table in one batch: where batches end changes nothing."""
    table = read(findings)
    whole = simulate(table.combine_chunks(), gives)
    for rows, batch_rows, workers in ((1, 5, 1), (3, 1, 2), (64, 16384, 1)):
        batches = table.to_batches(max_chunksize=rows)
        cut = pyarrow.RecordBatchReader.from_batches(table.schema, iter(batches))
        ours = simulate(cut, gives, batch_rows=batch_rows, workers=workers)
        assert ours.equals(whole)


def test_rows_that_are_not_sorted_end_the_stream(findings: Path) -> None:
    """Source: a seller that came back would be counted twice."""
    table = read(findings)
    turned = pyarrow.concat_tables([table.slice(200), table.slice(0, 200)])
    with pytest.raises(Exception, match=r"not_sorted.*店"):
        simulate(turned, "entries")
    backwards = table.filter(pyarrow.compute.equal(table["seller"], "店00003"))
    backwards = backwards.sort_by([("issued", "descending")])
    assert backwards.num_rows > 1
    with pytest.raises(Exception, match="not_sorted_by_time"):
        simulate(backwards, "entries")


def test_a_row_without_a_seller_takes_those_beside_it_with_it() -> None:
    """Source: docs/batch.md: it may be one of those before it and of those after it."""
    sellers = ["a", None, "b", "c"]
    table = pyarrow.table({"seller": sellers, "issued": ["2019-03-01"] * 4, "tier": ["sale"] * 4})
    entries = simulate(table, "entries", ids=[]).to_pylist()
    told = [[one["code"] for one in row["error"] or []] for row in entries]
    assert told == [["other_finding"], ["no_seller"], ["other_finding"], []]
    accounts = simulate(table, "accounts", ids=[]).to_pylist()
    told = [(row["seller"], [one["code"] for one in row["error"] or []]) for row in accounts]
    assert told == [("a", ["no_seller"]), ("b", ["other_finding"]), ("c", [])]


def test_a_seller_with_too_many_findings_has_one_account() -> None:
    """Source: the limit of requests, 10,000 findings."""
    many = 20_050
    issued = ["2019-03-01"] * many
    table = pyarrow.table(
        {
            "seller": ["甲"] * many + ["老"],
            "issued": [*issued, "2019-03-01"],
            "tier": ["sale"] * (many + 1),
        }
    )
    accounts = simulate(table, "accounts", ids=[], batch_rows=4000).to_pylist()
    assert [(row["seller"], row["error"] is None) for row in accounts] == [
        ("甲", False),
        ("老", True),
    ]
    assert [one["code"] for one in accounts[0]["error"]] == ["too_many_findings"]
    entries = simulate(table, "entries", ids=[], batch_rows=4000)
    assert entries.num_rows == many + 1
