import { readCount } from './numbers.ts';
import { answerTo, isOurTable, type Reading } from './reading.ts';
import { type Draft, wrong } from './row-draft.ts';

/** The tier, and the number of items where it follows from the points. */
export function judgeTier(draft: Draft, reading: Reading, day: string): void {
  const { law, rule, words, answers } = reading;
  const { finding, tierCell, pointsCell } = draft;
  if (!tierCell) return;
  const { cell, place } = tierCell;
  const points = finding.taken?.points;
  const id = `tier/${place}`;
  const key = points === undefined ? cell : `${cell}|${points}`;
  const said = answerTo(answers, id, key) ?? answerTo(answers, id, cell);
  const meaning = words.read(cell);
  if (said === 'ignored') {
    draft.passed = 'ignored';
    return;
  }
  const { circumstances } = finding;
  if (said !== undefined && law.tiers.has(said)) finding.tier = said;
  else if (meaning.tier !== undefined) finding.tier = meaning.tier;
  else {
    const possible =
      points === undefined || meaning.several.length === 0
        ? meaning.several
        : meaning.several.filter((tier) => rule.canCost(tier, points, day, circumstances));
    const [only] = possible;
    if (possible.length === 1 && only !== undefined) {
      finding.tier = only;
      draft.remarks.push('tier_by_points');
    } else {
      const all = words.options(cell);
      const bearing = meaning.several.length > 0 && points !== undefined;
      const none = bearing && possible.length === 0;
      wrong(
        draft,
        none ? 'no_tier_fits' : meaning.several.length > 0 ? 'tier_open' : 'not_a_tier',
        place,
        cell,
      );
      draft.met.push({
        id,
        topic: 'tier',
        place,
        key: bearing ? key : cell,
        value: cell,
        ...(bearing ? { points } : {}),
        options: [...new Set([...possible, ...(possible.length > 0 ? [] : all)]), 'ignored'],
        blocks: true,
      });
      return;
    }
  }
  if (points !== undefined && pointsCell) {
    judgeAmount(draft, reading, finding.tier, points, pointsCell.place, day);
  } else if (reading.law.tiers.get(finding.tier) === 'point' && !isOurTable(reading)) {
    askPoints(draft, reading, finding.tier);
  }
}

/** How many points a tier is booked with of which the rules tell no number. */
function askPoints(draft: Draft, { answers }: Reading, tier: string): void {
  const said = readCount(answerTo(answers, 'items', tier) ?? '');
  if (said !== undefined) {
    draft.finding.items = said;
    return;
  }
  wrong(draft, 'items_open', undefined, '');
  const options = ['1', '2', '3'];
  const asked = { key: tier, value: tier, options, blocks: true };
  draft.met.push({ id: 'items', topic: 'items', ...asked });
}

/** How much of the tier there is, where the points that the platform took tell it. */
function judgeAmount(
  draft: Draft,
  { law, rule, answers, columns, ours }: Reading,
  tier: string,
  points: number,
  place: number,
  day: string,
): void {
  const { finding } = draft;
  const per = law.tiers.get(tier);
  const counted = columns.some(({ is }) => is === 'items');
  if (per === 'point') {
    // Points are the amount of such a tier. What the platform took is a second number only in a
    // table that calls it that, as those that we write do.
    if (counted && ours.has(place)) return;
    finding.items = points;
    const { points: _, ...rest } = finding.taken ?? {};
    if (Object.keys(rest).length > 0) finding.taken = rest;
    else delete finding.taken;
  } else if ((per === 'item' || per === 'time') && !counted) {
    judgeItems(draft, tier, points, day, { rule, answers, place });
  }
}

function judgeItems(
  draft: Draft,
  tier: string,
  points: number,
  day: string,
  { rule, answers, place }: Pick<Reading, 'rule' | 'answers'> & { place: number },
): void {
  const { finding } = draft;
  const id = `items/${place}`;
  const key = `${tier}|${points}`;
  const said = readCount(answerTo(answers, id, key) ?? '');
  if (said !== undefined) {
    finding.items = said;
    return;
  }
  // Of a finding that was taken back with its points, the number makes no difference.
  if (points === 0 && finding.reversed) return;
  const { first, open } = rule.itemsFor(tier, points, day, finding.circumstances);
  if (first !== undefined && !open) {
    finding.items = first;
    draft.remarks.push('items_by_points');
    return;
  }
  wrong(draft, 'items_open', place, `${points}`);
  const options = Array.from({ length: 3 }, (_, more) => `${(first ?? 1) + more}`);
  draft.met.push({ id, topic: 'items', place, key, value: tier, points, options, blocks: true });
}
