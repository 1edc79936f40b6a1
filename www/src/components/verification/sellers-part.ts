import type { ReactiveControllerHost } from 'lit';
import type { Engine } from '../../engine/types.ts';
import { download, fileName } from '../../exchange/download.ts';
import type { Words } from '../../i18n/words.ts';
import type { SellersDesk } from '../../reading/sellers/desk.ts';
import { exampleList } from '../../reading/sellers/example.ts';
import { openSellers } from '../../reading/sellers/open-sellers.ts';
import type { SellerAnswers, SellersSeen, Sorting, Status } from '../../reading/sellers/types.ts';
import type { Telling } from '../../reading/types.ts';
import { TablePart } from '../import/table-part.ts';
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

/** What is said where a list cannot be read. */
const SAYS = {
  failed: 'sellers-failed',
  tooMany: 'sellers-too-many',
  cancelled: 'sellers-cancelled',
};

/** A list of sellers, with what was said of it. It is read here and kept nowhere. */
export class SellersPart extends TablePart<SellersDesk, SellersSeen, SellerAnswers, Wanted> {
  constructor(
    host: ReactiveControllerHost,
    private readonly asking: () => Asking | undefined,
    private readonly view: () => View | undefined,
    /** Loads what writes calendars. */
    private readonly calendar: () => Promise<Calendar>,
  ) {
    super(host, FIRST, SAYS);
  }

  protected words(): Words | undefined {
    return this.asking() && this.view()?.say;
  }

  protected openDesk(): Promise<SellersDesk> {
    const asking = this.asking();
    if (!asking) return Promise.reject(new Error('nothing can be asked yet'));
    return openSellers(asking.engine, asking.base);
  }

  protected lookAt(desk: SellersDesk, telling: Telling): Promise<SellersSeen> | undefined {
    const asking = this.asking();
    if (!asking) return undefined;
    const { asOf, within } = asking;
    return desk.look({ asOf, within, answers: this.answers, ...this.wanted }, telling);
  }

  protected noted(seen: SellersSeen, say: Words): void {
    if (seen.all + seen.refusedCount === 0) this.trouble = say('sellers-nothing');
    const { blocked, found: count } = seen;
    this.asking()?.announce(blocked ? say('sellers-blocked') : say('sellers-found', { count }));
  }

  readonly showExample = async (): Promise<void> => {
    const [view, asking] = [this.view(), this.asking()];
    if (view && asking) await this.openExample(await exampleList(view.say, asking.asOf));
  };

  /** Looks for something else in the list. */
  readonly want = (wanted: Partial<Wanted>): void => {
    const { status, ...rest } = { ...this.wanted, from: 0, ...wanted };
    this.wanted = status === undefined ? rest : { ...rest, status };
    void this.look();
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
      and: say('sellers-and'),
    });
    download(fileName(say('sellers-table-file'), asking.asOf, 'csv'), 'text/csv', table);
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
