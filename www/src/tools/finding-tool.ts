import type { PropertyDeclarations, TemplateResult } from 'lit';
import { Fitting } from '../components/fitting.ts';
import { platformChoice } from '../components/ledger/platform.ts';
import { type Failure, isFailure, type TierDescription } from '../engine/types.ts';
import { dayInWords, today } from '../i18n/dates.ts';
import { legal } from '../i18n/legal.ts';
import { messageOf } from '../i18n/told.ts';
import {
  type Draft,
  type DraftTroubles,
  draftOf,
  EMPTY,
  fieldAt,
  readDraft,
} from '../state/draft.ts';
import { type Finding, inOrder, readYuan } from '../state/findings.ts';
import { findingAt, type Ledger, type LedgerState } from '../state/ledger.ts';
import type { FindingDrafts } from '../state/states.ts';
import { LedgerTool } from './ledger-tool.ts';

export type RecordPart = typeof import('../lazy/record.ts');

/** A ledger into which findings are entered: what stands in the fields, and what is wrong. */
export abstract class FindingTool extends LedgerTool {
  static override properties: PropertyDeclarations = {
    draft: { state: true },
    wrong: { state: true },
    sums: { state: true },
    sumsWrong: { state: true },
    record: { state: true },
    missing: { state: true },
  };

  declare protected draft: Draft;
  declare protected wrong: DraftTroubles;
  /** Sums of money of the account as they are written. */
  declare protected sums: Record<string, string>;
  declare protected sumsWrong: Partial<Record<string, string>>;
  /** What shows the answer. */
  declare protected record: RecordPart | undefined;
  /** Whether a part could not be fetched. */
  declare protected missing: boolean;
  /** Whether a finding calls for an exam, as far as it was asked last. */
  private known: { about: string; ledger: Ledger; calls: boolean } | undefined;

  /** What stands in the fields before anything is typed: the last finding's day, what a finding says. */
  private blank = EMPTY;

  constructor() {
    super();
    new Fitting(this, '.entering');
    this.missing = false;
    this.draft = EMPTY;
    this.wrong = {};
    this.sums = {};
    this.sumsWrong = {};
  }

  protected async fetchRecord(): Promise<void> {
    if (this.record) return;
    try {
      const record = await import('../lazy/record.ts');
      if (!this.record) this.adopt(record.css);
      this.record = record;
    } catch {
      this.missing = true;
    }
  }

  /** The platforms to choose from. */
  protected renderPlatform(choose: ((rulebook: string) => void) | undefined): TemplateResult {
    const platforms = (this.described?.listed ?? []).map(({ rulebook }) => {
      const description = this.described?.of(rulebook);
      const law = description && legal(description, this.spoken);
      return { rulebook, title: law?.say('title') ?? rulebook };
    });
    return platformChoice(this.words, platforms, this.book, choose);
  }

  /** The tiers as they stood on a day. */
  protected tiersOf(day: string): TierDescription[] {
    return this.describe(day)?.ledger?.tiers ?? [];
  }

  protected override restore(state: LedgerState): number {
    const { book, draft } = this;
    const lost = super.restore(state);
    this.forget();
    // A new finding that is being entered stays; one that is changed may be another one now.
    if (this.book === book && draft.id === undefined) this.draft = draft;
    return lost;
  }

  protected override drafts(): FindingDrafts | undefined {
    const { draft } = this;
    if (JSON.stringify(draft) === JSON.stringify(this.blank)) return undefined;
    return { finding: { rulebook: this.book, draft } };
  }

  protected override takeDrafts({ finding }: FindingDrafts = {}): void {
    const own = finding?.rulebook === this.book ? { ...EMPTY, ...finding.draft } : EMPTY;
    const known = this.ledger.findings.some(({ id }) => id === own.id);
    this.draft = known ? own : { ...own, id: undefined };
  }

  protected override clear(): void {
    super.clear();
    this.forget();
  }

  /** Empties the fields. */
  protected forget(): void {
    this.draft = EMPTY;
    this.blank = EMPTY;
    this.wrong = {};
    this.sumsWrong = {};
    const stated = Object.entries(this.ledger.amounts ?? {});
    this.sums = Object.fromEntries(stated.map(([id, sum]) => [id, `${sum}`]));
  }

  protected readonly change = (part: Partial<Draft>): void => {
    this.draft = { ...this.draft, ...part };
    const fields = [
      ...Object.keys(part),
      ...Object.keys(part.amounts ?? {}).map((id) => `amount/${id}`),
      ...('takenPoints' in part ? ['taken-points'] : []),
    ];
    this.wrong = Object.fromEntries(
      Object.entries(this.wrong).filter(([field]) => !fields.includes(field)),
    );
    this.typed();
  };

  /** The tables by which the finding that is being entered is read. */
  protected get draftTables() {
    return this.describe(this.draft.day ?? this.day)?.ledger ?? this.tables;
  }

  /** The finding that the fields name, or what is wrong with them. */
  protected get entered(): Finding | DraftTroubles | undefined {
    const tables = this.draftTables;
    return tables && readDraft(this.filled, tables, this.draft.id ?? this.freshId(), this.words);
  }

  /** What stands in the fields; where there is only one tier, it is that. */
  protected get filled(): Draft {
    const [only, ...others] = this.draftTables?.tiers ?? [];
    const { draft } = this;
    return only && others.length === 0 ? { ...draft, tier: only.id } : draft;
  }

