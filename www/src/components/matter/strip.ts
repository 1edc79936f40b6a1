import type { TemplateResult } from 'lit';
import { nothing } from 'lit';
import '../../i18n/words-matter.ts';
import { download, fileName } from '../../exchange/download.ts';
import { today } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/words.ts';
import { painted } from '../../state/breathe.ts';
import { nameOf, writeFile } from '../../state/matter/file.ts';
import type { Difference } from '../../state/matter/fill.ts';
import { type Place, withValue } from '../../state/matter/places.ts';
import { isEmpty, partOf } from '../../state/matter/plain.ts';
import * as store from '../../state/matter/store.ts';
import { forget } from '../../state/matter/tab-copies.ts';
import type { Step } from '../../state/matter/ways.ts';
import { offer } from './offer.ts';
import { saidElsewhere } from './said.ts';
import type { StripParts } from './strip-parts.ts';
import { StripTabs } from './strip-tabs.ts';
import { strip } from './strip-view.ts';

/** So many frames it is waited for that all of a tool is drawn. */
const MOST_FRAMES = 120;

/** Where a step is taken within a tool. */
const PLACES: Record<Step['name'], string[]> = {
  findings: ['#finding-day'],
  appeal: ['.drafting', '.questions'],
  'counter-notice': ['.drafting', '.questions'],
  notice: ['.questions'],
  import: ['.questions'],
  abroad: ['.questions'],
  days: ['.deadlines', '.course', '.questions'],
};

/**
 * Keeps what stands in a tool with its matter, and puts in what was said in other tools. Whatever
 * would take the place of something that was said is asked first.
 */
export class Strip extends StripTabs implements StripParts {
  /** Shows what the matter holds, in place of what stands here. */
  readonly showMatter = (): void => {
    const now = store.readable(this.matter?.id);
    if (!now) return;
    this.matter = now;
    this.standing = 'kept';
    this.holder.letGo();
    this.own = this.readStored() ?? {};
    this.showFilled();
  };

  /** Puts what stands here into the matter, in place of what it holds of this tool. */
  readonly putIn = (): void => {
    const now = store.readable(this.matter?.id);
    if (!now) return;
    this.matter = now;
    this.token = now.stored[this.tool]?.token ?? null;
    this.write();
    this.showFilled();
  };

  /** Keeps what stands here, and what is known of the rest, as a matter of its own. */
  readonly keepApart = (): void => {
    const { matter, say } = this;
    if (!matter || !say) return;
    const now = store.readable(matter.id);
    const stored = { ...matter.stored, ...now?.stored };
    const name = nameOf(say('matter-copy', { name: matter.name }));
    const parts = { ...stored, [this.tool]: { part: this.own, ...this.counted } };
    this.goOn(store.add(name, parts, { apart: matter.apart }));
  };

  /** Begins a matter with what stands here; returns whether the browser keeps it. */
  readonly keep = (text: string): boolean => {
    const name = nameOf(text);
    if (name === '') return false;
    const part = partOf(this.holder.left());
    const id = store.add(name, isEmpty(part) ? {} : { [this.tool]: { part, ...this.counted } });
    if (id === undefined) return false;
    this.own = part;
    this.goOn(id);
    return true;
  };

  /** Goes on in a matter that was just written with what stands here. */
  private goOn(id: string | undefined): void {
    if (id === undefined) {
      this.standing = 'refused';
      this.host.requestUpdate();
      return;
    }
    store.choose(id);
    this.matter = store.readable(id);
    this.token = this.matter?.stored[this.tool]?.token ?? null;
    this.standing = 'kept';
    this.showFilled();
  }

  /**
   * Turns to another matter, or to none. What the matter holds goes from here with it; what is in
   * none stays, and is asked about where another one is opened.
   */
  readonly open = (id: string | undefined): void => {
    const isHeld = !this.matter || this.standing === 'kept';
    if (this.matter) forget();
    store.choose(id);
    this.matter = undefined;
    this.standing = 'kept';
    this.taken = new Map();
    this.own = {};
    this.differing = [];
    this.holder.letGo();
    if (id === undefined && isHeld) this.holder.show({ state: undefined, drafts: undefined }, true);
    this.begin(undefined);
    this.host.requestUpdate();
  };

