import type { Line } from './cut.ts';
import { looksLikeDay } from './days.ts';
import { freed } from './spelling.ts';

/**
 * What is wrong with the quotation marks of a row. A mark that stands for itself does no harm
 * where the row has as many cells as there are headings; a cell over several lines does, where
 * one of them is a row of its own that the marks have swallowed.
 */
export function faultOf(
  { cells, fault }: Line,
  width: number,
  day: number,
  separator: string | undefined,
): Line['fault'] {
  if (fault && cells.length !== width) return fault;
  if (separator === undefined || day < 0) return undefined;
  const swallows = cells.some((cell, place) =>
    cell
      .split(/\r\n|\r|\n/)
      .slice(1)
      .some((text) => {
        const parts = text.split(separator);
        return parts.length > place && looksLikeDay(freed(parts[day] ?? ''));
      }),
  );
  return swallows ? 'quote_open' : undefined;
}
