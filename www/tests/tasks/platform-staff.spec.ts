import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, open } from '../pages.ts';
import { task } from './hands.ts';

// Source: Online Trading Measures art. 24(1): sellers are verified every six months.
task(
  'staff of a platform look through a list of sellers and take the overdue ones along',
  async (page, hand) => {
    await open(page, 'verification.html');
    await hand.press(page.locator('[data-example]'));
    await expect(page.locator('.sum')).toContainText('共6家');
    await hand.press(page.locator('button[data-status=overdue]'));
    await expect(page.locator('.sellers tbody tr')).toHaveCount(1);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      hand.press(page.locator('button.table')),
    ]);
    const { data } = Papa.parse<string[]>(readFileSync(await file.path(), 'utf8').trim());
    expect(data.length).toBe(2);
  },
);
