//! `docs/performance.md`, from what the benches found.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use crate::bench::{ROTATIONS, TIMED};

/// What was found.
pub(crate) struct Found {
    /// The engines by their ids.
    pub(crate) names: BTreeMap<&'static str, String>,
    /// Decisions a second, by engine and what was asked of it.
    pub(crate) rates: BTreeMap<(&'static str, &'static str), f64>,
    /// The same in Chromium; nothing of engines that no browser runs.
    pub(crate) in_chromium: BTreeMap<(String, String), f64>,
    /// The built-in rulebooks, and ledgers.
    pub(crate) real: Vec<Value>,
    /// Columns natively.
    pub(crate) native: Vec<Value>,
    /// Whole files.
    pub(crate) batch: Vec<Value>,
}

const HEAD: &str = "# How fast\n\n\
    <!-- Written by `cargo xtask bench`, every figure of it. -->\n\n\
    One run of `cargo xtask bench`, on a machine that others used too: compare the figures of one \
    table with each other rather than with those of another day. Figures are medians: of 9 rounds \
    each, in ";

/// The report.
pub(crate) fn report(found: &Found, machine: &[(String, String)]) -> String {
    let mut page =
        format!("{HEAD}{ROTATIONS} rotations where engines stand beside each other.\n\n");
    for (what, is) in machine {
        line(&mut page, &format!("- {what}: {is}"));
    }
    rivals(&mut page, found);
    rulebooks(&mut page, &found.real);
    older(&mut page, found);
    ledgers(&mut page, found);
    batch(&mut page, &found.batch);
    page
}

fn line(page: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(page, "{text}");
}

fn number(value: &Value, key: &str) -> f64 {
    value.get(key).and_then(Value::as_f64).unwrap_or(0.0)
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn of_kind<'v>(lines: &'v [Value], kind: &str) -> impl Iterator<Item = &'v Value> {
    lines.iter().filter(move |line| text(line, "kind") == kind)
}

/// A number with its thousands apart.
fn grouped(number: f64) -> String {
    let whole = format!("{number:.0}");
    let mut told = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

/// Microseconds in a unit that suits them.
fn time(microseconds: f64) -> String {
    match microseconds {
        few if few < 1.0 => format!("{:.0} ns", few * 1000.0),
        some if some < 1000.0 => format!("{some:.1} µs"),
        many if many < 1_000_000.0 => format!("{:.1} ms", many / 1000.0),
        most => format!("{:.2} s", most / 1_000_000.0),
    }
}

/// What of an engine is timed, in words.
fn asked(what: &str) -> &'static str {
    match what {
        "verdict" => "verdict",
        "reasons" => "reasons as codes",
        "explain" => "everything it explains",
        "rows" => "verdict and what is missing, 100,000 rows",
        _ => "verdict and what is missing",
    }
}

/// The engines beside each other.
fn rivals(page: &mut String, found: &Found) {
    page.push_str(
        "\n## One rule, several engines\n\n\
         Does a complaint qualify, and what does it lack: twelve facts, nine elements \
         (`benches/rivals/rule.mjs`). Every engine agreed with the rule by hand on 1,000 inputs \
         before anything was timed. Each ran in a process of its own, in Node, or in a browser of \
         its own, on one core. A figure includes everything from the facts as plain objects to the answer; in columns, \
         from typed arrays to typed arrays, without filling them.\n\n\
         | engine | what | decisions a second in Node | beside json-logic-engine | in Chromium | \
         beside json-logic-engine |\n\
         | --- | --- | ---: | ---: | ---: | ---: |\n",
    );
    let beside = |engine: &str, what: &str| {
        found.in_chromium.get(&(engine.to_owned(), what.to_owned())).copied()
    };
    let base = found.rates.get(&("json-logic-engine", "decide")).copied().unwrap_or(1.0);
    let base_in_chromium = beside("json-logic-engine", "decide").unwrap_or(1.0);
    let mut rows: Vec<(f64, String, Option<f64>)> = Vec::new();
    for (engine, whats) in TIMED {
        for what in *whats {
            let rate = found.rates.get(&(*engine, *what)).copied().unwrap_or(0.0);
            let name = found.names.get(engine).map_or(*engine, String::as_str);
            rows.push((rate, format!("{name} | {}", asked(what)), beside(engine, what)));
        }
    }
    for told in of_kind(&found.native, "native") {
        let what = match text(told, "what") {
            "verdict" => "verdict, 100,000 rows",
            "because" => "verdict, what is missing and the smallest reason, 100,000 rows",
            _ => asked("rows"),
        };
        let told = (number(told, "perSecond"), format!("zhengpin, in columns, native | {what}"));
        rows.push((told.0, told.1, None));
    }
    rows.sort_by(|one, other| other.0.total_cmp(&one.0));
    let cells = |rate: f64, base: f64| format!("{} | {:.3}", grouped(rate), rate / base);
    for (rate, told, there) in &rows {
        let there = there.map_or("– | –".to_owned(), |there| cells(there, base_in_chromium));
        line(page, &format!("| {told} | {} | {there} |", cells(*rate, base)));
    }
    verdicts(page, found);
}

