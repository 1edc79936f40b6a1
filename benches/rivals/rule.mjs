// The rule that every engine is given: does a complaint qualify, and what does it lack? Twelve
// facts, three of them days, and nine elements in a fixed order.

export const ELEMENTS = [
  'identity',
  'contact',
  'right_proof',
  'authorization',
  'listing_urls',
  'evidence',
  'good_faith',
  'signature',
  'right_in_force',
];

export const FLAGS = [
  'identity',
  'contact',
  'right_proof',
  'is_agent',
  'authorization',
  'listing_urls',
  'evidence',
  'good_faith',
  'signature',
];

export const DAYS = ['right_from', 'right_to', 'notice_date'];

/** The rule written down by hand: what every engine has to agree with. */
export function byHand(facts) {
  const missing = [];
  if (!facts.identity) missing.push('identity');
  if (!facts.contact) missing.push('contact');
  if (!facts.right_proof) missing.push('right_proof');
  if (facts.is_agent && !facts.authorization) missing.push('authorization');
  if (!facts.listing_urls) missing.push('listing_urls');
  if (!facts.evidence) missing.push('evidence');
  if (!facts.good_faith) missing.push('good_faith');
  if (!facts.signature) missing.push('signature');
  const { right_from: from, right_to: to, notice_date: day } = facts;
  if (day < from || to < day) missing.push('right_in_force');
  return answerOf(missing);
}

/** The answer of a list of missing elements. */
export const answerOf = (missing) => ({
  verdict: missing.length > 0 ? 'deficient' : 'qualifies',
  missing,
});

const DAY = 24 * 60 * 60 * 1000;
const dayNumber = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
const written = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/** Facts that look random and are the same every time. */
export function inputs(count) {
  let state = 20_250_101;
  // A linear congruential generator; its high bits are good enough here.
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const between = (first, last) => {
    const [from, to] = [dayNumber(first), dayNumber(last)];
    return written(from + Math.floor(draw() * (to - from)));
  };
  const often = { is_agent: 0.5, authorization: 0.8 };
  const rows = Array.from({ length: count }, () => {
    const flags = FLAGS.map((flag) => [flag, draw() < (often[flag] ?? 0.93)]);
    return {
      ...Object.fromEntries(flags),
      right_from: between('2015-01-01', '2024-12-31'),
      right_to: between('2024-06-01', '2034-12-31'),
      notice_date: between('2024-01-01', '2026-12-31'),
    };
  });
  // As they come from JSON: objects that are put together piece by piece, and texts cut out of
  // longer ones, cost every engine ten times what its own work does.
  return JSON.parse(JSON.stringify(rows));
}

export const same = (one, other) =>
  one.verdict === other.verdict && one.missing.join() === other.missing.join();
