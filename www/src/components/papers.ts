import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Engine, Facts, Lang } from '../engine/types.ts';
import { drafting, type Typed } from './drafting.ts';
import type { Jump } from './missing.ts';
import type { View } from './view.ts';

/** What the documents of a tool are drafted from. */
export interface Case {
  engine: Pick<Engine, 'draft'>;
  day: string;
  facts: Facts;
  jump: Jump;
  /** Tells the user what came of a command, by message. */
  tell: (message: string) => void;
}

/**
 * The documents of a tool: what was typed into them stays here, out of the link, which may be
 * passed on.
 */
export class Papers implements ReactiveController {
  private typed: Record<string, Typed> = {};
  /** The language of the documents; the page's, until another is asked for. */
  private lang: Lang | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** Forgets what was typed. */
  clear(): void {
    this.typed = {};
  }

  /** The documents that can be drafted on the day. */
  render(view: View, one: Case): TemplateResult[] {
    const { rulebook, documents } = view.description;
    return documents.map((document) => {
      const { id } = document;
      const typed = this.typed[id] ?? {};
      return drafting(view, {
        document,
        typed,
        draft: one.engine.draft({
          document: `${rulebook}/${id}`,
          asOf: one.day,
          facts: one.facts,
          fields: typed,
        }),
        lang: this.lang ?? view.say.lang,
        type: (field, text) => {
          this.typed[id] = { ...typed, [field]: text };
          this.host.requestUpdate();
        },
        speak: (lang) => {
          this.lang = lang;
          this.host.requestUpdate();
        },
        jump: one.jump,
        copy: (text) => void copy(text, one.tell),
        print: this.print,
      });
    });
  }

  /** Prints the documents and nothing else of the tool. */
  private readonly print = (): void => {
    this.host.toggleAttribute('printing', true);
    print();
    this.host.toggleAttribute('printing', false);
  };
}

async function copy(text: string, tell: (message: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell('drafting-copied');
  } catch {
    tell('drafting-copy-failed');
  }
}
