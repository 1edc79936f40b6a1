import type { OwnRulebook } from '../../engine/author.ts';
import type { Told } from '../../exchange/types.ts';
import { isObject } from '../../state/shape.ts';
import { casesSay } from './says.ts';

/** A text that is no rulebook; says why. */
export class OwnText extends Error {
  constructor(readonly says: Told) {
    super(says.en);
  }
}

/**
 * A rulebook from texts of YAML or JSON. It may be split over several files, as an author's folder
 * is: what they list under one heading is put together, and nothing may be stated twice.
 */
export async function readOwn(texts: string[]): Promise<OwnRulebook> {
  const { parseAllDocuments } = await import('yaml');
  const whole: Record<string, unknown> = {};
  for (const text of texts) {
    // JSON is YAML. A key stated twice is an error, and aliases cannot swell without end.
    const [document, ...more] = [...parseAllDocuments(text, { uniqueKeys: true })];
    const [error] = document?.errors ?? [];
    const reason = error?.message.split('\n', 1)[0] ?? '';
    if (error) throw new OwnText(casesSay.told('own-not_yaml', { reason }));
    const read: unknown = document?.toJS({ maxAliasCount: 100 });
    if (!isObject(read) || more.length > 0) throw new OwnText(casesSay.told('own-no_rulebook'));
    for (const [key, value] of Object.entries(read)) add(whole, key, value);
  }
  if (typeof whole.rulebook !== 'string') throw new OwnText(casesSay.told('own-no_rulebook'));
  return whole as OwnRulebook;
}

function add(whole: Record<string, unknown>, key: string, value: unknown): void {
  const known = Object.hasOwn(whole, key) ? whole[key] : undefined;
  if (known === undefined) {
    whole[key] = value;
    return;
  }
  if (!isObject(known) || !isObject(value)) throw twice(key);
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(known, name)) throw twice(`${key}/${name}`);
  }
  whole[key] = { ...known, ...value };
}

const twice = (key: string) => new OwnText(casesSay.told('own-twice', { key }));
