import { looksLikeDay } from '../../exchange/days.ts';
import { type Kind, namedBy } from '../../exchange/kinds.ts';
import { readYes } from '../../exchange/numbers.ts';
import { listed, wordsOf } from '../../exchange/says.ts';
import { examplesOf, mostly, type SeenColumn } from '../seen-columns.ts';
import type { SellerAnswers, SellerColumn, SellerColumnRead } from './types.ts';

/** What columns can hold, and the messages with the headings by which they are known. */
const NAMED: [SellerColumn, string, string?][] = [
  ['name', 'names-seller', 'names-seller-part'],
  ['number', 'names-seller-number'],
  ['verified', 'names-verified', 'names-verified-part'],
  ['admitted', 'names-admitted'],
  ['deregistered', 'names-deregistered', 'names-deregistered-part'],
];

/** The columns that a list of sellers can have, in the order in which we write them. */
export function sellerKinds(): Kind<SellerColumn>[] {
  return NAMED.map(([id, names, parts]) => ({
    id,
    names: { zh: listed('zh', names), en: listed('en', names) },
    parts: parts === undefined ? [] : wordsOf(parts),
  }));
}

/**
 * What each column holds: by what was said of it, by its heading, and, where no heading says
 * it, by its values. Of two columns that could be one thing neither is taken: it is asked.
 */
export function assignSellers(
  headings: string[],
  profiles: SeenColumn[],
  { columns: said = {} }: SellerAnswers,
): SellerColumnRead[] {
  const kinds = sellerKinds();
  const claims = profiles.map((profile) => claimed(headings[profile.place] ?? '', profile, kinds));
  const held = (kind: SellerColumn) =>
    profiles.filter(({ place }) => said[place] === kind || claims[place] === kind);
  const days = profiles.filter(
    (one) => claims[one.place] === undefined && mostly(one, looksLikeDay),
  );
  // A single column of days without a name that we know is that of the verification.
  const [only] = days;
  if (only && days.length === 1 && held('verified').length === 0 && isNameless(headings)) {
    claims[only.place] = 'verified';
  }
  const text = profiles.find(
    (one) => claims[one.place] === undefined && !days.includes(one) && one.values.size > 0,
  );
  if (text && held('name').length + held('number').length === 0) claims[text.place] = 'name';
  const wanted = held('verified').length === 0;
  return profiles.map((profile) => {
    const { place } = profile;
    const column = { place, heading: headings[place] ?? '', examples: examplesOf(profile) };
    const kind = claims[place];
    if (said[place] !== undefined) return { ...column, is: said[place] };
    if (kind === undefined) {
      const asked = wanted && days.some((one) => one.place === place);
      return { ...column, is: asked ? undefined : 'ignored' };
    }
    const rivals = profiles.filter((one) => claims[one.place] === kind && !said[one.place]);
    const taken =
      Object.values(said).includes(kind) || (FIRST.includes(kind) && place !== rivals[0]?.place);
    if (taken) return { ...column, is: 'ignored' };
    return { ...column, is: rivals.length > 1 && !FIRST.includes(kind) ? undefined : kind };
  });
}

/** Of several such columns the first is taken. */
const FIRST: SellerColumn[] = ['name', 'number'];

const isNameless = (headings: string[]) => headings.every((heading) => heading === '');

/** What a heading says a column holds, as long as its values can be that. */
function claimed(
  heading: string,
  profile: SeenColumn,
  kinds: Kind<SellerColumn>[],
): SellerColumn | undefined {
  const [first] = namedBy(heading, kinds);
  if (!first) return undefined;
  const { id } = first;
  const empty = profile.values.size === 0;
  if (id === 'deregistered') {
    const fits = (value: string) => looksLikeDay(value) || readGone(value) !== undefined;
    return empty || mostly(profile, fits) ? id : undefined;
  }
  if (first.by === 'name' || empty) return id;
  const isDay = mostly(profile, looksLikeDay);
  return isDay === (id === 'verified') ? id : undefined;
}

/** Whether a cell says that a seller is deregistered; nothing, if it says neither. */
export function readGone(cell: string): boolean | undefined {
  const has = (id: string) => wordsOf(id).includes(cell.trim().toLowerCase());
  if (has('word-gone')) return true;
  if (has('word-there')) return false;
  return readYes(cell);
}

/** Whether a cell says that there was none: never verified, no day. */
export function saysNone(cell: string): boolean {
  return cell === '' || wordsOf('word-never').includes(cell.trim().toLowerCase());
}
