import type { PropertyValues } from 'lit';
import type { Kept } from '../state/outside/reader.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { Drafts } from '../state/states.ts';
import { LinkedElement } from './linked-element.ts';

/** What reads what is given; loaded where something is. */
export type GivenPart = typeof import('../lazy/given.ts');

/**
 * An element to which the host's page gives, by properties, what is to be taken for answered. At
 * first it stands where nothing was kept, and in no link until the user changes something; later
 * it takes the place of what stands there, with a way back.
 */
export abstract class GivenElement<State, Typed extends Drafts = Drafts> extends LinkedElement<
  State,
  Typed
> {
  /** What was given last, as text. */
  private givenText: string | undefined;

  /** What the host's page gives; nothing, where it gives nothing. */
  protected get given(): unknown {
    return undefined;
  }

  /** Reads what the host's page gives, as a link would be read. */
  protected readGiven(_part: GivenPart, _readers: Readers): Kept<State> | undefined {
    return undefined;
  }

  protected override async begun(found: boolean): Promise<void> {
    if (this.given !== undefined) await this.takeGiven(found ? 'known' : 'first');
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    const anew = ['facts', 'findings'].some((name) => changes.has(name));
    if (this.opened && anew) void this.takeGiven('later');
  }

  /**
   * Takes up what is given. What says the same as before changes nothing, however often a page
   * draws the element anew; beside what was kept it is only remembered.
   */
  private async takeGiven(when: 'first' | 'known' | 'later'): Promise<void> {
    const part = await import('../lazy/given.ts').catch(() => undefined);
    if (!part || !this.keeping) {
      this.notice = { id: 'fallback-fetch' };
      return;
    }
    const text = part.textOf(this.given);
    if (text === this.givenText) return;
    this.givenText = text;
    const read = this.readGiven(part, this.keeping.readers);
    // Somebody may have answered while this was loading.
    const begins = when === 'first' && this.snapshot() === undefined;
    if (!read || !(begins || when === 'later')) return;
    let { lost } = read;
    const take = () => {
      lost += this.restore(read.kept);
    };
    if (begins) {
      take();
      this.tellChange();
    } else this.replace('given', take);
    if (lost > 0) this.notice = { ...this.notice, id: 'given-partly', count: lost, top: true };
  }
}
