import type { Lang, Value } from '../../engine/types.ts';
import { FIRST } from '../ledger.ts';
import { isObject } from '../shape.ts';
import SAME from './same.json' with { type: 'json' };
import { type HeldTool, heldTool, type Part, type Parts } from './types.ts';

/** Where in a matter something is said: a fact of a rulebook, or a field of a document. */
export interface Place {
  /** As the data names it: `cn/complaint/c_identity`, `cn/complaint/notice/links`. */
  id: string;
  tool: HeldTool;
  fact: string | undefined;
  document: string | undefined;
  field: string | undefined;
}

/** Places at which one and the same thing is said. */
export interface Group {
  places: Place[];
  /** Whether it is the name of the platform, which the ledger says too. */
  platform: boolean;
}

/**
 * The rulebooks of each tool that decides. Where one has several, what is asked alike in them is
 * answered once.
 */
export const RULEBOOKS: Record<string, string[]> = SAME.tools;

function placeOf(id: string): Place[] {
  const [platform, name, first = '', field] = id.split('/');
  const rulebook = `${platform}/${name}`;
  const [key = ''] = Object.entries(RULEBOOKS).find(([, of]) => of.includes(rulebook)) ?? [];
  const tool = heldTool(key);
  if (!tool) return [];
  return field === undefined
    ? [{ id, tool, fact: first, document: undefined, field: undefined }]
    : [{ id, tool, fact: undefined, document: first, field }];
}

/**
 * What is the same thing in two places, as the data states it; names decide nothing. Facts of
 * different kinds have the same answers where they mean the same.
 */
export const GROUPS: readonly Group[] = [
  ...[...SAME.facts, ...SAME.fields].map((ids) => ({
    places: ids.flatMap(placeOf),
    platform: false,
  })),
  { places: SAME.platform.fields.flatMap(placeOf), platform: true },
];

/** What the platform of a ledger is called; nothing, where the data does not say it. */
export function platformName(rulebook: string, lang: Lang): string | undefined {
  const names: Record<string, Record<Lang, string>> = SAME.platform.names;
  return names[rulebook]?.[lang];
}

/** What a part says at a place: nothing, where it says nothing; `null` is "I don't know". */
export function valueAt(part: Part | undefined, place: Place): Value | null | undefined {
  if (place.fact !== undefined) {
    const answers = part?.state?.answers;
    return isObject(answers) ? (answers[place.fact] as Value | null | undefined) : undefined;
  }
  const typed = part?.drafts?.[place.document ?? ''];
  const text = isObject(typed) ? typed[place.field ?? ''] : undefined;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** The part with something said at a place, or nothing said there; `day` is that of a new state. */
export function withValue(
  part: Part,
  place: Place,
  value: Value | null | undefined,
  day: string,
): Part {
  if (place.fact !== undefined) {
    const state = part.state ?? { asOf: day, answers: {} };
    const { [place.fact]: _, ...others } = isObject(state.answers) ? state.answers : {};
    const answers = value === undefined ? others : { ...others, [place.fact]: value };
    return { ...part, state: { ...state, answers } };
  }
  const { document = '', field = '' } = place;
  const typed = part.drafts?.[document];
  const { [field]: _, ...others } = isObject(typed) ? typed : {};
  const fields = value === undefined ? others : { ...others, [field]: value };
  return { ...part, drafts: { ...part.drafts, [document]: fields } };
}

/** What the platform is called on which the ledger of a matter has findings. */
export function platformOf({ penalties }: Parts, lang: Lang): string | undefined {
  const { rulebook, findings } = penalties?.state ?? {};
  if (!Array.isArray(findings) || findings.length === 0) return undefined;
  return platformName(typeof rulebook === 'string' ? rulebook : FIRST, lang);
}
