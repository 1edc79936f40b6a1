import { messageOf } from '../src/i18n/told.ts';
import { answer, expect, open, question, test, verdict } from './pages.ts';

const SETTLED = {
  right_type: 0,
  claimant_role: 0,
  right_in_force: 'yes',
  n_identity: 'yes',
  n_right_proof: 'yes',
  n_prima_facie: 'yes',
  n_written: 'yes',
  n_measure: 'yes',
  n_truth: 'yes',
  n_locate: 'no',
} as const;

// Source: review-use.md, A2.16: who complains was offered the seller's declaration.
test('beside each question stand the documents and deadlines of its own party', async ({
  page,
}) => {
  await open(page, 'complaint.html');
  const expected: Record<string, { documents: string[]; who: string | string[] }> = {
    notice: { documents: ['notice', 'reply', 'withdrawal'], who: '投诉人' },
    counter_notice: { documents: ['counter_notice', 'damages_claim', 'suit_demand'], who: '卖家' },
    notifier: { documents: ['notice', 'reply', 'withdrawal'], who: '投诉人' },
    platform: {
      documents: ['forward_notice', 'forward_counter_notice', 'answer', 'measures_after'],
      who: '平台',
    },
    // Whoever applied has to sue, and either may ask again.
    preservation: {
      documents: ['preservation_application'],
      who: ['投诉人', '卖家', '双方', '法院'],
    },
  };
  for (const [issue, { documents, who }] of Object.entries(expected)) {
    await page.locator(`[data-choose=${issue}]`).click();
    await expect(verdict(page)).toHaveAttribute('data-issue', issue);
    // The documents of the party are there to choose from, and one of them is open.
    const offered = page.locator('[data-paper]');
    // Where there is but one, there is nothing to choose.
    expect(
      await offered.evaluateAll((papers) =>
        papers.map((paper) => paper.getAttribute('data-paper')),
      ),
    ).toEqual(documents.length > 1 ? documents : []);
    for (const document of documents) {
      if (documents.length > 1) await page.locator(`[data-paper=${document}]`).click();
      await expect(page.locator('[data-document]')).toHaveAttribute('data-document', document);
    }
    for (const name of await page.locator('.deadline-name').allInnerTexts()) {
      expect([who].flat()).toContain(name.split('：')[0]);
    }
  }
});

// Source: review-use.md, A2.16.
test('no two folds in a row say the same', async ({ page }) => {
  for (const address of ['complaint.html', 'parallel-import.html', 'appeal.html']) {
    await open(page, address);
    const answers = address === 'complaint.html' ? SETTLED : {};
    await answer(page, answers);
    const folds = await page
      .locator('.questions details.spare')
      .evaluateAll((all) =>
        all.map((fold) => [
          fold.getAttribute('data-why'),
          fold.nextElementSibling?.getAttribute('data-why') ??
            (fold.parentElement?.matches('.group') && !fold.nextElementSibling
              ? fold.parentElement.nextElementSibling?.getAttribute('data-why')
              : undefined),
        ]),
      );
    for (const [why, next] of folds) expect(next).not.toBe(why);
  }
});

// Source: review-use.md, A2.15: "否 → 是 → 很可能侵权，可以做到" of a label that is true.
test('what was answered is turned as a mend only where that helps and can be done', async ({
  page,
}) => {
  await open(page, 'complaint.html');
  await answer(page, SETTLED);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  const mends = page.locator('[data-changes=mend]');
  await expect(mends).toContainText('否 → 是');
  await expect(mends).toContainText('可以做到');
  await expect(mends).not.toContainText('是 → 否');
  await answer(page, { n_locate: 'yes' });
  const others = page.locator('[data-changes=otherwise]');
  await expect(others).toContainText('不是建议');
  await expect(others).toContainText('现答“是”；若答');
  await expect(others).not.toContainText('可以做到');
  await expect(page.locator('.change', { hasText: '是 → 否' })).toHaveCount(0);
});

test('a label that is not false is not to be made false', async ({ page }) => {
  await open(page, 'parallel-import.html');
  await answer(page, { imported: 'yes', false_importer_info: 'no', claims_authorised: 'no' });
  for (const issue of await page.locator('.overview button').all()) {
    await issue.click();
    for (const kind of ['mend', 'open']) {
      const told = page.locator(`[data-changes=${kind}]`);
      if ((await told.count()) === 0) continue;
      await expect(told).not.toContainText('标签上的进口商');
      await expect(told).not.toContainText('自称授权店');
    }
  }
});

// Source: review-use.md, A2.17.
test('the page says days in words and marks what was entered as its language does', () => {
  const message = {
    zh: '该规则在 `1999-03-20` 尚未或不再施行；最近的版本：2019-11-01；不认识 `abc`',
    en: 'not in force on `1999-03-20`; nearest version 2019-11-01; `abc` is unknown',
  };
  const told = { message } as Parameters<typeof messageOf>[0];
  expect(messageOf(told, 'zh')).toBe(
    '该规则在1999年3月20日尚未或不再施行；最近的版本：2019年11月1日；不认识“abc”',
  );
  expect(messageOf(told, 'en')).toBe(
    'not in force on 20 March 1999; nearest version 1 November 2019; “abc” is unknown',
  );
});

// Source: the calendar: 2026 is no leap year; what is no day must not be told as another one.
test('what is no day is told as it was entered', () => {
  const message = { zh: '`2026-02-29` 不是有效日期', en: '`2026-02-29` is no date' };
  const told = { message } as Parameters<typeof messageOf>[0];
  expect(messageOf(told, 'zh')).toBe('“2026-02-29”不是有效日期');
  expect(messageOf(told, 'en')).toBe('“2026-02-29” is no date');
});

test('no remark ends with a separator that nothing follows', async ({ page }) => {
  for (const address of ['complaint.html', 'appeal.html', 'parallel-import.html']) {
    for (const lang of ['zh', 'en']) {
      await open(page, `${address}?lang=${lang}`);
      const ends = await page
        .locator('p, li, summary')
        .evaluateAll((all) =>
          all.map((one) => one.textContent?.trim() ?? '').filter((text) => /[；;、]$/.test(text)),
        );
      expect(ends).toEqual([]);
    }
  }
});

test('a choice leaves no single character on its last line', async ({ page }) => {
  await open(page, 'complaint.html');
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
  for (const width of [360, 390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const lonely = await page.locator('.answer > span').evaluateAll((labels) =>
      labels.flatMap((label) => {
        const text = label.firstChild;
        if (!(text instanceof Text) || text.data.trim().length < 4) return [];
        const range = document.createRange();
        range.setStart(text, text.data.trimEnd().length - 2);
        range.setEnd(text, text.data.trimEnd().length);
        const rects = [...range.getClientRects()];
        const lines = new Set(rects.map(({ top }) => Math.round(top)));
        return lines.size > 1 ? [text.data] : [];
      }),
    );
    expect(lonely, `${width} px`).toEqual([]);
  }
  await expect(question(page, 'right_type')).toBeVisible();
});

test('the switch of the colours tells its state', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, 'index.html');
  const button = page.getByRole('button', { name: '深色' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});
