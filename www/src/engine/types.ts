import type {
  CompareRequest,
  Comparison,
  Decide,
  DescribeRequest,
  Description,
  Draft,
  DraftRequest,
  Duties,
  DutiesRequest,
  Failure,
  Precedents,
  PrecedentsRequest,
  Rulebooks,
  Schedule,
  ScheduleRequest,
  SimulateRequest,
  Simulation,
} from '../../../pkg/zhengpin.js';

export type * from '../../../pkg/zhengpin.js';

/** A language of the product. */
export type Lang = 'zh' | 'en';

/** The words of the rulebooks and instruments in one language. */
export interface Catalogue {
  rulebooks: Record<string, Record<string, string>>;
  instruments: Record<string, Record<string, string>>;
}

/** The engine, as pages and programs call it. What is wrong with a request is a value. */
export interface Engine {
  decide: Decide;
  simulate(request: SimulateRequest): Simulation | Failure;
  compare(request: CompareRequest): Comparison | Failure;
  schedule(request: ScheduleRequest): Schedule | Failure;
  draft(request: DraftRequest): Draft | Failure;
  precedents(request: PrecedentsRequest): Precedents | Failure;
  duties(request: DutiesRequest): Duties | Failure;
  describe(request: DescribeRequest): Description | Failure;
  list(): Rulebooks | Failure;
}

/** Whether the engine refused the request. */
export function isFailure(answer: object): answer is Failure {
  return 'error' in answer;
}
