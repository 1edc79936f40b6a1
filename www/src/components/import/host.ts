import type { Description } from '../../engine/types.ts';
import type { Reader, TakenFinding } from '../../exchange/types.ts';
import type { LedgerState } from '../../state/ledger.ts';

/** What the import asks the tool that opened it. */
export interface Host {
  description: Description;
  rulebook: string;
  /** Today. */
  asOf: string;
  engine: Reader;
  /** Where the files of the engine are; beside the modules, if nothing. */
  base: string | undefined;
  /** The ledger that is there. */
  ledger: LedgerState;
}

/** What an import hands on. */
export type Imported =
  | { state: LedgerState }
  | { findings: TakenFinding[]; replace: boolean; done: boolean };
