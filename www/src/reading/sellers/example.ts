import type { Lang } from '../../engine/types.ts';
import { writeTable } from '../../exchange/table.ts';
import type { Words } from '../../i18n/words.ts';

/** A seller of the example: days are counted back from today. */
interface Sample extends Record<Lang, string> {
  number: string;
  verified?: number;
  admitted?: number;
  gone?: number;
  /** What stands in place of the day of verification. */
  wrong?: string;
}

/** A list to look at, as a table that is read like every other one. */
export async function exampleList(say: Words, asOf: string): Promise<string> {
  const { default: samples } = await import('../../state/sellers-example.json');
  const back = (days: number | undefined) => {
    if (days === undefined) return '';
    const date = new Date(`${asOf}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() - days);
    return date.toISOString().slice(0, 10);
  };
  return writeTable(
    [
      say('sellers-column-name'),
      say('sellers-column-number'),
      say('sellers-column-verified'),
      say('sellers-column-admitted'),
      say('sellers-column-deregistered'),
    ],
    (samples as Sample[]).map((sample) => {
      const { number, verified, admitted, gone, wrong } = sample;
      return [sample[say.lang], number, wrong ?? back(verified), back(admitted), back(gone)];
    }),
  );
}
