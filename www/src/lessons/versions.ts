import { type Failure, isFailure } from '../engine/types.ts';

/** What an engine lists of its rulebooks. */
interface Lists {
  list(): { rulebooks: { rulebook: string; versions: string[] }[] } | Failure;
}

/** The versions of a rulebook, each by its first day, oldest first. */
export function versionsOf(engine: Lists, rulebook: string): string[] {
  const listed = engine.list();
  if (isFailure(listed)) return [];
  return listed.rulebooks.find((one) => one.rulebook === rulebook)?.versions ?? [];
}
