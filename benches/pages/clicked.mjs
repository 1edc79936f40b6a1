// How long it takes from a click to the answer that is painted, on a processor four times as slow.

/** So many answers are given on a page. */
const CLICKS = 40;

/** Runs in the page: notes how long each click took until what came of it was painted. */
function note() {
  globalThis.took = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'click') globalThis.took.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
}

const rest = (time) => new Promise((then) => setTimeout(then, time));

/** Milliseconds of each click, up to the multiple of 8 to which browsers round them. */
export async function clicked(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 860 });
  await page.evaluateOnNewDocument(note);
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
  // A page without a tool answers nothing.
  if (!(await page.$('[data-speaks]'))) {
    await context.close();
    return [];
  }
  await page.waitForSelector('[ready]', { timeout: 60_000 });
  await rest(1500);
  await page.emulateCPUThrottling(4);
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
    await page.evaluate(() => {
      globalThis.took.length = 0;
    });
    await field.click();
    await rest(700);
    const durations = await page.evaluate(() => globalThis.took);
    // A click below the threshold is told of by none.
    took.push(Math.max(16, ...durations));
  }
  await context.close();
  return took;
}
