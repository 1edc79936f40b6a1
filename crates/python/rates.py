"""How many rows a core answers in a second: `cargo xtask python --rates` writes them into
docs/python.md.

Counted is the time that the processor spent on this process, so that what else runs on the machine
matters little; random cases, so that hardly two rows are equal.
"""

import platform
import re
import sys
import time
from pathlib import Path

import pyarrow
import zhengpin

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(Path(__file__).parent / "tests"))
from conftest import AS_OF, UNTIL, some_cases, some_findings  # noqa: E402

ROWS = 20_000
AT_ONCE = 100_000_000


def rate(ask, rows: int) -> float:
    """Rows a second of processor time, the median of three runs."""
    took = []
    for _ in range(3):
        begun = time.process_time()
        assert pyarrow.table(ask()).num_rows > 0
        took.append(time.process_time() - begun)
    return rows / sorted(took)[1]


def hours(rows_a_second: float) -> str:
    took = AT_ONCE / rows_a_second / 3600
    return f"{took:.1f}" if took < 10 else f"{took:.0f}"


def main() -> None:
    cases, findings = some_cases(ROWS), some_findings(ROWS // 5)

    def decide(want: str, issues: list[str] | None):
        return lambda: zhengpin.decide(
            cases, "cn/complaint", as_of=AS_OF, ids=["case"], want=want, issues=issues
        )

    def simulate(gives: str):
        return lambda: zhengpin.simulate(
            findings, "taobao/counterfeit", until=UNTIL, gives=gives, ids=["listing"]
        )

    measured = [
        (
            f'`decide`, `cn/complaint`, {name}, `want="{want}"`',
            "cases",
            rate(decide(want, issues), ROWS),
        )
        for name, issues in (("the issue `notice`", ["notice"]), ("all issues", None))
        for want in ("verdict", "reasons", "full")
    ]
    measured += [
        (
            "`simulate`, `taobao/counterfeit`",
            "findings",
            rate(simulate("entries"), findings.num_rows),
        )
    ]
    lines = [
        "| asked | rows | a second and core | hours of a core for 100,000,000 |",
        "|---|---|---|---|",
        *(
            f"| {asked} | {rows} | {found:,.0f} | {hours(found)} |"
            for asked, rows, found in measured
        ),
    ]
    versions = {
        "zhengpin": zhengpin.__version__,
        "Python": platform.python_version(),
        "pyarrow": pyarrow.__version__,
    }
    made = ", ".join(f"{name} {version}" for name, version in versions.items())
    machine = f"{platform.system()} {platform.machine()}"
    lines += ["", f"Measured on {time.strftime('%Y-%m-%d')} with {made}, {machine}."]
    document = ROOT / "docs" / "python.md"
    text = document.read_text(encoding="utf-8")
    begin, end = "<!-- made: rates -->\n", "<!-- /made -->"
    text = re.sub(
        f"{begin}.*?{end}", lambda _: begin + "\n".join(lines) + "\n" + end, text, flags=re.S
    )
    document.write_text(text, encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
