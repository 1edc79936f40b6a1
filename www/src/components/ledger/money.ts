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

/** So many cents of the yuan, or of a currency by its name or, in English, its code. */
function told({ say, description }: View, cents: number): string {
  const sum = numbers[say.lang].format(cents / 100);
  const currency = description.ledger?.currency ?? 'CNY';
  if (currency === 'CNY') return say('money-yuan', { sum });
  const unit = say.lang === 'zh' ? (currencies.of(currency) ?? currency) : currency;
  return say('money-other', { sum, unit });
}

/** A sum as far as it is known: exactly, by its bounds, or as a share of what was not stated. */
export function sum(view: View, { least, most, percent, shareOf }: MoneyEntry): string {
  const { say, law } = view;
  if (least !== null && most !== null) {
    return least === most
      ? told(view, least)
      : say('money-between', { least: told(view, least), most: told(view, most) });
  }
  const share =
    shareOf === null
      ? say('money-open')
      : say('money-share', { percent: percent ?? 0, of: law.say(`amount/${shareOf}/ask`) });
  if (least !== null) return say('money-least', { least: told(view, least), share });
  return most === null ? share : say('money-most', { most: told(view, most), share });
}
