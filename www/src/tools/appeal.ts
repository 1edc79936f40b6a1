import texts from 'virtual:engine-texts/taobao/findings';
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../components/view.ts';
import type { IssueAnswer } from '../engine/types.ts';
import { CaseTool } from './case-tool.ts';

/** The issue whose verdicts are the tiers of the ledger. */
const TIER = 'tier';

/**
 * `<zhengpin-appeal>`: what a finding on Taobao is, who makes it and what has to be disclosed,
 * and how and until when it can be appealed.
 *
 * Attribute: `penalties`, the page that shows `<zhengpin-penalties>`, to which the tier then
 * links.
 */
export class ZhengpinAppeal extends CaseTool {
  static readonly tag = 'zhengpin-appeal';
  static override properties = { ...CaseTool.properties, penalties: {} };

  declare penalties: string | undefined;

  protected readonly key = 'appeal';
  protected readonly rulebook = 'taobao/findings';
  protected readonly texts = [texts];
  protected readonly together = false;

  protected override renderBeside(
    view: View,
    { issue, settled }: IssueAnswer,
  ): TemplateResult | typeof nothing {
    if (issue !== TIER || !settled || !this.penalties) return nothing;
    return html`<p class="onward">
      <a href=${`${this.penalties}${location.search}`}>${view.say('appeal-to-penalties')}</a>
    </p>`;
  }
}
