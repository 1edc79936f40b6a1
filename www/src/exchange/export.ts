import type { Lang, SimulateRequest, Simulation } from '../engine/types.ts';
import { download } from './download.ts';
import type { Reader, TakenFinding } from './types.ts';
import { writeFindings } from './write.ts';

/** Findings as a table for spreadsheets, in the words of a language. */
export function exportTable(
  engine: Reader,
  rulebook: string,
  findings: TakenFinding[],
  lang: Lang,
  name: string,
): void {
  download(`${name}.csv`, 'text/csv', writeFindings(findings, { engine, rulebook, lang }));
}

/** A ledger as the request to the engine, with its answer. */
export function exportRequest(
  request: SimulateRequest,
  answer: Simulation | undefined,
  name: string,
): void {
  const text = JSON.stringify({ request, answer }, undefined, 2);
  download(`${name}.json`, 'application/json', `${text}\n`);
}
