import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Engine } from '../../engine/types.ts';
import { download, fileName } from '../../exchange/download.ts';
import type { Progress, Question } from '../../exchange/types.ts';
import { refusedTable } from '../../reading/refused-table.ts';
import type { SellersDesk } from '../../reading/sellers/desk.ts';
import { exampleList } from '../../reading/sellers/example.ts';
import { openSellers } from '../../reading/sellers/open-sellers.ts';
import type { SellerAnswers, SellersSeen, Sorting, Status } from '../../reading/sellers/types.ts';
import type { View } from '../view.ts';
import { dueEntries, MOST_DAYS, WARNING } from './entries.ts';
import { STANDS } from './words.ts';

/** What writes calendars, loaded when somebody asks for one. */
type Calendar = Pick<
  typeof import('../../lazy/calendar.ts'),
  'fingerprint' | 'rests' | 'calendarFile'
>;

/** What is asked of the list, beside the list. */
export interface Asking {
  engine: Pick<Engine, 'schedule'>;
  /** Where the engine's files are. */
  base: string | undefined;
  asOf: string;
  within: number;
  /** Tells a screen reader what came of a change. */
  announce: (text: string) => void;
}

/** What is looked for in the list. */
export interface Wanted {
  status?: Status;
  text: string;
  sorting: Sorting;
  from: number;
}

const FIRST: Wanted = { text: '', sorting: 'due', from: 0 };

