import texts from 'virtual:engine-texts/listing';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { Progress } from '../components/duties/duty-list.ts';
import { describeOnce } from '../engine/describe-once.ts';
import { type ListingEngine, loadListing } from '../engine/listing.ts';
import {
  type Description,
  type Duties,
  type DutyAnswer,
  type Failure,
  isFailure,
} from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import { withNote } from '../state/notes.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { DutiesShown } from '../state/shown.ts';
import type { DutiesState, PaperDrafts } from '../state/states.ts';
import { ToolElement } from './tool-element.ts';

/** What a list can be narrowed to. */
export const FILTERS = ['who', 'to', 'in', 'force', 'every'] as const;
export type Filter = (typeof FILTERS)[number];

/** The duties that are shown of those the engine tells. */
export function shownOf({ every }: DutiesState, { duties }: Duties): DutyAnswer[] {
  return duties.filter((duty) => every === undefined || duty.every === every);
}

/**
 * A list of duties that is kept: which one, narrowed to what, and what was ticked and remarked.
 * The element on top of it shows and asks.
 *
 * Attribute: `rulebook`, the list shown at first; the first that there is, if left out.
 */
export abstract class ListedTool extends ToolElement<DutiesState, ListingEngine, PaperDrafts> {
  static override properties: PropertyDeclarations = {
    rulebook: {},
    asked: { state: true },
    noted: { state: true },
  };

  declare rulebook: string | undefined;
  declare protected asked: DutiesState | undefined;
  /** What was ticked and remarked: by rulebook, then `duty/done` and `duty/remark`. */
  declare private noted: PaperDrafts;

  protected readonly key = 'duties';
  protected readonly load = loadListing;
  protected readonly texts = [texts];
  protected readonly reads = ({ duties, paperDrafts }: Readers) => ({
    state: duties,
    drafts: paperDrafts,
  });
  /** Why nothing can be shown. */
  protected failed: Failure | undefined;

  constructor() {
    super();
    this.noted = {};
  }

  protected snapshot(): DutiesState | undefined {
    const { asked } = this;
    return JSON.stringify(asked) === JSON.stringify(this.first()) ? undefined : asked;
  }

  protected restore({ rulebook, by, ...filters }: DutiesState): number {
    if (!this.books.includes(rulebook)) {
      this.asked = this.first();
      return 1;
    }
    const offered = this.offers(rulebook);
    const asked: DutiesState = { rulebook };
    let gone = 0;
    for (const filter of FILTERS) {
      const value = filters[filter];
      if (value === undefined) continue;
      if (offered?.[filter].includes(value)) asked[filter] = value;
      else gone += 1;
    }
    if (by !== undefined) asked.by = by;
    this.asked = asked;
    return gone;
  }

  protected get answerShown(): DutiesShown | Failure | undefined {
    const { asked } = this;
    if (!asked || !this.describe(asked.rulebook)) return this.failed;
    const answer = this.duties(asked);
    return isFailure(answer) ? answer : { ...answer, duties: shownOf(asked, answer) };
  }

  protected clear(): void {
    this.asked = this.first();
    this.noted = {};
  }

  protected override drafts(): PaperDrafts | undefined {
    return Object.keys(this.noted).length > 0 ? this.noted : undefined;
  }

  protected override takeDrafts(drafts: PaperDrafts | undefined): void {
    this.noted = drafts ?? {};
  }

  /** What was listed, by what was asked. */
  private readonly listed = new Map<string, Duties | Failure>();

  /** The rulebooks that list duties. */
  protected get books(): string[] {
    const listed = this.engine?.list();
    if (listed && isFailure(listed)) this.failed = listed;
    if (!listed || isFailure(listed)) return [];
    return listed.rulebooks.filter(({ duties }) => duties).map(({ rulebook }) => rulebook);
  }

  protected first(): DutiesState | undefined {
    const { books } = this;
    const rulebook = books.find((book) => book === this.rulebook) ?? books[0];
    return rulebook === undefined ? undefined : { rulebook };
  }

  protected describe(rulebook: string): Description | undefined {
    const answer = this.engine && describeOnce(this.engine, rulebook);
    if (!answer || !isFailure(answer)) return answer;
    this.failed = answer;
    return undefined;
  }

  protected duties({ rulebook, who, to, in: occasion, force }: DutiesState): Duties | Failure {
    const { engine } = this;
    if (!engine) throw new Error('no engine');
    const request = {
      rulebook,
      asOf: today(),
      ...(who === undefined ? {} : { who }),
      ...(to === undefined ? {} : { to }),
      ...(occasion === undefined ? {} : { in: occasion }),
      ...(force === undefined ? {} : { force: force as DutyAnswer['force'] }),
    };
    const text = JSON.stringify(request);
    const answer = this.listed.get(text) ?? engine.duties(request);
    this.listed.set(text, answer);
    return answer;
  }

  /** What each filter can be set to: what some duty of the rulebook says. */
  protected offers(rulebook: string): Record<Filter, string[]> | undefined {
    const all = this.duties({ rulebook });
    if (isFailure(all)) return undefined;
    const { duties } = all;
    const those = (known: string[], used: (duty: DutyAnswer) => readonly (string | null)[]) =>
      known.filter((one) => duties.some((duty) => used(duty).includes(one)));
    return {
      who: those(all.parties, (duty) => duty.who),
      to: those(all.parties, (duty) => duty.to),
      in: those(all.occasions, (duty) => duty.in),
      force: those(['must', 'should', 'may'], (duty) => [duty.force]),
      every: those(['once', 'week', 'month'], (duty) => [duty.every]),
    };
  }

  protected override willUpdate(properties: PropertyValues): void {
    if (properties.has('engine') && !this.asked) this.asked = this.first();
  }

  protected choose(next: DutiesState): void {
    this.asked = next;
    this.changed();
    void this.updateComplete.then(() => {
      const sum = this.shadowRoot?.querySelector('.sum')?.textContent;
      if (sum) this.announce(sum.trim());
    });
  }

  protected narrow(filter: Filter, value: string): void {
    const { asked } = this;
    if (!asked) return;
    const { [filter]: _, ...rest } = asked;
    this.choose(value === '' ? rest : { ...rest, [filter]: value });
  }

  /** Notes something of a duty, or takes it back. */
  private noteDown(rulebook: string, name: string, text: string): void {
    this.noted = withNote(this.noted, rulebook, name, text);
    this.typed();
  }

  protected progressOf(rulebook: string): Progress {
    const own = this.noted[rulebook] ?? {};
    return {
      done: (duty) => own[`${duty}/done`],
      remark: (duty) => own[`${duty}/remark`] ?? '',
      tick: (duty, done) => this.noteDown(rulebook, `${duty}/done`, done ? today() : ''),
      note: (duty, text) => this.noteDown(rulebook, `${duty}/remark`, text),
    };
  }
}
