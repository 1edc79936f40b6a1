import type {
  Checked,
  CheckRequest,
  CompareRequest,
  Decide,
  DescribeRequest,
  DraftRequest,
  DutiesRequest,
  Kept,
  PrecedentsRequest,
  ScheduleRequest,
  SimulateRequest,
} from '../../../pkg/author/zhengpin.js';
import init, {
  check,
  compare,
  decide,
  describe,
  draft,
  duties,
  imports,
  keep,
  list,
  precedents,
  schedule,
  simulate,
  take,
} from '../../../pkg/author/zhengpin.js';
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

export type * from '../../../pkg/author/zhengpin.js';
export type { EngineSource, StartWasm, WasmFile, WasmInstance } from './source.ts';
export { isFailure } from './types.ts';

/** The engine that also takes rulebooks with a request, under `with`. */
export interface AuthorEngine {
  decide: Decide;
  simulate(request: SimulateRequest): Simulation | Failure;
  compare(request: CompareRequest): Comparison | Failure;
  draft(request: DraftRequest): Draft | Failure;
  precedents(request: PrecedentsRequest): Precedents | Failure;
  schedule(request: ScheduleRequest): Schedule | Failure;
  duties(request: DutiesRequest): Duties | Failure;
  describe(request: DescribeRequest): Description | Failure;
  list(): Rulebooks | Failure;
  /** What the checker finds in rulebooks of one's own. */
  check(request: CheckRequest): Checked | Failure;
  /** Checks and compiles rulebooks of one's own, and keeps them to be asked many times. */
  keep(request: CheckRequest): Kept | Failure;
}

/** Loads that engine. Its wasm file is `zhengpin-author_bg.wasm`. */
export const createAuthorEngine: (source: EngineSource) => Promise<AuthorEngine> = starting(
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
  },
);
