import { today } from '../../i18n/dates.ts';
import { isObject } from '../shape.ts';
import { get, namesAt, put } from '../storage.ts';
import { HELD, type Head, type HeldTool, type Matter, type Part, type Stored } from './types.ts';

/**
 * The form in which matters are written. One that is newer is left alone and said to be so; an
 * older one is read by a reader of its own here, which turns it into this one.
 */
export const FORMAT = 1;

/** Under these names the device keeps matters: one entry for the head, one for each part. */
const ROOM = 'matter:';

/** A matter that is there and cannot be read: written by a later version, or damaged. */
export interface Unreadable {
  id: string;
  why: 'newer' | 'damaged';
}

/**
 * What came of writing: done; somebody else has written since (`behind`); the matter was deleted
 * (`gone`); the browser has no room or no leave (`refused`).
 */
export type Written = { token: string } | 'behind' | 'gone' | 'refused';

/** The matter and the tool that an entry of the device's storage belongs to. */
export function entryOf(key: string): { id: string; tool: string | undefined } | undefined {
  const [, id, tool] = /^zhengpin:matter:([^:]+)(?::(.+))?$/.exec(key) ?? [];
  return id === undefined ? undefined : { id, tool };
}

/** The matter that this tab is about. */
export function chosen(): string | undefined {
  const id = get('tab', 'matter');
  return typeof id === 'string' ? id : undefined;
}

/** Says which matter this tab is about; returns whether the browser keeps that. */
export function choose(id: string | undefined): boolean {
  return put('tab', 'matter', id);
}

function asHead(value: unknown): Head | Unreadable['why'] {
  if (!isObject(value) || !Number.isSafeInteger(value.format)) return 'damaged';
  const { format, name, made, apart } = value;
  if (Number(format) > FORMAT) return 'newer';
  const texts = Array.isArray(apart) && apart.every((one) => typeof one === 'string');
  const whole = format === FORMAT && typeof name === 'string' && typeof made === 'string' && texts;
  return whole ? { format: FORMAT, name, made, apart } : 'damaged';
}

/** A part as it stands in an entry; nothing, if it is none of this form. */
export function asStored(value: unknown): Stored | undefined {
  if (!isObject(value) || value.format !== FORMAT || !isObject(value.part)) return undefined;
  const { token, after, part, due, basis } = value;
  if (typeof token !== 'string' || !(after === null || typeof after === 'string')) return undefined;
  const days = Array.isArray(due) ? due.filter((one) => typeof one === 'string') : [];
  const from = typeof basis === 'string' ? { basis } : {};
  return { format: FORMAT, token, after, part, due: days, ...from };
}

/** A matter of this device. A part that cannot be read makes it unreadable: nothing is dropped. */
export function read(id: string): Matter | Unreadable | undefined {
  const kept = get('device', ROOM + id);
  if (kept === undefined) {
    return namesAt('device', `${ROOM}${id}`).includes('') ? { id, why: 'damaged' } : undefined;
  }
  const head = asHead(kept);
  if (typeof head === 'string') return { id, why: head };
  const stored: Matter['stored'] = {};
  const written = namesAt('device', `${ROOM}${id}:`);
  for (const tool of HELD) {
    if (!written.includes(tool)) continue;
    const part = asStored(get('device', `${ROOM}${id}:${tool}`));
    if (!part) return { id, why: 'damaged' };
    stored[tool] = part;
  }
  return { ...head, id, stored };
}

/** The matter, if it is there and can be read. */
export function readable(id: string | undefined): Matter | undefined {
  const found = id === undefined ? undefined : read(id);
  return found && 'name' in found ? found : undefined;
}

/** All matters of this device, by name. */
export function list(): (Matter | Unreadable)[] {
  const ids = namesAt('device', ROOM).filter((name) => !name.includes(':'));
  const found = ids.map(read).filter((one) => one !== undefined);
  const name = (one: Matter | Unreadable) => ('name' in one ? one.name : '');
  return found.sort((a, b) => name(a).localeCompare(name(b)));
}

function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Begins a matter. Returns its id, or nothing, where the browser does not keep it. */
export function create(name: string, id = randomId(), made = today()): string | undefined {
  const head: Head = { format: FORMAT, name, made, apart: [] };
  return put('device', ROOM + id, head) ? id : undefined;
}

/** Changes what is said of a matter as a whole, whatever else was changed meanwhile. */
export function change(id: string, next: (head: Head) => Partial<Head>): Written {
  const head = asHead(get('device', ROOM + id));
  if (typeof head === 'string') return 'gone';
  const kept = put('device', ROOM + id, { ...head, ...next(head) });
  return kept ? { token: id } : 'refused';
}

/**
 * Writes what was said in one tool, in place of what carries the token `after`; `null`, where
 * there was nothing yet. What somebody else wrote meanwhile is left as it is.
 */
export function write(
  id: string,
  tool: HeldTool,
  { part, due, basis, after }: Pick<Stored, 'part' | 'due' | 'basis' | 'after'>,
): Written {
  if (!readable(id)) return 'gone';
  const there = asStored(get('device', `${ROOM}${id}:${tool}`));
  if ((there?.token ?? null) !== after) return 'behind';
  const stored: Stored = { format: FORMAT, token: randomId(), after, part, due, basis };
  return put('device', `${ROOM}${id}:${tool}`, stored) ? { token: stored.token } : 'refused';
}

/**
 * Puts a whole matter on the device under a name. Where there is no room for all of it nothing
 * stays. Returns its id.
 */
export function add(
  name: string,
  parts: Partial<Record<HeldTool, { part: Part; due?: string[]; basis?: string | undefined }>>,
  { id, made, apart = [] }: { id?: string; made?: string; apart?: string[] } = {},
): string | undefined {
  const own = create(name, id, made);
  if (own === undefined) return undefined;
  const done = HELD.every((tool) => {
    const given = parts[tool];
    if (!given) return true;
    const { part, due = [], basis } = given;
    return typeof write(own, tool, { part, due, basis, after: null }) === 'object';
  });
  if (done && typeof change(own, () => ({ apart })) === 'object') return own;
  remove(own);
  return undefined;
}

/** Deletes a matter with all that it holds: first the head, so that other tabs see it go as a whole. */
export function remove(id: string): void {
  put('device', ROOM + id, undefined);
  for (const rest of namesAt('device', `${ROOM}${id}:`)) {
    put('device', `${ROOM}${id}:${rest}`, undefined);
  }
  if (chosen() === id) choose(undefined);
}
