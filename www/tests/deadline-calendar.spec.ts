import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { calendarFile } from '../src/components/deadlines/calendar-file.ts';
import { expect, fillDay, open, question, test } from './pages.ts';

/** An entry as a reader tells it. */
interface Read {
  uid: string;
  day: string;
  summary: string;
  description: string;
  status: string;
  sequence: number;
  /** The warnings: what they are counted from, and how far from it. */
  warnings: string[];
}

const twoDigits = (number: number) => `${number}`.padStart(2, '0');

function byIcalJs(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    expect(event.endDate.toString()).toBe(
      event.startDate.clone().adjust(1, 0, 0, 0)?.toString() ?? event.endDate.toString(),
    );
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      summary: event.summary,
      description: event.description,
      status: `${component.getFirstPropertyValue('status')}`,
      sequence: event.sequence,
      warnings: component.getAllSubcomponents('valarm').map((alarm) => {
        const trigger = alarm.getFirstProperty('trigger');
        return `${trigger?.getParameter('related') ?? 'START'} ${trigger?.getFirstValue()}`;
      }),
    };
  });
}

function byNodeIcal(text: string): Read[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return [];
    expect(event.datetype).toBe('date');
    const { start } = event;
    return {
      uid: event.uid,
      day: `${start.getFullYear()}-${twoDigits(start.getMonth() + 1)}-${twoDigits(start.getDate())}`,
      summary: `${event.summary}`,
      description: `${event.description}`,
      status: `${event.status}`,
      sequence: Number(event.sequence),
      warnings: (event.alarms ?? []).map(({ trigger }) => {
        const { params, val } = trigger as { params?: { RELATED?: string }; val?: string };
        return `${params?.RELATED ?? 'START'} ${val ?? trigger}`;
      }),
    };
  });
}

/** A file as two readers tell it, who have to agree. */
function read(text: string): Read[] {
  const entries = byIcalJs(text);
  expect(byNodeIcal(text)).toEqual(entries);
  return entries;
}

/** What the format asks of every line. Source: RFC 5545, 3.1 and 3.3.11. */
function wellFormed(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const octets = text.split('\r\n').map((line) => Buffer.byteLength(line));
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
}

const section = (page: Page) => page.locator('.calendar-file');
const matter = (page: Page) => page.locator('[data-field=matter] input');

async function saved(page: Page): Promise<{ name: string; text: string; entries: Read[] }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    section(page).getByRole('button').click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  wellFormed(text);
  return { name: file.suggestedFilename(), text, entries: read(text) };
}

