import type {
  DecisionColumns,
  DecisionColumnsRequest,
  LedgerColumns,
  LedgerColumnsRequest,
} from '../../../pkg/columns/zhengpin.js';
import init, {
  check,
  compare,
  decide,
  decisionColumns,
  describe,
  draft,
  duties,
  imports,
  keep,
  ledgerColumns,
  list,
  precedents,
  schedule,
  simulate,
  take,
} from '../../../pkg/columns/zhengpin.js';
import type { AuthorEngine } from './author.ts';
import { beside, type EngineSource, starting } from './source.ts';
import type { Failure } from './types.ts';

export type * from '../../../pkg/columns/zhengpin.js';
export type { EngineSource, StartWasm, WasmFile, WasmInstance } from './source.ts';
export { isFailure } from './types.ts';

/**
 * The engine for many rows: facts and findings as typed arrays in, verdicts, entries and accounts
 * as typed arrays out. It answers every other request too, and takes rulebooks under `with`. It
 * is made for speed and not for size, and no page loads it.
 */
export interface ColumnsEngine extends AuthorEngine {
  /** Makes an issue of a rulebook ready, so that many rows can be decided in columns. */
  decisionColumns(request: DecisionColumnsRequest): DecisionColumns | Failure;
  /** Makes a ledger ready, so that the findings of many sellers can be run in columns. */
  ledgerColumns(request: LedgerColumnsRequest): LedgerColumns | Failure;
}

/** Loads that engine. Its wasm file is `zhengpin-columns_bg.wasm`. */
export const createColumnsEngine: (source: EngineSource) => Promise<ColumnsEngine> = starting(
  beside({ default: init, imports, take }),
  {
    decide,
    simulate,
    compare,
    draft,
    precedents,
    schedule,
    duties,
    describe,
    list,
    check,
    keep,
    decisionColumns,
    ledgerColumns,
  },
);
