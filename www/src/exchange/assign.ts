import { type Kind, type Naming, namedBy } from './kinds.ts';
import type { Profile } from './profile.ts';
import { wordsOf } from './says.ts';
import { plain } from './spelling.ts';
import { readAppeal } from './statuses.ts';
import type { Answers, ColumnId, ColumnRead, Question, Why } from './types.ts';

/** What a column could be, and on what ground. */
interface Claim {
  id: ColumnId;
  by: Naming | 'value';
  /** Whether the values say so as well. */
  values: boolean;
  /** Whether the column speaks of the state of the finding, not of an appeal. */
  state?: boolean;
}

/** A column while it is being assigned. */
interface Draft {
  profile: Profile;
  claims: Claim[];
  is: ColumnId | undefined;
  why: Why;
  asked: boolean;
}

/** The columns, and the questions about what they are. */
export interface Assigned {
  columns: ColumnRead[];
  questions: Question[];
  /** Places of columns that speak of the state of the finding rather than of an appeal. */
  states: Set<number>;
}

/** Kinds of which a table can hold many columns: the first is taken. */
const MANY: ColumnId[] = ['number', 'listing', 'shop', 'measures', 'end', 'ignored'];
/** Kinds without which there is no finding. */
const NEEDED: ColumnId[] = ['day', 'tier'];
/** Kinds that a column with their very name is, or nothing. */
const EXACT: ColumnId[] = ['points', 'strike'];
const RANK = { name: 2, part: 1, value: 0 };

/** What each column holds: by what the caller said, by its heading, by its values. */
export function assign(profiles: Profile[], kinds: Kind[], answers: Answers): Assigned {
  const drafts = profiles.map((profile) => drafted(profile, kinds, answers));
  const questions: Question[] = [];
  for (const kind of new Set(drafts.flatMap(({ claims }) => claims.map(({ id }) => id)))) {
    settle(kind, drafts, questions);
  }
  for (const draft of drafts) {
    if (draft.is === undefined && !draft.asked && draft.claims.length > 1) {
      questions.push(askColumn(draft, kinds));
    }
  }
  for (const kind of NEEDED) {
    const open = drafts.some(
      ({ is, asked, claims }) => is === kind || (asked && claims.some(({ id }) => id === kind)),
    );
    if (!open) askNeeded(kind, drafts, questions);
  }
  const columns = drafts.map(
    ({ profile, is, why, claims, asked }): ColumnRead => ({
      place: profile.place,
      heading: profile.heading,
      examples: [...profile.values.keys()].slice(0, 5),
      filled: profile.filled,
      is: asked ? undefined : (is ?? 'ignored'),
      why: asked ? 'asked' : why,
      also: claims.map(({ id }) => id).filter((id) => id !== is),
    }),
  );
  const states = drafts.filter(({ profile }) => isState(profile.heading));
  return { columns, questions, states: new Set(states.map(({ profile }) => profile.place)) };
}

function isState(heading: string): boolean {
  return wordsOf('names-state').some((name) => plain(name) === plain(heading));
}

function drafted(profile: Profile, kinds: Kind[], { columns = {} }: Answers): Draft {
  const said = columns[profile.place];
  const known = said === 'ignored' || kinds.some(({ id }) => id === said);
  if (said !== undefined && known) {
    return { profile, claims: [], is: said, why: 'answered', asked: false };
  }
  const claims = claimsOf(profile, kinds);
  const why: Why = profile.filled === 0 ? 'empty' : 'nothing_known';
  return { profile, claims, is: undefined, why, asked: false };
}

/** What a column could be, likeliest first. */
function claimsOf(profile: Profile, kinds: Kind[]): Claim[] {
  const { heading, filled } = profile;
  const named = namedBy(heading, kinds);
  if (filled === 0) return named.length === 1 ? named.map(({ id }) => claim(id, 'name')) : [];
  const state = isState(heading) ? [{ ...claim('status', 'part'), state: true }] : [];
  const values = byValues(profile);
  const agreed = named.filter(({ id }) => agrees(id, profile));
  const own = agreed.map(({ id, by }): Claim => ({ id, by, values: values.includes(id) }));
  if (own.length + state.length > 0) {
    const parts = ['ignored', 'end'].flatMap((id) => own.filter((one) => one.id === id));
    const claims = parts[0]?.by === 'part' ? parts.slice(0, 1) : [...own, ...state];
    return doubted(claims, heading);
  }
  // 时间 with whole days in it: its heading speaks of the moment all the same.
  const timed = named.some(({ id }) => id === 'time') && values.includes('day');
  if (timed) return [{ id: 'day', by: 'name', values: true }];
  // What its heading names, and its values are not, is not taken for something else.
  const strict = named.filter(({ by, id }) => by === 'name' && EXACT.includes(id));
  if (strict.length > 0) return strict.map(({ id }) => claim(id, 'name'));
  if (values.length > 0) {
    const told = values.map((id): Claim => ({ id, by: 'value', values: true }));
    return doubted(told, heading);
  }
  return named.filter(({ by }) => by === 'name').map(({ id }) => claim(id, 'name'));
}

/** A day under a heading that nobody knows by name may be any day: it is asked. */
function doubted(claims: Claim[], heading: string): Claim[] {
  const [only, ...others] = claims;
  const unsure = only?.id === 'day' && only.by !== 'name' && others.length === 0;
  return unsure && heading.trim() !== '' ? [only, claim('ignored', only.by)] : claims;
}

const claim = (id: ColumnId, by: Claim['by']): Claim => ({ id, by, values: false });

