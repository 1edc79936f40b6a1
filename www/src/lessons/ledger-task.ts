import { isFailure } from '../engine/types.ts';
import { inOrder, MOST_WRONG, ranked, separated } from './alteration.ts';
import type { Found } from './found.ts';
import { cameOf, type LedgerEngine, run } from './ledger.ts';
import { alterations } from './ledger-alterations.ts';
import { refusal, type Trouble, trouble } from './trouble.ts';
import type { LedgerLesson } from './types.ts';
import { versionsOf } from './versions.ts';

/** Sets a lesson on a ledger: by runs under other readings, in other years, with one thing otherwise. */
export function ledgerTask(engine: LedgerEngine, lesson: LedgerLesson): Found | Trouble {
  const { rulebook, ask } = lesson;
  const simulation = run(engine, lesson);
  if (isFailure(simulation)) return refusal(simulation);
  const last = simulation.entries.at(-1);
  const description = engine.describe({
    rulebook,
    ...(last ? { asOf: last.issued.slice(0, 10) } : {}),
  });
  if (isFailure(description)) return refusal(description);
  const { ledger } = description;
  const truth = cameOf(simulation, ask);
  if (truth === undefined || !ledger) return trouble('nothing_to_ask', '/ask', {});
  if (ask.what === 'appeal') return { ...appeals(engine, lesson), description, simulation };
  const all = alterations(lesson, ledger, versionsOf(engine, rulebook));
  const wrong = separated(ranked(all, lesson.vary), truth, (altered) =>
    cameOf(run(engine, lesson, altered), ask),
  );
  return { truth, options: inOrder([{ key: truth }, ...wrong]), description, simulation };
}

/** Each finding, with what comes of the account where it alone is reversed. */
function appeals(
  engine: LedgerEngine,
  lesson: LedgerLesson,
): Pick<Found, 'truth' | 'options'> | Trouble {
  const { findings, ask } = lesson;
  const reversed = findings.map(({ id }) => {
    const next = findings.map((one) => (one.id === id ? { ...one, reversed: true } : one));
    return { key: id, outcome: cameOf(run(engine, lesson, { findings: next }), ask) };
  });
  const right = reversed.filter(({ outcome }) => outcome === 'open');
  const [only] = right;
  if (!only || right.length > 1) {
    return trouble('no_single_answer', '/findings', { count: right.length });
  }
  const wrong = reversed
    .filter(({ key }) => key !== only.key)
    .slice(0, MOST_WRONG)
    .map(({ key, outcome = '' }) => ({ key, apart: { kind: 'then' as const, outcome } }));
  const order = findings.map(({ id }) => id);
  return { truth: only.key, options: inOrder([{ key: only.key }, ...wrong], order) };
}
