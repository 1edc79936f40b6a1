import { type Description, type Engine, type Failure, isFailure } from './types.ts';

type Describing = Pick<Engine, 'describe'>;

const known = new WeakMap<Describing, Map<string, Description>>();

/**
 * A rulebook as of a day (as of today's law, without one), described once however often it is
 * asked for: a description is long, and the same whoever reads it.
 */
export function describeOnce(
  engine: Describing,
  rulebook: string,
  asOf?: string,
): Description | Failure {
  const own = known.get(engine) ?? new Map<string, Description>();
  known.set(engine, own);
  const key = `${rulebook} ${asOf ?? ''}`;
  const found = own.get(key) ?? engine.describe({ rulebook, ...(asOf ? { asOf } : {}) });
  // A rulebook that is not there may be handed to the engine later.
  if (!isFailure(found)) own.set(key, found);
  return found;
}