/** The days that the page tells of its deadlines: the safe ones. */
const told = (page: Page) =>
  page
    .locator('[data-deadline] .deadline-due time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));

/** The law on appeals, and the tab that asks for the days of one. */
async function appeals(page: Page, query = ''): Promise<void> {
  await open(page, `appeal.html${query}`);
  await page.locator('[data-choose=appeal]').click();
}

test('nothing is offered until a deadline has a day, and nothing once it is done', async ({
  page,
}) => {
  await appeals(page);
  await expect(page.locator('.deadlines')).toBeVisible();
  await expect(section(page)).toHaveCount(0);
  await fillDay(question(page, 'told_on'), '2025-09-22');
  await expect(section(page)).toContainText('期限1项');
  await fillDay(question(page, 'appeal_filed_on'), '2025-09-24');
  await expect(section(page)).toHaveCount(0);
});

// Source: State Council arrangement for 2025: three working days after 22 September 2025.
for (const lang of ['zh', 'en'] as const) {
  test(`a deadline is an entry of its day, with how it was counted, in ${lang}`, async ({
    page,
  }) => {
    await appeals(page, `?lang=${lang}`);
    // Of a day that is over nobody is reminded.
    await page.clock.install({ time: new Date('2025-09-22T10:00:00+08:00') });
    await fillDay(question(page, 'told_on'), '2025-09-22');
    await matter(page).fill('甲,乙; “丙”\\ 2026/1');
    await section(page).locator('select').selectOption('7');
    const { name, entries } = await saved(page);
    expect(name).toMatch(/^[^/\\:]+ \d{4}-\d{2}-\d{2}\.ics$/);
    expect(entries).toHaveLength(1);
    const [entry] = entries;
    expect(entry?.day).toBe('2025-09-25');
    expect(entry?.status).toBe('CONFIRMED');
    expect(entry?.summary).toContain('甲,乙; “丙”\\ 2026/1');
    const said = await page.locator('[data-deadline=appeal] .deadline-name').innerText();
    expect(entry?.summary).toContain(said.trim());
    // From which day, and the provisions with their names.
    expect(entry?.description).toContain(lang === 'zh' ? '2025年9月22日' : '22 September 2025');
    const names = await page.locator('[data-deadline=appeal] .note-name').allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    for (const provision of names) expect(entry?.description).toContain(provision.trim());
    // Nine in the morning, seven days before, and on the day.
    expect(entry?.warnings).toEqual(['START -P6DT15H', 'START PT9H']);
  });
}

test('an entry stands on the safe day of a range, and tells how late it may be', async ({
  page,
}) => {
  await appeals(page);
  await page.clock.install({ time: new Date('2031-01-10T10:00:00+08:00') });
  await fillDay(question(page, 'told_on'), '2031-01-20');
  await expect(page.locator('[data-deadline=appeal] .deadline-safe')).toBeVisible();
  const { entries } = await saved(page);
  expect(entries.map(({ day }) => day)).toEqual(await told(page));
  const remarks = await page
    .locator('[data-deadline=appeal] :is(.deadline-range, .deadline-unknown)')
    .allInnerTexts();
  expect(remarks.length).toBeGreaterThan(1);
  for (const remark of remarks) expect(entries[0]?.description).toContain(remark.trim());
});

test('every deadline with a day is an entry, those that may not apply as tentative', async ({
  page,
}) => {
  await appeals(page);
  await fillDay(question(page, 'told_on'), '2025-09-22');
  for (const fact of ['appeal_forwarded_on', 'statement_reached_on']) {
    await fillDay(question(page, fact), '2025-09-23');
  }
  // What stands below is drawn after the verdict.
  await page.locator('zhengpin-appeal').evaluate(async (element) => {
    await (element as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
  });
  const days = await told(page);
  expect(days.length).toBeGreaterThan(0);
  const { entries } = await saved(page);
  expect(entries.map(({ day }) => day)).toEqual(days);
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
  const open = await page
    .locator('[data-deadline]', { hasText: '是否适用还不清楚' })
    .filter({ has: page.locator('time') })
    .count();
  expect(entries.filter(({ status }) => status === 'TENTATIVE')).toHaveLength(open);
});

// Source: RFC 5545, 3.8.4.7 and 3.8.7.4: the same UID and a greater SEQUENCE replace an entry.
test('under one name a later file moves the entry; two matters never share one', async ({
  page,
}) => {
  await appeals(page);
  const first = async (name: string, day: string) => {
    await fillDay(question(page, 'told_on'), day);
    await matter(page).fill(name);
    const [entry] = (await saved(page)).entries;
    if (!entry) throw new Error('no entry');
    return entry;
  };
  const before = await first('甲店 第1号', '2025-09-22');
  await page.waitForTimeout(1100);
  const after = await first(' 甲店  第1号 ', '2025-09-23');
  expect(after.uid).toBe(before.uid);
  expect(after.day).not.toBe(before.day);
  expect(after.sequence).toBeGreaterThan(before.sequence);
  expect((await first('甲店 第2号', '2025-09-23')).uid).not.toBe(before.uid);
  const nameless = await first('', '2025-09-22');
  expect((await first('', '2025-09-23')).uid).not.toBe(nameless.uid);
  expect((await first('', '2025-09-22')).uid).toBe(nameless.uid);
  // What the notice states is a day given, too.
  await fillDay(question(page, 'appeal_until'), '2025-09-26');
  expect((await first('', '2025-09-22')).uid).not.toBe(nameless.uid);
  // What the matter is called stands in the title alone.
  expect(before.uid).toMatch(/^[0-9a-f]{16}@zhengpin$/);
});

test('the name of the matter stays in the tab, goes into no link, and is cleared with the rest', async ({
  page,
}) => {
  await appeals(page);
  await fillDay(question(page, 'told_on'), '2025-09-22');
  await matter(page).fill('甲店 第1号');
  await page.reload();
  await page.locator('[ready]').first().waitFor();
  await expect(matter(page)).toHaveValue('甲店 第1号');
  expect(decodeURIComponent(page.url())).not.toContain('甲店');
  await page.getByRole('button', { name: '全部清空' }).click();
  await expect(section(page)).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
});

for (const timezoneId of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId });
    test('the day is the same in every time zone', async ({ page }) => {
      await appeals(page);
      await fillDay(question(page, 'told_on'), '2025-09-22');
      expect((await saved(page)).text).toContain('DTSTART;VALUE=DATE:20250925\r\n');
    });
  });
}

