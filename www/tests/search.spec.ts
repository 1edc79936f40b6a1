import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as bare, type Page } from '@playwright/test';
import { placesOf } from '../build/places.ts';
import { lessonPlaces } from '../build/search.ts';
import { corpusOf, written } from '../src/search/corpus.ts';
import { excerpt } from '../src/search/excerpt.ts';
import { find } from '../src/search/find.ts';
import { fold, termsOf } from '../src/search/terms.ts';
import { expect, PAGES, test } from './pages.ts';

const folder = fileURLToPath(new URL('../reference', import.meta.url));
const places = placesOf(folder);
const of = (lang: 'zh' | 'en') =>
  places.map(({ within, title, text, ...place }) => ({
    ...place,
    within: within[lang],
    title: title[lang],
    text: text[lang],
  }));

async function look(page: Page, query: string): Promise<void> {
  await page.locator('#query').fill(query);
  await expect(page.locator('.said')).not.toBeEmpty();
}

const results = (page: Page) => page.locator('.places li');

// Source: issue 11, "Found again"; the words are those that it names, and others that people type.
const WORDS: [query: string, first: RegExp, also?: string][] = [
  ['三振', /三振/],
  ['评价报告', /评价报告/],
  ['评估报告', /评价报告/, '评价报告'],
  ['平行进口', /平行进口/],
  ['水货', /平行进口/, '平行进口'],
  ['第42条', /第四十二条/, '第四十二条'],
  ['ecl/42/1', /《电子商务法》第四十二条第一款|E-Commerce Law art\. 42\(1\)/],
  ['notice_locates', /能准确定位被投诉的商品|It pinpoints the goods/],
  ['parallel', /parallel/i],
  ['grey market', /parallel import/i, 'parallel import'],
  ['counter-notice', /counter-notice/i],
  ['（2015）浙知终字第186号', /嘉易烤/],
];

for (const [query, first, also] of WORDS) {
  test(`${query} finds what it should, and leads to its place`, async ({ page }) => {
    await page.goto('/search.html');
    await look(page, query);
    await expect(results(page).first().locator('.name a')).toHaveText(first);
    if (also !== undefined) await expect(page.locator('.said')).toContainText(also);
    const link = results(page).first().locator('.name a');
    const [, anchor] = (await link.getAttribute('href'))?.split('#') ?? [];
    await link.click();
    await expect(page.locator('h1')).toBeVisible();
    if (anchor === undefined) return;
    await expect(page.locator(`#${anchor}`)).toBeInViewport();
    await expect(page.locator(`#${anchor} .id a`).first()).toBeVisible();
  });
}

// A second way to the same: every place whose text holds the words is found, and no other.
// Source: the written pages themselves.
test('what is found is what holds the words, for words of every kind', () => {
  const words = [
    ['zh', '三振', '初步证据', '恶意', '十五日', '驰名商标', '京73', '进口', '转送'],
    ['en', 'exhaustion', 'well-known', 'deposit', 'customs', 'eighteen'],
  ] as const;
  let checked = 0;
  for (const [lang, ...queries] of words) {
    const all = of(lang);
    const corpus = corpusOf(written(all, []));
    for (const query of queries) {
      const { hits } = find(corpus, query, lang);
      // The words in English are read as words that begin so, or lack the ending of the plural.
      const singular = query.replace(/s$/, '');
      const begins = new RegExp(
        lang === 'zh' ? query : `(?<![a-z0-9])(${query}|${singular}(?![a-z0-9]))`,
        'i',
      );
      const holding = all.filter((place) =>
        begins.test([place.title, place.text, place.id, place.within].join('\n')),
      );
      expect(new Set(hits.map(({ page }) => page)), query).toEqual(
        new Set(holding.map(({ page }) => page)),
      );
      checked += holding.length;
    }
  }
  expect(checked).toBeGreaterThan(300);
});

test('every rulebook, instrument, provision, fact and case can be found by its id', () => {
  const corpus = corpusOf(written(of('zh'), []));
  for (const { id, page, kind } of places) {
    if (!['rulebook', 'instrument', 'provision', 'fact', 'case'].includes(kind)) continue;
    const { hits } = find(corpus, id, 'zh');
    expect(
      hits.map((hit) => hit.page),
      id,
    ).toContain(page);
  }
});

