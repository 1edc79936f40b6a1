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

  /** Lays ready the answers to what is asked abroad in the same words. */
  private readonly carry = (): void => {
    const { engine, day: asOf, answers } = this;
    const described = engine ? PLACES.map((place) => describeOnce(engine, place, asOf)) : [];
    const facts = described.flatMap((told) => (isFailure(told) ? [] : told.facts));
    const known = knownFacts(answers, facts);
    if (Object.keys(known).length > 0) handOver('abroad', { facts: known, fields: {}, asOf });
  };
}
