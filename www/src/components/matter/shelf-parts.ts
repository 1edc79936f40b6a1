import type { Words } from '../../i18n/words.ts';
import type { MatterFile, Reason } from '../../state/matter/file.ts';
import type { Matter } from '../../state/matter/types.ts';

/** What is said of the last command: by message, with a name. */
export interface Told {
  id: string;
  name: string;
}

/** A file that is sound, of a matter that the device keeps in another state. */
export interface Twice {
  file: MatterFile;
  there: Matter;
}

/** What the page of matters shows, and what can be done there. */
export interface ShelfParts {
  readonly told: Told | undefined;
  /** Why the file chosen last was refused. */
  readonly refused: Reason[];
  readonly twice: Twice | undefined;
  /** The matter that is about to be deleted, or called otherwise. */
  readonly deleting: string | undefined;
  readonly renaming: string | undefined;
  readonly reading: boolean;
  /** Begins an empty matter; returns whether the browser keeps it. */
  begin(name: string): boolean;
  /** Makes a matter the one that this tab is about. */
  open(matter: Pick<Matter, 'id'>): void;
  rename(id: string, name: string): boolean;
  ask(what: { deleting?: string; renaming?: string }): void;
  remove(id: string, name: string): void;
  save(matter: Matter, say: Words): void;
  /** Reads a file, and takes it up as a whole or not at all. */
  take(file: File | undefined, say: Words): Promise<void>;
  /** Of a file and the matter that is there: the file instead, both, or as it was. */
  replace(twice: Twice): void;
  keepBoth(twice: Twice, say: Words): void;
  forget(): void;
}
