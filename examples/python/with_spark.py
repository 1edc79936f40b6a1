"""Cases decided and ledgers run with Spark.

python with_spark.py CASES.parquet FINDINGS.parquet OUT_FOLDER
"""

import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pyarrow
import zhengpin
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

Batches = Iterator[pyarrow.RecordBatch]


def answered(rows: DataFrame, ask: Callable[[object], zhengpin.Answers]) -> DataFrame:
    """Every partition of a frame, answered batch for batch."""

    def answer(batches: Batches) -> Batches:
        first = next(batches, None)
        if first is not None:
            table = pyarrow.RecordBatchReader.from_batches(first.schema, chain([first], batches))
            yield from pyarrow.RecordBatchReader.from_stream(ask(table))

    # Spark takes columns by their place, so it is told them as they are answered.
    answers = ask(rows.limit(0).toArrow())
    return rows.mapInArrow(answer, from_arrow_schema(pyarrow.schema(answers)))


def decide(cases: DataFrame) -> DataFrame:
    """Each case with its verdicts."""
    return answered(
        cases,
        lambda table: zhengpin.decide(table, "cn/complaint", as_of="2026-11-22", ids=["case"]),
    )


def simulate(findings: DataFrame, gives: str) -> DataFrame:
    """What each finding led to, or where each seller stands.

    All findings of a seller are in one partition, in order. A batch is no group: the seller
    whose rows its end cuts is carried over to the next one.
    """
    rows = findings.repartition("seller").sortWithinPartitions("seller", "issued")
    return answered(
        rows,
        lambda table: zhengpin.simulate(
            table, "taobao/counterfeit", gives=gives, until="2019-12-31", ids=["listing"]
        ),
    )


def main(cases: Path, findings: Path, out: Path) -> None:
    spark = (
        SparkSession.builder.master("local[2]")
        .appName("zhengpin")
        # The platform's clock, for times that name no zone.
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    decided = decide(spark.read.parquet(str(cases)))
    decided.write.mode("overwrite").parquet(str(out / "decisions.parquet"))
    written = spark.read.parquet(str(out / "decisions.parquet"))
    # What is not settled is not no: the two are counted apart. What was refused is neither.
    refused = written["error"].isNotNull().alias("refused")
    written.groupBy("notice_verdict", "notice_settled", refused).count().show(truncate=False)
    for gives in ("entries", "accounts"):
        ran = simulate(spark.read.parquet(str(findings)), gives)
        ran.write.mode("overwrite").parquet(str(out / f"{gives}.parquet"))
    spark.stop()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
