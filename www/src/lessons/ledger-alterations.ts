import type { Finding, LedgerDescription } from '../engine/types.ts';
import type { Alteration } from './alteration.ts';
import type { OtherFinding } from './apart.ts';
import { daysLater, yearsLater } from './days.ts';
import type { LedgerCase } from './ledger.ts';
import type { LedgerLesson } from './types.ts';

/** Days by which a finding is moved: beyond a window of three days on both sides. */
const SHIFTS = [1, -1, 2, -2, 3, -3, 4, -4];

/** How far away each kind of alteration is. */
const COST = {
  reading: 1,
  circumstance: 1.1,
  day: 1.2,
  tier: 1.6,
  items: 1.7,
  reversed: 1.8,
  left_out: 2,
  turn: 2.2,
  years: 3,
} as const;

/** The ledger of a lesson under every other reading, and with one thing otherwise. */
export function alterations(
  lesson: LedgerLesson,
  ledger: LedgerDescription,
  versions: string[],
): Alteration<LedgerCase>[] {
  return [
    ...ledger.readings.flatMap(({ id, choices, default: chosen }) =>
      choices
        .filter((choice) => choice !== chosen)
        .map((choice) => ({
          path: `readings/${id}`,
          cost: COST.reading,
          case: { reading: { [id]: choice } },
          apart: { kind: 'reading' as const, reading: id, choice, chosen },
        })),
    ),
    ...lesson.findings.flatMap((finding) => ofFinding(lesson, finding, ledger)),
    ...inOtherYears(lesson, versions),
  ];
}

/** One finding otherwise, everything else as it is. */
function ofFinding(
  { findings }: LedgerLesson,
  finding: Finding,
  ledger: LedgerDescription,
): Alteration<LedgerCase>[] {
  const { id } = finding;
  const made = (part: string, cost: number, next: Finding[], other: OtherFinding) => ({
    path: `findings/${id}/${part}`,
    cost,
    case: { findings: next },
    apart: { kind: 'finding' as const, finding: id, ...other },
  });
  const instead = (keys: Partial<Finding>): Finding[] =>
    findings.map((one) => (one.id === id ? ({ ...one, ...keys } as Finding) : one));
  const tiers = ledger.tiers.map((tier) => tier.id);
  const apart = (one: string, other: string) => Math.abs(tiers.indexOf(one) - tiers.indexOf(other));
  const moved = (is: string, cost: number) =>
    made('day', cost, instead({ issued: is }), { part: 'issued', was: finding.issued, is });
  return [
    ...ledger.circumstances.map((circumstance) => {
      const is = finding[circumstance] !== true;
      return made('circumstance', COST.circumstance, instead({ [circumstance]: is }), {
        part: 'circumstance',
        circumstance,
        is,
      });
    }),
    ...SHIFTS.map((days) =>
      moved(daysLater(finding.issued, days), COST.day + Math.abs(days) / 100),
    ),
    ...acrossTheTurn(finding.issued).map((day) => moved(day, COST.turn)),
    ...ledger.tiers
      .filter(({ id: tier, per }) => tier !== finding.tier && per !== 'point')
      .map(({ id: is }) =>
        made('tier', COST.tier + apart(finding.tier, is) / 100, instead({ tier: is }), {
          part: 'tier',
          was: finding.tier,
          is,
        }),
      ),
    ...otherCounts(finding.items).map((is) =>
      made('items', COST.items, instead({ items: is }), {
        part: 'items',
        was: finding.items ?? 1,
        is,
      }),
    ),
    made('reversed', COST.reversed, instead({ reversed: finding.reversed !== true }), {
      part: 'reversed',
      is: finding.reversed !== true,
    }),
    made(
      'left_out',
      COST.left_out,
      findings.filter((one) => one.id !== id),
      { part: 'left_out' },
    ),
  ];
}

/** The days on the other side of the nearer turn of the year. */
function acrossTheTurn(issued: string): string[] {
  const year = Number(issued.slice(0, 4));
  const after = Number(issued.slice(5, 7)) > 6 ? `${year + 1}-01-01` : `${year - 1}-12-31`;
  return [after + issued.slice(10)];
}

/** Other numbers of items, where a finding states one; a single item is not made into more. */
function otherCounts(items: number | undefined): number[] {
  if (items === undefined || items < 2) return [];
  return [...new Set([1, items - 1, items + 1, items * 2])].filter((count) => count !== items);
}

/** The whole ledger in the years of other versions, the months and days as they are. */
function inOtherYears(lesson: LedgerLesson, versions: string[]): Alteration<LedgerCase>[] {
  const first = lesson.findings.map(({ issued }) => issued).sort()[0];
  if (first === undefined) return [];
  const current = versions.filter((version) => version <= first.slice(0, 10)).at(-1);
  const shifts = versions
    .filter((version) => version !== current)
    .map((version) => {
      const years = Number(version.slice(0, 4)) - Number(first.slice(0, 4));
      return yearsLater(first, years).slice(0, 10) < version ? years + 1 : years;
    });
  return [...new Set(shifts)]
    .filter((years) => years !== 0)
    .map((years) => ({
      path: 'versions',
      cost: COST.years + Math.abs(years) / 100,
      case: {
        findings: lesson.findings.map((one) => ({
          ...one,
          issued: yearsLater(one.issued, years),
        })),
        ...(lesson.until === undefined ? {} : { until: yearsLater(lesson.until, years) }),
      },
      apart: { kind: 'years' as const, years },
    }));
}
