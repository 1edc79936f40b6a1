import type { Lang } from '../engine/types.ts';
import { inOrder } from '../state/findings.ts';
import { type Kind, kindsOf } from './kinds.ts';
import { type Law, lawOf } from './law.ts';
import { listed } from './says.ts';
import { plain } from './spelling.ts';
import { writeTable } from './table.ts';
import { TierWords } from './tiers.ts';
import type { Reader, TakenFinding } from './types.ts';

/** Columns that a table has although nothing stands in them. */
const ALWAYS = ['day', 'tier', 'items'];
/** Columns that findings have; the others are only read. */
const OURS = ['day', 'time', 'tier', 'items', 'points', 'strike', 'measures', 'exam', 'reversed'];

/** In which words a table is written, and by which rulebook. */
export interface WriteOptions {
  engine: Reader;
  rulebook: string;
  lang: Lang;
}

/**
 * Findings as a table in CSV, in the words of a language, in order of time. `readFindings` reads
 * it back as the same findings, numbered anew. Without findings it is an empty table with every
 * column that there can be.
 *
 * @example
 * const text = writeFindings(findings, { engine, rulebook: 'taobao/counterfeit', lang: 'zh' });
 */
export function writeFindings(findings: TakenFinding[], options: WriteOptions): string {
  const { engine, rulebook, lang } = options;
  const law = lawOf(engine, rulebook);
  const writer = new Writer(law, lang);
  const kinds = kindsOf(law).filter(({ id }) => OURS.includes(id) || id.includes('/'));
  const rows: TakenFinding[] = inOrder(findings, law);
  const used = kinds.filter(
    (kind) =>
      findings.length === 0 ||
      ALWAYS.includes(kind.id) ||
      rows.some((finding) => writer.cell(finding, kind) !== ''),
  );
  return writeTable(
    used.map(({ names }) => names[lang][0] ?? ''),
    rows.map((finding) => used.map((kind) => writer.cell(finding, kind))),
  );
}

class Writer {
  private readonly words: TierWords;
  private readonly yes: string;
  private readonly no: string;

  constructor(
    private readonly law: Law,
    private readonly lang: Lang,
  ) {
    this.words = new TierWords(law);
    this.yes = listed(lang, 'word-yes')[0] ?? '';
    this.no = listed(lang, 'word-no')[0] ?? '';
  }

  /** What stands in a cell. */
  cell(finding: TakenFinding, { id }: Kind): string {
    const [what = '', name = ''] = id.split('/');
    const { taken, exam } = finding;
    switch (what) {
      case 'day':
        return finding.day;
      case 'time':
        return finding.time ?? '';
      case 'tier':
        return this.tier(finding.tier);
      case 'items':
        return `${finding.items ?? ''}`;
      case 'points':
        return `${taken?.points ?? ''}`;
      case 'strike':
        return taken?.strike === undefined ? '' : taken.strike ? this.yes : this.no;
      case 'measures':
        return taken?.measures === undefined ? '' : this.measures(taken.measures);
      case 'amount':
        return `${finding.amounts?.[name] ?? ''}`;
      case 'label':
        return finding.labels?.[name] ?? '';
      case 'exam':
        return exam === false ? this.no : (exam ?? '');
      case 'reversed':
        return finding.reversed ? this.yes : '';
      default:
        return finding.circumstances?.includes(name) ? this.yes : '';
    }
  }

  /** The title of a tier; its id, where the title would be read as something else. */
  private tier(id: string): string {
    const title = this.law.words[this.lang].say(`tier/${id}/title`);
    return this.words.read(title).tier === id ? title : id;
  }

  private measures(ids: string[]): string {
    if (ids.length === 0) return listed(this.lang, 'word-nothing')[0] ?? '';
    const titled = (id: string) => this.law.words[this.lang].say(`measure/${id}/title`);
    const known = ids.map((id) => {
      const same = this.law.measures.filter((one) => plain(titled(one)) === plain(titled(id)));
      return same.length === 1 && !/[、；;，,/|\n]/.test(titled(id)) ? titled(id) : id;
    });
    return known.join(this.lang === 'zh' ? '、' : '; ');
  }
}
