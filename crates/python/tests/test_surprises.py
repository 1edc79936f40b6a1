"""What the programs that hand tables over do otherwise than one would write from memory, each with
what follows here. Seen in Polars 2.1.0, DuckDB 2.0.1, pandas 3.1.1, pyarrow 26.0.1, Spark 4.3.0; a
test that fails after one of them changed says that this list has to."""

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.compute
import pyarrow.dataset
import pyarrow.parquet
import pytest
import zhengpin
from conftest import AS_OF, CASES_RULEBOOK, LEDGER_RULEBOOK

BEIJING = ZoneInfo("Asia/Shanghai")
# The year, and with it the points of the last one, turns between the day of UTC and Beijing's.
TURN = datetime.datetime(2019, 1, 1, 0, 30, tzinfo=BEIJING)


def settled(table: object) -> list[bool]:
    answers = zhengpin.decide(table, CASES_RULEBOOK, as_of=AS_OF, issues=["notice"], want="verdict")
    return pyarrow.table(answers)["notice_settled"].to_pylist()


def booked(table: object) -> list[dict[str, object]]:
    return pyarrow.table(zhengpin.simulate(table, LEDGER_RULEBOOK)).to_pylist()


def findings(issued: object) -> pyarrow.Table:
    return pyarrow.table({"seller": ["甲"], "issued": issued, "tier": ["sale"]})


def test_duckdb_writes_a_month_without_unknowns_as_required(tmp_path: Path) -> None:
    """pyarrow then makes a "not null" column that holds nulls: that is refused, and read as unknown
    once the column says that it may be. DuckDB and a schema that is given join them as they are."""
    months = [tmp_path / "1.parquet", tmp_path / "2.parquet"]
    for path, cell in zip(months, ("false", "NULL::BOOLEAN"), strict=True):
        duckdb.sql(f"SELECT {cell} AS n_locate").write_parquet(str(path))
    schemas = [pyarrow.parquet.read_schema(path) for path in months]
    assert [schema.field("n_locate").nullable for schema in schemas] == [False, True]

    assert settled(duckdb.read_parquet([str(path) for path in months])) == [True, False]
    tables = [pyarrow.parquet.read_table(path) for path in months]
    column = pyarrow.chunked_array([table["n_locate"].chunk(0) for table in tables])
    joined = pyarrow.table([column], schema=schemas[0])
    assert not joined.schema.field(0).nullable and joined["n_locate"].null_count == 1
    with pytest.raises(Exception, match="non-nullable but contains null"):
        settled(joined)
    nullable = pyarrow.schema([joined.schema.field(0).with_nullable(True)])
    assert settled(pyarrow.table(joined.columns, schema=nullable)) == [True, False]
    given = pyarrow.dataset.dataset([str(path) for path in months], schema=nullable)
    assert settled(given.to_table()) == [True, False]


def test_all_of_what_is_not_known() -> None:
    """Each program has its own answer; what is answered here is never joined so: whether a
    verdict is settled stands in a column, and an unknown fact comes back as a null."""
    unknown = pyarrow.array([None, None], pyarrow.bool_())
    frame = polars.DataFrame({"n_locate": polars.Series([None, None], dtype=polars.Boolean)})
    assert frame["n_locate"].all() is True
    assert duckdb.sql("SELECT bool_and(x) FROM (VALUES (NULL::BOOLEAN)) AS t(x)").fetchall() == [
        (None,)
    ]
    true_and_unknown = pandas.Series([True]) & pandas.Series([None], dtype=object)
    assert true_and_unknown.tolist() == [False]
    false, none = pyarrow.array([False]), pyarrow.array([None], pyarrow.bool_())
    assert pyarrow.compute.and_(false, none).to_pylist() == [None]
    assert pyarrow.compute.and_kleene(false, none).to_pylist() == [False]

    assert settled(frame) == settled(pyarrow.table({"n_locate": unknown})) == [False, False]