// Source: the lessons themselves, of which each is looked for by its title.
test('every lesson is found by its title in both languages, and what it teaches is not told', () => {
  const lessons = lessonPlaces();
  expect(lessons.length).toBeGreaterThan(24);
  for (const lang of ['zh', 'en'] as const) {
    const spoken = lessons.map(({ within, title, text, ...place }) => ({
      ...place,
      within: within[lang],
      title: title[lang],
      text: text[lang],
    }));
    const corpus = corpusOf(written([...of(lang), ...spoken], []));
    for (const { title, page, within } of spoken) {
      expect(within).not.toBe('');
      const { hits } = find(corpus, title, lang);
      expect(
        hits.slice(0, 3).map((hit) => hit.page),
        title,
      ).toContain(page);
    }
  }
});

for (const [query, lang, kind, name] of [
  ['三天之内算几次', 'zh', '课', '三天之内算几次'],
  ['How many times within three days', 'en', 'lesson', 'How many times within three days'],
] as const) {
  test(`${query} finds the lesson, says what it is, and opens it`, async ({ page }) => {
    await page.goto(`/search.html?lang=${lang}`);
    await look(page, query);
    const first = results(page).first();
    await expect(first.locator('.kind')).toHaveText(kind);
    await first.locator('.name a').click();
    await expect(page).toHaveURL(new RegExp(`lessons\\.html\\?lang=${lang}#lesson`));
    await expect(page.locator('.lesson-title')).toHaveText(name);
    // From then on the address carries where the learner is.
    await expect(page).toHaveURL(/#lessons=2\./);
    await page.goBack();
    await expect(page.locator('#query')).toHaveValue(query);
  });
}

test('an address of a lesson that is no more says so', async ({ page }) => {
  await page.goto('/lessons.html#lesson=nowhere');
  await expect(page.locator('.told')).toContainText('1');
  await expect(page.locator('.path').first()).toBeVisible();
});

test('a question in words is looked for word by word, and words found nowhere are said', () => {
  const corpus = corpusOf(written(of('zh'), [['断开链接', '下架']]));
  const found = find(corpus, '链接被下架了怎么办', 'zh');
  const said = found.terms.map(({ said }) => said);
  expect(said).toEqual(expect.arrayContaining(['下架', '链接']));
  expect(found.hits.length).toBeGreaterThan(0);
  const partly = find(corpus, '平行进口 魑魅魍魉', 'zh');
  expect(partly.absent.length).toBeGreaterThan(0);
  expect(partly.hits[0]?.title).toContain('平行进口');
  expect(find(corpus, '魑魅魍魉', 'zh').hits).toEqual([]);
});

// Source: how the numbers of articles are written in laws.
test('numbers of articles are read in figures', () => {
  const written = (query: string) => termsOf(query, 'zh', [], () => true)[0]?.also;
  expect(written('第42条')).toEqual(['第四十二条']);
  expect(written('第10条')).toEqual(['第十条']);
  expect(written('第101条')).toEqual(['第一百零一条']);
  expect(written('第110条第2款')).toEqual(['第一百一十条第二款']);
  expect(written('第1195条')).toEqual([]);
  expect(written('三振')).toEqual([]);
});

test('a folded text is as long as it was, and an excerpt holds what was looked for', () => {
  for (const lang of ['zh', 'en'] as const) {
    for (const { text } of of(lang)) expect(fold(text).length).toBe(text.length);
  }
  const long = `${'甲'.repeat(300)}三振${'乙'.repeat(300)}`;
  const pieces = excerpt(long, [{ said: '三振', also: [] }], 100);
  expect(pieces.filter(({ found }) => found).map(({ text }) => text)).toEqual(['三振']);
  expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(110);
});

test('nothing found is said, with what was looked through', async ({ page }) => {
  await page.goto('/search.html');
  await look(page, '魑魅魍魉');
  await expect(page.locator('.said')).toContainText('没有找到“魑魅魍魉”');
  await expect(page.locator('.said')).toContainText(/条款\d{3}处/);
  await expect(page.locator('.said a')).toHaveAttribute('href', /reference\/index\.html/);
  await page.locator('a[data-lang=en]').click();
  await expect(page.locator('.said')).toContainText('The Chinese names, texts and ids');
  await look(page, 'zzyzx');
  await expect(page.locator('.said')).toContainText('The English names, texts and ids');
});

// Source: issue 11, "no request after load"; docs/architecture.md: nothing entered leaves the page.
test('nothing is fetched before somebody turns to the field, one file then, and no more for any word', async ({
  page,
  baseURL,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/search.html', { waitUntil: 'networkidle' });
  expect(requests.filter((url) => url.endsWith('.json'))).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  const loaded = requests.length;
  await page.locator('#query').focus();
  await expect.poll(() => requests.length).toBe(loaded + 1);
  for (const query of ['三振', '平行进口', '没有', '评估报告', '42']) await look(page, query);
  await page.waitForTimeout(300);
  expect(requests.slice(loaded).map((url) => new URL(url).pathname)).toEqual([
    expect.stringMatching(/\/assets\/search-zh-\w+\.json$/),
  ]);
  expect(page.url()).toContain('#q=42');
  expect(requests.every((url) => !url.includes('q='))).toBe(true);
});

// The page complains of that on purpose.
bare(
  'a file that is not as it was built is not looked through, and that is said',
  async ({ page }) => {
    await page.route('**/search-zh-*.json', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: '{"within":[],"places":[],"alike":[]}',
      }),
    );
    await page.goto('/search.html');
    await page.locator('#query').fill('三振');
    await expect(page.locator('.said')).toContainText('没能取到');
  },
);

