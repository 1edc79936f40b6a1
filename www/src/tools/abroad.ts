import { html, type TemplateResult } from 'lit';
import { type Placed, places } from '../components/decision/places.ts';
import type { Holder } from '../components/matter/holder.ts';
import { makeView, type View } from '../components/view.ts';
import { describeOnce } from '../engine/describe-once.ts';
import {
  type Decision,
  type Description,
  type FactDescription,
  isFailure,
  type Lang,
} from '../engine/types.ts';
import { places as texts } from '../lazy/places.ts';
import { knownFacts } from '../state/answers.ts';
import { breathe } from '../state/breathe.ts';
import { PLACES, type Place, placeOf } from '../state/places.ts';
import type { AbroadShown, DecisionShown } from '../state/shown.ts';
import type { DecisionState } from '../state/states.ts';
import { DecisionTool } from './decision-tool.ts';

/**
 * `<zhengpin-abroad>`: do these genuine goods infringe a registered mark in the EU and EEA, the
 * United States, Japan or Hong Kong. What is asked alike in two places is answered once.
 */
export class ZhengpinAbroad extends DecisionTool {
  static readonly tag = 'zhengpin-abroad';
  static override properties = { place: { state: true } };

  protected readonly key = 'abroad';
  protected readonly texts = texts;
  protected readonly together = false;
  /** What was decided last, by place, and for what. */
  private readonly known = new Map<Place, { text: string; shown: DecisionShown | undefined }>();
  /** The place looked at in detail. */
  declare private place: Place;

  constructor() {
    super();
    this.place = PLACES[0];
  }

  /** None: the versions of four places begin on different days. */
  protected override versionTold(): undefined {
    return undefined;
  }

  protected get rulebook(): Place {
    return this.place;
  }

  protected override snapshot(): DecisionState | undefined {
    const state = super.snapshot();
    return state && (this.place === PLACES[0] ? state : { ...state, issue: this.place });
  }

  protected override restore({ issue, ...state }: DecisionState): number {
    const place = placeOf(issue);
    this.place = place ?? PLACES[0];
    const lost = super.restore(state);
    return lost + (issue === undefined || place ? 0 : 1);
  }

  protected override clear(): void {
    this.place = PLACES[0];
    super.clear();
  }

  /** The facts of all places: an answer that another one asks for stays. */
  protected override askable(): Map<string, FactDescription> {
    const all = PLACES.flatMap((place) => this.on(place)?.facts ?? []);
    return new Map(all.map((fact) => [fact.id, fact]));
  }

  /** A matter sees what is asked in all places, with its words, and not only in the one looked at. */
  protected override holder(): Holder {
    return { ...super.holder(), view: () => this.everywhere() };
  }

  private everywhere(): View | undefined {
    const view = this.view();
    const all = PLACES.flatMap((place) => this.on(place) ?? []);
    const words = (lang: Lang) => Object.assign({}, ...all.map(({ texts }) => texts[lang]));
    const description = view && {
      ...view.description,
      facts: [...this.askable().values()],
      texts: { zh: words('zh'), en: words('en') },
    };
    return (
      description && makeView(description, this.answers, this.words, this.wide, this.reference)
    );
  }

  /** The rules of a place on the day. */
  private on(place: Place): Description | undefined {
    const told = this.engine && describeOnce(this.engine, place, this.day);
    return told && !isFailure(told) ? told : undefined;
  }

  /** What is shown of a place: of one not looked at what was, until the answer on that is seen. */
  private in(place: Place): DecisionShown | undefined {
    const before = this.late && place !== this.place ? this.known.get(place) : undefined;
    return before ? before.shown : this.decideIn(place);
  }

  /** What is decided for a place; asked again only where what it is asked is another. */
  private decideIn(place: Place): DecisionShown | undefined {
    const { engine, day: asOf } = this;
    const facts = knownFacts(this.answers, this.on(place)?.facts ?? []);
    const text = JSON.stringify([asOf, facts]);
    const before = this.known.get(place);
    if (!engine || before?.text === text) return before?.shown;
    const own = this.decided?.rulebook === place ? this.decided : undefined;
    const told = own ?? engine.decide({ rulebook: place, asOf, facts, mend: true });
    const shown = isFailure(told) ? undefined : { ...told, facts };
    this.known.set(place, { text, shown });
    return shown;
  }

  protected override detail(): AbroadShown | undefined {
    const own = super.detail();
    return own && { ...own, places: PLACES.flatMap((place) => this.in(place) ?? []) };
  }

  private placed(place: Place): Placed {
    const description = this.on(place);
    return {
      place,
      view:
        description && makeView(description, this.answers, this.words, this.wide, this.reference),
      answer: this.in(place)?.issues[0],
    };
  }

  protected override async prepare(): Promise<void> {
    await super.prepare();
    await this.decideInAll();
  }

  protected override async decideRest(): Promise<void> {
    await super.decideRest();
    await this.decideInAll();
  }

  /** Each takes a while: the page is heard between them. */
  private async decideInAll(): Promise<void> {
    for (const place of PLACES) {
      this.decideIn(place);
      await breathe();
    }
  }

  private readonly look = (place: Place): void => {
    this.place = place;
    this.describe(this.day);
    this.changed();
  };

  protected override renderVerdicts(view: View, _decided: Decision): TemplateResult {
    return html`${places(
      view,
      PLACES.map((place) => this.placed(place)),
      this.place,
      this.look,
    )}`;
  }
}
