import { defineConfig } from '@playwright/test';
import tests from '../playwright.config.ts';

/** `npm run build && npm run looks` takes pictures of every page in every setting. */
export default defineConfig(tests, { testDir: '.', testMatch: 'looks.ts', timeout: 600_000 });
