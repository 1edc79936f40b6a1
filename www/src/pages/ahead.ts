import openings from 'virtual:ahead';
import { openingOf } from '../engine/opening.ts';
import { today } from '../i18n/dates.ts';
import { spoken } from '../i18n/langs.ts';
import { beginsEmpty } from '../state/begins.ts';

/** Has the browser fetch a file that stands beside the modules. */
function fetchAhead(file: string, priority: 'high' | 'low'): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = '';
  link.fetchPriority = priority;
  link.href = `./assets/${file}`;
  document.head.append(link);
}

/** Does something once the page can be seen. */
function whenPainted(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}

/**
 * Has the browser fetch, while the modules of a page are still on their way, what its tool shows at
 * first, in the language that the address names, on the law of today; and then its engine, the
 * largest file of all, which gives way to what can be seen and read. Where something is kept or
 * linked, the tool waits for the engine, and shows nothing before.
 *
 * The script that this becomes names the tool in `data-tool`, and the files of its engine in
 * `data-engine`, with spaces between.
 */
function ahead({ tool, engine = '' }: DOMStringMap): void {
  // Once there is such an element, it fetches all of this by itself.
  const late = () => customElements.get(`zhengpin-${tool}`) !== undefined;
  if (!tool || late()) return;
  const owner = { entry: tool, fragment: undefined, storage: undefined };
  const opening = beginsEmpty(owner, tool) ? openingOf(openings, today()) : undefined;
  const lang = spoken(new URLSearchParams(location.search).get('lang'));
  if (opening) fetchAhead(opening.files[lang], 'high');
  whenPainted(() => {
    if (late()) return;
    for (const file of engine.split(' ').filter(Boolean)) fetchAhead(file, 'low');
  });
}

ahead(document.currentScript?.dataset ?? {});
