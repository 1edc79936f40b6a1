"""Cases decided and ledgers run with DuckDB.

python with_duckdb.py CASES.parquet FINDINGS.parquet OUT_FOLDER
"""

import sys
from pathlib import Path

import duckdb
import zhengpin


def write(connection: duckdb.DuckDBPyConnection, answers: zhengpin.Answers, out: Path) -> None:
    """Writes a table as it is answered."""
    connection.from_arrow(answers).write_parquet(str(out))


def main(cases: Path, findings: Path, out: Path) -> None:
    # One connection reads while the other writes: a connection has one result at a time.
    with duckdb.connect() as reads, duckdb.connect() as writes:
        rows = reads.read_parquet(str(cases))
        decided = zhengpin.decide(rows, "cn/complaint", as_of="2026-11-22", ids=["case"])
        write(writes, decided, out / "decisions.parquet")

        for gives in ("entries", "accounts"):
            rows = reads.sql(
                "SELECT * FROM read_parquet(?) ORDER BY seller, issued", params=[str(findings)]
            )
            ran = zhengpin.simulate(
                rows, "taobao/counterfeit", gives=gives, until="2019-12-31", ids=["listing"]
            )
            write(writes, ran, out / f"{gives}.parquet")

        # What is not settled is not no: the two are counted apart. What was refused is neither.
        print(
            writes.sql(
                """
                SELECT notice_verdict, notice_settled, error IS NOT NULL AS refused, count(*)
                FROM read_parquet(?) GROUP BY ALL
                """,
                params=[str(out / "decisions.parquet")],
            )
        )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
