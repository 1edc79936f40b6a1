import type { Failure, Told } from '../engine/types.ts';
import type { Bilingual } from './types.ts';

/** Why a lesson cannot be set. */
export interface Trouble {
  code: string;
  /** The place in the lesson, such as `/findings/0/tier`. */
  path: string;
  message: Bilingual;
}

const MESSAGES = {
  nothing_to_ask: {
    zh: '引擎没有给出所问的结果，应当问引擎会答的事项',
    en: 'the engine does not say what is asked; expected something that it answers',
  },
  too_few_options: {
    zh: '引擎只找到 {wrong} 个错误选项，至少应当有 {least} 个',
    en: 'the engine finds {wrong} wrong options, expected at least {least}',
  },
  no_single_answer: {
    zh: '有 {count} 个选项是对的，应当恰好有一个',
    en: '{count} options are right, expected exactly one',
  },
  settled_already: {
    zh: '结论已经是 `{verdict}`，应当问另一个结论',
    en: 'the verdict is `{verdict}` already, expected another one',
  },
} as const satisfies Record<string, Bilingual>;

/** A trouble with its numbers and names filled in. */
export function trouble(
  code: keyof typeof MESSAGES,
  path: string,
  values: Record<string, string | number>,
): Trouble {
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name] ?? ''}`);
  const { zh, en } = MESSAGES[code];
  return { code, path, message: { zh: filled(zh), en: filled(en) } };
}

/** What the engine has against a lesson's own scenario. */
export function refusal({ error }: Failure): Trouble {
  return { code: error.code, path: error.path, message: messageOf(error) };
}

function messageOf({ message }: Told): Bilingual {
  return { zh: message.zh, en: message.en };
}
