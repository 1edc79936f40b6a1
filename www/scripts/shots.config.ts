import { defineConfig } from '@playwright/test';
import tests from '../playwright.config.ts';

/** `npm run build && npm run shots` takes the pictures of the README from the built pages. */
export default defineConfig(tests, { testDir: '.', testMatch: 'shots.ts' });
