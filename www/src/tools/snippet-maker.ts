import offered from 'virtual:offered';
import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { calledIn, snippetForm } from '../components/snippet/form.ts';
import { checklist, type Piece, pieces } from '../components/snippet/result.ts';
import { folderOf } from '../snippet/base.ts';
import { builtIn } from '../snippet/built.ts';
import type { Given, NoLink } from '../snippet/from-link.ts';
import { elementOf, headOf } from '../snippet/markup.ts';
import { policyOf } from '../snippet/policy.ts';
import type { Built } from '../snippet/types.ts';
import { attributesOf, changed, taken, type Wish, wishFor } from '../snippet/wish.ts';
import { breathe, painted } from '../state/breathe.ts';
import sheet from '../styles/snippet.css?inline';
import { tool } from '../styles/tool.ts';
import { HostedElement } from './hosted-element.ts';
import { whenIdle } from './when-idle.ts';

/** The element that is chosen at first. */
const FIRST = 'complaint';

/** The page that shows the element under the policy. */
const LOOK = './snippet-preview.html';

/** So near to view it is loaded. */
const NEAR = '400px';

/** What is said of a link that gives nothing. */
const NO_LINK: Record<NoLink, string> = {
  none: 'snippet-link-none',
  newer: 'snippet-link-newer',
  broken: 'snippet-link-broken',
  unusable: 'snippet-link-unusable',
  missing: 'snippet-link-missing',
};

/**
 * `<zhengpin-snippet>`: what somebody writes into a page to have an element on it, with the
 * hashes of the files, the content policy, a look at it under that policy, and what a host has
 * to see to. What is put in goes nowhere.
 */
export class SnippetMaker extends HostedElement {
  static readonly tag = 'zhengpin-snippet';
  static override styles = [...tool, unsafeCSS(sheet)];
  static override properties = {
    wish: { state: true },
    link: { state: true },
    came: { state: true },
    policy: { state: true },
    copied: { state: true },
    byHand: { state: true },
    drawn: { state: true },
    near: { state: true },
  };