/** What the values alone say. */
function byValues({ share, counts, values }: Profile): ColumnId[] {
  if (share.day >= 0.6) return ['day'];
  if (share.clock >= 0.6) return ['time'];
  if (share.tier + share.fakes >= 0.5) return ['tier'];
  if (share.appeal >= 0.5) return ['status'];
  // A few cells that speak of appeals are not passed over unasked.
  if (share.appeal > 0) return ['status', 'ignored'];
  const small = [...values.keys()].every((value) => plain(value).length <= 4);
  return share.count >= 0.9 && small && !counts ? ['items', 'points'] : [];
}

/** Whether what stands in a column can be what its heading says. */
function agrees(id: ColumnId, { share, values }: Profile): boolean {
  switch (id) {
    case 'day':
    case 'end':
      return share.day >= 0.2;
    case 'time':
      return share.clock >= 0.2;
    case 'tier':
      return share.tier + share.fakes > 0 || (share.day < 0.5 && share.count < 0.5);
    case 'items':
      return share.count >= 0.3;
    case 'points':
      return share.points >= 0.3;
    case 'status':
    case 'measures':
      return share.day < 0.5;
    default:
      return id.startsWith('circumstance/') || id === 'reversed'
        ? share.yes > 0 || values.size <= 6
        : true;
  }
}

/** Which of the columns that could be one thing is it. */
function settle(kind: ColumnId, drafts: Draft[], questions: Question[]): void {
  const holders = drafts.filter(
    ({ claims, is }) => is === undefined && claims.some(({ id }) => id === kind),
  );
  const single = holders.filter(({ claims, asked }) => claims.length === 1 && !asked);
  const answered = drafts.some(({ is, why }) => is === kind && why === 'answered');
  if (answered && !MANY.includes(kind)) {
    for (const holder of single) step(holder, 'other_column');
    for (const holder of holders) holder.claims = holder.claims.filter(({ id }) => id !== kind);
    return;
  }
  if (single.length === 0) return;
  const best = Math.max(...single.map((holder) => weight(holder, kind)));
  const top = single.filter((holder) => weight(holder, kind) === best);
  const [first] = top;
  if (!first) return;
  // Which of several days is that of the decision decides the window and the year: it is asked
  // even where one heading says more than the other.
  const days = kind === 'day' && !sameValues(single);
  if (!days && (top.length === 1 || MANY.includes(kind) || sameValues(top))) {
    for (const holder of single) {
      if (holder === first) take(holder, kind);
      else if (kind === 'ignored' || kind === 'end') take(holder, kind);
      else if (kind === 'status' && says(holder)) askAlone(holder, kind, questions);
      else step(holder, 'other_column');
    }
    return;
  }
  for (const holder of single) {
    holder.asked = true;
    holder.why = 'asked';
  }
  questions.push({
    id: `which/${kind}`,
    topic: 'which',
    column: kind,
    values: [ask('', single, [...single.map(({ profile }) => `${profile.place}`), 'none'])],
    blocks: true,
  });
}

function take(draft: Draft, kind: ColumnId): void {
  const [claim] = draft.claims;
  draft.is = kind;
  if (claim?.by === 'value') draft.why = 'values';
  else draft.why = claim?.values ? 'heading_and_values' : 'heading';
}

function step(draft: Draft, why: Why): void {
  draft.is = 'ignored';
  draft.why = why;
}

/** How much speaks for a column. */
function weight({ profile: { share }, claims }: Draft, kind: ColumnId): number {
  const [claim] = claims;
  const rank = claim ? RANK[claim.by] : 0;
  if (kind !== 'tier') return rank;
  if (share.tier >= 0.3) return 20 + rank;
  return share.fakes >= 0.3 ? 10 + rank : rank;
}

function sameValues(drafts: Draft[]): boolean {
  const told = ({ profile }: Draft) => JSON.stringify([...profile.values]);
  const [first, ...rest] = drafts;
  return first !== undefined && rest.every((draft) => told(draft) === told(first));
}

/** Whether a column of states says more than that the penalty stands. */
function says({ profile }: Draft): boolean {
  return [...profile.values.keys()].some((value) => readAppeal(value, 'state') !== 'none');
}

function askAlone(draft: Draft, kind: ColumnId, questions: Question[]): void {
  draft.asked = true;
  questions.push({
    id: `column/${draft.profile.place}`,
    topic: 'column',
    place: draft.profile.place,
    values: [ask('', [draft], ['ignored', kind])],
    blocks: true,
  });
}

function askColumn(draft: Draft, kinds: Kind[]): Question {
  draft.asked = true;
  const claimed = draft.claims.map(({ id }) => id);
  const sums = kinds.map(({ id }) => id).filter((id) => id.startsWith('amount/'));
  const numbers = claimed.includes('items') && claimed.includes('points');
  return {
    id: `column/${draft.profile.place}`,
    topic: 'column',
    place: draft.profile.place,
    values: [ask('', [draft], [...new Set([...claimed, ...(numbers ? sums : []), 'ignored'])])],
    blocks: true,
  };
}

/** Asks for a column without which there is no finding. */
function askNeeded(kind: ColumnId, drafts: Draft[], questions: Question[]): void {
  const open = drafts.filter(({ why, profile }) => why !== 'answered' && profile.filled > 0);
  const places = open
    .toSorted((a, b) => Number(b.is === undefined) - Number(a.is === undefined))
    .map(({ profile }) => `${profile.place}`);
  if (places.length === 0) return;
  questions.push({
    id: `which/${kind}`,
    topic: 'which',
    column: kind,
    values: [ask('', open, places)],
    blocks: true,
  });
}

function ask(value: string, drafts: Draft[], options: string[]): Question['values'][number] {
  const count = Math.max(0, ...drafts.map(({ profile }) => profile.filled));
  return { key: '', value, count, rows: [], options };
}
