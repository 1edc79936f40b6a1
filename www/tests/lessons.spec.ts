import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { LESSONS, LessonFileError, readLesson, readLessons } from '../build/lesson-files.ts';
import { lessonSchema } from '../build/lesson-schema.ts';
import type { Facts, Finding, Value } from '../src/engine/types.ts';
import type { Apart } from '../src/lessons/apart.ts';
import { type CaseEngine, cameOf as cameOfCase } from '../src/lessons/case.ts';
import { factIn } from '../src/lessons/case-task.ts';
import type { Engines } from '../src/lessons/found.ts';
import { cameOf as cameOfLedger, type LedgerEngine } from '../src/lessons/ledger.ts';
import { isTrouble, setTask, type Task } from '../src/lessons/task.ts';
import { type CaseLesson, isLedger, type LedgerLesson, type Lesson } from '../src/lessons/types.ts';
import { engineOf, native } from './engines.ts';

const { written, paths } = readLessons();

async function engines(): Promise<Engines> {
  return {
    simulating: await engineOf<LedgerEngine>('simulating'),
    deciding: await engineOf<CaseEngine>('deciding'),
  };
}

function taskOf(all: Engines, lesson: Lesson): Task {
  const task = setTask(all, lesson);
  if (isTrouble(task)) throw new Error(`${lesson.id}: ${JSON.stringify(task)}`);
  return task;
}

// Source: the lesson's own `source`; `expect` is written from it, not from the engine.
test('every lesson comes out as its source says', async () => {
  const all = await engines();
  const found = written.map(({ lesson }) => [lesson.id, taskOf(all, lesson).truth]);
  expect(found).toEqual(written.map(({ lesson, expect: expected }) => [lesson.id, expected]));
  expect(written.length).toBeGreaterThanOrEqual(24);
});

test('a lesson sets two or three wrong options, all different', async () => {
  const all = await engines();
  for (const { lesson } of written) {
    const { options, truth } = taskOf(all, lesson);
    const keys = options.map(({ key }) => key);
    expect(new Set(keys).size, lesson.id).toBe(keys.length);
    expect(keys, lesson.id).toContain(truth);
    expect(
      options.filter(({ apart }) => apart === undefined),
      lesson.id,
    ).toHaveLength(1);
    expect([3, 4], lesson.id).toContain(keys.length);
    if (process.env.LESSON === lesson.id) console.log(JSON.stringify(options, null, 1));
  }
});

/** What comes out under what is told to separate an option; by the words told and nothing else. */
function outcomeUnder(all: Engines, lesson: Lesson, key: string, apart: Apart): string | undefined {
  return isLedger(lesson)
    ? ledgerUnder(all, lesson, key, apart)
    : caseUnder(all, lesson, key, apart);
}

const shifted = (issued: string, years: number) =>
  `${Number(issued.slice(0, 4)) + years}${issued.slice(4)}`;

function ledgerUnder(
  { simulating }: Engines,
  lesson: LedgerLesson,
  key: string,
  apart: Apart,
): string | undefined {
  const { rulebook, until, ask } = lesson;
  const request: Parameters<LedgerEngine['simulate']>[0] = {
    rulebook,
    findings: lesson.findings.map((one) => ({ ...one })),
    ...(until === undefined ? {} : { until }),
  };
  const findings = request.findings as (Finding & Record<string, unknown>)[];
  if (apart.kind === 'reading') request.reading = { [apart.reading]: apart.choice };
  else if (apart.kind === 'years') {
    for (const one of findings) one.issued = shifted(one.issued, apart.years);
    if (until !== undefined) request.until = shifted(until, apart.years);
  } else if (apart.kind === 'then') {
    for (const one of findings) if (one.id === key) one.reversed = true;
  } else if (apart.kind === 'finding') {
    const at = findings.findIndex(({ id }) => id === apart.finding);
    const one = findings[at];
    if (!one) return undefined;
    if (apart.part === 'left_out') findings.splice(at, 1);
    else if (apart.part === 'circumstance') one[apart.circumstance] = apart.is;
    else (one as Record<string, unknown>)[apart.part] = apart.is;
  }
  return cameOfLedger(simulating.simulate(request), ask);
}

function caseUnder(
  { deciding }: Engines,
  lesson: CaseLesson,
  key: string,
  apart: Apart,
): string | undefined {
  const facts: Facts = { ...lesson.facts };
  let { asOf } = lesson;
  const set = (fact: string, is: Value | undefined) => {
    if (is === undefined) delete facts[fact];
    else facts[fact] = is;
  };
  if (apart.kind === 'version') asOf = apart.day;
  else if (apart.kind === 'facts') for (const { fact, is } of apart.facts) set(fact, is);
  else if (apart.kind === 'then') set(factIn(key).fact, factIn(key).is);
  const { rulebook, presume = false, ask } = lesson;
  return cameOfCase(deciding.decide({ rulebook, asOf, facts, presume }), ask);
}

