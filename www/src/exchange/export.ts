import type { Description, SimulateRequest, Simulation } from '../engine/types.ts';
import { legal } from '../i18n/legal.ts';
import type { Words } from '../i18n/words.ts';
import { type Finding, inOrder } from '../state/findings.ts';
import { columnsOf } from './columns.ts';
import { download } from './download.ts';
import { writeFindings } from './write.ts';

/** Findings as a table for spreadsheets, in the words of a language. */
export function exportTable(
  description: Description,
  findings: Finding[],
  say: Words,
  name: string,
): void {
  const { ledger } = description;
  if (!ledger) return;
  const law = { zh: legal(description, 'zh'), en: legal(description, 'en') };
  const title = (tier: string) => law[say.lang].say(`tier/${tier}/title`);
  const table = writeFindings(inOrder(findings, ledger), columnsOf(ledger, law), title, say);
  download(`${name}.csv`, 'text/csv', table);
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