def test_pandas_has_an_object_where_an_answer_is_missing() -> None:
    """Yes, no and unknown as objects are read as such; a missing number makes the column one of
    floats, which is refused with its name; `convert_dtypes` mends it."""
    frame = pandas.DataFrame({"n_locate": [False, None], "n_truth": [True, pandas.NA]})
    assert str(frame["n_locate"].dtype) == "object"
    assert settled(frame) == [True, False]

    frame = pandas.DataFrame(
        {
            "seller": ["甲", "甲"],
            "issued": ["2019-03-01"] * 2,
            "tier": ["sale"] * 2,
            "items": [2, None],
        }
    )
    with pytest.raises(zhengpin.ZhengpinError) as told:
        booked(frame)
    assert told.value.code == "wrong_column_type"
    assert "`items`" in told.value.en and "Float64" in told.value.en
    assert [row["error"] for row in booked(frame.convert_dtypes())] == [None, None]


def test_pandas_hands_its_index_over_as_a_column() -> None:
    """A frame of which rows were left out has one without a name: refused, not passed over."""
    frame = pandas.DataFrame({"n_locate": [False, False, True, False]})
    assert settled(frame) == [True, True, False, True]
    with pytest.raises(zhengpin.ZhengpinError) as told:
        settled(frame[~frame["n_locate"]])
    assert told.value.code == "unknown_column" and "__index_level_0__" in told.value.en
    assert settled(frame[~frame["n_locate"]].reset_index(drop=True)) == [True] * 3


def test_categories_of_polars_and_enums_of_duckdb_are_their_words() -> None:
    """Both come as dictionaries, which Spark does not take back: a fact that is passed on is one
    still; what is answered never is."""
    words = ["trademark", None, "copyright"]
    frame = polars.DataFrame({"right_type": polars.Series(words, dtype=polars.Categorical)})
    relation = duckdb.sql(
        """
        SELECT unnest(['trademark', NULL, 'copyright']::ENUM('trademark', 'copyright')[])
            AS right_type
        """
    )
    plain = pyarrow.table({"right_type": words})
    tables = [
        pyarrow.table(zhengpin.decide(table, CASES_RULEBOOK, as_of=AS_OF))
        for table in (frame, relation, plain)
    ]
    assert [pyarrow.types.is_dictionary(table["right_type"].type) for table in tables] == [
        True,
        True,
        False,
    ]
    answers = [table.drop_columns(["right_type"]) for table in tables]
    assert answers[0].equals(answers[2]) and answers[1].equals(answers[2])


def test_what_is_answered_has_only_types_that_every_program_takes() -> None:
    """Spark refuses dictionaries, int32 for a long and times in milliseconds, and takes times
    without a zone for UTC. There are none: days and times are texts."""
    plain = {pyarrow.int64(), pyarrow.string(), pyarrow.bool_(), pyarrow.list_(pyarrow.string())}
    cases = pyarrow.table({"n_locate": [False]})
    tables = [zhengpin.decide(cases, CASES_RULEBOOK, as_of=AS_OF)]
    tables += [
        zhengpin.simulate(findings(["2019-03-01"]), LEDGER_RULEBOOK, gives=gives)
        for gives in ("entries", "accounts")
    ]
    for table in tables:
        schema = pyarrow.schema(table)
        assert {field.type for field in schema if field.name != "error"} <= plain
        reason = schema.field("error").type.value_type
        assert {field.type for field in reason} == {pyarrow.int64(), pyarrow.string()}