test('kinds narrow, more are shown on request, going back finds the words', async ({ page }) => {
  await page.goto('/search.html?lang=en&theme=dark');
  await look(page, 'parallel');
  await expect(results(page)).toHaveCount(20);
  await page.locator('.more button').click();
  await expect(results(page)).toHaveCount(40);
  await expect(results(page).nth(20).locator('a')).toBeFocused();
  await page.getByRole('button', { name: /^case \d+$/ }).click();
  await expect(page.locator('.places .kind').first()).toHaveText('case');
  const kinds = await page.locator('.places .kind').allInnerTexts();
  expect(new Set(kinds)).toEqual(new Set(['case']));
  await results(page).first().locator('.name a').click();
  await expect(page).toHaveURL(/\?lang=en&theme=dark#case-/);
  await page.goBack();
  await expect(page.locator('#query')).toHaveValue('parallel');
  await expect(results(page).first()).toBeVisible();
});

test('every page leads to the search', async ({ page }) => {
  for (const address of [...PAGES, 'reference/index.html', 'reference/provisions/ecl/42/1.html']) {
    await page.goto(`/${address}`);
    await expect(page.locator('.masthead a[href*="search.html"]')).toBeVisible();
  }
  await page.locator('.masthead a[href*="search.html"]').click();
  await expect(page.locator('h1')).toHaveText('检索条款、规则、案例');
});

test('it works by keyboard alone', async ({ page }) => {
  await page.goto('/search.html');
  await page.locator('#query').focus();
  await page.keyboard.type('notice_locates');
  await expect(results(page).first()).toBeVisible();
  await expect(page.getByRole('status')).toContainText('找到');
  const link = results(page).first().locator('a');
  for (let press = 0; press < 30; press += 1) {
    if (await link.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#element-notice_locates')).toBeInViewport();
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing on results, ${theme}`, async ({ page }) => {
    await page.goto(`/search.html?theme=${theme}`);
    await look(page, '平行进口');
    await results(page).first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
}

// Source: WCAG 2.2, 1.4.10.
test('results fit 320 px without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [lang, query] of [
    ['zh', '平行进口'],
    ['en', 'parallel import'],
  ] as const) {
    await page.goto(`/search.html?lang=${lang}`);
    await look(page, query);
    await results(page).first().waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});
