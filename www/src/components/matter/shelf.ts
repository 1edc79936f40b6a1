import rulebooks from 'virtual:engine-texts/deciding';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import '../../i18n/words-matter.ts';
import '../../i18n/words-matter-list.ts';
import { loadDeciding } from '../../engine/deciding.ts';
import { loadSimulating } from '../../engine/simulating.ts';
import { download, fileName } from '../../exchange/download.ts';
import { today } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/words.ts';
import { textOf } from '../../state/matter/alike.ts';
import {
  type MatterFile,
  nameOf,
  partsOf,
  type Reason,
  readFile,
  writeFile,
} from '../../state/matter/file.ts';
import { judged } from '../../state/matter/judged.ts';
import * as store from '../../state/matter/store.ts';
import { forget } from '../../state/matter/tab-copies.ts';
import type { Matter } from '../../state/matter/types.ts';
import type { ShelfParts, Told, Twice } from './shelf-parts.ts';
import { shelf } from './shelf-view.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** All matters of the device, and what is done with them as a whole. */
export class Shelf implements ReactiveController, ShelfParts {
  told: Told | undefined;
  /** Why the file chosen last was refused. */
  refused: Reason[] = [];
  twice: Twice | undefined;
  /** The matter that is about to be deleted, or called otherwise. */
  deleting: string | undefined;
  renaming: string | undefined;
  reading = false;

  constructor(
    private readonly host: Host,
    private readonly base: string | undefined,
    private readonly announce: (text: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('storage', this.heard);
    addEventListener('pageshow', this.again);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.heard);
    removeEventListener('pageshow', this.again);
  }

  /** How many matters there are. */
  get count(): number {
    return store.list().length;
  }

  private readonly heard = ({ key }: StorageEvent): void => {
    if (key === null || store.entryOf(key)) this.again();
  };

  private readonly again = (): void => this.host.requestUpdate();

  private tell(told: Told | undefined): void {
    this.told = told;
    this.deleting = undefined;
    this.renaming = undefined;
    this.refused = [];
    this.twice = undefined;
    this.again();
  }

  /** Begins an empty matter. */
  readonly begin = (text: string): boolean => {
    const name = nameOf(text);
    const id = name === '' ? undefined : store.create(name);
    if (id === undefined) return false;
    this.turnTo(id);
    this.tell({ id: 'matters-begun', name });
    return true;
  };

  /** Makes a matter the one that this tab is about. */
  readonly open = ({ id }: Pick<Matter, 'id'>): void => this.turnTo(id);

  /** Has this tab be about another matter, without what it keeps of the one before. */
  private turnTo(id: string | undefined): void {
    if (id !== store.chosen()) forget();
    store.choose(id);
  }

  readonly rename = (id: string, text: string): boolean => {
    const name = nameOf(text);
    if (name === '' || typeof store.change(id, () => ({ name })) === 'string') return false;
    this.tell({ id: 'matters-renamed', name });
    return true;
  };

  readonly ask = (what: { deleting?: string; renaming?: string }): void => {
    this.tell(undefined);
    Object.assign(this, what);
    this.again();
  };

  readonly remove = (id: string, name: string): void => {
    if (id === store.chosen()) this.turnTo(undefined);
    store.remove(id);
    this.tell({ id: 'matters-removed', name });
    void this.host.updateComplete.then(() =>
      this.host.shadowRoot?.querySelector<HTMLElement>('.told-here')?.focus(),
    );
  };

  readonly save = (matter: Matter, say: Words): void => {
    const name = fileName(`${say('matter-file')} ${matter.name}`, today(), 'json');
    download(name, 'application/json', writeFile(matter));
    this.tell({ id: 'matters-saved', name: matter.name });
  };

  /** Reads a file, and takes it up as a whole or not at all. */
  readonly take = async (file: File | undefined, say: Words): Promise<void> => {
    this.tell(undefined);
    if (!file) return;
    this.reading = true;
    this.again();
    const read = await this.readOut(file);
    this.reading = false;
    if (Array.isArray(read)) {
      this.refused = read;
      this.announce(say('matters-refused', { count: read.length }));
    } else this.place(read);
    this.again();
  };

  private async readOut(file: File): Promise<MatterFile | Reason[]> {
    try {
      const read = readFile(
        new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()),
      );
      if (Array.isArray(read)) return read;
      const { base } = this;
      // Whatever the matter holds is judged; no word of it is said.
      const wanted = { texts: [rulebooks], langs: [], ...(base === undefined ? {} : { base }) };
      const [deciding, simulating] = await Promise.all([
        loadDeciding(wanted),
        loadSimulating(wanted),
      ]);
      const reasons = judged(read, { deciding, simulating });
      return reasons.length > 0 ? reasons : read;
    } catch (error) {
      return [{ code: error instanceof TypeError ? 'json' : 'unjudged', path: '' }];
    }
  }

  /** Puts a sound file on the device; a matter that is there in another state is asked about. */
  private place(file: MatterFile): void {
    const found = store.read(file.id);
    if (found && !('name' in found)) {
      this.write(file, undefined);
      return;
    }
    if (!found) {
      this.write(file, file.id);
      return;
    }
    const { name, made, apart } = file;
    const parts = (given: object) => textOf(given);
    const there = Object.fromEntries(
      Object.entries(found.stored).map(([tool, { part }]) => [tool, part]),
    );
    const same =
      found.name === name && found.made === made && textOf(found.apart) === textOf(apart);
    if (same && parts(there) === parts(file.parts)) {
      this.tell({ id: 'matters-there', name });
      return;
    }
    this.twice = { file, there: found };
  }

  private write(file: MatterFile, id: string | undefined): void {
    const { name, made, apart } = file;
    const own = store.add(name, partsOf(file), {
      ...(id === undefined ? {} : { id }),
      made,
      apart,
    });
    this.tell(own === undefined ? { id: 'matters-no-room', name } : { id: 'matters-taken', name });
  }

  /** Puts the file in place of the matter that is there. Where there is no room, that stays. */
  readonly replace = ({ file, there }: Twice): void => {
    const kept = store.readable(there.id) ?? there;
    const about = store.chosen();
    store.remove(there.id);
    const { name, made, apart } = file;
    const taken = store.add(name, partsOf(file), { id: there.id, made, apart }) !== undefined;
    if (!taken) store.add(kept.name, kept.stored, kept);
    // What the tab keeps of it is what the file took the place of.
    if (about === there.id) {
      if (taken) forget();
      store.choose(about);
    }
    this.tell({ id: taken ? 'matters-taken' : 'matters-no-room', name });
  };

  /** Keeps the file beside the matter that is there, as another one. */
  readonly keepBoth = ({ file }: Twice, say: Words): void => {
    this.write({ ...file, name: nameOf(say('matter-copy', { name: file.name })) }, undefined);
  };

  readonly forget = (): void => this.tell(undefined);

  render(say: Words): TemplateResult {
    return shelf(say, this);
  }
}
