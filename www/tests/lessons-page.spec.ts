import AxeBuilder from '@axe-core/playwright';
import { test as bare, type Locator, type Page } from '@playwright/test';
import { readLessons } from '../build/lesson-files.ts';
import { expect, link, open, test } from './pages.ts';

const LESSONS = readLessons().written;

/** A lesson by its id. */
const lesson = (id: string) => LESSONS.find((one) => one.lesson.id === id)?.lesson;

/** Opens a lesson from its path. */
async function enter(page: Page, id: string, lang: 'zh' | 'en' = 'zh'): Promise<Locator> {
  const title = lesson(id)?.title[lang] ?? '';
  await page.getByRole('button', { name: title, exact: true }).first().click();
  const article = page.locator(`[data-lesson="${id}"]`);
  await article.locator('.prediction').waitFor();
  return article;
}

/** Predicts an option by what it says, and sends it. */
async function predict(page: Page, option: string | RegExp): Promise<void> {
  await page.locator('.prediction').getByRole('radio', { name: option }).check();
  await page.locator('.prediction button[type=submit]').click();
}

async function violations(page: Page): Promise<unknown[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

// Source: taobao-counterfeit/8; docs/law/penalties.md, E01: two strikes, the platform's example.
test('a wrong prediction is answered by what separates it from the truth', async ({ page }) => {
  await open(page, 'lessons.html');
  const article = await enter(page, 'three-day-window');
  await predict(page, '1次');
  await expect(page.locator('.explained h3')).toHaveText('不对');
  await expect(page.locator('.explained h3')).toBeFocused();
  await expect(page.locator('.truth')).toHaveText('答案：2次');
  await expect(page.locator('.separates')).toContainText(
    '2017年4月4日的“信息层面判断”在2017年4月3日下达',
  );
  await expect(page.locator('.seen tbody tr').nth(3)).toContainText('第1条');
  await expect(article.locator('.lesson-cites')).toContainText('第八问');
  await expect(page.locator('[role=status].unseen')).toHaveText('不对');
});

test('a right prediction is answered by why, and "not sure" is an answer', async ({ page }) => {
  await open(page, 'lessons.html');
  await enter(page, 'law-forbids');
  await page.getByLabel('为什么').fill('商标权有地域性');
  await predict(page, '很可能侵权');
  await expect(page.locator('.explained h3')).toHaveText('对');
  await expect(page.locator('.separates')).toHaveCount(0);
  await expect(page.locator('.explained .criteria li')).not.toHaveCount(0);
  await page.getByRole('button', { name: '下一课' }).click();
  await page.locator('.prediction').waitFor();
  await predict(page, '不确定');
  await expect(page.locator('.explained h3')).toHaveText('不确定');
  await expect(page.locator('.truth')).toBeVisible();
});

// Source: the issue, "No number gives the answer away beforehand".
test('nothing on the page tells the answer beforehand', async ({ page }) => {
  await open(page, 'lessons.html');
  for (const id of ['cap-of-three-days', 'carry-over', 'which-appeal-opens', 'law-of-2027']) {
    const article = await enter(page, id);
    const { teaches } = lesson(id) ?? { teaches: { zh: '', en: '' } };
    await expect(article).not.toContainText(teaches.zh);
    await expect(page.locator('.explained, .seen, .lesson-cites')).toHaveCount(0);
    await expect(page.locator('.prediction input:checked')).toHaveCount(0);
    await expect(page.locator('.prediction button[type=submit]')).toBeDisabled();
    await page.locator('.back button').click();
  }
});

test('every lesson can be opened, predicted and explained, in both languages', async ({ page }) => {
  test.slow();
  for (const lang of ['zh', 'en'] as const) {
    await open(page, `lessons.html?lang=${lang}`);
    await page.evaluate(() => sessionStorage.clear());
    await open(page, `lessons.html?lang=${lang}&again`);
    for (const { lesson: one } of LESSONS) {
      await enter(page, one.id, lang);
      await page.locator('.prediction .answer input').first().check();
      await page.locator('.prediction button[type=submit]').click();
      const told = page.locator('.explained');
      await expect(told).toBeVisible();
      await told.locator('.others summary').click();
      const text = await told.innerText();
      // A message or a text of law that is missing shows by its key.
      expect(text, `${one.id} ${lang}`).not.toMatch(
        /\b(?:lesson|apart|verdict|reading|tier|fact|measure|provision|deadline)[-/][\w/-]+/,
      );
      await page.locator('.back button').click();
    }
  }
});

test('progress stays in the tab, on the device where that is asked for, and is cleared', async ({
  page,
}) => {
  await open(page, 'lessons.html');
  await enter(page, 'three-strikes');
  await page.getByLabel('为什么').fill('三振');
  await predict(page, '账户关闭：次数到线');
  await page.reload();
  await expect(page.locator('.explained h3')).toHaveText('对');
  const stored = () => page.evaluate(() => [localStorage.length, sessionStorage.length]);
  expect((await stored())[0]).toBe(0);
  await page.getByLabel('在这台设备上保留进度').check();
  expect((await stored())[0]).toBeGreaterThan(0);
  await page.locator('.back button').click();
  await expect(page.locator('.path .count').first()).toHaveText(/^已学1／\d+$/);
  await page.getByRole('button', { name: '全部清空' }).last().click();
  await expect(page.locator('.path .count').first()).toHaveText(/^已学0／\d+$/);
  expect((await stored())[0]).toBe(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.path .count').first()).toHaveText(/^已学1／\d+$/);
});

test('a link to a lesson opens it, without the answer that was given', async ({
  page,
  context,
}) => {
  await open(page, 'lessons.html');
  await enter(page, 'special-situation');
  await predict(page, /^2分$/);
  await expect(page.locator('.explained')).toBeVisible();
  const address = await link(page);
  const other = await (await context.browser())?.newPage();
  await other?.goto(address);
  await expect(
    other?.locator('[data-lesson="special-situation"] .prediction') ?? page.locator('x'),
  ).toBeVisible();
  await other?.close();
});

// Source: the issue, "a quiz that a teacher puts together, sends as a link, and whose result
// comes back as a code that the page verifies".
test('a quiz goes out as a link and comes back as a code', async ({ page, browser }) => {
  await open(page, 'lessons.html');
  await page.getByText('给一个班出一份小测').click();
  await page.getByLabel('小测的名字').fill('第一周');
  for (const id of ['three-strikes', 'patent-first-sale', 'facilitation']) {
    await page
      .locator('.picks')
      .getByRole('checkbox', { name: lesson(id)?.title.zh ?? '', exact: true })
      .check();
  }
  await expect(page.getByText('已选3课。')).toBeVisible();
  const address = (await page.locator('.quiz-link').getAttribute('href')) ?? '';

  const learner = await browser.newPage();
  await learner.goto(address);
  await expect(learner.locator('.quiz-head h2')).toHaveText('第一周');
  await learner.locator('[data-lesson="three-strikes"]').waitFor();
  await learner.getByRole('radio', { name: '账户关闭：次数到线' }).check();
  await learner.getByRole('button', { name: '记下，下一课' }).click();
  await learner.locator('[data-lesson="patent-first-sale"]').waitFor();
  await expect(learner.locator('.explained')).toHaveCount(0);
  await learner.getByRole('radio', { name: '不侵权', exact: true }).check();
  await learner.getByRole('button', { name: '记下，下一课' }).click();
  await learner.locator('[data-lesson="facilitation"]').waitFor();
  await expect(learner.getByText('还有1课没有作答')).toBeVisible();
  await learner.getByLabel('署名').fill('学员甲');
  await learner.getByRole('button', { name: '交卷，生成结果码' }).click();
  await expect(learner.locator('#quiz-code-made')).toHaveValue(/^zp-/);
  const code = await learner.locator('#quiz-code-made').inputValue();
  await learner.getByRole('button', { name: lesson('patent-first-sale')?.title.zh ?? '' }).click();
  await expect(learner.locator('.explained h3')).toHaveText('不对');
  await learner.close();

  await page.getByText('核对交回来的结果码').click();
  const verify = async (text: string) => {
    await page.getByLabel('结果码', { exact: true }).fill(text);
    await page.getByRole('button', { name: '核对', exact: true }).click();
  };
  await verify(`  ${code.slice(0, 30)}\n${code.slice(30)} `);
  await expect(page.locator('.quiz-result h3')).toHaveText('第一周');
  await expect(page.locator('.quiz-result h3')).toBeFocused();
  await expect(page.locator('.quiz-result .sum')).toHaveText(
    '3课中答对1，答错1，不确定0，没有作答1。',
  );
  const marks = page.locator('.quiz-result [data-mark]');
  await expect(marks).toHaveText(['对', '不对', '没有作答']);
  await expect(page.locator('.quiz-result')).toContainText('学员甲');
  await expect(page.locator('.quiz-result')).toContainText('它防抄错，不防作假');

  // A character left out, changed or taken from elsewhere: it is no result.
  for (const wrong of [
    code.slice(0, -1),
    code.slice(3),
    code.replace(/.(?=.{20}$)/, (char) => (char === 'A' ? 'B' : 'A')),
    'zp-',
    '',
  ]) {
    await verify(wrong);
    await expect(page.locator('.checked')).toContainText('不是一串完整的结果码');
    await expect(page.locator('.quiz-result')).toHaveCount(0);
  }
});

test('a quiz of lessons that are gone says so', async ({ page }) => {
  await open(page, 'lessons.html');
  await page.evaluate(async () => {
    const state = { quiz: ['three-strikes', 'no-such-lesson'], title: 'x' };
    const stream = new Blob([JSON.stringify(state)])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const base64 = btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, '-')
      .replace(/\//g, '_');
    location.hash = `lessons=1.${base64.replace(/=+$/, '')}`;
  });
  await expect(page.locator('.told')).toContainText('1');
  await expect(page.locator('.quiz-lessons li')).toHaveCount(1);
});

test('a lesson is learned by keyboard alone', async ({ page }) => {
  await open(page, 'lessons.html');
  const goTo = async (selector: string) => {
    for (let presses = 0; presses < 120; presses += 1) {
      const there = await page.evaluate((wanted) => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return Boolean(active?.matches(wanted));
      }, selector);
      if (there) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached`);
  };
  await goTo('.lessons .link');
  await page.keyboard.press('Enter');
  await expect(page.locator('.lesson-title')).toBeFocused();
  await goTo('.prediction input');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await goTo('.prediction button');
  await page.keyboard.press('Enter');
  await expect(page.locator('.explained h3')).toBeFocused();
  await goTo('.onward button');
  await page.keyboard.press('Enter');
  await expect(page.locator('.lesson-title')).toBeFocused();
});

for (const width of [320, 390, 1280]) {
  for (const lang of ['zh', 'en'] as const) {
    test(`lessons, answers and quizzes fit ${width} px in ${lang}, and axe finds nothing`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, `lessons.html?lang=${lang}&theme=${width === 390 ? 'dark' : 'light'}`);
      const fits = async () => {
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }));
        expect(scroll).toBeLessThanOrEqual(client);
        expect(await violations(page)).toEqual([]);
      };
      for (const fold of await page.locator('.quiz-part > summary').all()) await fold.click();
      await page.locator('.picks input').first().check();
      await fits();
      await enter(page, 'hours-at-alibaba', lang);
      await fits();
      await page.locator('.prediction .answer input').first().check();
      await page.locator('.prediction button[type=submit]').click();
      await page.locator('.others summary').click();
      await fits();
      await page.locator('.back button').click();
      await enter(page, 'good-faith-and-repeats', lang);
      await page.locator('.scenario-facts summary').click();
      await fits();
    });
  }
}

// A sheet for the class: nothing of it is hidden on paper, and no answer stands on it.
test('a lesson is printed as a sheet with all its options', async ({ page }) => {
  await open(page, 'lessons.html');
  await enter(page, 'five-of-many');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.prediction .answer')).toHaveCount(5);
  for (const option of await page.locator('.prediction .answer').all()) {
    await expect(option).toBeVisible();
  }
  await expect(page.locator('.prediction textarea')).toBeVisible();
  await expect(page.locator('.back')).toBeHidden();
  await expect(page.locator('.prediction button')).toBeHidden();
  await expect(page.locator('.scenario-facts li').first()).toBeVisible();
});

test('a quiz is printed whole, without an answer', async ({ page }) => {
  await open(page, 'lessons.html');
  await page.getByText('给一个班出一份小测').click();
  for (const id of ['three-strikes', 'patent-first-sale', 'facilitation']) {
    await page
      .locator('.picks')
      .getByLabel(lesson(id)?.title.zh ?? '', { exact: true })
      .check();
  }
  await page.locator('.quiz-link').click();
  await page.locator('[data-lesson="three-strikes"]').waitFor();
  await page.waitForTimeout(500);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.lesson')).toHaveCount(3);
  await expect(page.locator('.explained')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.lesson')).toHaveCount(1);
});

bare('where the engine of a lesson cannot be had, the page says why', async ({ page }) => {
  let asked = 0;
  await page.route('**/*simulating*.wasm', (route) => {
    asked += 1;
    return route.abort();
  });
  await open(page, 'lessons.html');
  await page.getByRole('button', { name: lesson('three-strikes')?.title.zh ?? '' }).click();
  await expect(page.locator('.fallback')).toBeVisible();
  await page.waitForTimeout(500);
  expect(asked).toBe(1);
  await page.locator('.back button').click();
  const other = lesson('law-forbids')?.title.zh ?? '';
  await page.getByRole('button', { name: other }).first().click();
  await expect(page.locator('.prediction')).toBeVisible();
});

test('once a lesson of each kind is open, nothing more is requested', async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await open(page, 'lessons.html');
  await enter(page, 'three-strikes');
  await page.locator('.back button').click();
  await enter(page, 'law-forbids');
  await page.waitForLoadState('networkidle');
  expect(requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  const loaded = requests.length;
  await page.getByLabel('为什么').fill('一个理由');
  await predict(page, '很可能侵权');
  await page.locator('.explained').waitFor();
  expect(requests.slice(loaded)).toEqual([]);
});