  /** What is odd about the day of the finding that is being entered. */
  protected get remarkOnDay(): string | undefined {
    const { day, id } = this.draft;
    if (day === null) return undefined;
    if (day > today()) return this.words('finding-day-ahead');
    const closing = this.simulated?.entries.find(({ closes }) => closes);
    const closed = this.simulated?.status.closedAt?.slice(0, 10);
    if (closed === undefined || day <= closed || closing?.id === id) return undefined;
    return this.words('finding-day-closed', { day: dayInWords(closed, this.spoken) });
  }

  /** The findings with this one among them. */
  protected with(finding: Finding): Finding[] {
    return [...this.ledger.findings.filter(({ id }) => id !== finding.id), finding];
  }

  /**
   * Whether the finding that is being entered calls for an exam. A ledger may be long, so it is
   * run again only where the finding or the ledger is another.
   */
  protected get examined(): boolean {
    const { entered, ledger, book, engine } = this;
    if (!engine || !entered || !('tier' in entered && 'id' in entered)) return false;
    const finding = entered as Finding;
    const about = JSON.stringify([book, finding]);
    if (this.known?.about !== about || this.known.ledger !== ledger) {
      this.known = { about, ledger, calls: this.callsForExam(finding) };
    }
    return this.known.calls;
  }

  private callsForExam(finding: Finding): boolean {
    const answer = this.simulate({ findings: this.with(finding) });
    if (!answer || isFailure(answer)) return false;
    const entry = answer.entries.find(({ id }) => id === finding.id);
    return entry?.measures.some(({ exam }) => exam !== null) ?? false;
  }

  protected readonly save = (): void => {
    const { entered } = this;
    if (!entered) return;
    if (!('id' in entered)) {
      this.refuse(entered);
      return;
    }
    const finding = entered as Finding;
    const findings = this.with(finding);
    const answer = this.simulate({ ...this.ledger, findings });
    if (answer && isFailure(answer)) {
      this.refuse(this.troublesOf(answer, findings, finding));
      return;
    }
    this.ledger = { ...this.ledger, findings };
    const { day, tier, labels } = this.draft;
    this.begin({ ...EMPTY, day, tier, labels });
    this.changed();
    this.announceStatus();
    this.goOn();
  };

  /** What the engine has against a finding among others, by field. */
  protected troublesOf({ error }: Failure, findings: Finding[], finding: Finding): DraftTroubles {
    const { tables } = this;
    const place = tables ? inOrder(findings, tables).indexOf(finding) : -1;
    const told = [error, ...error.more];
    const own = told.filter(({ path }) => findingAt(path) === place);
    return Object.fromEntries(
      (own.length > 0 ? own : told.slice(0, 1)).map((one) => [
        own.length > 0 ? fieldAt(one.path) : 'day',
        messageOf(one, this.spoken),
      ]),
    );
  }

  /**
   * Goes on to the next finding, where the ledger stands in view beside the fields; elsewhere
   * the button keeps the focus, with what came of it under it.
   */
  private goOn(): void {
    if (!this.wide) return;
    void this.updateComplete.then(() => {
      this.shadowRoot?.querySelector<HTMLElement>('#finding-day')?.focus();
    });
  }

  /** Says what is wrong at the fields, and goes to the first of them. */
  protected refuse(wrong: DraftTroubles): void {
    this.wrong = wrong;
    void this.updateComplete.then(() => {
      const [field = ''] = Object.keys(wrong);
      const place = ['tier', 'circumstances'].includes(field)
        ? `[aria-describedby="finding-${field}-wrong"] input`
        : `#finding-${field.replace('/', '-')}`;
      this.shadowRoot?.querySelector<HTMLElement>(place)?.focus();
    });
  }

  protected freshId(): string {
    const used = this.ledger.findings.map(({ id }) => Number(id.slice(1)) || 0);
    return `f${Math.max(0, ...used) + 1}`;
  }

  /** Begins anew with what stands in the fields. */
  protected begin(draft: Draft): void {
    this.fill(draft);
    this.typed();
  }

  /** Puts into the fields what is known already. */
  protected fill(draft: Draft): void {
    this.draft = draft;
    this.blank = draft;
    this.wrong = {};
  }

  protected readonly edit = (id: string): void => {
    const finding = this.ledger.findings.find((one) => one.id === id);
    if (!finding) return;
    this.begin(draftOf(finding));
    void this.updateComplete.then(() => {
      this.shadowRoot?.querySelector<HTMLElement>('#finding-day')?.focus();
    });
  };

  protected readonly strikeOut = (id: string): void => {
    const state = this.snapshot();
    if (!state) return;
    const { draft, blank } = this;
    const findings = this.ledger.findings.filter((one) => one.id !== id);
    const take = () => {
      this.restore({ ...state, findings });
      if (draft.id === id) return;
      this.draft = draft;
      this.blank = blank;
    };
    this.replace('finding-removed', take, 'way');
    this.announceStatus();
  };

  /** Takes a sum of money of the account. */
  protected state(id: string, text: string): void {
    const sum = readYuan(text);
    const empty = text.trim() === '';
    const { [id]: _, ...others } = this.ledger.amounts ?? {};
    const trouble =
      sum === undefined && !empty
        ? this.words('amount-wrong')
        : this.take({ amounts: sum === undefined ? others : { ...others, [id]: sum } });
    this.sumsWrong = { ...this.sumsWrong, [id]: trouble ?? '' };
  }
}