/// Who is ahead, in words that follow from the figures.
fn verdicts(page: &mut String, found: &Found) {
    let rate = |engine, what| found.rates.get(&(engine, what)).copied().unwrap_or(0.0);
    let ratio = |one: f64, other: f64| format!("{:.2} times", one / other.max(f64::MIN_POSITIVE));
    let native = of_kind(&found.native, "native");
    let native = native.filter(|told| text(told, "what") == "missing");
    let native = native.map(|told| number(told, "perSecond")).next().unwrap_or(0.0);
    let (columns, reasons) = (rate("zhengpin-columns", "rows"), rate("zhengpin", "reasons"));
    let full = rate("zhengpin", "explain");
    let explaining = ["datalogic", "zen", "json-rules-engine"].map(|one| rate(one, "explain"));
    let fastest = explaining.into_iter().fold(0.0, f64::max);
    let told = [
        (
            "In columns, wasm, beside json-logic-engine compiled",
            columns,
            rate("json-logic-engine", "decide"),
        ),
        ("In columns, wasm, beside JavaScript by hand", columns, rate("by-hand", "decide")),
        ("In columns, natively, beside JavaScript by hand", native, rate("by-hand", "decide")),
        ("Reasons of one request beside the fastest other engine that explains", reasons, fastest),
        (
            "Everything of one request beside json-rules-engine with its results",
            full,
            rate("json-rules-engine", "explain"),
        ),
        (
            "A verdict of one request beside json-logic-engine compiled",
            rate("zhengpin", "verdict"),
            rate("json-logic-engine", "decide"),
        ),
    ];
    page.push('\n');
    for (what, one, other) in told {
        let who = if one < other { "**the other is faster**" } else { "we are faster" };
        line(page, &format!("- {what}: {}, {who}.", ratio(one, other)));
    }
}

fn rulebooks(page: &mut String, real: &[Value]) {
    page.push_str(
        "\n## The built-in rulebooks\n\n\
         One request at a time through the wasm, and one row of 20,000 in columns: 400 cases that \
         can be true, of which none to three quarters of the facts are open, without days. The \
         verdicts of both were equal before anything was timed. This engine is built for speed; \
         those that pages load are built small.\n\n\
         | issue | `verdict` | `reasons` | `full` | column: verdict | and missing | and reason |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for told in of_kind(real, "issue") {
        let cells = ["verdict", "reasons", "full", "columns", "missing", "because"];
        let cells = cells.map(|key| time(number(told, key))).join(" | ");
        let (rulebook, issue) = (text(told, "rulebook"), text(told, "issue"));
        line(page, &format!("| `{rulebook}` {issue} | {cells} |"));
    }
}