/** A list of sellers, with what was said of it. It is read here and kept nowhere. */
export class SellersPart implements ReactiveController {
  seen: SellersSeen | undefined;
  progress: Progress | undefined;
  /** Why the list cannot be read, or what came of a command. */
  trouble = '';
  told = '';
  answers: SellerAnswers = {};
  /** What was asked so far: an answer can be changed. */
  asked: Question[] = [];
  wanted: Wanted = FIRST;
  /** Whether the list is the example. */
  example = false;
  private desk: Promise<SellersDesk> | undefined;
  private opened = false;
  private cancel: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly asking: () => Asking | undefined,
    private readonly view: () => View | undefined,
    /** Loads what writes calendars. */
    private readonly calendar: () => Promise<Calendar>,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
    void this.desk?.then((desk) => desk.close());
    this.desk = undefined;
  }

  readonly readFile = async (file: File): Promise<void> => {
    await this.open(new Uint8Array(await file.arrayBuffer()));
  };

  readonly readText = (text: string): void => void this.open(text);

  readonly showExample = async (): Promise<void> => {
    const [view, asking] = [this.view(), this.asking()];
    if (!view || !asking) return;
    await this.open(await exampleList(view.say, asking.asOf));
    this.example = true;
    this.host.requestUpdate();
  };

  private async open(bytes: Uint8Array | string): Promise<void> {
    const asking = this.asking();
    if (!asking) return;
    this.leave();
    this.progress = { stage: 'decoding', done: 0, all: 0 };
    this.host.requestUpdate();
    this.desk ??= openSellers(asking.engine, asking.base);
    const desk = await this.desk;
    await desk.open(bytes);
    this.opened = true;
    await this.look();
  }

  /** Reads the list with what was said so far; the last reading wins. */
  async look(): Promise<void> {
    const [asking, view, desk] = [this.asking(), this.view(), await this.desk];
    if (!asking || !view || !desk || !this.opened) return;
    this.cancel?.abort();
    const cancel = new AbortController();
    this.cancel = cancel;
    const { asOf, within } = asking;
    const progress = (told: Progress) => {
      if (cancel.signal.aborted) return;
      this.progress = told;
      this.host.requestUpdate();
    };
    try {
      const look = { asOf, within, answers: this.answers, ...this.wanted };
      const seen = await desk.look(look, { progress, signal: cancel.signal });
      if (!cancel.signal.aborted) this.show(seen, view, asking);
    } catch (error) {
      if (cancel.signal.aborted) return;
      console.error(error);
      this.leave();
      this.trouble = view.say('sellers-failed');
    } finally {
      if (this.cancel === cancel) this.progress = undefined;
      this.host.requestUpdate();
    }
  }

  private show(seen: SellersSeen, view: View, { announce }: Asking): void {
    const { say } = view;
    if (!seen.file.readable || seen.tooMany) {
      this.leave();
      this.trouble = seen.tooMany
        ? say('sellers-too-many', { count: seen.tooMany })
        : seen.file.says[say.lang];
      return;
    }
    this.seen = seen;
    const now = new Set(seen.questions.map(({ id }) => id));
    const before = this.asked.filter(({ id }) => !now.has(id));
    this.asked = [...before.map((one) => ({ ...one, blocks: false })), ...seen.questions];
    this.trouble = seen.all + seen.refusedCount === 0 ? say('sellers-nothing') : '';
    announce(seen.blocked ? say('sellers-blocked') : say('sellers-found', { count: seen.found }));
  }

  /** Takes up what was said of the file. */
  readonly say = (change: (said: SellerAnswers) => SellerAnswers): void => {
    this.answers = change(this.answers);
    this.wanted = { ...this.wanted, from: 0 };
    void this.look();
  };

  /** Looks for something else in the list. */
  readonly want = (wanted: Partial<Wanted>): void => {
    const { status, ...rest } = { ...this.wanted, from: 0, ...wanted };
    this.wanted = status === undefined ? rest : { ...rest, status };
    void this.look();
  };

  readonly stop = (): void => {
    this.leave();
    this.trouble = this.view()?.say('sellers-cancelled') ?? '';
    this.host.requestUpdate();
  };

  /** Puts the list away. */
  readonly leave = (): void => {
    this.cancel?.abort();
    this.opened = false;
    this.seen = undefined;
    this.progress = undefined;
    this.trouble = '';
    this.told = '';
    this.answers = {};
    this.asked = [];
    this.wanted = FIRST;
    this.example = false;
    this.host.requestUpdate();
  };

  /** Saves what is looked for as a table. */
  readonly saveTable = async (): Promise<void> => {
    const [asking, view, desk] = [this.asking(), this.view(), await this.desk];
    if (!asking || !view || !desk) return;
    const { say } = view;
    const headings = [
      say('sellers-row'),
      say('sellers-column-name'),
      say('sellers-column-number'),
      say('sellers-column-verified'),
      say('sellers-column-admitted'),
      say('sellers-column-deregistered'),
      say('sellers-due'),
      say('sellers-standing'),
    ];
    const statuses = Object.fromEntries(
      Object.entries(STANDS).map(([status, message]) => [status, say(message)]),
    ) as Record<Status, string>;
    const table = await desk.table({
      headings,
      statuses,
      yes: say('sellers-yes'),
      late: say('sellers-gone-late'),
      after: say('sellers-verified-after'),
      and: say('dot'),
    });
    download(fileName(say('sellers-table-file'), asking.asOf, 'csv'), 'text/csv', table);
  };

  /** Saves the rows that cannot be read, with the reasons. */
  readonly saveRefused = async (): Promise<void> => {
    const [view, desk, seen] = [this.view(), await this.desk, this.seen];
    if (!view || !desk || !seen) return;
    const { say } = view;
    const headings = seen.columns.map(({ heading }) => heading);
    const lines: [string, string] = [say('refused-line'), say('refused-reasons')];
    const table = refusedTable(headings, await desk.refused(), lines, say.lang);
    download(say('refused-file'), 'text/csv', table);
  };

  /** Saves the days on which sellers are due as entries of a calendar. */
  readonly saveCalendar = async (): Promise<void> => {
    const [asking, desk] = [this.asking(), await this.desk];
    if (!asking || !desk) return;
    const [all, part] = await Promise.all([desk.days(), this.calendar()]);
    // Its words came with it.
    const view = this.view();
    if (!view) return;
    const { say } = view;
    const days = all.slice(0, MOST_DAYS);
    const entries = dueEntries(view, days, asking.asOf, part);
    const file = part.calendarFile(entries, { made: new Date(), ...WARNING, lang: say.lang });
    const name = fileName(say('sellers-table-file'), asking.asOf, 'ics');
    download(name, 'text/calendar;charset=utf-8', file);
    const left = all.length - days.length;
    this.told = say('sellers-calendar-saved', { count: days.length, left });
    this.host.requestUpdate();
  };
}
