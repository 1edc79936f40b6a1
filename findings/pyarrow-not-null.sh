#!/usr/bin/env bash
# pyarrow 26.0.1: a column declared "not null" may hold nulls. The table is built, full validation
# finds nothing, and it goes out over Arrow's streams as it is; only the writer of Parquet refuses
# it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet pyarrow==26.0.1
cat >seen.py <<'PY'
import io

import pyarrow
import pyarrow.ipc
import pyarrow.parquet

schema = pyarrow.schema([pyarrow.field("located", pyarrow.bool_(), nullable=False)])
table = pyarrow.table([pyarrow.array([False, None])], schema=schema)
table.validate(full=True)
print(f"pyarrow {pyarrow.__version__}: {table.schema}, nulls: {table['located'].null_count}")
assert table["located"].null_count == 1

stream = io.BytesIO()
with pyarrow.ipc.new_stream(stream, schema) as writer:
    writer.write_table(table)
stream.seek(0)
read = pyarrow.ipc.open_stream(stream).read_all()
print("over a stream:", read.schema, read["located"].to_pylist())
assert not read.schema.field(0).nullable and read["located"].to_pylist() == [False, None]

try:
    pyarrow.parquet.write_table(table, io.BytesIO())
except pyarrow.ArrowInvalid as error:
    print("Parquet:", error)
else:
    raise AssertionError("Parquet took it")
PY
venv/bin/python seen.py
