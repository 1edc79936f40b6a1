import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { download } from '../../exchange/download.ts';
import type { Answers, FileRead, Progress, Question } from '../../exchange/types.ts';
import type { Words } from '../../i18n/words.ts';
import { refusedTable } from '../../reading/refused-table.ts';
import type { UnreadRow } from '../../reading/row-faults.ts';
import type { Telling } from '../../reading/types.ts';

/** Where a table is read. */
interface TableDesk {
  open(bytes: Uint8Array | string): Promise<void>;
  refused(): Promise<UnreadRow[]>;
  close(): void;
}

/** What is seen of every table. */
interface TableSeen {
  file: FileRead;
  columns: { heading: string }[];
  questions: Question[];
  refusedCount: number;
  /** The most rows that are read, where the table has more. */
  tooMany?: number;
}

/** What is said where a table cannot be read, by message. */
export interface TableSays {
  failed: string;
  tooMany: string;
  cancelled: string;
}

/**
 * A table whose rows are all of one kind, with what was said of it and what is looked for in it.
 * It is read beside the page and kept nowhere.
 */
export abstract class TablePart<
  Desk extends TableDesk,
  Seen extends TableSeen,
  Said extends Answers<string>,
  Wanted extends { from: number },
> implements ReactiveController
{
  seen: Seen | undefined;
  progress: Progress | undefined;
  /** Why the table cannot be read, or what came of a command. */
  trouble = '';
  told = '';
  answers = {} as Said;
  /** What was asked so far: an answer can be changed. */
  asked: Question[] = [];
  wanted: Wanted;
  /** Whether the table is an example. */
  example = false;
  protected desk: Promise<Desk> | undefined;
  private opened = false;
  private cancel: AbortController | undefined;

  constructor(
    protected readonly host: ReactiveControllerHost,
    private readonly first: Wanted,
    private readonly says: TableSays,
  ) {
    this.wanted = first;
    host.addController(this);
  }

  /** The words of the page; nothing, before it can show anything. */
  protected abstract words(): Words | undefined;
  protected abstract openDesk(): Promise<Desk>;
  /** Has the desk look at the table; nothing, before the page can ask. */
  protected abstract lookAt(desk: Desk, telling: Telling): Promise<Seen> | undefined;
  /** Takes note of what is seen: a screen reader is told. */
  protected abstract noted(seen: Seen, say: Words): void;

  hostDisconnected(): void {
    this.leave();
    void this.desk?.then((desk) => desk.close());
    this.desk = undefined;
  }

  readonly readFile = async (file: File): Promise<void> => {
    await this.open(new Uint8Array(await file.arrayBuffer()));
  };

  readonly readText = (text: string): void => void this.open(text);

  /** Reads a table that the page brings. */
  protected async openExample(text: string): Promise<void> {
    await this.open(text);
    this.example = true;
    this.host.requestUpdate();
  }

  private async open(bytes: Uint8Array | string): Promise<void> {
    if (!this.words()) return;
    this.leave();
    this.progress = { stage: 'decoding', done: 0, all: 0 };
    this.host.requestUpdate();
    this.desk ??= this.openDesk();
    const desk = await this.desk;
    await desk.open(bytes);
    this.opened = true;
    await this.look();
  }

  /** Reads the table with what was said so far; the last reading wins. */
  async look(): Promise<void> {
    const [say, desk] = [this.words(), await this.desk];
    if (!say || !desk || !this.opened) return;
    this.cancel?.abort();
    const cancel = new AbortController();
    this.cancel = cancel;
    const progress = (told: Progress) => {
      if (cancel.signal.aborted) return;
      this.progress = told;
      this.host.requestUpdate();
    };
    try {
      const seen = await this.lookAt(desk, { progress, signal: cancel.signal });
      if (seen && !cancel.signal.aborted) this.show(seen, say);
    } catch (error) {
      if (cancel.signal.aborted) return;
      console.error(error);
      this.leave();
      this.trouble = say(this.says.failed);
    } finally {
      if (this.cancel === cancel) this.progress = undefined;
      this.host.requestUpdate();
    }
  }

  private show(seen: Seen, say: Words): void {
    if (!seen.file.readable || seen.tooMany) {
      this.leave();
      this.trouble = seen.tooMany
        ? say(this.says.tooMany, { count: seen.tooMany })
        : seen.file.says[say.lang];
      return;
    }
    this.seen = seen;
    const now = new Set(seen.questions.map(({ id }) => id));
    const before = this.asked.filter(({ id }) => !now.has(id));
    this.asked = [...before.map((one) => ({ ...one, blocks: false })), ...seen.questions];
    this.trouble = '';
    this.noted(seen, say);
  }

  /** Takes up what was said of the file. */
  readonly say = (change: (said: Said) => Said): void => {
    this.answers = change(this.answers);
    this.wanted = { ...this.wanted, from: 0 };
    void this.look();
  };

  readonly stop = (): void => {
    this.leave();
    this.trouble = this.words()?.(this.says.cancelled) ?? '';
    this.host.requestUpdate();
  };

  /** Puts the table away. */
  readonly leave = (): void => {
    this.cancel?.abort();
    this.opened = false;
    this.seen = undefined;
    this.progress = undefined;
    this.trouble = '';
    this.told = '';
    this.answers = {} as Said;
    this.asked = [];
    this.wanted = this.first;
    this.example = false;
    this.host.requestUpdate();
  };

  /** Saves the rows that cannot be read, with the reasons. */
  readonly saveRefused = async (): Promise<void> => {
    const [say, desk, seen] = [this.words(), await this.desk, this.seen];
    if (!say || !desk || !seen) return;
    const headings = seen.columns.map(({ heading }) => heading);
    const lines: [string, string] = [say('refused-line'), say('refused-reasons')];
    const table = refusedTable(headings, await desk.refused(), lines, say.lang);
    download(say('refused-file'), 'text/csv', table);
  };
}