  declare private wish: Wish | undefined;
  declare private link: string;
  /** What came of the link that was put in last. */
  declare private came: Given | NoLink | undefined;
  declare private policy: string | undefined;
  declare private copied: Piece['id'] | undefined;
  /** Whether the browser refused to copy. */
  declare private byHand: boolean;
  /** How many of its pieces are drawn: the form, what is to be taken along, the rest. */
  declare private drawn: 1 | 2 | 3;
  /** Whether the look was ever about to come into view; it is a page of its own to load. */
  declare private near: boolean;
  private readonly built: Built | undefined = builtIn(document);
  /** The page is lit otherwise: so is the frame. */
  private readonly lit = new MutationObserver(() => this.showLook());
  private readonly coming = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      this.near = true;
      this.coming.disconnect();
    },
    { rootMargin: NEAR },
  );
  /** The folder that was understood last: a look needs none, and a snippet keeps one. */
  private folder = './zhengpin/';
  /** Whether the first policy was made, or could not be. */
  private begun = false;

  constructor() {
    super();
    const first = offered.find(({ name }) => name === FIRST) ?? offered[0];
    this.wish = first && wishFor(first);
    this.link = '';
    this.byHand = false;
    this.drawn = 1;
    this.near = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.lit.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    // By then it is known how wide it is, too.
    void Promise.allSettled([this.allow(), painted()]).then(() => {
      this.begun = true;
      this.requestUpdate();
    });
  }

  /** Nothing is shown before all of it is known, so that nothing moves what stands below. */
  protected override shouldUpdate(): boolean {
    return this.begun;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lit.disconnect();
    this.coming.disconnect();
  }

  protected override firstUpdated(): void {
    // What reads a link is there before one is put in: nothing is requested then.
    whenIdle(() => void import('../lazy/snippet-link.ts').catch(() => undefined));
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (!changes.has('wish') || !this.wish) return;
    this.copied = undefined;
    this.folder = folderOf(this.wish.base) ?? this.folder;
    void this.allow();
  }

  /** What the snippet needs of the page, as long as the folder is known. */
  private get placed() {
    return { base: this.folder, built: this.wish?.checked ? this.built : undefined };
  }

  private async allow(): Promise<void> {
    const { wish } = this;
    const policy = await policyOf(this.placed);
    if (this.wish === wish) this.policy = policy;
  }

  protected override updated(): void {
    if (this.drawn < 3) {
      void this.drawOn();
      return;
    }
    if (!this.near) this.awaitLook();
    this.setAttribute('ready', '');
    this.showLook();
  }

  /** Draws the next piece, once the page was heard. */
  private async drawOn(): Promise<void> {
    await breathe();
    this.drawn = this.drawn === 1 ? 2 : 3;
  }

  private awaitLook(): void {
    const frame = this.shadowRoot?.querySelector('iframe');
    if (frame) this.coming.observe(frame);
  }

  /** Has the frame show the element as it is told now. */
  private readonly showLook = (): void => {
    const { wish } = this;
    const frame = this.shadowRoot?.querySelector('iframe')?.contentWindow;
    if (!frame || !wish) return;
    const told = Object.fromEntries(attributesOf(wish));
    const { theme = '' } = document.documentElement.dataset;
    const look = { tag: wish.element.tag, attributes: { lang: this.spoken, ...told }, theme };
    frame.postMessage(look, location.origin);
  };

  private readonly change = (part: Partial<Wish>): void => {
    if (!this.wish) return;
    const next = changed(this.wish, part);
    // What a link gave belongs to what it was given for.
    if (next.given !== this.wish.given) this.came = undefined;
    this.wish = next;
  };

  private readonly takeLink = async (): Promise<void> => {
    const { link } = this;
    const part = await import('../lazy/snippet-link.ts').catch(() => undefined);
    const came = part ? await part.fromLink(link, offered) : 'missing';
    if (this.link !== link || !this.wish) return;
    if (typeof came !== 'string') this.wish = taken(this.wish, came);
    this.came = came;
  };

  /** What came of a link, in words. */
  private get linkSays(): string {
    const { came, words: say } = this;
    if (came === undefined || typeof came === 'string') return '';
    const { element, count, more, lost } = came;
    const lines = [say('snippet-link-taken', { name: calledIn(say, element.name), count })];
    if (lost > 0) lines.push(say('snippet-link-lost', { lost }));
    if (more) lines.push(say('snippet-link-more'));
    return lines.join(' ');
  }

  private readonly copy = async ({ id, text }: Piece): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = id;
      this.byHand = false;
      this.announce(this.words('snippet-copied'));
    } catch {
      this.byHand = true;
      this.announce(this.words('snippet-by-hand'));
    }
  };

  /** What is to be taken along; the policy only where its hash could be made. */
  private piecesFor(wish: Wish): Piece[] {
    const { words: say, placed, policy } = this;
    const element = { tag: wish.element.tag, attributes: attributesOf(wish) };
    const meanwhile = { loading: say('snippet-loading'), unavailable: say('snippet-unavailable') };
    const piece = (id: Piece['id'], text: string): Piece => ({
      id,
      title: say(PIECES[id].title),
      says: say(PIECES[id].says),
      text,
    });
    return [
      piece('element', elementOf(element, meanwhile)),
      piece('head', headOf(placed)),
      ...(policy === undefined ? [] : [piece('policy', policy)]),
    ];
  }

  private renderPieces(wish: Wish): TemplateResult {
    const { words: say, built } = this;
    return html`<section class="pieces" aria-labelledby="pieces-title">
      <h2 id="pieces-title">${say('snippet-pieces')}</h2>
      ${wish.checked && !built ? html`<p class="wrong">${say('snippet-unhashed')}</p>` : nothing}
      ${this.byHand ? html`<p class="wrong">${say('snippet-by-hand')}</p>` : nothing}
      ${pieces(say, this.piecesFor(wish), (piece) => void this.copy(piece), this.copied)}
      ${wish.checked && !isSecureContext ? html`<p class="wrong">${say('snippet-unhashable')}</p>` : nothing}
    </section>`;
  }

  private renderRest(): TemplateResult {
    const { words: say } = this;
    return html`<section class="look" aria-labelledby="look-title">
      <h2 id="look-title">${say('snippet-look')}</h2>
      <p class="quiet">${say('snippet-look-says')}</p>
      <iframe src=${this.near ? LOOK : nothing} title=${say('snippet-look')} @load=${this.showLook}></iframe>
    </section>
    ${checklist(say)}`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { wish, words: say } = this;
    if (!wish) return nothing;
    const baseWrong = folderOf(wish.base) === undefined ? say('snippet-base-wrong') : undefined;
    const linkWrong = typeof this.came === 'string' ? say(NO_LINK[this.came]) : undefined;
    return html`<div class="tool" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'} ?data-wide=${this.wide} ?data-roomy=${this.roomy}>
      <div class="columns">
        ${snippetForm(say, wish, {
          offered,
          change: this.change,
          link: this.link,
          linkSays: this.linkSays,
          linkWrong,
          writeLink: (text) => {
            this.link = text;
            this.came = undefined;
          },
          takeLink: () => void this.takeLink(),
          baseWrong,
        })}
        ${this.drawn > 1 ? this.renderPieces(wish) : nothing}
      </div>
      ${this.drawn > 2 ? this.renderRest() : nothing}
      <p class="unseen" role="status">${this.announcement}</p>
    </div>`;
  }
}

const PIECES: Record<Piece['id'], { title: string; says: string }> = {
  element: { title: 'snippet-piece-element', says: 'snippet-piece-element-says' },
  head: { title: 'snippet-piece-head', says: 'snippet-piece-head-says' },
  policy: { title: 'snippet-piece-policy', says: 'snippet-piece-policy-says' },
};
