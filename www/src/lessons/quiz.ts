import { withNote } from '../state/notes.ts';
import type { PaperDrafts, QuizResult } from '../state/states.ts';

/** Under this name the quiz that is put together is kept. */
export const MAKING = 'quiz';

/** Under this name the answers to a quiz are kept. */
export const quizName = (quiz: string[]): string => `quiz:${quiz.join('+')}`;

/** The lessons picked for the quiz that is put together, in the order in which they were. */
export function pickedIn(notes: PaperDrafts): string[] {
  return (notes[MAKING]?.picked ?? '').split(' ').filter(Boolean);
}

/** The notes with a lesson picked, or not. */
export function withPick(notes: PaperDrafts, lesson: string, on: boolean): PaperDrafts {
  const rest = pickedIn(notes).filter((one) => one !== lesson);
  return withNote(notes, MAKING, 'picked', (on ? [...rest, lesson] : rest).join(' '));
}

/** The answers to a quiz as they are handed in. */
export function resultOf(
  notes: PaperDrafts,
  quiz: string[],
  title: string | undefined,
): QuizResult {
  const own = notes[quizName(quiz)] ?? {};
  const answers = quiz.flatMap((id) => (own[id] === undefined ? [] : [[id, own[id]] as const]));
  return {
    quiz,
    ...(title ? { title } : {}),
    ...(own.by ? { by: own.by } : {}),
    answers: Object.fromEntries(answers),
  };
}
