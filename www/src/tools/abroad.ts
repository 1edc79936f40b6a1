import eu from 'virtual:engine-texts/eu/parallel-import';
import hk from 'virtual:engine-texts/hk/parallel-import';
import jp from 'virtual:engine-texts/jp/parallel-import';
import us from 'virtual:engine-texts/us/parallel-import';
import { html, type TemplateResult } from 'lit';
import { type Placed, places } from '../components/decision/places.ts';
import { makeView, type View } from '../components/view.ts';
import {
  type Decision,
  type Description,
  type FactDescription,
  isFailure,
} from '../engine/types.ts';
import { knownFacts } from '../state/answers.ts';
import { PLACES, type Place, placeOf } from '../state/places.ts';
import type { AbroadShown } from '../state/shown.ts';
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
  protected readonly texts = [eu, us, jp, hk];
  protected readonly together = false;
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

  /** The rules of a place on the day. */
  private on(place: Place): Description | undefined {
    const told = this.engine?.describe({ rulebook: place, asOf: this.day });
    return told && !isFailure(told) ? told : undefined;
  }

  protected override detail(): AbroadShown | undefined {
    const own = super.detail();
    const places = PLACES.flatMap((place) => {
      const description = this.on(place);
      const facts = knownFacts(this.answers, description?.facts ?? []);
      const told = this.engine?.decide({ rulebook: place, asOf: this.day, facts });
      return told && !isFailure(told) ? { ...told, facts } : [];
    });
    return own && { ...own, places };
  }

  private placed(place: Place): Placed {
    const description = this.on(place);
    if (!this.engine || !description) return { place, view: undefined, answer: undefined };
    const facts = knownFacts(this.answers, description.facts);
    const told = this.engine.decide({ rulebook: place, asOf: this.day, facts });
    return {
      place,
      view: makeView(description, this.answers, this.words, this.wide, this.reference),
      answer: isFailure(told) ? undefined : told.issues[0],
    };
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
