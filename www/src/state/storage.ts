/**
 * The storages of the browser, under names of our own. Nothing in them leaves the device. A
 * browser may refuse them (blocked, full, a frame without rights): then nothing is kept, and
 * whoever asked is told.
 */

/** Until when something is kept: as long as the tab, or until somebody takes it away. */
export type Place = 'tab' | 'device';

const PREFIX = 'zhengpin:';

function area(place: Place): Storage {
  return place === 'tab' ? sessionStorage : localStorage;
}

/** Keeps a value as JSON, or takes away what was kept. Returns whether the browser did it. */
export function put(place: Place, name: string, value: unknown): boolean {
  try {
    if (value === undefined) area(place).removeItem(PREFIX + name);
    else area(place).setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The value kept under a name; nothing, if there is none or it cannot be read. */
export function get(place: Place, name: string): unknown {
  try {
    return JSON.parse(area(place).getItem(PREFIX + name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** The names under which something is kept that begin with `start`, without it. */
export function namesAt(place: Place, start: string): string[] {
  try {
    const names = Object.keys(area(place));
    return names
      .filter((name) => name.startsWith(PREFIX + start))
      .map((name) => name.slice(PREFIX.length + start.length));
  } catch {
    return [];
  }
}