/// This build beside an older one, where one was given.
fn older(page: &mut String, found: &Found) {
    let rate = |what| found.rates.get(&("zhengpin", what)).copied();
    let Some(before) = rate("before") else { return };
    page.push_str(
        "\n## Beside an older build\n\n\
         The same facts, one build after the other: how many times as fast this one is as everything \
         that the older one explained.\n\n\
         | issue | older | `verdict` | `reasons` | `full` |\n\
         | --- | ---: | ---: | ---: | ---: |\n",
    );
    let mut row = |issue: &str, before: f64, now: [f64; 3]| {
        let now = now.map(|one| format!("{:.1} times", before / one)).join(" | ");
        line(page, &format!("| {issue} | {} | {now} |", time(before)));
    };
    let took = |rate: f64| 1e6 / rate.max(f64::MIN_POSITIVE);
    let common = ["verdict", "reasons", "explain"].map(|what| took(rate(what).unwrap_or_default()));
    row("the common rule", took(before), common);
    for told in of_kind(&found.real, "issue") {
        let issue = format!("`{}` {}", text(told, "rulebook"), text(told, "issue"));
        let now = ["verdict", "reasons", "full"].map(|key| number(told, key));
        row(&issue, number(told, "before"), now);
    }
}

fn ledgers(page: &mut String, found: &Found) {
    page.push_str(
        "\n## Ledgers\n\n\
         One seller of Taobao, one request, through the wasm: with the readings that matter, and \
         with the forecast besides.\n\n\
         | findings | time | for each | with forecast | for each |\n\
         | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for told in of_kind(&found.real, "ledger") {
        let findings = number(told, "findings");
        let cells = ["bare", "forecast"].map(|key| {
            let took = number(told, key);
            format!("{} | {}", time(took), time(took / findings))
        });
        line(page, &format!("| {} | {} |", grouped(findings), cells.join(" | ")));
    }
    page.push_str(
        "\nMany sellers in columns, ten findings of each, on one core; typed arrays in, entries and \
         accounts out.\n\n\
         | findings | where | time | for each |\n\
         | ---: | --- | ---: | ---: |\n",
    );
    let wasm = of_kind(&found.real, "sellers").map(|told| (told, "wasm"));
    let native = of_kind(&found.native, "native sellers").map(|told| (told, "native"));
    for (told, place) in wasm.chain(native) {
        let (findings, took) = (number(told, "findings"), number(told, "took"));
        let each = time(took / findings);
        line(page, &format!("| {} | {place} | {} | {each} |", grouped(findings), time(took)));
    }
    page.push_str(
        "\nWhat one finding takes, the more there are: a line that stays level is a ledger whose \
         cost grows no faster than its findings.\n",
    );
    for (title, kind, key) in [
        ("One seller", "ledger", "bare"),
        ("One seller, with forecast", "ledger", "forecast"),
        ("Many sellers, in columns", "sellers", "took"),
    ] {
        chart(page, title, of_kind(&found.real, kind), key);
    }
}

/// A chart of what one finding takes in ledgers of growing length.
fn chart<'v>(page: &mut String, title: &str, lines: impl Iterator<Item = &'v Value>, key: &str) {
    let points = lines.map(|told| {
        let findings = number(told, "findings");
        (grouped(findings), number(told, key) / findings)
    });
    let (names, each): (Vec<_>, Vec<_>) = points.unzip();
    let most = each.iter().copied().fold(0.0, f64::max);
    let names = names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let each = each.iter().map(|took| format!("{took:.3}")).collect::<Vec<_>>().join(", ");
    line(page, "\n```mermaid\nxychart-beta");
    line(page, &format!("  title \"{title}\""));
    line(page, &format!("  x-axis \"findings\" [{names}]"));
    line(page, &format!("  y-axis \"microseconds for each\" 0 --> {:.3}", most * 1.1));
    line(page, &format!("  line [{each}]\n```"));
}

fn batch(page: &mut String, batch: &[Value]) {
    if batch.is_empty() {
        return;
    }
    page.push_str(
        "\n## Whole files\n\n\
         `zhengpin batch decide`: one issue with its reasons, from CSV to each format, on all \
         cores, the program's start included. The memory is the most that it had (Linux).\n\n\
         | to | rows | time | rows a second | memory |\n\
         | --- | ---: | ---: | ---: | ---: |\n",
    );
    for told in batch {
        let (rows, seconds) = (number(told, "rows"), number(told, "seconds"));
        let memory = number(told, "memory") / 1024.0;
        let (format, rate) = (text(told, "format"), grouped(rows / seconds));
        let rows = grouped(rows);
        line(page, &format!("| {format} | {rows} | {seconds:.2} s | {rate} | {memory:.0} MiB |"));
    }
}
