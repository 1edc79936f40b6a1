// How long a page takes to be there on slow 4G and a processor four times as slow.

/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s down, 0.75 up. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Runs in the page before its own scripts: notes when something to fill in, and an answer, is there. */
function note() {
  const seen = {};
  globalThis.seen = seen;
  const field = () =>
    document.querySelector('[data-speaks]')?.shadowRoot?.querySelector('input, select, button');
  const look = () => {
    if (field() === undefined || field() === null) requestAnimationFrame(look);
    else seen.form = performance.now();
  };
  requestAnimationFrame(look);
  document.addEventListener('zhengpin-answer', () => {
    requestAnimationFrame(() => {
      seen.answer ??= performance.now();
    });
  });
}

/** Milliseconds until the first field and the first answer can be seen. */
export async function opened(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 412, height: 823, isMobile: true, hasTouch: true });
  await page.emulateNetworkConditions({
    download: SLOW_4G.downloadThroughput,
    upload: SLOW_4G.uploadThroughput,
    latency: SLOW_4G.latency,
  });
  await page.emulateCPUThrottling(4);
  await page.evaluateOnNewDocument(note);
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
  await page
    .waitForFunction(() => globalThis.seen?.form !== undefined, { timeout: 60_000 })
    .catch(() => undefined);
  // A page that answers only what is entered says nothing yet.
  await page
    .waitForFunction(() => globalThis.seen?.answer !== undefined, { timeout: 10_000 })
    .catch(() => undefined);
  const seen = await page.evaluate(() => globalThis.seen);
  await context.close();
  return seen;
}
