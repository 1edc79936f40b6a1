import base from './playwright.config.ts';
export default { ...base, expect: { timeout: 7000 }, timeout: 60_000, retries: 0, outputDir: '/tmp/tr' };
