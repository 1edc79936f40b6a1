import { html, LitElement, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { live } from 'lit/directives/live.js';
import { dayInWords, dayOf, isoDay, readDay } from '../i18n/dates.ts';
import { spoken, words } from '../i18n/words.ts';
import { base } from '../styles/base.ts';
import dateField from '../styles/date-field.css?inline';

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
 * Event: `day` with the day as `2026-01-02` in `detail`, or `null` once the fields are empty.
 */
export class DateField extends LitElement {
  static override styles = [base, unsafeCSS(dateField)];
  static override properties = {
    lang: { reflect: true },
    value: {},
    label: {},
    hint: {},
    trouble: {},
    quiet: { type: Boolean, reflect: true },
    parts: { state: true },
    left: { state: true },
  };

  declare lang: string;
  /** The day, or nothing. */
  declare value: string | null;
  declare label: string;
  declare hint: string | undefined;
  /** What the owner has to say against the day. */
  declare trouble: string | undefined;
  /** Shows no echo of a valid day, because the owner says it in words already. */
  declare quiet: boolean;
  declare private parts: Record<Part, string>;
  /** Whether the user has gone on, so that an unfinished date may be called one. */
  declare private left: boolean;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  constructor() {
    super();
    this.value = null;
    this.label = '';
    this.quiet = false;
    this.parts = { year: '', month: '', day: '' };
    this.left = false;
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (changes.has('value') && this.value !== this.read()) {
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
    const digits = field.value.normalize('NFKC').replace(/\D/g, '').slice(0, LENGTH[part]);
    field.value = digits;
    this.take({ ...this.parts, [part]: digits });
  };

  private readonly pasted = (event: ClipboardEvent): void => {
    const day = readDay(event.clipboardData?.getData('text') ?? '');
    if (!day) return;
    event.preventDefault();
    const { year, month, day: date } = dayOf(day);
    this.take({ year: `${year}`, month: `${month}`, day: `${date}` });
  };

  private readonly leave = (event: FocusEvent): void => {
    if (!this.shadowRoot?.contains(event.relatedTarget as Node | null)) this.left = true;
  };

  protected override render(): TemplateResult {
    const lang = spoken(this.lang);
    const say = words(lang);
    const day = this.read();
    const wrong =
      this.trouble ?? (this.left && day === null && !this.empty ? say('date-wrong') : '');
    const echo = day && !this.quiet ? dayInWords(day, lang) : '';
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
              maxlength="12"
              class=${part}
              aria-invalid=${wrong ? 'true' : 'false'}
              .value=${live(this.parts[part])}
              @input=${this.typed}
            /><span>${say(NAME[part])}</span></label
          >`,
        )}
        <output class="echo" id="echo">${echo}</output>
      </div>
      <p class="wrong" id="wrong">${wrong}</p>
    </fieldset>`;
  }
}
