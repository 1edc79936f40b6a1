import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import type { Lang } from '../src/engine/types.ts';
import { written } from '../src/search/corpus.ts';
import type { Both, Place } from '../src/search/types.ts';
import { courseOf } from './lesson-files.ts';
import { messages } from './pages.ts';
import { inARow, placesOf } from './places.ts';
import { TOOLS } from './tools.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ID = /^virtual:search\/(zh|en)$/;

/** The tools, by what their pages are headed by. */
function tools(): Place<Both>[] {
  const said = { zh: messages('zh'), en: messages('en') };
  const both = (id: string): Both => ({ zh: said.zh(id), en: said.en(id) });
  return TOOLS.map(({ name, says }) => ({
    kind: 'tool',
    page: `${name}.html`,
    id: name,
    within: { zh: '', en: '' },
    title: both(`nav-${name}`),
    text: joined(both(`${says}-heading`), both(`${says}-lead`), both(`start-${name}`)),
  }));
}

/**
 * The lessons, each by its title and what happened in it; what it teaches would give the answer
 * away.
 */
export function lessonPlaces(): Place<Both>[] {
  const { paths, lessons } = courseOf();
  return lessons.map(({ id, title, story }) => ({
    kind: 'lesson',
    page: `lessons.html#lesson=${id}`,
    id,
    within: paths.find((path) => path.lessons.includes(id))?.title ?? { zh: '', en: '' },
    title,
    text: story,
  }));
}

/** Several texts as one. */
function joined(...texts: Both[]): Both {
  const of = (lang: Lang) => inARow(texts.map((text) => text[lang]));
  return { zh: of('zh'), en: of('en') };
}

/**
 * Serves `virtual:search/zh` and its like: the name of a file with everything that can be found
 * in a language, and the hash that the browser checks on loading it.
 */
export function search(): Plugin {
  let serving = false;
  let places: Place<Both>[] | undefined;
  return {
    name: 'zhengpin-search',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (ID.test(id) ? `\0${id}` : undefined),
    load(id) {
      const lang = ID.exec(id.slice(1))?.[1] as Lang | undefined;
      if (lang === undefined) return undefined;
      places ??= [...tools(), ...placesOf(at('../reference')), ...lessonPlaces()];
      const alike = parse(readFileSync(at('../messages/alike.yaml'), 'utf8'))[lang];
      const spoken = places.map(({ within, title, text, ...place }) => ({
        ...place,
        within: within[lang],
        title: title[lang],
        text: text[lang],
      }));
      const source = JSON.stringify(written(spoken, alike));
      const told = (file: string, integrity: string) =>
        `export default ${JSON.stringify({ file, integrity })};`;
      if (serving) return told(`data:application/json,${encodeURIComponent(source)}`, '');
      const digest = createHash('sha384').update(source).digest();
      const fileName = `assets/search-${lang}-${digest.toString('hex').slice(0, 8)}.json`;
      this.emitFile({ type: 'asset', fileName, source });
      return told(basename(fileName), `sha384-${digest.toString('base64')}`);
    },
  };
}
