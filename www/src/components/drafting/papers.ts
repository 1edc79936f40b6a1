import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { DocumentDescription, Engine, Facts, Lang } from '../../engine/types.ts';
import type { Paper } from '../../state/paper.ts';
import type { PaperDrafts } from '../../state/states.ts';
import type { Jump } from '../decision/jump.ts';
import type { View } from '../view.ts';
import type { drafting, Keeping, Typed } from './drafting.ts';

/** What the documents of a tool are drafted from. */
export interface Case {
  /** What draws a document. */
  draw: typeof drafting;
  engine: Pick<Engine, 'draft'>;
  day: string;
  facts: Facts;
  jump: Jump;
  /** Tells the user what came of a command, by message. */
  tell: (message: string) => void;
  keep: Keeping;
  /** Saves a document as a file for word processors. */
  word: (paper: Paper, lang: Lang) => void;
}

/**
 * The documents of a tool: what was typed into them stays out of the link, which may be passed
 * on, unless the user says otherwise.
 */
export class Papers implements ReactiveController {
  private typed: PaperDrafts = {};
  /** The language of the documents; the page's, until another is asked for. */
  private lang: Lang | undefined;
  /** The document that is looked at; the first of its party, until another is chosen. */
  private chosen: string | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Forgets what was typed; into one document, if named. */
  clear(document?: string): void {
    const { [document ?? '']: _, ...others } = this.typed;
    this.typed = document === undefined ? {} : others;
  }

  /** What was typed, by document; nothing, if nothing was. */
  drafts(): PaperDrafts | undefined {
    const filled = Object.entries(this.typed).filter(([, typed]) =>
      Object.values(typed).some((text) => text !== ''),
    );
    return filled.length > 0 ? Object.fromEntries(filled) : undefined;
  }

  /** Takes up what was typed. */
  take(drafts: PaperDrafts | undefined): void {
    this.typed = drafts ?? {};
  }

  /** The document looked at, of those that can be drafted on the day, and the way to the others. */
  render(view: View, one: Case): unknown[] {
    const { documents } = view.description;
    const shown = documents.find(({ id }) => id === this.chosen) ?? documents[0];
    const choice = documents.length > 1 ? this.choice(view, documents, shown?.id) : nothing;
    return [choice, shown ? this.drafted(view, one, shown) : nothing];
  }

  private drafted(view: View, one: Case, document: DocumentDescription): TemplateResult {
    const { rulebook } = view.description;
    const { id } = document;
    const typed = within(document, this.typed[id] ?? {});
    const lang = this.lang ?? view.say.lang;
    return one.draw(view, {
      document,
      typed,
      draft: one.engine.draft({
        document: `${rulebook}/${id}`,
        asOf: one.day,
        facts: one.facts,
        fields: typed,
      }),
      lang,
      type: (field, text) => {
        this.typed[id] = { ...this.typed[id], [field]: text };
        one.keep.typed();
      },
      keep: one.keep,
      speak: (lang) => {
        this.lang = lang;
        this.host.requestUpdate();
      },
      jump: one.jump,
      copy: (text) => void copy(text, one.tell),
      print: this.print,
      word: (paper) => one.word(paper, lang),
    });
  }

  /** The documents to choose from, with those marked into which something was typed. */
  private choice(view: View, documents: DocumentDescription[], shown: string | undefined) {
    const typed = new Set(Object.keys(this.drafts() ?? {}));
    return html`<nav class="papers" aria-label=${view.say('drafting-choose')}>
      <ul>
        ${documents.map(
          ({ id }) => html`<li>
            <button
              type="button"
              aria-pressed=${id === shown}
              data-paper=${id}
              @click=${() => {
                this.chosen = id;
                this.host.requestUpdate();
              }}
            >
              ${view.law.say(`document/${id}/title`)}${typed.has(id) ? view.say('drafting-begun') : nothing}
            </button>
          </li>`,
        )}
      </ul>
    </nav>`;
  }

  /** Prints the document whose command this is, and nothing else of the tool. */
  private readonly print = ({ currentTarget }: Event): void => {
    const paper = (currentTarget as HTMLElement).closest('.drafting');
    const mark = (on: boolean) => {
      paper?.toggleAttribute('data-printing', on);
      this.host.toggleAttribute('printing', on);
    };
    mark(true);
    print();
    mark(false);
  };
}

/** What the document asks; what was kept of an older version of it may hold more. */
function within({ fields }: DocumentDescription, typed: Typed): Typed {
  const asked = new Set(fields.map(({ id }) => id));
  return Object.fromEntries(Object.entries(typed).filter(([field]) => asked.has(field)));
}

async function copy(text: string, tell: (message: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell('drafting-copied');
  } catch {
    tell('drafting-copy-failed');
  }
}
