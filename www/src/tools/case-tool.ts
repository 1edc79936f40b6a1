import { nothing, unsafeCSS } from 'lit';
import { deadlines } from '../components/deadlines/deadlines.ts';
import { Papers } from '../components/drafting/papers.ts';
import type { View } from '../components/view.ts';
import type { Decision, FactDescription, Party } from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import { knownFacts } from '../state/answers.ts';
import type { PaperDrafts } from '../state/states.ts';
import drafted from '../styles/drafting.css?inline';
import { DecisionTool } from './decision-tool.ts';

/** A decision that also says what is due and drafts the documents to hand in. */
export abstract class CaseTool extends DecisionTool {
  static override styles = [...DecisionTool.styles, unsafeCSS(drafted)];

  private readonly papers = new Papers(this);

  protected override forget(): void {
    this.papers.clear();
  }

  protected override drafts(): PaperDrafts | undefined {
    return this.papers.drafts();
  }

  protected override takeDrafts(drafts: PaperDrafts | undefined): void {
    this.papers.take(drafts);
  }

  protected override renderBelow(
    view: View,
    decided: Decision | undefined,
    shown: FactDescription[],
  ): unknown {
    return [
      decided ? this.renderDeadlines(view, decided, shown) : nothing,
      this.renderDocuments(view),
    ];
  }

  private renderDeadlines(view: View, decided: Decision, shown: FactDescription[]) {
    const due = decided.deadlines.filter(({ who }) => this.concerns(who));
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
      trouble: (fact) => this.troubleWith(fact),
    });
  }

  private renderDocuments(view: View) {
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
      clear: (document: string) =>
        this.replace('drafting-cleared', () => this.papers.clear(document), 'way'),
    };
    const documents = view.description.documents.filter(({ who }) => this.concerns(who));
    const own = { ...view, description: { ...view.description, documents } };
    return engine ? this.papers.render(own, { engine, day, facts, jump, tell, keep }) : nothing;
  }

  /** Whether what a party has to do or hand in belongs to the question that is looked at. */
  private concerns(who: Party | null): boolean {
    return who === null || this.party === undefined || who === this.party;
  }
}
