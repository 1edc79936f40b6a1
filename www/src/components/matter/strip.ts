import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { nothing } from 'lit';
import '../../i18n/words-matter.ts';
import type { Value } from '../../engine/types.ts';
import { download, fileName } from '../../exchange/download.ts';
import { today } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/words.ts';
import { fits } from '../../state/answers.ts';
import { fingerprint } from '../../state/fingerprint.ts';
import { FIRST } from '../../state/ledger.ts';
import { isAlike, textOf } from '../../state/matter/alike.ts';
import { nameOf, writeFile } from '../../state/matter/file.ts';
import {
  type Around,
  type Difference,
  differences,
  fill,
  merged,
  ownOf,
  type Taken,
  without,
} from '../../state/matter/fill.ts';
import { type Place, platformName, withValue } from '../../state/matter/places.ts';
import * as store from '../../state/matter/store.ts';
import type { HeldTool, Left, Matter, Part, Parts } from '../../state/matter/types.ts';
import { isBegun, type Step } from '../../state/matter/ways.ts';
import { readers } from '../../state/outside/readers.ts';
import { safeDay } from '../../state/safe-day.ts';
import { get, namesAt, put } from '../../state/storage.ts';
import { entered } from '../deadlines/entered.ts';
import type { Arrived, Holder } from './holder.ts';
import { offer } from './offer.ts';
import { saidElsewhere } from './said.ts';
import type { Standing, StripParts } from './strip-parts.ts';
import { strip } from './strip-view.ts';

/** Where a step is taken within a tool. */
const PLACES: Partial<Record<Step['name'], string>> = {
  findings: '#finding-day',
  appeal: '.drafting',
  'counter-notice': '.drafting',
  notice: '.questions',
};

/** The element of a tool, as its host's page says what it may do. */
interface Host extends ReactiveControllerHost, HTMLElement {
  readonly matters: string | undefined;
  readonly storage: string | undefined;
  readonly entry: string;
}

/**
 * Keeps what stands in a tool with its matter, and puts in what was said in other tools. Whatever
 * would take the place of something that was said is asked first.
 */
export class Strip implements ReactiveController, StripParts {
  /** The matter that this tab is about. */
  matter: Matter | undefined;
  standing: Standing = 'kept';
  /** What was put in because it was said elsewhere, by place. */
  taken = new Map<string, Taken>();
  /** What is said otherwise elsewhere. */
  differing: Difference[] = [];
  /** What was said here, and by all tools together. */
  private own: Part = {};
  private token: string | null = null;
  /** What was shown when it was last kept, as text. */
  private seen = '';
  private begun = false;
  private say: Words | undefined;

