// What Lighthouse says to a page, on the phone and the network that it has in mind.
import lighthouse from 'lighthouse';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Of these times of a page the worse score is told. */
const TIMES = {
  'first paint': 'first-contentful-paint',
  'largest paint': 'largest-contentful-paint',
  'blocked': 'total-blocking-time',
};

/** Scores from 0 to 100, times in milliseconds, the shift, and which checks fail. */
export async function judged(browser, address) {
  const port = Number(new URL(browser.wsEndpoint()).port);
  const { lhr } = await lighthouse(address, {
    port,
    onlyCategories: CATEGORIES,
    logLevel: 'error',
  });
  const scores = CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]);
  const times = Object.entries(TIMES).map(([name, id]) => [
    name,
    Math.round(lhr.audits[id].numericValue),
  ]);
  const asked = CATEGORIES.slice(1).flatMap((name) => lhr.categories[name].auditRefs);
  const failing = asked
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
    .map(({ id }) => id);
  const shift = Number(lhr.audits['cumulative-layout-shift'].numericValue.toFixed(3));
  return { ...Object.fromEntries(scores), ...Object.fromEntries(times), shift, failing };
}