test('what separates a wrong option from the truth leads to it', async () => {
  const all = await engines();
  let checked = 0;
  for (const { lesson } of written) {
    const { options, truth } = taskOf(all, lesson);
    for (const { key, apart } of options) {
      if (!apart) continue;
      checked += 1;
      const outcome = outcomeUnder(all, lesson, key, apart);
      const wanted = apart.kind === 'then' ? apart.outcome : key;
      expect(outcome, `${lesson.id}: ${key}`).toBe(wanted);
      expect(outcome, `${lesson.id}: ${key}`).not.toBe(truth);
    }
  }
  expect(checked).toBeGreaterThan(80);
});

test('of several facts none that separates can be left out', async () => {
  const all = await engines();
  for (const { lesson } of written) {
    if (isLedger(lesson)) continue;
    for (const { key, apart } of taskOf(all, lesson).options) {
      if (apart?.kind !== 'facts' || apart.facts.length < 2) continue;
      for (const left of apart.facts) {
        const facts = apart.facts.filter((one) => one !== left);
        const fewer = caseUnder(all, lesson, key, { kind: 'facts', facts });
        expect(fewer, `${lesson.id}: ${key} without ${left.fact}`).not.toBe(key);
      }
    }
  }
});

test('the one right act is the only one among those offered', async () => {
  const all = await engines();
  for (const { lesson } of written) {
    const { ask } = lesson;
    const { options, truth } = taskOf(all, lesson);
    if (ask.what === 'appeal') {
      const opens = options.filter(
        ({ key }) => outcomeUnder(all, lesson, key, { kind: 'then', outcome: '' }) === 'open',
      );
      expect(opens.map(({ key }) => key)).toEqual([truth]);
    }
    if (ask.what === 'saves' && ask.to !== undefined) {
      const saves = options.filter(
        ({ key }) => outcomeUnder(all, lesson, key, { kind: 'then', outcome: '' }) === ask.to,
      );
      expect(saves.map(({ key }) => key)).toEqual([truth]);
    }
  }
});

test('what a lesson cites is in force on its day, and the engine rests on some of it', async () => {
  const all = await engines();
  const apart: string[] = [];
  for (const { lesson } of written) {
    const { description, simulation, decision, truth } = taskOf(all, lesson);
    const day = isLedger(lesson)
      ? (simulation?.entries.at(-1)?.issued.slice(0, 10) ?? '')
      : lesson.asOf;
    for (const id of lesson.cite) {
      const provision = description.provisions.find((one) => one.id === id);
      expect(provision, `${lesson.id}: ${id}`).toBeDefined();
      expect((provision?.from ?? day) <= day, `${lesson.id}: ${id}`).toBe(true);
      expect((provision?.to ?? day) >= day, `${lesson.id}: ${id}`).toBe(true);
    }
    const cited = [
      ...(simulation?.entries ?? []),
      ...(simulation?.yearEnds ?? []),
      ...(decision?.issues ?? []),
      ...(decision?.deadlines ?? []),
    ].flatMap(({ citations }) => citations.map(({ provision }) => provision));
    // What is open rests on nothing yet.
    if (truth !== 'open' && !lesson.cite.some((id) => cited.includes(id))) apart.push(lesson.id);
  }
  expect(apart).toEqual([]);
});

// Source: the issue, "No number gives the answer away beforehand".
test('neither title nor story holds the number or the day that is asked for', async () => {
  for (const { lesson, expect: truth } of written) {
    if (!/^\d/.test(truth)) continue;
    const { title, story } = lesson;
    const texts = [title.zh, title.en, story.zh, story.en].join(' ');
    const days = /^\d{4}-(\d{2})-(\d{2})$/.exec(truth);
    const asked = days ? `${Number(days[1])}月${Number(days[2])}日` : truth;
    expect(texts, lesson.id).not.toMatch(new RegExp(`(?<![\\d-])${asked}(?![\\d-]|\\s*[年月日])`));
  }
});

