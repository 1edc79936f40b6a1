import { readLessons } from '../../build/lesson-files.ts';
import { expect, open } from '../pages.ts';
import { task } from './hands.ts';

const title = (id: string) =>
  readLessons().written.find(({ lesson }) => lesson.id === id)?.lesson.title.zh ?? '';

// Source: taobao-counterfeit/8; docs/law/penalties.md, E01: two strikes, the platform's example.
task(
  'a learner predicts, is told what separates it from the truth, and goes on',
  async (page, hand) => {
    await open(page, 'lessons.html');
    await hand.press(
      page.getByRole('button', { name: title('three-day-window'), exact: true }).first(),
    );
    await hand.press(page.locator('.prediction').getByRole('radio', { name: '1次' }));
    await hand.press(page.locator('.prediction button[type=submit]'));
    await expect(page.locator('.explained h3')).toHaveText('不对');
    await expect(page.locator('.truth')).toHaveText('答案：2次');
    await expect(page.locator('.separates')).toBeVisible();
    await hand.press(page.getByRole('button', { name: '下一课' }));
    await expect(page.locator('.prediction')).toBeVisible();
    await expect(page.locator('.explained')).toHaveCount(0);
  },
);

task('a teacher puts a quiz together, and its link opens it', async (page, hand) => {
  await open(page, 'lessons.html');
  await hand.press(page.locator('summary').filter({ hasText: '给一个班出一份小测' }));
  await hand.write(page.getByLabel('小测的名字'), '第一周');
  for (const id of ['three-strikes', 'facilitation']) {
    await hand.press(
      page.locator('.picks').getByRole('checkbox', { name: title(id), exact: true }),
    );
  }
  await expect(page.getByText('已选2课。')).toBeVisible();
  await page.goto((await page.locator('.quiz-link').getAttribute('href')) ?? '');
  await expect(page.locator('.quiz-head h2')).toHaveText('第一周');
  await expect(page.locator('[data-lesson=three-strikes] .prediction')).toBeVisible();
});