def test_half_past_midnight_on_the_first_of_january_in_beijing() -> None:
    """`.dt.date()` of Polars is the day in Beijing, `.cast(Date)` the one of UTC; DuckDB goes by
    the zone of the session. The time itself, handed over as one, is the same in all."""
    frame = polars.from_arrow(
        findings(pyarrow.array([TURN], pyarrow.timestamp("us", "Asia/Shanghai")))
    )
    days = [frame["issued"].dt.date()[0], frame["issued"].cast(polars.Date)[0]]
    assert days == [datetime.date(2019, 1, 1), datetime.date(2018, 12, 31)]

    expected = booked(findings(["2019-01-01T00:30+08:00"]))
    assert expected[0]["issued"].startswith("2019-01-01T00:30")
    assert booked(frame) == expected
    days = []
    for zone in ("Asia/Shanghai", "UTC", "America/New_York"):
        with duckdb.connect() as connection:
            connection.sql(f"SET TimeZone = '{zone}'")
            time = "'2019-01-01T00:30+08'::TIMESTAMPTZ"
            rows = f"SELECT '甲' AS seller, {time} AS issued, 'sale' AS tier"
            days += connection.sql(f"SELECT issued::DATE FROM ({rows})").fetchall()[0]
            assert booked(connection.sql(rows)) == expected
    assert days == [
        datetime.date(2019, 1, 1),
        datetime.date(2018, 12, 31),
        datetime.date(2018, 12, 31),
    ]
    # A day that another program made of a time is a day earlier, and nothing here can tell.
    assert booked(findings([days[1]])) != expected


def test_a_time_without_a_zone_is_the_platforms() -> None:
    """Spark would take it for UTC, eight hours later: so it has to hand over its own times, which
    name their zone."""
    plain = pyarrow.array([TURN.replace(tzinfo=None)], pyarrow.timestamp("ms"))
    utc = pyarrow.array([TURN], pyarrow.timestamp("us", "UTC"))
    expected = booked(findings(["2019-01-01T00:30+08:00"]))
    assert booked(findings(plain)) == booked(findings(utc)) == expected
    taken_for_utc = pyarrow.array([TURN.replace(tzinfo=None)], pyarrow.timestamp("us", "UTC"))
    assert booked(findings(taken_for_utc)) != expected


def test_a_time_is_no_day() -> None:
    """Which day it is depends on a zone: refused for a fact that is a day, with its name."""
    days = pyarrow.array([TURN], pyarrow.timestamp("us", "UTC"))
    with pytest.raises(zhengpin.ZhengpinError) as told:
        settled(pyarrow.table({"n_date_received": days}))
    assert told.value.code == "wrong_column_type" and "`n_date_received`" in told.value.en


@pytest.mark.parametrize("want", ["verdict", "full"])
def test_every_program_hands_over_the_same(want: str, cases: Path) -> None:
    """Source: pyarrow, on one file. Lists, texts, days and answers in each program's own types."""

    def decide(table: object) -> pyarrow.Table:
        answers = zhengpin.decide(table, CASES_RULEBOOK, as_of=AS_OF, ids=["case"], want=want)
        table = pyarrow.table(answers)
        return table.select([name for name in table.column_names if name not in facts])

    table = pyarrow.parquet.read_table(cases)
    facts = set(table.column_names)
    expected = decide(table)
    assert decide(polars.read_parquet(cases)).equals(expected)
    assert decide(duckdb.read_parquet(str(cases))).equals(expected)
    frame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    assert decide(frame).equals(expected)


def test_every_program_takes_the_answers(findings: Path) -> None:
    """Source: pyarrow: reasons are lists of structs, which each program has its own way to hold."""
    table = pyarrow.parquet.read_table(findings)

    def ask() -> zhengpin.Answers:
        return zhengpin.simulate(table, LEDGER_RULEBOOK, ids=["listing"])

    expected = pyarrow.table(ask()).to_pylist()
    assert any(row["error"] for row in expected)
    assert polars.DataFrame(ask()).to_dicts() == expected
    assert duckdb.from_arrow(ask()).to_arrow_table().to_pylist() == expected
    frame = pyarrow.table(ask()).to_pandas(types_mapper=pandas.ArrowDtype)
    assert frame["error"].notna().sum() == sum(row["error"] is not None for row in expected)