  /** Says in another tool, too, what is said here. */
  readonly sayThere = ({ there, mine }: Difference): void => {
    const { matter } = this;
    if (!matter) return;
    if (there.tool === this.tool) {
      this.own = withValue(this.own, there, mine, this.around.day);
      this.write();
    } else {
      const stored = store.readable(matter.id)?.stored[there.tool];
      if (!stored) return;
      const part = withValue(stored.part, there, mine, this.around.day);
      const written = store.write(matter.id, there.tool, {
        part,
        due: stored.due,
        basis: stored.basis,
        after: stored.token,
      });
      if (typeof written === 'string') this.standing = written === 'gone' ? 'gone' : 'refused';
      this.matter = store.readable(matter.id) ?? matter;
    }
    this.showFilled();
  };

  /** Says here what is said there. */
  readonly sayHere = ({ here }: Difference): void => {
    this.own = withValue(this.own, here, undefined, this.around.day);
    if (this.own.declined) {
      const { [here.id]: _, ...declined } = this.own.declined;
      this.own = { ...this.own, declined };
    }
    this.write();
    this.showFilled();
  };

  /** Both are meant. */
  readonly leaveApart = ({ key }: Difference): void => {
    const { matter } = this;
    if (!matter) return;
    store.change(matter.id, ({ apart }) => ({ apart: [...new Set([...apart, key])] }));
    this.matter = store.readable(matter.id) ?? matter;
    this.look();
  };

  /** Goes to where a step is taken on this page. */
  readonly go = ({ name, issue }: Pick<Step, 'name' | 'issue'>): void => {
    const left = this.holder.left();
    const shown = { asOf: this.around.day, answers: {}, ...Object(left.state) };
    if (issue !== undefined && shown.issue !== issue) {
      this.holder.show({ ...left, state: { ...shown, issue } }, true);
    }
    void this.drawn().then(() => PLACES[name].some((place) => this.goTo(place)));
  };

  /** Goes on once the tool is drawn: until then some places are not there, and others move. */
  private async drawn(): Promise<void> {
    for (let frame = 0; frame < MOST_FRAMES && !this.host.hasAttribute('ready'); frame += 1) {
      await painted();
    }
    await this.host.updateComplete;
  }

  /** Goes to what is asked at a place. */
  readonly change = ({ fact, document, field }: Place): void => {
    if (fact !== undefined) this.holder.jump?.(fact);
    else {
      const place = `[data-document="${document}"] [data-field="${field}"]`;
      if (this.goTo(place)) return;
      // The paper is another one than is shown.
      this.host.shadowRoot?.querySelector<HTMLElement>(`[data-paper="${document}"]`)?.click();
      void this.host.updateComplete.then(() => this.goTo(place));
    }
  };

  private goTo(place: string): boolean {
    const found = this.host.shadowRoot?.querySelector<HTMLElement>(place);
    if (!found) return false;
    found.scrollIntoView({ block: 'start' });
    const field = 'input, textarea, select, button, a[href], zhengpin-date-field';
    const inner = found.matches(field) ? found : found.querySelector<HTMLElement>(field);
    inner?.focus({ preventScroll: true });
    return true;
  }

  /** Saves the matter as a file, as it is shown. */
  readonly save = (): void => {
    const { matter, say } = this;
    if (!matter || !say) return;
    const now = store.readable(matter.id) ?? matter;
    const mine = { format: store.FORMAT, token: '', after: null, part: this.own, due: [] };
    const text = writeFile({ ...now, stored: { ...now.stored, [this.tool]: mine } });
    const name = fileName(`${say('matter-file')} ${matter.name}`, today(), 'json');
    download(name, 'application/json', text);
  };

  /** The strip above a tool. */
  render(say: Words): TemplateResult | typeof nothing {
    this.say = say;
    return this.begun ? strip(say, this) : nothing;
  }

  /** The way to keep what stands in a tool as a matter. */
  renderOffer(say: Words): TemplateResult | typeof nothing {
    return this.begun && !this.matter ? offer(say, this) : nothing;
  }

  /** Where the answer to a question was given, if it was given elsewhere. */
  readonly told = (fact: string): unknown => {
    const { say } = this;
    const taken = [...this.taken.values()].find(({ place }) => place.fact === fact);
    return say && taken ? saidElsewhere(say, taken.from) : nothing;
  };
}
