import type { Lang } from '../engine/types.ts';
import type { Words } from '../i18n/words.ts';
import type { Finding } from '../state/findings.ts';
import type { Column } from './columns.ts';
import { writeTable } from './table.ts';

/** Columns that a table has although nothing stands in them. */
const ALWAYS = ['day', 'tier', 'items'];

/** Findings as a table, in the words of a language. It can be read back. */
export function writeFindings(
  findings: Finding[],
  columns: Column[],
  title: (tier: string) => string,
  say: Words,
): string {
  const cell = (finding: Finding, { id }: Column): string => {
    const [what = '', name = ''] = id.split('/');
    const yes = (on: boolean | undefined) => (on ? (say('cell-yes').split('|')[0] ?? '') : '');
    switch (what) {
      case 'day':
        return finding.day;
      case 'time':
        return finding.time ?? '';
      case 'tier':
        return title(finding.tier);
      case 'items':
        return `${finding.items ?? ''}`;
      case 'amount':
        return `${finding.amounts?.[name] ?? ''}`;
      case 'label':
        return finding.labels?.[name] ?? '';
      case 'exam':
        return finding.exam === false ? (say('cell-no').split('|')[0] ?? '') : (finding.exam ?? '');
      case 'reversed':
        return yes(finding.reversed);
      default:
        return yes(finding.circumstances?.includes(name));
    }
  };
  const used = columns.filter(
    (column) =>
      findings.length === 0 ||
      ALWAYS.includes(column.id) ||
      findings.some((finding) => cell(finding, column) !== ''),
  );
  return writeTable(
    used.map(({ names }) => heading(names, say.lang)),
    findings.map((finding) => used.map((column) => cell(finding, column))),
  );
}

function heading(names: Column['names'], lang: Lang): string {
  return names[lang][0] ?? '';
}
