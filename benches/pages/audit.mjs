// Asks Lighthouse what does not go by time of every page: `node audit.mjs DIST`. Fails where a
// page is not as good as can be.
import { browse } from './browse.mjs';
import { audited } from './judged.mjs';
import { pagesOf } from './looked-at.mjs';
import { serve } from './serve.mjs';

const [dist] = process.argv.slice(2);
const { own, reference } = pagesOf(dist);
const pages = [...own, ...reference];
const server = await serve(dist);
const browser = await browse();
let good = 0;
for (const page of pages) {
  const { scores, failing } = await audited(browser, server.address + page);
  const isGood = Object.values(scores).every((score) => score === 100);
  if (isGood) good += 1;
  else console.log(`${page}: ${JSON.stringify(scores)} ${failing.join(', ')}`);
}
await browser.close();
server.stop();
console.log(
  `lighthouse: ${good} of ${pages.length} pages have 100 in accessibility and best practices`,
);
process.exit(good === pages.length && good > 0 ? 0 : 1);
