#!/usr/bin/env bash
# tsify 0.5.8 (crates.io): its derive writes attributes of wasm-bindgen. In a crate that does
# not itself list wasm-bindgen, although tsify brings it along, the first error says that
# `derive` may only be applied to structs, of a plain struct. Listing it is all that is missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cargo init --quiet --lib --name seen --vcs none .
cargo add --quiet tsify@=0.5.8 --no-default-features --features js
cargo add --quiet serde@=1.0.228 --features derive
cat >src/lib.rs <<'RUST'
#[derive(serde::Serialize, tsify::Tsify)]
pub struct Answer {
    pub points: u32,
}
RUST
cargo tree --quiet --depth 1 --edges normal --prefix none | grep '^tsify'
if cargo check --quiet 2>said; then
  echo "compiles without wasm-bindgen" && exit 1
fi
echo "without wasm-bindgen: $(grep -m1 '^error' said)"
test "$(grep -m1 '^error' said)" = 'error[E0774]: `derive` may only be applied to `struct`s, `enum`s and `union`s'
cargo add --quiet wasm-bindgen@=0.2.130
cargo check --quiet
echo "with wasm-bindgen: compiles"