  constructor(
    private readonly host: Host,
    readonly tool: HeldTool,
    readonly holder: Holder,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('storage', this.heard);
    addEventListener('pageshow', this.lookAgain);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.heard);
    removeEventListener('pageshow', this.lookAgain);
  }

  /** What all tools say, this one as it is shown. */
  get parts(): Parts {
    const stored = Object.entries(this.matter?.stored ?? {});
    const others = stored.map(([tool, { part }]) => [tool, part]);
    return { ...Object.fromEntries(others), [this.tool]: this.own };
  }

  /** The page of matters; those of the tools stand beside it under their names. */
  get page(): string {
    return this.host.matters ?? '';
  }

  /** The days by which something is due in this matter, earliest first, each once. */
  get due(): string[] {
    const stored = Object.entries(this.matter?.stored ?? {});
    const others = stored.flatMap(([tool, { due }]) => (tool === this.tool ? [] : due));
    return [...new Set([...others, ...this.dueHere])].sort();
  }

  /** The days by which something that is asked here is due and not done, earliest first. */
  private get dueHere(): string[] {
    const shown = this.holder.view?.();
    const due = this.holder.due?.();
    // While deadlines are not drawn, what was due last stands.
    if (!due || !shown) return this.matter?.stored[this.tool]?.due ?? [];
    const days = entered(shown, due).flatMap((item) => safeDay(item) ?? []);
    return [...new Set(days)].sort();
  }

  /** Whether what is due is not what the matter holds as due. */
  private get isDueAnew(): boolean {
    const stored = this.matter?.stored[this.tool];
    return stored !== undefined && !isAlike(stored.due, this.dueHere);
  }

  private get around(): Around {
    const { [this.tool]: _, ...others } = this.parts;
    const { rulebook = FIRST, findings } = ((others as Parts).penalties?.state ?? {}) as {
      rulebook?: string;
      findings?: unknown[];
    };
    const lang = this.say?.lang ?? 'zh';
    return {
      tool: this.tool,
      others,
      platform: findings && findings.length > 0 ? platformName(rulebook, lang) : undefined,
      day: this.holder.day?.() ?? today(),
      fits: (place, value) => this.fits(place, value),
    };
  }

  private fits({ fact }: Place, value: Value): boolean {
    if (fact === undefined) return typeof value === 'string';
    return fits(this.holder.view?.()?.facts.get(fact), value);
  }

  /** Takes up the matter of this tab, beside what stands in the tool and came there in some way. */
  begin(arrived: Arrived): void {
    this.begun = true;
    this.matter = store.readable(store.chosen());
    if (!this.matter) return;
    const shown = partOf(this.holder.left());
    const stored = this.readStored();
    if (!stored) return;
    this.own = stored;
    if (arrived === 'handed') {
      // What the tab kept of it holds what was taken over, too.
      const { taken } = fill(stored, this.around);
      const brought = without(shown, taken, this.around.day);
      const { part, against } = merged(stored, brought);
      this.own = part;
      this.showFilled();
      this.standing = against > 0 ? 'apart' : 'kept';
      if (against === 0) this.write();
      return;
    }
    const filled = fill(stored, this.around);
    const inStep = this.inStep(shown);
    if (!isBegun(shown) || inStep || isAlike(plain(shown), plain(filled.part))) {
      this.showFilled();
      return;
    }
    this.own = shown;
    this.standing = 'apart';
    this.look();
  }

  /** What the device keeps of this tool's part, as far as this version of the page can show it. */
  private readStored(): Part | undefined {
    const stored = this.matter?.stored[this.tool];
    this.token = stored?.token ?? null;
    if (!stored) return {};
    const { state, drafts, declined } = stored.part;
    const ledger = this.tool === 'penalties';
    const read = (ledger ? readers.ledger : readers.decision)(state);
    const typed = (ledger ? readers.findingDrafts : readers.paperDrafts)(drafts);
    // What cannot be read must not be written over unasked.
    if ((read?.lost ?? 0) + (typed?.lost ?? 0) > 0) this.standing = 'apart';
    return {
      ...(read ? { state: { ...read.kept } } : {}),
      ...(typed ? { drafts: { ...typed.kept } } : {}),
      ...(declined ? { declined } : {}),
    };
  }

  /** Shows what was said here with what was said elsewhere. */
  private showFilled(): void {
    const { part, taken } = fill(this.own, this.around);
    this.taken = taken;
    const shown = this.holder.left();
    if (!isAlike(plain(partOf(shown)), plain(part))) {
      this.holder.show({ state: part.state, drafts: part.drafts as Left['drafts'] });
      // What the rules of the day do not ask is not shown, and stays in the matter until the user
      // says otherwise.
      const now = partOf(this.holder.left());
      if (this.standing === 'kept' && !isAlike(plain(now), plain(part))) this.standing = 'apart';
    }
    this.look();
    this.step();
  }

  /** Remembers what is shown now, so that only what changes from here on is kept anew. */
  private look(): void {
    this.seen = textOf(plain(partOf(this.holder.left())));
    this.differing = differences(this.own, this.around, this.matter?.apart ?? []);
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.begun || !this.matter) return;
    const text = textOf(plain(partOf(this.holder.left())));
    if (text !== this.seen) this.changed();
    else if (this.standing === 'kept' && this.isDueAnew) this.write();
  }

  /** What a link brings in place of what stands here is not the matter's until the user says so. */
  came(): void {
    if (!this.matter || this.standing !== 'kept') return;
    const shown = partOf(this.holder.left());
    if (isAlike(plain(shown), plain(fill(this.own, this.around).part))) return;
    this.own = shown;
    this.taken = new Map();
    this.standing = 'apart';
    this.look();
  }

  /** Keeps what the user has changed. */
  private changed(): void {
    this.own = ownOf(partOf(this.holder.left()), this.taken, this.own, this.around.day);
    if (this.standing === 'kept' || this.standing === 'refused') this.write();
    this.showFilled();
  }

  /** Writes what was said here into the matter, unless somebody else has written meanwhile. */
  private write(): void {
    const { matter, own, token } = this;
    if (!matter) return;
    const due = this.dueHere;
    const written = store.write(matter.id, this.tool, { part: own, due, after: token });
    if (typeof written === 'string') {
      this.standing = written;
      return;
    }
    this.token = written.token;
    this.standing = 'kept';
    this.matter = store.readable(matter.id) ?? matter;
  }

  /** The name under which the tab notes that what it keeps is in the matter, too. */
  private get marker(): string {
    return `in-matter:${location.pathname}:${this.host.entry}`;
  }

  private print(part: Part): string {
    return fingerprint(textOf(plain(part)));
  }

  /** Notes that what the tab keeps here is in the matter, too. */
  private step(): void {
    if (this.standing !== 'kept' || !this.matter) put('tab', this.marker, undefined);
    else put('tab', this.marker, [this.matter.id, this.print(partOf(this.holder.left()))]);
  }

  /** Whether what the tab kept was in the matter: then whatever stands there now came after it. */
  private inStep(shown: Part): boolean {
    return isAlike(get('tab', this.marker), [this.matter?.id, this.print(shown)]);
  }

  /** Another tab has written. */
  private readonly heard = (event: StorageEvent): void => {
    const { matter } = this;
    const entry = event.key === null ? undefined : store.entryOf(event.key);
    if (event.key !== null && !entry) return;
    if (!matter || (entry && entry.id !== matter.id)) {
      this.host.requestUpdate();
      return;
    }
    const now = store.readable(matter.id);
    if (!now) {
      this.standing = 'gone';
      this.step();
      this.host.requestUpdate();
      return;
    }
    this.matter = now;
    if (entry?.tool !== this.tool) {
      // Another tool's part, or the name.
      if (this.standing === 'kept') this.showFilled();
      else this.look();
      return;
    }
    this.follow(store.asStored(parsed(event.newValue))?.after ?? null);
  };

  /** A page that comes back from the browser's memory heard nothing meanwhile. */
  private readonly lookAgain = (event: PageTransitionEvent): void => {
    const { matter } = this;
    if (!event.persisted || !matter) return;
    const now = store.readable(matter.id);
    if (now) this.matter = now;
    else this.standing = 'gone';
    if (now && (now.stored[this.tool]?.token ?? null) !== this.token) this.follow(this.token);
    this.host.requestUpdate();
  };

  /**
   * Another tab wrote this part. Where it had seen what was written here, what it wrote is shown;
   * where it had not, one of the two would be lost, and the user is asked.
   */
  private follow(after: string | null): void {
    const stored = this.matter?.stored[this.tool];
    if (!stored || stored.token === this.token) return;
    const same = isAlike(plain(stored.part), plain(this.own));
    if (!same && (after !== this.token || this.standing !== 'kept')) {
      this.standing = 'behind';
      this.step();
      this.look();
      return;
    }
    this.standing = 'kept';
    this.own = this.readStored() ?? this.own;
    this.showFilled();
    if (!same && this.say) this.holder.announce(this.say('matter-followed'));
  }

  /** Shows what the matter holds, in place of what stands here. */
  readonly showMatter = (): void => {
    const now = store.readable(this.matter?.id);
    if (!now) return;
    this.matter = now;
    this.standing = 'kept';
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
    const parts = { ...stored, [this.tool]: { part: this.own, due: this.dueHere } };
    this.take(store.add(name, parts, { apart: matter.apart }));
  };

  /** Begins a matter with what stands here; returns whether the browser keeps it. */
  readonly keep = (text: string): boolean => {
    const name = nameOf(text);
    if (name === '') return false;
    const part = partOf(this.holder.left());
    const due = this.dueHere;
    const id = store.add(name, isBegun(part) ? { [this.tool]: { part, due } } : {});
    if (id === undefined) return false;
    this.own = part;
    this.take(id);
    return true;
  };

  /** Goes on in a matter that was just written with what stands here. */
  private take(id: string | undefined): void {
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

  /** Turns to another matter, or to none; what stands here stays with the one it belongs to. */
  readonly open = (id: string | undefined): void => {
    this.forgetTab();
    store.choose(id);
    this.matter = undefined;
    this.standing = 'kept';
    this.taken = new Map();
    this.own = {};
    this.differing = [];
    this.holder.show({ state: undefined, drafts: undefined });
    this.begin(undefined);
    this.host.requestUpdate();
  };

  /** What the tab keeps of a matter goes with it; what is in no matter stays. */
  private forgetTab(): void {
    for (const rest of namesAt('tab', 'in-matter:')) {
      put('tab', `in-matter:${rest}`, undefined);
      put('tab', `state:${rest}`, undefined);
      for (const name of namesAt('tab', `draft:${rest}:`)) {
        put('tab', `draft:${rest}:${name}`, undefined);
      }
    }
  }

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
  readonly go = ({ name, issue }: Step): void => {
    const shown = this.holder.left().state as Record<string, unknown> | undefined;
    if (issue !== undefined && shown && shown.issue !== issue) {
      this.holder.show({ ...this.holder.left(), state: { ...shown, issue } });
    }
    this.goTo(name === 'days' ? '.deadlines' : (PLACES[name] ?? '.questions'));
  };

  /** Goes to what is asked at a place. */
  readonly change = ({ fact, document, field }: Place): void => {
    if (fact !== undefined) this.holder.jump?.(fact);
    else this.goTo(`[data-document="${document}"] [data-field="${field}"]`);
  };

  private goTo(place: string): void {
    void this.host.updateComplete.then(() => {
      const found = this.host.shadowRoot?.querySelector<HTMLElement>(place);
      if (!found) return;
      found.scrollIntoView({ block: 'start' });
      const field = 'input, textarea, select, button, a[href], zhengpin-date-field';
      const inner = found.matches(field) ? found : found.querySelector<HTMLElement>(field);
      inner?.focus({ preventScroll: true });
    });
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

/** What a tool holds, as a part. */
function partOf({ state, drafts }: Left): Part {
  return {
    ...(state === undefined ? {} : { state: state as Record<string, unknown> }),
    ...(drafts === undefined ? {} : { drafts }),
  };
}

/** A part without what says nothing, to be compared. */
function plain({ state, drafts }: Part): unknown {
  const begun = state && isBegun({ state }) ? byId(state) : undefined;
  const typed = Object.entries(drafts ?? {}).flatMap(([name, one]) => {
    const fields = Object.entries(Object(one) as object).filter(([, text]) => text !== '');
    return fields.length > 0 ? [[name, Object.fromEntries(fields)]] : [];
  });
  return [begun ?? null, Object.fromEntries(typed)];
}

/** A ledger is the same in whatever order its findings were entered. */
function byId(state: Record<string, unknown>): Record<string, unknown> {
  const { findings } = state;
  if (!Array.isArray(findings)) return state;
  return { ...state, findings: findings.map(textOf).sort() };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
