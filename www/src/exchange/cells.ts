import { words } from '../i18n/words.ts';
import { plain } from './plain.ts';

const inEither = (yes: string, no: string) => {
  const list = (id: string) =>
    (['zh', 'en'] as const).flatMap((lang) => words(lang)(id).split('|').map(plain));
  return { yes: new Set(list(yes)), no: new Set(list(no)) };
};

/** Whether a cell says yes; nothing, if it says neither yes nor no. An empty one says no. */
export function readYes(cell: string): boolean | undefined {
  const text = cell.normalize('NFKC').trim().toLowerCase();
  if (['', '0', '×', '✗', '-', '–'].includes(text)) return false;
  if (['1', '√', '✓', '✔'].includes(text)) return true;
  const { yes, no } = inEither('cell-yes', 'cell-no');
  if (yes.has(plain(text))) return true;
  return no.has(plain(text)) ? false : undefined;
}

/** A whole number: `3`, `3.0`, `３`, `3 件`. */
export function readCount(cell: string): number | undefined {
  const [, digits = ''] = /^(\d+)(?:\.0+)?\s*\D*$/.exec(cell.normalize('NFKC').trim()) ?? [];
  return digits === '' ? undefined : Number(digits);
}
