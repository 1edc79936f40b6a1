import type { ReactiveControllerHost } from 'lit';
import type { DecidingEngine } from '../../engine/deciding.ts';
import { download, fileName } from '../../exchange/download.ts';
import type { Words } from '../../i18n/words.ts';
import type { CasesDesk } from '../../reading/many/desk.ts';
import { exampleTable, type TableExample } from '../../reading/many/example.ts';
import { openCases } from '../../reading/many/open-cases.ts';
import type {
  CaseAnswers,
  CasesSeen,
  OtherSide,
  Sorting,
  WordAsked,
} from '../../reading/many/types.ts';
import type { Telling } from '../../reading/types.ts';
import { TablePart } from '../import/table-part.ts';
import type { View } from '../view.ts';
import { tableWords } from './table-words.ts';

/** What is asked of the cases, beside the table. */
export interface Asking {
  engine: DecidingEngine;
  /** Where the engine's files are. */
  base: string | undefined;
  rulebook: string;
  issue: string;
  asOf: string;
  /** The second side, as a link names it: a day, or a draft. */
  other: OtherSide | undefined;
  /** Tells a screen reader what came of a change. */
  announce: (text: string) => void;
}

/** What is looked for among the cases. */
export interface Wanted {
  standing?: string | undefined;
  missing?: string | undefined;
  turn?: string | undefined;
  text: string;
  sorting: Sorting;
  from: number;
}

const FIRST: Wanted = { text: '', sorting: 'row', from: 0 };

/** What is said where a table cannot be read. */
const SAYS = { failed: 'many-failed', tooMany: 'many-too-many', cancelled: 'many-cancelled' };

/** A table of cases, with what was said of it. It is read here and kept nowhere. */
export class ManyPart extends TablePart<CasesDesk, CasesSeen, CaseAnswers, Wanted> {
  /** A rulebook of one's own as the second side, and the names of its files. */
  own: { texts: string[]; names: string[] } | undefined;
  /** The words that were asked about so far: an answer can be changed. */
  wordsAsked: WordAsked[] = [];

  constructor(
    host: ReactiveControllerHost,
    private readonly asking: () => Asking | undefined,
    private readonly view: () => View | undefined,
  ) {
    super(host, FIRST, SAYS);
  }

  protected words(): Words | undefined {
    return this.asking() && this.view()?.say;
  }

  protected openDesk(): Promise<CasesDesk> {
    const asking = this.asking();
    if (!asking) return Promise.reject(new Error('nothing can be asked yet'));
    return openCases(asking.engine, asking.base);
  }

  protected lookAt(desk: CasesDesk, telling: Telling): Promise<CasesSeen> | undefined {
    const asking = this.asking();
    if (!asking) return undefined;
    const { rulebook, issue, asOf } = asking;
    const other = this.side;
    const { standing, missing, turn, ...wanted } = this.wanted;
    const look = {
      rulebook,
      issue,
      asOf,
      answers: this.answers,
      ...wanted,
      ...(other ? { other } : {}),
      ...(standing === undefined ? {} : { standing }),
      ...(missing === undefined ? {} : { missing }),
      ...(turn === undefined || !other ? {} : { turn }),
    };
    return desk.look(look, telling);
  }

  /** The second side: a rulebook of one's own stands before what a link names. */
  get side(): OtherSide | undefined {
    return this.own ? { kind: 'own', texts: this.own.texts } : this.asking()?.other;
  }

  protected noted(seen: CasesSeen, say: Words): void {
    if (seen.all + seen.refusedCount === 0 && !seen.blocked) this.trouble = say('many-nothing');
    const { blocked, found: count, words } = seen;
    const isSame = (one: WordAsked, other: WordAsked) =>
      one.id === other.id && one.key === other.key;
    const answered = this.wordsAsked.filter(
      (one) =>
        Boolean(this.answers.values?.[one.id]?.[one.key]) &&
        !words.some((other) => isSame(one, other)),
    );
    this.wordsAsked = [...answered, ...words];
    this.asking()?.announce(blocked ? say('many-blocked') : say('many-found', { count }));
  }

  readonly showExample = async (example: TableExample): Promise<void> => {
    const view = this.view();
    if (view) await this.openExample(exampleTable(view.say.lang, view.law, example));
  };

  /** Looks for something else among the cases. */
  readonly want = (wanted: Partial<Wanted>): void => {
    this.wanted = { ...this.wanted, from: 0, ...wanted };
    void this.look();
  };

  /** Decides anew: what is shown was decided by other rules, and goes. */
  askAnew(): void {
    if (this.seen) {
      this.seen = undefined;
      this.progress = { stage: 'rules', done: 0, all: 0 };
      const { text, sorting } = this.wanted;
      this.wanted = { ...FIRST, text, sorting };
      this.host.requestUpdate();
    }
    // Also while the table is read for the first time: nothing is shown as of rules left meanwhile.
    void this.look();
  }

  /** Holds the cases against another side; what was told of the one before goes. */
  askOther(): void {
    if (this.seen) {
      const { touched: _, ...seen } = this.seen;
      this.seen = seen;
      this.wanted = { ...this.wanted, turn: undefined, from: 0 };
      this.host.requestUpdate();
    }
    void this.look();
  }

  /** Takes files as a rulebook of one's own; none, to leave it. */
  readonly readOwn = async (files: File[]): Promise<void> => {
    const texts = await Promise.all(files.map((file) => file.text()));
    this.own = files.length === 0 ? undefined : { texts, names: files.map(({ name }) => name) };
    this.askOther();
  };

  /** Saves all rows, or those that are looked for, with their answers. */
  readonly saveTable = async (only: 'all' | 'found'): Promise<void> => {
    const [asking, view, desk, seen] = [this.asking(), this.view(), await this.desk, this.seen];
    if (!asking || !view || !desk || !seen) return;
    const { say } = view;
    const table = await desk.table(tableWords(view, asking.issue, seen), only);
    const name = view.law.say(`issue/${asking.issue}/title`);
    download(fileName(`${say('many-file')} ${name}`, asking.asOf, 'csv'), 'text/csv', table);
  };
}
