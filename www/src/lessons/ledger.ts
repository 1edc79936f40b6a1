import type {
  Description,
  Failure,
  Finding,
  SimulateRequest,
  Simulation,
} from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import type { LedgerAsk, LedgerLesson } from './types.ts';

/** The engine as lessons on ledgers ask it. */
export interface LedgerEngine {
  simulate(request: SimulateRequest): Simulation | Failure;
  describe(request: { rulebook: string; asOf?: string }): Description | Failure;
  list(): { rulebooks: { rulebook: string; versions: string[] }[] } | Failure;
}

/** What a run of a lesson's ledger is asked with. */
export interface LedgerCase {
  findings: Finding[];
  until?: string;
  reading?: Record<string, string>;
}

/** Runs a lesson's ledger, as it is or altered. */
export function run(
  engine: LedgerEngine,
  { rulebook, findings, until, amounts }: LedgerLesson,
  altered: Partial<LedgerCase> = {},
): Simulation | Failure {
  return engine.simulate({
    rulebook,
    findings,
    forecast: false,
    ...(until === undefined ? {} : { until }),
    ...(amounts === undefined ? {} : { amounts }),
    ...altered,
  });
}

/** What closed the account; `open`, if nothing did. */
export function closure({ status }: Simulation): string {
  return status.open ? 'open' : (status.closedBy ?? 'finding');
}

/**
 * What came of a run, as far as it is asked; nothing where the engine does not say it, as
 * where the finding is not in it.
 */
export function cameOf(simulation: Simulation | Failure, ask: LedgerAsk): string | undefined {
  if (isFailure(simulation)) return undefined;
  const { status, entries } = simulation;
  const entry = 'of' in ask ? entries.find(({ id }) => id === ask.of) : undefined;
  switch (ask.what) {
    case 'points':
      return entry && `${entry.points}`;
    case 'balance':
      return `${status.points}`;
    case 'strikes':
      return `${status.strikes}`;
    case 'closure':
    case 'appeal':
      return closure(simulation);
    case 'ends': {
      const measure = entry?.measures.find(({ code }) => code === ask.measure);
      if (!entry) return undefined;
      if (!measure) return 'none';
      return measure.until === null ? 'final' : measure.until.slice(0, 10);
    }
  }
}
