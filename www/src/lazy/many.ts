/** The table of cases and what is shown of it: loaded beside the engine. */
import '../i18n/words-comparison.ts';
import '../i18n/words-many-cases.ts';
import '../i18n/words-table.ts';
import type { TableExample } from '../reading/many/example.ts';
import file from '../styles/file.css?inline';
import many from '../styles/many.css?inline';
import rows from '../styles/rows.css?inline';

export { caseTable } from '../components/many/case-table.ts';
export { ManyPart } from '../components/many/many-part.ts';
export { DRAFTS } from '../engine/drafts.ts';

/** The tables to look at. */
export const loadExamples = (): Promise<TableExample[]> =>
  import('../state/many-examples.json').then(({ default: all }) => all as TableExample[]);

export const css = rows + file + many;
