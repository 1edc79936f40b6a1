import { html, nothing } from 'lit';
import { Papers } from '../components/drafting/papers.ts';
import type { Holder } from '../components/matter/holder.ts';
import type { View } from '../components/view.ts';
import type { Deadline, Decision, FactDescription, Lang, Party } from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import { knownFacts } from '../state/answers.ts';
import type { Paper } from '../state/paper.ts';
import { CALENDAR, type PaperDrafts } from '../state/states.ts';
import { DecisionTool } from './decision-tool.ts';

type PapersPart = typeof import('../lazy/papers.ts');
type CalendarPart = typeof import('../lazy/calendar.ts');

/** A decision that also says what is due and drafts the documents to hand in. */
export abstract class CaseTool extends DecisionTool {
  /** Whether the course of the matter is shown, step by step. */
  protected readonly course: boolean = false;

  private readonly papers = new Papers(this);
  private below: PapersPart | undefined;
  private calendar: CalendarPart | undefined;
  /** What is due, whoever has to act and whatever is looked at; nothing, while it is not drawn. */
  private due: Deadline[] | undefined;
  /** How the matter is called in a calendar, and when that warns. */
  private forCalendar: Record<string, string> = {};

  protected override fetchLater(): void {
    super.fetchLater();
    void this.fetchCalendar();
  }

  protected override holder(): Holder {
    return { ...super.holder(), due: () => this.due };
  }

  protected override forget(): void {
    this.papers.clear();
    this.forCalendar = {};
  }

  protected override drafts(): PaperDrafts | undefined {
    const papers = this.papers.drafts();
    const own = Object.values(this.forCalendar).some((text) => text !== '');
    return own ? { ...papers, [CALENDAR]: this.forCalendar } : papers;
  }

  protected override takeDrafts(drafts: PaperDrafts | undefined): void {
    const { [CALENDAR]: own = {}, ...papers } = drafts ?? {};
    this.forCalendar = own;
    this.papers.take(papers);
  }

  protected override renderBelow(
    view: View,
    decided: Decision | undefined,
    shown: FactDescription[],
  ): unknown {
    const { below } = this;
    // Nobody must take what could not be fetched for nothing to be due.
    this.due = below && decided?.deadlines.filter(below.isCounted);
    if (!below) return html`<p class="quiet">${view.say('fallback-fetch')}</p>`;
    const asked = new Set(shown.map(({ id }) => id));
    return [
      decided && this.course ? below.course(view, decided.deadlines, asked, this.jump) : nothing,
      decided ? this.renderDeadlines(below, view, decided, shown) : nothing,
      this.lower > 1 ? this.renderDocuments(below, view) : nothing,
    ];
  }

  protected override async fetchBelow(): Promise<void> {
    const fetched = this.below ?? import('../lazy/papers.ts').catch(() => undefined);
    const [below] = await Promise.all([fetched, super.fetchBelow()]);
    if (!below || this.below) return;
    this.adopt(below.css);
    this.below = below;
  }

  private renderDeadlines(
    { deadlines, isCounted }: PapersPart,
    view: View,
    decided: Decision,
    shown: FactDescription[],
  ) {
    // What either may ask for is the matter of whoever did: then its days are told as well.
    const groups = new Set(shown.map(({ group }) => group));
    const asksFor = ({ since }: Deadline) =>
      this.party === 'either' && groups.has(view.facts.get(since)?.group ?? '');
    const due = decided.deadlines
      .filter(isCounted)
      .filter((item) => this.concerns(item.who) || asksFor(item));
    return deadlines(view, due, {
      from: this.counted ?? today(),
      count: (day) => {
        if (day === null) return;
        this.counted = day === today() ? undefined : day;
        this.changed();
      },
      asked: new Set(shown.map(({ id }) => id)),
      answer: this.answer,
      jump: this.jump,
      trouble: (fact) => this.troubleWith(fact, view),
      calendar: this.renderCalendar(view, due),
    });
  }

  private renderCalendar(view: View, due: Deadline[]) {
    return (
      this.calendar?.calendar(view, due, {
        asOf: this.day,
        matter: this.strip?.matter,
        typed: this.forCalendar,
        type: (field, text) => {
          this.forCalendar = { ...this.forCalendar, [field]: text };
          this.typed();
        },
        tell: (id, count) => {
          this.notice = { id, count };
        },
      }) ?? nothing
    );
  }

  /** Without this part, deadlines are shown all the same. */
  private async fetchCalendar(): Promise<void> {
    const part = await import('../lazy/calendar.ts').catch(() => undefined);
    if (!part) return;
    this.adopt(part.css);
    this.calendar = part;
    this.requestUpdate();
  }

  /** Saves a document as a file for word processors. */
  private async saveWord(view: View, paper: Paper, lang: Lang): Promise<void> {
    try {
      await (await import('../lazy/word.ts')).saveWord(view, paper, lang);
    } catch {
      this.notice = { id: 'drafting-word-failed' };
    }
  }

  private renderDocuments({ drafting: draw }: PapersPart, view: View) {
    const { engine, day, jump } = this;
    const facts = knownFacts(this.answers, view.description.facts);
    const tell = (id: string) => {
      this.notice = { id };
    };
    const keep = {
      typed: () => this.typed(),
      onDevice: (document: string) => this.onDevice(document),
      setOnDevice: (document: string, on: boolean) => this.setOnDevice(document, on),
      kept: this.draftsKept,
      matter: this.strip?.matter?.name,
      clear: (document: string) =>
        this.replace('drafting-cleared', () => this.papers.clear(document), 'way'),
    };
    const documents = view.description.documents.filter(({ who }) => this.concerns(who));
    const own = { ...view, description: { ...view.description, documents } };
    const word = (paper: Paper, lang: Lang) => void this.saveWord(own, paper, lang);
    return engine
      ? this.papers.render(own, { draw, engine, day, facts, jump, tell, keep, word })
      : nothing;
  }

  /** Whether what a party has to do or hand in belongs to the question that is looked at. */
  private concerns(who: Party | null): boolean {
    return who === null || this.party === undefined || who === this.party;
  }
}
