import { html, LitElement, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { live } from 'lit/directives/live.js';
import { dayInWords, dayOf, isoDay, readMoment } from '../i18n/dates.ts';
import { spoken, words } from '../i18n/words.ts';
import { base } from '../styles/base.ts';
import dateField from '../styles/date-field.css?inline';
import { wearAnew } from './sheets.ts';

type Part = 'year' | 'month' | 'day';

const ORDER: Record<'zh' | 'en', Part[]> = {
  zh: ['year', 'month', 'day'],
  en: ['day', 'month', 'year'],
};
const LENGTH: Record<Part, number> = { year: 4, month: 2, day: 2 };
const NAME: Record<Part, string> = { year: 'date-year', month: 'date-month', day: 'date-day' };

/**
 * A calendar day in three fields, in the order of the page's language whatever the browser's
 * locale is. A whole date can be pasted into any of them; the day read is said in words.
 *
 * A line is kept free for what is said to the day, so that nothing moves when it is said.
 *
 * Events: `day` with the day as `2026-01-02` in `detail`, or `null` once the fields are empty;
 * `time` with `09:05` in `detail` where the field is `timed` and the time was pasted with the
 * day.
 */
export class DateField extends LitElement {
  static readonly tag = 'zhengpin-date-field';
  static override styles = [base, unsafeCSS(dateField)];
  static override properties = {
    lang: { reflect: true },
    value: {},
    label: {},
    hint: {},
    trouble: {},
    remark: {},
    quiet: { type: Boolean, reflect: true },
    timed: { type: Boolean },
    parts: { state: true },
    left: { state: true },
    unread: { state: true },
    unused: { state: true },
  };

  declare lang: string;
  /** The day, or nothing. */
  declare value: string | null;
  declare label: string;
  declare hint: string | undefined;
  /** What the owner has to say against the day. */
  declare trouble: string | undefined;
  /** What the owner has to say to the day, without anything being wrong with it. */
  declare remark: string | undefined;
  /** Whether the owner takes a time of day, too. */
  declare timed: boolean;
  /** Shows no echo of a valid day, because the owner says it in words already. */
  declare quiet: boolean;
  declare private parts: Record<Part, string>;
  /** Whether the user has gone on, so that an unfinished date may be called one. */
  declare private left: boolean;
  /** Whether a text that was put in at once names no day. */
  declare private unread: boolean;
  /** The time of day that it names and nobody takes. */
  declare private unused: string | undefined;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  constructor() {
    super();
    this.value = null;
    this.label = '';
    this.quiet = false;
    this.timed = false;
    this.unread = false;
    this.parts = { year: '', month: '', day: '' };
    this.left = false;
  }

  /** Called by the browser once the element stands in another document. */
  adoptedCallback(): void {
    wearAnew(this);
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (changes.has('value') && this.value !== this.read()) {
      this.unread = false;
      this.unused = undefined;
      const { year, month, day } = this.value ? dayOf(this.value) : {};
      this.parts = { year: `${year ?? ''}`, month: `${month ?? ''}`, day: `${day ?? ''}` };
      this.left = false;
    }
  }

  /** The day the fields hold: nothing while they are empty or name no day. */
  private read(): string | null {
    const { year, month, day } = this.parts;
    if (!/^\d{4}$/.test(year)) return null;
    return isoDay({ year: +year, month: +month, day: +day }) ?? null;
  }

  private get empty(): boolean {
    return Object.values(this.parts).every((part) => part === '');
  }

  private take(parts: Record<Part, string>): void {
    this.parts = parts;
    const day = this.read();
    if (day === null && !this.empty) return;
    this.value = day;
    this.dispatchEvent(new CustomEvent('day', { detail: day, bubbles: true, composed: true }));
  }

  private readonly typed = (event: InputEvent): void => {
    const field = event.target as HTMLInputElement;
    const part = field.name as Part;
    const text = field.value.normalize('NFKC');
    const digits = text.replace(/\D/g, '');
    // A text that was put in at once, by dragging or by a tool, is read whole or not at all.
    const atOnce = (event.data ?? text).length > 1;
    if (atOnce && (digits !== text.trim() || digits.length > LENGTH[part])) {
      field.value = this.parts[part];
      this.takeText(text);
      return;
    }
    this.unread = false;
    this.unused = undefined;
    field.value = digits.slice(0, LENGTH[part]);
    this.take({ ...this.parts, [part]: field.value });
  };

  private readonly pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text').normalize('NFKC').trim() ?? '';
    const { name } = event.composedPath()[0] as HTMLInputElement;
    if (/^\d+$/.test(text) && text.length <= (LENGTH[name as Part] ?? 0)) return;
    event.preventDefault();
    this.takeText(text);
  };

  /** Takes a day written out, with its time where the owner takes one; says what it cannot take. */
  private takeText(text: string): void {
    const moment = readMoment(text);
    this.unread = moment === undefined;
    if (!moment) return;
    const { year, month, day } = dayOf(moment.day);
    const { time } = moment;
    this.unused = this.timed ? undefined : time;
    this.take({ year: `${year}`, month: `${month}`, day: `${day}` });
    if (time === undefined || !this.timed) return;
    this.dispatchEvent(new CustomEvent('time', { detail: time, bubbles: true, composed: true }));
  }

  private readonly leave = (event: FocusEvent): void => {
    if (!this.shadowRoot?.contains(event.relatedTarget as Node | null)) this.left = true;
  };

  protected override render(): TemplateResult {
    const lang = spoken(this.lang);
    const say = words(lang);
    const day = this.read();
    const unfinished = this.left && day === null && !this.empty;
    const wrong =
      this.trouble ?? (this.unread ? say('date-unread') : unfinished ? say('date-wrong') : '');
    const echo = wrong
      ? []
      : [
          day && !this.quiet ? dayInWords(day, lang) : '',
          this.unused ? say('date-without-time', { time: this.unused }) : '',
          this.remark ?? '',
        ].filter(Boolean);
    return html`<fieldset
      lang=${lang === 'zh' ? 'zh-CN' : 'en'}
      aria-describedby="hint echo wrong"
      @paste=${this.pasted}
      @focusout=${this.leave}
    >
      <legend>${this.label}</legend>
      <p class="hint" id="hint">${this.hint ?? ''}</p>
      <div class="parts">
        ${ORDER[lang].map(
          (part) => html`<label>
            <input
              name=${part}
              inputmode="numeric"
              autocomplete="off"
              maxlength="40"
              class=${part}
              aria-invalid=${wrong ? 'true' : 'false'}
              .value=${live(this.parts[part])}
              @input=${this.typed}
            /><span>${say(NAME[part])}</span></label
          >`,
        )}
        <div class="line">
          <output class="echo" id="echo">${echo.join(' · ')}</output>
          <p class="wrong" id="wrong">${wrong}</p>
        </div>
      </div>
    </fieldset>`;
  }
}
