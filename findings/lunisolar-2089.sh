#!/usr/bin/env bash
# chinese-lunisolar-calendar 0.2.5 (crates.io): Mid-Autumn, the 15th of the 8th month, of 2089 is
# told as 19 September. tyme4rs 1.5.0 says 18 September, as other libraries that count by new
# moons do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cargo init --quiet --name seen --vcs none .
cargo add --quiet chinese-lunisolar-calendar@=0.2.5 tyme4rs@=1.5.0
cat >src/main.rs <<'RUST'
use chinese_lunisolar_calendar::LunisolarDate;
use tyme4rs::tyme::lunar::LunarDay;

fn main() {
    let table = LunisolarDate::from_ymd(2089, 8, false, 15).unwrap().to_solar_date();
    let moons = LunarDay::from_ymd(2089, 8, 15).get_solar_day();
    println!("chinese-lunisolar-calendar 0.2.5: {}", table.to_naive_date());
    let told = format!("{:04}-{:02}-{:02}", moons.get_year(), moons.get_month(), moons.get_day());
    println!("tyme4rs 1.5.0: {told}");
    assert_eq!(table.to_naive_date().to_string(), "2089-09-19");
    assert_eq!(told, "2089-09-18");
}
RUST
cargo run --quiet
