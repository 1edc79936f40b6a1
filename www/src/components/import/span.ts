import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { Seen, Span } from '../../reading/types.ts';

/** Days between which findings are taken over: asked where the file holds too many at once. */
export function importSpan(
  say: Words,
  { count, outside, most }: Seen,
  present: number,
  span: Span,
  change: (span: Span) => void,
): TemplateResult | typeof nothing {
  if (present + count + outside <= most) return nothing;
  const field = (part: 'from' | 'to') => html`<zhengpin-date-field
    lang=${say.lang}
    label=${say(part === 'from' ? 'import-from' : 'import-to')}
    .value=${span[part] ?? null}
    @day=${({ detail }: CustomEvent<string | null>) => {
      const { [part]: _, ...other } = span;
      change(detail === null ? other : { ...other, [part]: detail });
    }}
  ></zhengpin-date-field>`;
  return html`<section class="span">
    <p>${say('span-lead', { most, outside })}</p>
    ${field('from')} ${field('to')}
  </section>`;
}