/** Numbers that look random and are the same every time (Mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Source: RFC 5545, 3.3.11: whatever a text holds is read back as it was.
test('any text is read back as it was written, by both readers', () => {
  const random = numbers(7);
  // Without an n behind a backslash, which one of the readers takes for the end of a line.
  const SIGNS = [
    '甲',
    '，',
    ',',
    ';',
    ':',
    '\\',
    '"',
    '\n',
    'a',
    ' ',
    '😀',
    '𠮷',
    '”',
    'BEGIN:',
    '^',
    '=',
  ];
  const text = (length: number) =>
    Array.from({ length }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join('');
  for (let round = 0; round < 150; round += 1) {
    const entries = Array.from({ length: 1 + (round % 3) }, (_, place) => ({
      uid: `${round}-${place}@zhengpin`,
      day: new Date(Date.UTC(2019 + (round % 40), round % 12, 1 + (round % 28)))
        .toISOString()
        .slice(0, 10),
      title: `甲${text(round % 60).replaceAll('\n', ' ')}乙`,
      text: `丙${text(round * 2)}丁`,
      certain: random() < 0.5,
    }));
    const file = calendarFile(entries, {
      made: new Date(Date.UTC(2026, 10, 29, 1, 2, round)),
      days: 1 + (round % 9),
      hour: 9,
      lang: round % 2 ? 'zh' : 'en',
    });
    wellFormed(file);
    const back = read(file);
    expect(
      back.map(({ uid, day, summary, description }) => [uid, day, summary, description]),
    ).toEqual(entries.map(({ uid, day, title, text: said }) => [uid, day, title, said]));
    expect(back.map(({ status }) => status)).toEqual(
      entries.map(({ certain }) => (certain ? 'CONFIRMED' : 'TENTATIVE')),
    );
  }
});

// Source: RFC 5545, 3.8.6.3: a trigger that is past when it is taken up may go off at once.
test('of a day that is over everywhere nobody is reminded', () => {
  const days = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-12-31'];
  const entries = days.map((day) => ({ uid: day, day, title: '甲', text: '乙', certain: true }));
  // In Honolulu it is still the 28th.
  const made = new Date('2026-11-29T11:00:00Z');
  const file = calendarFile(entries, { made, days: 3, hour: 9, lang: 'zh' });
  for (const read of [byIcalJs, byNodeIcal]) {
    const warned = read(file).map(({ day, warnings }) => [day, warnings.length]);
    expect(warned).toEqual([
      ['2026-11-27', 0],
      ['2026-11-28', 2],
      ['2026-11-29', 2],
      ['2026-12-31', 2],
    ]);
  }
});

test('the same entries at the same moment give the same file', () => {
  const entries = [{ uid: 'a', day: '2026-12-31', title: '甲', text: '乙', certain: true }];
  const making = { made: new Date(0), days: 3, hour: 9, lang: 'zh' } as const;
  expect(calendarFile(entries, making)).toBe(calendarFile(entries, making));
  expect(byIcalJs(calendarFile(entries, making))[0]?.sequence).toBe(0);
});

test('the calendar is saved from a page of a stranger, under its policy, by keyboard', async ({
  page,
}) => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'";
  await page.route('**/stranger.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,"><title>Host</title><body><script type="module" src="embed/define.js"></script><zhengpin-complaint lang="en"></zhengpin-complaint></body></html>`,
    }),
  );
  await page.goto('/stranger.html');
  await page.locator('[data-choose=platform]').click();
  await fillDay(question(page, 'p_date_last_verify'), '2026-03-01');
  await matter(page).focus();
  await page.keyboard.type('No. 1');
  await page.keyboard.press('Tab');
  await expect(section(page).locator('select')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(section(page).getByRole('button')).toBeFocused();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const entries = read(readFileSync(await file.path(), 'utf8'));
  expect(entries.map(({ day }) => day)).toEqual(await told(page));
  await expect(page.locator('.commands .notice').last()).toContainText('Saved a calendar file');
});

for (const width of [320, 1280]) {
  test(`axe finds nothing where a calendar is offered, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 860 });
    await appeals(page);
    await fillDay(question(page, 'told_on'), '2025-09-22');
    await expect(section(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

// Source: Civil Procedure Law art. 139, counted back: 7 December is the third day before the
// hearing, and whether it is still in time can be read either way.
test('what is counted back from a hearing has a safe day and says why', async ({ page }) => {
  await open(page, 'complaint.html');
  await page.locator('[data-choose=preservation]').click();
  await fillDay(question(page, 'hearing_on'), '2026-12-10');
  const told = page.locator('[data-deadline=hearing_is_told]');
  await expect(told.locator('.deadline-due time')).toHaveAttribute('datetime', '2026-12-06');
  await expect(told.locator('.deadline-safe')).toBeVisible();
  await expect(told.locator('.deadline-range')).toContainText('2026年12月7日');
  await expect(told.locator('.deadline-range')).toContainText('两种读法');
  await expect(told.locator('.deadline-unknown')).toHaveCount(0);
});
