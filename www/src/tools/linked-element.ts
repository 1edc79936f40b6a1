import type { PropertyDeclarations } from 'lit';
import type { Hindrance } from '../state/keeper.ts';
import type { Drafts } from '../state/states.ts';
import { isEmpty, KeptElement } from './kept-element.ts';

/** What is said where the address does not carry the answers. */
const UNLINKED: Partial<Record<Hindrance, string>> = {
  'too-long': 'unlinked-too-long',
  refused: 'unlinked-refused',
};

function unlinked(hindrance: Hindrance | undefined): string {
  return (hindrance && UNLINKED[hindrance]) ?? 'unlinked-unsupported';
}

/** An element whose state goes out as a link, with what was typed if the user says so. */
export abstract class LinkedElement<State, Typed extends Drafts = Drafts> extends KeptElement<
  State,
  Typed
> {
  static override properties: PropertyDeclarations = { carries: { state: true } };

  /** Whether a copied link carries what was typed, too. */
  declare private carries: boolean;

  constructor() {
    super();
    this.carries = false;
  }

  private readonly copyLink = async (): Promise<void> => {
    const { keeper } = this;
    const drafts = this.carries ? this.drafts() : undefined;
    while (!(await this.write()));
    if (!keeper || this.hindrance) {
      this.notice = { id: unlinked(this.hindrance) };
      return;
    }
    const link = await keeper.link(drafts).catch(() => undefined);
    if (link === undefined) {
      this.notice = { id: 'unlinked-too-long' };
      return;
    }
    try {
      await navigator.clipboard.writeText(link);
      this.notice = { id: this.copied(drafts) };
    } catch {
      this.notice = { id: 'link-by-hand', link };
    }
  };

  /** What a copied link carries, by message. */
  private copied(drafts: Typed | undefined): string {
    if (drafts) return 'link-copied-with';
    if (this.drafts()) return 'link-copied-without';
    return this.snapshot() === undefined ? 'link-copied-bare' : 'link-copied';
  }

  /** What the commands have to know of what is kept. */
  protected get commanded() {
    const { hindrance, keeper } = this;
    const linked = this.fragment !== 'off';
    return {
      notice: this.notice?.top ? undefined : this.notice,
      empty: isEmpty(this.left()),
      clear: this.empty,
      copy: linked ? this.copyLink : undefined,
      carries: linked && this.drafts() ? this.carries : undefined,
      carry: (on: boolean) => {
        this.carries = on;
      },
      unlinked: linked && hindrance ? unlinked(hindrance) : undefined,
      kept: keeper?.stateKept,
    };
  }
}
