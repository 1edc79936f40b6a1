import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  array,
  boolean,
  exactOptional,
  type GenericSchema,
  type InferOutput,
  integer,
  literal,
  looseObject,
  minLength,
  minValue,
  number,
  picklist,
  pipe,
  record,
  regex,
  safeParse,
  strictObject,
  string,
  union,
} from 'valibot';
import { parseDocument } from 'yaml';
import type { Course, Lesson, Path } from '../src/lessons/types.ts';

/** The lessons, a file each, and the paths through them. */
export const LESSONS = fileURLToPath(new URL('../lessons/', import.meta.url));

const PATHS = 'paths.yaml';

const text = pipe(string(), regex(/\S/));
const bilingual = strictObject({ zh: text, en: text });
const day = pipe(string(), regex(/^\d{4}-\d{2}-\d{2}$/));
const texts = pipe(array(text), minLength(1));
const value = union([boolean(), number(), string(), array(string())]);
const finding = looseObject({
  id: text,
  issued: pipe(string(), regex(/^\d{4}-\d{2}-\d{2}(T.+)?$/)),
  tier: text,
  items: exactOptional(pipe(number(), integer(), minValue(1))),
});

/** What every lesson says, beside its scenario and its question. */
const said = {
  title: bilingual,
  story: bilingual,
  teaches: bilingual,
  rulebook: text,
  cite: texts,
  /** Where the expectation comes from: provisions, decided cases, points of `docs/law`. */
  source: texts,
  /** What the source does not say by itself, such as `by analogy`. */
  read: exactOptional(text),
  vary: exactOptional(texts),
  /** What has to come out, by the source and not by the engine. */
  expect: union([text, number()]),
};

const of = text;

export const LEDGER_LESSON = strictObject({
  ...said,
  findings: pipe(array(finding), minLength(1)),
  until: exactOptional(day),
  amounts: exactOptional(record(string(), number())),
  ask: union([
    strictObject({ what: literal('points'), of }),
    strictObject({ what: picklist(['balance', 'strikes', 'closure', 'appeal']) }),
    strictObject({ what: literal('ends'), of, measure: text }),
  ]),
});

export const CASE_LESSON = strictObject({
  ...said,
  as_of: day,
  facts: record(string(), value),
  presume: exactOptional(boolean()),
  ask: union([
    strictObject({ what: picklist(['verdict', 'due']), of }),
    strictObject({ what: literal('saves'), of, to: exactOptional(text) }),
  ]),
});

export const PATHS_FILE = strictObject({
  paths: pipe(
    array(strictObject({ id: text, title: bilingual, says: bilingual, lessons: texts })),
    minLength(1),
  ),
});

/** A lesson as its file has it: what the pages show, and what only the tests read. */
export interface Written {
  lesson: Lesson;
  /** What has to come out, by the source. */
  expect: string;
  source: string[];
}

/** Something wrong with a file of lessons. */
export class LessonFileError extends Error {}

/** Reads every lesson and the paths; fails with the file, the place and what was expected. */
export function readLessons(folder = LESSONS): { written: Written[]; paths: Path[] } {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== PATHS);
  const written = files
    .sort()
    .map((name) => readLesson(name, readFileSync(join(folder, name), 'utf8')));
  const { paths } = parsed(PATHS, readFileSync(join(folder, PATHS), 'utf8'), PATHS_FILE);
  const known = written.map(({ lesson }) => lesson.id);
  const walked = paths.flatMap(({ lessons }) => lessons);
  for (const id of walked) {
    if (!known.includes(id)) throw new LessonFileError(`${PATHS}: /paths: no lesson \`${id}\``);
  }
  for (const id of known) {
    if (!walked.includes(id)) throw new LessonFileError(`${PATHS}: /paths: no path has \`${id}\``);
  }
  return { written, paths };
}

/** Reads one lesson from the text of its file. */
export function readLesson(name: string, yaml: string): Written {
  const id = basename(name, '.yaml');
  const isLedger = /^findings:/m.test(yaml);
  if (isLedger) {
    const { expect, source, read: _, ...lesson } = parsed(name, yaml, LEDGER_LESSON);
    return { lesson: { id, ...lesson } as Lesson, expect: `${expect}`, source };
  }
  const { expect, source, read: _, as_of: asOf, ...lesson } = parsed(name, yaml, CASE_LESSON);
  return { lesson: { id, asOf, ...lesson } as Lesson, expect: `${expect}`, source };
}

/** What a file holds, in its form. */
function parsed<Schema extends GenericSchema>(
  name: string,
  yaml: string,
  schema: Schema,
): InferOutput<Schema> {
  const document = parseDocument(yaml);
  const [broken] = document.errors;
  if (broken) throw new LessonFileError(`${name}: ${broken.message}`);
  const { success, output, issues } = safeParse(schema, document.toJS());
  if (success) return output;
  const told = issues.map(({ path = [], expected, received }) => {
    const place = path.map(({ key }) => `/${String(key)}`).join('') || '/';
    return `${name}: ${place}: \`${received}\`, expected ${expected ?? 'another form'}`;
  });
  throw new LessonFileError(told.join('\n'));
}

/** What the pages load, in the order of the paths: without what the tests alone read. */
export function courseOf(folder = LESSONS): Course {
  const { written, paths } = readLessons(folder);
  const walked = [...new Set(paths.flatMap(({ lessons }) => lessons))];
  const all = written.map(({ lesson }) => lesson);
  return { paths, lessons: walked.flatMap((id) => all.filter((lesson) => lesson.id === id)) };
}
