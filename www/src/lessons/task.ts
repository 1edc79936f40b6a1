import { LEAST_WRONG } from './alteration.ts';
import { caseTask } from './case-task.ts';
import type { Engines, Found } from './found.ts';
import { ledgerTask } from './ledger-task.ts';
import { type Trouble, trouble } from './trouble.ts';
import { isLedger, type Lesson } from './types.ts';

/** A lesson as it is set and marked. */
export interface Task extends Found {
  lesson: Lesson;
}

/**
 * Sets a lesson: the engine says what comes out, and finds what else might be thought. Of the
 * engines only that of the lesson's kind is asked for.
 */
export function setTask(engines: Partial<Engines>, lesson: Lesson): Task | Trouble {
  const found = find(engines, lesson);
  if ('code' in found) return found;
  const wrong = found.options.length - 1;
  return wrong < LEAST_WRONG
    ? trouble('too_few_options', '/ask', { wrong, least: LEAST_WRONG })
    : { ...found, lesson };
}

function find({ simulating, deciding }: Partial<Engines>, lesson: Lesson): Found | Trouble {
  if (isLedger(lesson)) {
    if (simulating) return ledgerTask(simulating, lesson);
  } else if (deciding) {
    return caseTask(deciding, lesson);
  }
  throw new Error(`no engine for ${lesson.id}`);
}

/** Whether a lesson could not be set. */
export function isTrouble(task: Task | Found | Trouble): task is Trouble {
  return 'code' in task;
}
