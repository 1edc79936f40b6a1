import type { Lang } from '../engine/types.ts';
import { kindsOf } from '../exchange/kinds.ts';
import { lawOf } from '../exchange/law.ts';
import type { ColumnId, Reader } from '../exchange/types.ts';

/** What a table can have under a rulebook, in the order in which we write it, with its names. */
export function columnNames(engine: Reader, rulebook: string, lang: Lang): Map<ColumnId, string> {
  const kinds = kindsOf(lawOf(engine, rulebook));
  return new Map(kinds.map(({ id, names }) => [id, names[lang][0] ?? id]));
}
