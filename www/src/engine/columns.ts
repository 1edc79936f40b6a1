import type {
  Checked,
  CheckRequest,
  CompareRequest,
  Decide,
  DecisionColumns,
  DecisionColumnsRequest,
  DescribeRequest,
  DraftRequest,
  DutiesRequest,
  Kept,
  LedgerColumns,
  LedgerColumnsRequest,
  PrecedentsRequest,
  ScheduleRequest,
  SimulateRequest,
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
import { beside, type EngineSource, starting } from './source.ts';
import type {
  Comparison,
  Description,
  Draft,
  Duties,
  Failure,
  Precedents,
  Rulebooks,
  Schedule,
  Simulation,
} from './types.ts';

export type * from '../../../pkg/columns/zhengpin.js';
export type { EngineSource, StartWasm, WasmFile, WasmInstance } from './source.ts';
export { isFailure } from './types.ts';

/**
 * The engine for many rows: facts and findings as typed arrays in, verdicts, entries and accounts
 * as typed arrays out. It answers every other request too, and takes rulebooks under `with`. It
 * is made for speed and not for size, and no page loads it.
 */
export interface ColumnsEngine {
  decide: Decide;
  simulate(request: SimulateRequest): Simulation | Failure;
  compare(request: CompareRequest): Comparison | Failure;
  draft(request: DraftRequest): Draft | Failure;
  precedents(request: PrecedentsRequest): Precedents | Failure;
  schedule(request: ScheduleRequest): Schedule | Failure;
  duties(request: DutiesRequest): Duties | Failure;
  describe(request: DescribeRequest): Description | Failure;
  list(): Rulebooks | Failure;
  /** Makes an issue of a rulebook ready, so that many rows can be decided in columns. */
  decisionColumns(request: DecisionColumnsRequest): DecisionColumns | Failure;
  /** Makes a ledger ready, so that the findings of many sellers can be run in columns. */
  ledgerColumns(request: LedgerColumnsRequest): LedgerColumns | Failure;
  /** What the checker finds in rulebooks of one's own. */
  check(request: CheckRequest): Checked | Failure;
  /** Checks and compiles rulebooks of one's own, and keeps them to be asked many times. */
  keep(request: CheckRequest): Kept | Failure;
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
