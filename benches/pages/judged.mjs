// What Lighthouse says to a page, on the phone and the network that it has in mind.
import lighthouse from 'lighthouse';

/** What it says whatever the machine and its load. */
export const TIMELESS = ['accessibility', 'best-practices'];

/** Of these times of a page the worse score is told. */
const TIMES = {
  'first paint': 'first-contentful-paint',
  'largest paint': 'largest-contentful-paint',
  blocked: 'total-blocking-time',
};

async function report(browser, address, categories, settings) {
  const port = Number(new URL(browser.wsEndpoint()).port);
  const asked = { port, onlyCategories: categories, logLevel: 'error', ...settings };
  const { lhr } = await lighthouse(address, asked);
  if (!lhr.runtimeError) return lhr;
  // It lost the page, which says nothing of the page: once more, and then it is an error.
  const { lhr: again } = await lighthouse(address, asked);
  if (again.runtimeError) throw new Error(`${address}: ${again.runtimeError.message}`);
  return again;
}

/** Scores from 0 to 100. */
const scoresOf = (lhr, categories) =>
  Object.fromEntries(
    categories.map((name) => [name, Math.round(lhr.categories[name].score * 100)]),
  );

/** Which checks fail of those that do not go by time. */
function failingOf(lhr) {
  const asked = TIMELESS.flatMap((name) => lhr.categories[name].auditRefs);
  return asked
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
    .map(({ id }) => id);
}

/** Scores from 0 to 100, times in milliseconds, the shift, and which checks fail. */
export async function judged(browser, address) {
  const categories = ['performance', ...TIMELESS];
  const lhr = await report(browser, address, categories);
  const times = Object.entries(TIMES).map(([name, id]) => [
    name,
    Math.round(lhr.audits[id].numericValue),
  ]);
  const shift = Number(lhr.audits['cumulative-layout-shift'].numericValue.toFixed(3));
  return {
    ...scoresOf(lhr, categories),
    ...Object.fromEntries(times),
    shift,
    failing: failingOf(lhr),
  };
}

/** The scores that do not go by time, on the network that there is, and which checks fail. */
export async function audited(browser, address) {
  const lhr = await report(browser, address, TIMELESS, { throttlingMethod: 'provided' });
  return { scores: scoresOf(lhr, TIMELESS), failing: failingOf(lhr) };
}
