import type { Facts, Lang, Value } from '../../engine/types.ts';
import { writeTable } from '../../exchange/table.ts';
import type { Legal } from '../../i18n/legal.ts';
import { casesSay } from './says.ts';

/** A table to look at: cases with a name and what is known of each. */
export interface TableExample {
  rulebook: string;
  issue: string;
  title: Record<Lang, string>;
  /** What the column with the names of cases is called. */
  heading: Record<Lang, string>;
  /** The facts that have a column. */
  columns: string[];
  cases: { name: Record<Lang, string>; facts: Facts; wrong?: Record<string, string> }[];
}

/** Between the members of a set. */
const BETWEEN = ';';

/** An example in the words of a language, as a table that is read like every other one. */
export function exampleTable(lang: Lang, law: Pick<Legal, 'say'>, example: TableExample): string {
  const { heading, columns, cases } = example;
  const [yes = '', no = ''] = ['word-case-yes', 'word-case-no'].map(
    (id) => casesSay.listed(lang, id)[0],
  );
  const [none = ''] = casesSay.listed(lang, 'word-none-of-them');
  const told = (fact: string, value: Value | undefined): string => {
    if (value === undefined) return '';
    if (typeof value === 'boolean') return value ? yes : no;
    if (Array.isArray(value)) {
      return value.length === 0 ? none : value.map((one) => told(fact, one)).join(BETWEEN);
    }
    if (typeof value === 'number' || /^\d{4}-/.test(value)) return `${value}`;
    return law.say(`fact/${fact}/choice/${value}`);
  };
  return writeTable(
    [heading[lang], ...columns.map((fact) => law.say(`fact/${fact}/ask`))],
    cases.map(({ name, facts, wrong = {} }) => [
      name[lang],
      ...columns.map((fact) => wrong[fact] ?? told(fact, facts[fact])),
    ]),
  );
}
