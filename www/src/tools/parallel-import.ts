import texts from 'virtual:engine-texts/cn/parallel-import';
import openings from 'virtual:opening/cn/parallel-import';
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../components/view.ts';
import { describeOnce } from '../engine/describe-once.ts';
import { type IssueAnswer, isFailure } from '../engine/types.ts';
import { knownFacts } from '../state/answers.ts';
import { handOver } from '../state/handover.ts';
import { PLACES } from '../state/places.ts';
import { CaseTool } from './case-tool.ts';

/**
 * `<zhengpin-parallel-import>`: may these genuine goods be sold, under the platform's rule
 * and under each law, side by side.
 *
 * Attribute: `abroad`, the page that shows `<zhengpin-abroad>`, to which the trademark question
 * then leads with the answers that count there, too.
 */
export class ZhengpinParallelImport extends CaseTool {
  static readonly tag = 'zhengpin-parallel-import';
  static override properties = { abroad: {} };

  declare abroad: string | undefined;
  /** Whether the engine has the rules of the places abroad. */
  private placed = false;
  protected readonly key = 'parallel-import';
  protected readonly rulebook = 'cn/parallel-import';
  protected readonly texts = [texts];
  protected override readonly openings = openings;
  protected readonly together = true;

  protected override renderBeside(
    view: View,
    { issue }: IssueAnswer,
  ): TemplateResult | typeof nothing {
    if (this.abroad === undefined || issue !== 'trademark') return nothing;
    return html`<p class="next">
      <a href=${this.abroad + location.search} data-abroad @click=${this.carry}>${view.say('parallel-import-to-abroad')}</a>
    </p>`;
  }

  protected override fetchLater(): void {
    super.fetchLater();
    if (this.abroad !== undefined) void this.fetchPlaces().catch(() => {});
  }

  /** Hands the engine the rules of the places abroad; no word of them is said here. */
  private async fetchPlaces(): Promise<void> {
    const { places } = await import('../lazy/places.ts');
    await this.load({ texts: places, langs: [], base: this.files });
    this.placed = true;
  }

  /** Goes abroad with the answers to what is asked there in the same words. */
  private readonly carry = (event: MouseEvent): void => {
    if (this.placed) {
      this.layReady();
      return;
    }
    // Another tab would begin before they are laid ready, so it begins without them.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { href } = event.currentTarget as HTMLAnchorElement;
    void this.fetchPlaces()
      .then(
        () => this.layReady(),
        () => {},
      )
      .then(() => location.assign(href));
  };

  private layReady(): void {
    const { engine, day: asOf, answers } = this;
    const described = engine ? PLACES.map((place) => describeOnce(engine, place, asOf)) : [];
    const facts = described.flatMap((told) => (isFailure(told) ? [] : told.facts));
    const known = knownFacts(answers, facts);
    if (Object.keys(known).length > 0) handOver('abroad', { facts: known, fields: {}, asOf });
  }
}
