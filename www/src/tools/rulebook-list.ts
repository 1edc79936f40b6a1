import titles from 'virtual:engine-texts/titles';
import {
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import { confidenceInWords } from '../components/citation.ts';
import { rulebookPage } from '../components/reference.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { type ComparingEngine, loadComparing } from '../engine/comparing.ts';
import { describeOnce } from '../engine/describe-once.ts';
import { type Confidence, isFailure, type Lang, type Listed } from '../engine/types.ts';
import { dayInWords } from '../i18n/dates.ts';
import { otherLang } from '../i18n/langs.ts';
import { spoken, type Words, words } from '../i18n/words.ts';
import { breathe, seen } from '../state/breathe.ts';
import { base } from '../styles/base.ts';
import list from '../styles/list.css?inline';
import { whenIdle } from './when-idle.ts';

const LEVELS: Confidence[] = ['high', 'medium', 'low'];

/**
 * `<zhengpin-rulebooks>`: which rules are encoded, as of which day, and how well attested.
 *
 * Attributes: `lang` (zh or en), `reference` (the folder with the pages of the reference).
 */
export class RulebookList extends LitElement {
  static readonly tag = 'zhengpin-rulebooks';
  static override styles = [base, unsafeCSS(list)];
  static override properties = {
    lang: { reflect: true },
    reference: {},
    engine: { state: true },
    voice: { state: true },
  };

  declare lang: string;
  declare reference: string | undefined;
  declare private engine: ComparingEngine | undefined;
  /** The language of which the titles are there. */
  declare private voice: Lang | undefined;

  protected override updated(changes: PropertyValues): void {
    if (changes.has('lang')) void this.load(spoken(this.lang));
  }

  private async load(lang: Lang): Promise<void> {
    try {
      // It stands at the foot of the page, and gives way to what is read first.
      await seen();
      const engine = await loadComparing({ texts: [titles], langs: [lang] });
      await this.describeAll(engine);
      this.engine = engine;
      if (spoken(this.lang) === lang) this.voice = lang;
      whenIdle(
        () =>
          void loadComparing({ texts: [titles], langs: [otherLang(lang)] }).catch(() => undefined),
      );
    } catch {
      // The page says beside this list what it would hold; the tools say why it is missing.
    }
  }

  /** Has every rulebook described before any is shown, in pieces between which the page is heard. */
  private async describeAll(engine: ComparingEngine): Promise<void> {
    const listed = engine.list();
    for (const { rulebook } of isFailure(listed) ? [] : listed.rulebooks) {
      await breathe();
      describeOnce(engine, rulebook);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.engine || !this.voice) return nothing;
    const listed = this.engine.list();
    const say = words(this.voice);
    if (isFailure(listed)) return troubles(say, listed);
    return html`<ul class="rulebooks" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'}>
      ${listed.rulebooks.map((one) => this.renderOne(say, one))}
    </ul>`;
  }

  private renderOne(
    say: Words,
    { rulebook, asOf, versions }: Listed,
  ): TemplateResult | typeof nothing {
    if (!this.engine) return nothing;
    const description = describeOnce(this.engine, rulebook);
    if (isFailure(description)) {
      return html`<li>${troubles(say, description)}</li>`;
    }
    const view = makeView(description, {}, say, true, this.reference);
    const page = rulebookPage(view);
    const title = view.law.say('title');
    const day = (iso: string | undefined) => (iso ? dayInWords(iso, view.say.lang) : '');
    return html`<li>
      <h3>${page === undefined ? title : html`<a href=${page}>${title}</a>`}</h3>
      <p>${view.law.say('summary')}</p>
      <p class="quiet">
        ${view.say('rulebook-as-of', { day: day(asOf), count: versions.length, last: day(versions.at(-1)) })}
      </p>
      <p class="quiet">${this.renderConfidence(view)}</p>
    </li>`;
  }

  private renderConfidence(view: View): string {
    const { provisions, cases, gaps } = view.description;
    const levels = LEVELS.map((level) => ({
      level: confidenceInWords(view, level),
      count: provisions.filter(({ confidence }) => confidence === level).length,
    })).filter(({ count }) => count > 0);
    return [
      ...levels.map(({ level, count }) => view.say('rulebook-provisions', { level, count })),
      ...(cases.length > 0 ? [view.say('rulebook-cases', { count: cases.length })] : []),
      ...(gaps.length > 0 ? [view.say('rulebook-gaps', { count: gaps.length })] : []),
    ].join(view.say('list-separator'));
  }
}
