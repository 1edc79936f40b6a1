import texts from 'virtual:engine-texts/taobao/findings';
import openings from 'virtual:opening/taobao/findings';
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../components/view.ts';
import type { IssueAnswer } from '../engine/types.ts';
import { CaseTool } from './case-tool.ts';

type OnwardPart = typeof import('../lazy/onward.ts');

/** The issue whose verdicts are the tiers of the ledger. */
const TIER = 'tier';

/** The issues from which a counter-notice is the next step. */
const BEFORE_NOTICE = ['appeal', 'statement'];

/**
 * `<zhengpin-appeal>`: what a finding on Taobao is, who makes it and what has to be disclosed,
 * and how and until when it can be appealed.
 *
 * Attributes: `penalties`, the page that shows `<zhengpin-penalties>`, to which the tier then
 * links; `complaint`, the one that shows `<zhengpin-complaint>`, to which the appeal then leads on
 * with what was said that is the same in a counter-notice.
 */
export class ZhengpinAppeal extends CaseTool {
  static readonly tag = 'zhengpin-appeal';
  static override properties = { ...CaseTool.properties, penalties: {}, complaint: {} };

  declare penalties: string | undefined;
  declare complaint: string | undefined;

  protected readonly key = 'appeal';
  protected readonly rulebook = 'taobao/findings';
  protected readonly texts = [texts];
  protected override readonly openings = openings;
  protected readonly together = false;

  private onward: OnwardPart | undefined;

  protected override fetchLater(): void {
    super.fetchLater();
    void this.fetchOnward();
  }

  private async fetchOnward(): Promise<void> {
    if (this.complaint === undefined) return;
    this.onward = await import('../lazy/onward.ts').catch(() => undefined);
    this.requestUpdate();
  }

  protected override renderBeside(
    view: View,
    { issue, settled }: IssueAnswer,
  ): TemplateResult | typeof nothing {
    if (BEFORE_NOTICE.includes(issue)) return this.renderOnward(view);
    if (issue !== TIER || !settled || !this.penalties) return nothing;
    return html`<p class="onward">
      <a href=${`${this.penalties}${location.search}`}>${view.say('appeal-to-penalties')}</a>
    </p>`;
  }

  /** The way on to the counter-notice, once what carries over is there. */
  private renderOnward({ say }: View): TemplateResult | typeof nothing {
    const { complaint, onward } = this;
    if (complaint === undefined || !onward) return nothing;
    return html`<p class="onward">
      <a
        href=${complaint + location.search}
        data-counter-notice
        @click=${() => {
          const said = onward.partOf({ state: this.snapshot(), drafts: this.drafts() });
          onward.handOver('complaint', onward.toCounterNotice(said, say.lang));
        }}
      >${say('appeal-to-counter-notice')}</a>
    </p>`;
  }
}
