"""Cases decided and ledgers run with Polars.

python with_polars.py CASES.parquet FINDINGS.parquet OUT_FOLDER
"""

import os
import sys
from pathlib import Path

import polars
import zhengpin

CORES = os.cpu_count() or 1


def decide(cases: Path) -> polars.DataFrame:
    """Each case with its verdicts, on all cores."""
    answers = zhengpin.decide(
        polars.read_parquet(cases), "cn/complaint", as_of="2026-11-22", ids=["case"], workers=CORES
    )
    return polars.DataFrame(answers)


def simulate(findings: Path, gives: str) -> polars.DataFrame:
    """What each finding led to, or where each seller stands."""
    # A ledger is read in its order, and the file may stand in any.
    rows = polars.read_parquet(findings).sort("seller", "issued", maintain_order=True)
    answers = zhengpin.simulate(
        rows, "taobao/counterfeit", gives=gives, until="2019-12-31", ids=["listing"], workers=CORES
    )
    return polars.DataFrame(answers)


def main(cases: Path, findings: Path, out: Path) -> None:
    decided = decide(cases)
    decided.write_parquet(out / "decisions.parquet")
    # What is not settled is not no: the two are counted apart. What was refused is neither.
    refused = polars.col("error").is_not_null()
    print(decided.group_by("notice_verdict", "notice_settled", refused.alias("refused")).len())
    for gives in ("entries", "accounts"):
        simulate(findings, gives).write_parquet(out / f"{gives}.parquet")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