test('the place among the options does not give the truth away', async () => {
  const all = await engines();
  const places = new Map<number, number>();
  for (const { lesson } of written) {
    const { options, truth } = taskOf(all, lesson);
    const place = options.findIndex(({ key }) => key === truth);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  for (const times of places.values()) expect(times).toBeLessThan(written.length * 0.6);
  expect(places.size).toBeGreaterThanOrEqual(3);
});

test('there is a path for each kind of user, and every lesson is on one', () => {
  expect(paths.map(({ id }) => id)).toEqual(['sellers', 'rights_holders', 'platform_staff']);
  for (const { id, lessons } of paths) {
    expect(lessons.length, id).toBeGreaterThanOrEqual(8);
    expect(new Set(lessons).size, id).toBe(lessons.length);
  }
});

test('the command line gives every lesson the same truth', () => {
  const ledgers = written.filter(({ lesson }) => isLedger(lesson));
  const cases = written.filter(({ lesson }) => !isLedger(lesson));
  const run = (command: string, asked: typeof written, request: (one: Lesson) => object) =>
    native(
      command,
      asked.map(({ lesson }) => JSON.stringify(request(lesson))),
    ).map((line) => JSON.parse(line));
  const simulated = run('simulate', ledgers, (lesson) => {
    const { rulebook, findings, until } = lesson as LedgerLesson;
    return { rulebook, findings, until };
  });
  ledgers.forEach(({ lesson, expect: truth }, at) => {
    const { ask } = lesson as LedgerLesson;
    if (ask.what !== 'appeal') expect(cameOfLedger(simulated[at], ask), lesson.id).toBe(truth);
  });
  const decided = run('decide', cases, (lesson) => {
    const { rulebook, asOf, facts, presume } = lesson as CaseLesson;
    return { rulebook, asOf, facts, presume };
  });
  cases.forEach(({ lesson, expect: truth }, at) => {
    const { ask } = lesson as CaseLesson;
    if (ask.what !== 'saves') expect(cameOfCase(decided[at], ask), lesson.id).toBe(truth);
  });
});

const SOUND = readFileSync(join(LESSONS, 'three-day-window.yaml'), 'utf8');
const SOUND_CASE = readFileSync(join(LESSONS, 'law-forbids.yaml'), 'utf8');

test('what is wrong in a file is named with its place', () => {
  const wrong = (text: string) => {
    try {
      readLesson('one.yaml', text);
    } catch (error) {
      if (error instanceof LessonFileError) return error.message;
    }
    return 'taken';
  };
  expect(wrong(SOUND)).toBe('taken');
  expect(wrong(SOUND.replace(/^vary:/m, 'varies:'))).toContain('one.yaml: /varies: ');
  expect(wrong(SOUND.replace('issued: 2017-04-02', 'issued: 2 April'))).toContain(
    '/findings/1/issued: `"2 April"`',
  );
  expect(wrong(SOUND.replace(/^source:.*$/m, ''))).toContain('/source');
  expect(wrong(SOUND.replace(/^expect:.*$/m, ''))).toContain('/expect');
  expect(wrong(SOUND.replace('what: strikes', 'what: luck'))).toContain('/ask');
  expect(wrong(SOUND.replace(/^ {2}en: On four.*$/m, '  en: ""'))).toContain('/story/en');
  expect(wrong(`${SOUND}\n: [`)).toMatch(/^one\.yaml: /);
});

test('a lesson that the engine cannot set is refused with code, place and both languages', async () => {
  const all = await engines();
  const refused = (text: string) => {
    const task = setTask(all, readLesson('one.yaml', text).lesson);
    if (!isTrouble(task)) return undefined;
    expect(task.message.zh).toMatch(/\p{Script=Han}/u);
    expect(task.message.en).toMatch(/^[a-z\d`]/);
    return [task.code, task.path];
  };
  expect(refused(SOUND)).toBeUndefined();
  expect(
    refused(
      SOUND.replace(
        'id: b, issued: 2017-04-02, tier: information',
        'id: b, issued: 2017-04-02, tier: nothing',
      ),
    ),
  ).toEqual(expect.arrayContaining(['/findings/1/tier']));
  expect(refused(SOUND.replace('what: strikes', 'what: points, of: nobody'))).toEqual([
    'nothing_to_ask',
    '/ask',
  ]);
  expect(refused(SOUND.replace('what: strikes', 'what: appeal'))).toEqual([
    'no_single_answer',
    '/findings',
  ]);
  expect(
    refused(SOUND_CASE.replace('source_owner_relation: independent', 'no_such_fact: true')),
  ).toEqual(expect.arrayContaining(['/facts/no_such_fact']));
  expect(
    refused(
      SOUND_CASE.replace(
        'what: verdict, of: trademark',
        'what: saves, of: trademark, to: infringes',
      ),
    ),
  ).toEqual(['settled_already', '/ask/to']);
  const sure = `${SOUND.split('findings:')[0]}findings:
  - {id: a, issued: 2013-01-02, tier: sale, reversed: true}
ask: {what: closure}
expect: open
source: [taobao-counterfeit/8]
cite: [taobao-counterfeit/8]
teaches: {zh: 无, en: none}
`;
  expect(refused(sure)).toEqual(['too_few_options', '/ask']);
});

test('the lesson in the guide for authors is one', async () => {
  const guide = readFileSync(join(LESSONS, '../../docs/author-a-lesson.md'), 'utf8');
  const [, yaml = ''] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(guide) ?? [];
  const { lesson, expect: expected } = readLesson('guide.yaml', yaml);
  expect(taskOf(await engines(), lesson).truth).toBe(expected);
});

test('editors check lessons by the schema as it is', () => {
  const path = join(LESSONS, 'lesson.schema.json');
  if (process.env.WRITE) writeFileSync(path, lessonSchema());
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(lessonSchema()));
});
