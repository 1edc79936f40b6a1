import { html, nothing, type TemplateResult } from 'lit';
import type { MeasureEntry } from '../../engine/types.ts';
import { instantInWords } from '../../i18n/dates.ts';
import { joined, type View } from '../view.ts';

/** Measures, those that run for the same time together. */
export function measureList(view: View, all: MeasureEntry[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<ul class="measures">
    ${together(all).map(
      ([first, codes]) => html`<li>
        <span class="span">${span(view, first)}</span>
        ${joined(view, names(view, codes))}${remarks(view, first)}
      </li>`,
    )}
  </ul>`;
}

/** Measures that begin, end and depend on the same, by the first of them. */
function together(all: MeasureEntry[]): [MeasureEntry, string[]][] {
  const groups = new Map<string, [MeasureEntry, string[]]>();
  for (const measure of all) {
    const { code, ...rest } = measure;
    const key = JSON.stringify(rest);
    groups.set(key, [measure, [...(groups.get(key)?.[1] ?? []), code]]);
  }
  return [...groups.values()];
}

/** What measures are called. */
export function names(view: View, codes: string[]): string[] {
  return codes.map((code) => view.law.say(`measure/${code}/title`));
}

/** From when to when a measure runs. */
export function span({ say }: View, { from, until, replaced }: MeasureEntry): string {
  const begins = instantInWords(from, say.lang);
  const ends = replaced ?? until;
  return ends === null
    ? say('measure-final', { from: begins })
    : say('measure-span', { from: begins, until: instantInWords(ends, say.lang) });
}

/** That a graver measure took the place of one, and which exam has to be passed. */
function remarks({ say }: View, measure: MeasureEntry): TemplateResult | typeof nothing {
  const { replaced, until, exam } = measure;
  const said: string[] = [];
  if (replaced !== null) {
    said.push(
      until === null
        ? say('measure-replaced-final')
        : say('measure-replaced', { until: instantInWords(until, say.lang) }),
    );
  }
  if (exam !== null) {
    const { by, otherwise } = exam;
    said.push(
      by === null
        ? say('measure-exam')
        : otherwise === null
          ? say('measure-exam-by', { by: instantInWords(by, say.lang) })
          : say('measure-exam-otherwise', {
              by: instantInWords(by, say.lang),
              otherwise: instantInWords(otherwise, say.lang),
            }),
    );
  }
  return said.length === 0
    ? nothing
    : html`<span class="remark">${said.join(say('sentence-separator'))}</span>`;
}
