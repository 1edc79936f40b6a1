import { html, nothing, type TemplateResult } from 'lit';
import type { MoneyEntry } from '../../engine/types.ts';
import type { View } from '../view.ts';

const numbers = {
  zh: new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 0, maximumFractionDigits: 2 }),
};

/** What a finding costs in money. */
export function moneyList(view: View, all: MoneyEntry[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<ul class="money">
    ${all.map(
      (one) => html`<li>
        <span class="span">${sum(view, one)}</span>
        ${view.law.say(`charge/${one.charge}/title`)}
      </li>`,
    )}
  </ul>`;
}

const currencies = new Intl.DisplayNames('zh-CN', { type: 'currency' });

/** What sums are counted in: the unit of the yuan, or a currency by its name or, in English, code. */
function unit({ say, description }: View): string {
  const currency = description.ledger?.currency ?? 'CNY';
  if (currency === 'CNY') return say('money-yuan');
  return say.lang === 'zh' ? (currencies.of(currency) ?? currency) : currency;
}

/** A sum as far as it is known: exactly, by its bounds, or as a share of what was not stated. */
export function sum(view: View, { least, most, percent, shareOf }: MoneyEntry): string {
  const { law } = view;
  const told = (cents: number) => numbers[view.say.lang].format(cents / 100);
  const say = (id: string, values: Record<string, string | number> = {}) =>
    view.say(id, { ...values, unit: unit(view) });
  if (least !== null && most !== null) {
    return least === most
      ? say('money', { sum: told(least) })
      : say('money-between', { least: told(least), most: told(most) });
  }
  const share =
    shareOf === null
      ? say('money-open')
      : say('money-share', { percent: percent ?? 0, of: law.say(`amount/${shareOf}/ask`) });
  if (least !== null) return say('money-least', { least: told(least), share });
  return most === null ? share : say('money-most', { most: told(most), share });
}
