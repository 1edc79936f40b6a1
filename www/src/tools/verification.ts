import texts from 'virtual:engine-texts/cn/complaint';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { asOfLine } from '../components/decision/as-of.ts';
import { aboutRules } from '../components/sources.ts';
import { troubles } from '../components/troubles.ts';
import type { SellersPart } from '../components/verification/sellers-part.ts';
import { makeView, type View } from '../components/view.ts';
import { type DecidingEngine, loadDeciding } from '../engine/deciding.ts';
import { describeOnce } from '../engine/describe-once.ts';
import type { Loader } from '../engine/load.ts';
import { type Description, type Failure, isFailure } from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import { type FactsExample, loadFactsExamples } from '../state/example.ts';
import { handOver } from '../state/handover.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { VerificationShown } from '../state/shown.ts';
import type { VerificationState } from '../state/states.ts';
import { tool } from '../styles/tool.ts';
import { ToolElement } from './tool-element.ts';

type Part = typeof import('../lazy/sellers.ts');

/** The example that has the facts of the judgment. */
const JUDGMENT = 'deregistered-shop';

/** The rulebook that the deadline and the judgment stand in. */
const RULEBOOK = 'cn/complaint';

/** So many days ahead a seller counts as nearly due, unless the user says otherwise. */
const WITHIN = { usual: 30, least: 0, most: 366 };

/**
 * `<zhengpin-verification>`: which sellers of a list have to be verified again, and by when.
 * The list is read in a worker, goes nowhere and is kept nowhere.
 *
 * Attributes: `complaint`, the page that shows `<zhengpin-complaint>`, to which the facts of the
 * judgment are taken.
 */
export class ZhengpinVerification extends ToolElement<VerificationState, DecidingEngine> {
  static readonly tag = 'zhengpin-verification';
  static override styles = tool;
  static override properties = {
    complaint: {},
    day: { state: true },
    within: { state: true },
    parts: { state: true },
  };

  declare complaint: string | undefined;
  /** The day as of which is asked; today, if nothing. */
  declare private day: string | undefined;
  declare private within: number;
  declare private parts: Part | undefined;
  private judged: FactsExample | undefined;

  protected readonly key = 'verification';
  protected readonly texts = [texts];
  protected override readonly load: Loader<DecidingEngine> = async (wanted) => {
    const [engine] = await Promise.all([loadDeciding(wanted), this.fetchPart()]);
    return engine;
  };
  protected readonly reads = ({ verification, noDrafts }: Readers) => ({
    state: verification,
    drafts: noDrafts,
  });
  private sellers: SellersPart | undefined;
  /** What the engine has against the day asked for. */
  private refused: Failure | undefined;

  constructor() {
    super();
    this.within = WITHIN.usual;
  }

  private get asOf(): string {
    return this.day ?? today();
  }

  protected snapshot(): VerificationState | undefined {
    const state: VerificationState = {};
    if (this.day !== undefined) state.asOf = this.day;
    if (this.within !== WITHIN.usual) state.within = this.within;
    return Object.keys(state).length === 0 ? undefined : state;
  }

  protected restore({ asOf, within = WITHIN.usual }: VerificationState): number {
    this.day = asOf;
    const fits = Number.isInteger(within) && WITHIN.least <= within && within <= WITHIN.most;
    this.within = fits ? within : WITHIN.usual;
    return fits ? 0 : 1;
  }

  /** Where the list stands, in numbers: no seller is named. */
  protected get answerShown(): VerificationShown | Failure | undefined {
    const { asOf, within, refused, sellers } = this;
    const described = refused ?? this.describe();
    if (!described || isFailure(described)) return described;
    const { rulebook, version } = described;
    const { blocked, counts, lapsed, again, all, refusedCount } = sellers?.seen ?? {};
    return { rulebook, asOf, version, within, blocked, counts, lapsed, again, all, refusedCount };
  }

  protected clear(): void {
    this.day = undefined;
    this.within = WITHIN.usual;
    this.sellers?.leave();
  }

  private async fetchPart(): Promise<void> {
    const [part, examples] = await Promise.all([
      import('../lazy/sellers.ts').catch(() => undefined),
      loadFactsExamples().catch(() => []),
    ]);
    if (!part || this.parts) return;
    this.judged = examples.find(({ id }) => id === JUDGMENT);
    this.adopt(part.css);
    const asking = () =>
      this.engine && {
        engine: this.engine,
        base: this.files,
        asOf: this.asOf,
        within: this.within,
        announce: (text: string) => this.announce(text),
      };
    this.sellers = new part.SellersPart(this, asking, () => this.view(), part.loadCalendar);
    this.parts = part;
  }

  /** What is known of the rules on the day; the refusal, where there are none. */
  private describe(): Description | Failure | undefined {
    return this.engine && describeOnce(this.engine, RULEBOOK, this.asOf);
  }

  private view(): View | undefined {
    const told = this.describe();
    if (!told || isFailure(told)) return undefined;
    return makeView(told, {}, this.words, this.wide, this.reference);
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    const asked = ['day', 'within'].some((name) => changes.has(name));
    // Also while the list is read for the first time: what is shown is never of what was asked before.
    if (asked) void this.sellers?.look();
  }

  private readonly chooseDay = (day: string | null): void => {
    const next = day === null || day === today() ? undefined : day;
    const told = this.engine && describeOnce(this.engine, RULEBOOK, next ?? today());
    this.refused = told && isFailure(told) ? told : undefined;
    if (this.refused) this.requestUpdate();
    else {
      this.day = next;
      this.changed();
    }
  };

  protected renderTool(): TemplateResult {
    const { parts: part, sellers, engine, asOf, complaint } = this;
    const told = this.describe();
    const view = this.view();
    if (!view || !engine)
      return html`${told && isFailure(told) ? troubles(this.words, told) : nothing}`;
    // Without this part there is nothing to show, and that must be seen.
    if (!part || !sellers) return html`<p class="quiet">${this.words('fallback-fetch')}</p>`;
    const trouble = this.refused?.error.message[view.say.lang];
    const version = view.description.version;
    return html`${asOfLine(view, asOf, version, trouble, this.chooseDay)}
      ${part.sellerList(view, sellers, {
        asOf,
        within: this.within,
        setWithin: (days) => {
          this.within = days;
          this.changed();
        },
      })}
      ${
        this.judged &&
        part.judgment(view, engine, asOf, this.judged, {
          page: complaint === undefined ? undefined : complaint + location.search,
          handOver: (facts, issue) => handOver('complaint', { facts, fields: {}, issue, asOf }),
        })
      }
      ${this.renderCommands()} ${aboutRules(view)}`;
  }
}
