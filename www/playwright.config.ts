import { defineConfig } from '@playwright/test';
import { browser } from './tests/browser.ts';

/** A second checkout beside this one tests on a port of its own. */
const PORT = Number(process.env.PORT ?? 4173);

/** The tests run against the built pages: `npm run build` comes first. */
export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  workers: 2,
  // axe takes half a minute for the largest pages of the reference on a slow machine.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A test that needs its second chance is named in the summary.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: browser(),
    timezoneId: 'Asia/Shanghai',
    locale: 'en-US',
    viewport: { width: 1280, height: 860 },
  },
  webServer: {
    command: `npm run preview -- --port ${PORT}`,
    port: PORT,
    // A server that runs already may show another checkout.
    reuseExistingServer: false,
  },
});
