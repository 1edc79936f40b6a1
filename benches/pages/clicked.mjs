// How long it takes from a click, or from words written, to the answer that is painted, on a
// processor four times as slow.

/** So many answers are given on a page. */
const CLICKS = 40;

/** What is looked for where there is something to look through, letter by letter. */
const WORDS = ['平行进口', '三振', '恶意投诉', '海关', '商标', 'ali'];

/** The fields in which letters are enough for an answer. */
const SEARCHED = 'input:is(#query, [data-filter=text])';

/** Runs in the page: notes how long each event took until what came of it was painted. */
function note() {
  globalThis.took = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'click' || name === 'input') globalThis.took.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
}

const rest = (time) => new Promise((then) => setTimeout(then, time));

/** How long the slowest event of something took. */
async function timed(page, act) {
  await page.evaluate(() => {
    globalThis.took.length = 0;
  });
  await act();
  await rest(700);
  const durations = await page.evaluate(() => globalThis.took);
  // What stays below the threshold is told of by none.
  return Math.max(16, ...durations);
}

/** Answers what is asked, one choice after another. */
async function answered(page) {
  const took = [];
  for (let turn = 0; turn < CLICKS; turn += 1) {
    // Answering changes what is asked: the fields are looked for anew each time.
    const fields = await page.$$('>>> .answer input[type=radio]');
    if (fields.length === 0) break;
    const field = fields[(turn * 7) % fields.length];
    const seen = await field.evaluate((input) => {
      if (input.checked || !input.checkVisibility()) return false;
      input.scrollIntoView({ block: 'center' });
      return true;
    });
    if (!seen) continue;
    await rest(250);
    took.push(await timed(page, () => field.click()));
  }
  return took;
}

/** Writes words into the field that searches or filters, if there is one. */
async function written(page) {
  const field = await page.$(`>>> ${SEARCHED}`);
  if (!field) return [];
  const took = [];
  for (const word of WORDS) {
    await field.evaluate((input) => {
      input.value = '';
    });
    await field.focus();
    for (const letter of word) {
      took.push(await timed(page, () => page.keyboard.sendCharacter(letter)));
    }
  }
  return took;
}

/** Milliseconds of each event, up to the multiple of 8 to which browsers round them. */
export async function clicked(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 860 });
  await page.evaluateOnNewDocument(note);
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
  // What is shown without being asked, such as a list of rulebooks, is never said to be ready.
  if (await page.$('.tool-page [data-speaks]')) {
    await page.waitForSelector('[ready]', { timeout: 60_000 });
  }
  await rest(1500);
  await page.emulateCPUThrottling(4);
  const took = [...(await answered(page)), ...(await written(page))];
  await context.close();
  return took;
}
