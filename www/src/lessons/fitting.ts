import type { LessonsState } from '../state/states.ts';
import type { Course } from './types.ts';

/** What of a link there is here, and how many parts of it there are not. */
export function fitting(
  { lessons, paths }: Course,
  { lesson, path, quiz = [], title }: LessonsState,
): { kept: LessonsState; lost: number } {
  const known = (id: string) => lessons.some((one) => one.id === id);
  const there = lesson !== undefined && known(lesson);
  const walked = path !== undefined && paths.some(({ id }) => id === path);
  const kept = quiz.filter(known);
  return {
    kept: {
      ...(there ? { lesson } : {}),
      ...(walked ? { path } : {}),
      ...(kept.length > 0 ? { quiz: [...new Set(kept)] } : {}),
      ...(title === undefined ? {} : { title }),
    },
    lost:
      quiz.length -
      kept.length +
      (lesson !== undefined && !there ? 1 : 0) +
      (path !== undefined && !walked ? 1 : 0),
  };
}
