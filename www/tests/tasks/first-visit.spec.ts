import { expect } from '../pages.ts';
import { from, task } from './hands.ts';

// Source: review-use.md, B8 and C: 26 questions and four tabs; three taps a question on a phone.
task('a first visitor is asked one question at a time, one press each', async (page, hand) => {
  await from(page, hand, 'fakes-of-mine');
  const asked = page.locator('.one');
  await expect(page.locator('#guided-ask')).toBeInViewport();
  await expect(page.locator('.overview, .question')).toHaveCount(0);
  let before: string | null = null;
  for (let count = 0; count < 3; count += 1) {
    before = await asked.getAttribute('data-fact');
    await hand.press(page.locator('[data-go=unknown], [data-all]').first());
    await expect(asked).not.toHaveAttribute('data-fact', before ?? '');
    await expect(page.locator('#guided-ask')).toBeInViewport();
  }
  await hand.press(page.locator('[data-go=back]'));
  await expect(asked).toHaveAttribute('data-fact', before ?? '');
});
