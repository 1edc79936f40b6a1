import openings from 'virtual:ahead';
import { openingOf } from '../engine/opening.ts';
import { today } from '../i18n/dates.ts';
import { spoken } from '../i18n/langs.ts';
import { beginsEmpty } from '../state/begins.ts';

/**
 * Has the browser fetch what a tool shows at first, while its modules are still on their way: in
 * the language that the address names, on the law of today. Where something is kept or linked, the
 * tool waits for the engine, and needs none of this.
 *
 * The script that this becomes names the tool in `data-tool`.
 */
function fetchAhead(): void {
  const tool = document.currentScript?.dataset.tool;
  const owner = { entry: tool ?? '', fragment: undefined, storage: undefined };
  const own = tool && beginsEmpty(owner, tool) ? openingOf(openings, today()) : undefined;
  if (!own) return;
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = '';
  const lang = spoken(new URLSearchParams(location.search).get('lang'));
  link.href = `./assets/${own.files[lang]}`;
  document.head.append(link);
}

fetchAhead();
