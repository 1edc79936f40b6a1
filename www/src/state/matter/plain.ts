import { textOf } from './alike.ts';
import type { Left, Part } from './types.ts';
import { isBegun } from './ways.ts';

/** What a tool holds, as a part. */
export function partOf({ state, drafts }: Left): Part {
  return {
    ...(state === undefined ? {} : { state: state as Record<string, unknown> }),
    ...(drafts === undefined ? {} : { drafts }),
  };
}

/** A part without what says nothing, to be compared. */
export function plain({ state, drafts }: Part): unknown {
  const begun = state && isBegun({ state }) ? byId(state) : undefined;
  const typed = Object.entries(drafts ?? {}).flatMap(([name, one]) => {
    const fields = Object.entries(Object(one) as object).filter(([, text]) => text !== '');
    return fields.length > 0 ? [[name, Object.fromEntries(fields)]] : [];
  });
  return [begun ?? null, Object.fromEntries(typed)];
}

/** Whether a part says nothing at all; something half typed is something. */
export function isEmpty(part: Part): boolean {
  return textOf(plain(part)) === textOf(plain({}));
}

/** A ledger is the same in whatever order its findings were entered. */
function byId(state: Record<string, unknown>): Record<string, unknown> {
  const { findings } = state;
  if (!Array.isArray(findings)) return state;
  return { ...state, findings: findings.map(textOf).sort() };
}

/** What a text holds as JSON; nothing, if it is none. */
export function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
