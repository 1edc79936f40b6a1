import { loadDeciding } from '../engine/deciding.ts';
import { loadSimulating } from '../engine/simulating.ts';
import type { Engines } from './found.ts';
import { setTask, type Task } from './task.ts';
import type { Trouble } from './trouble.ts';
import { type Course, isLedger, type Lesson } from './types.ts';
import { ofDecisions, ofLedgers } from './words-of-law.ts';

/** All lessons, each set once it is asked for, by the engine that it needs. */
export class Classroom {
  private readonly engines: Partial<Engines> = {};
  private readonly tasks = new Map<string, Task | Trouble>();

  /** `files` is where the engines' files are; beside the modules, if nothing. */
  constructor(
    readonly course: Course,
    private readonly files: string | undefined,
  ) {}

  lesson(id: string): Lesson | undefined {
    return this.course.lessons.find((one) => one.id === id);
  }

  /** A lesson as it is set, if it was set before. */
  known(id: string): Task | Trouble | undefined {
    return this.tasks.get(id);
  }

  /** Sets a lesson. Fails with `EngineUnavailable` where its engine cannot be had. */
  async set(lesson: Lesson): Promise<Task | Trouble> {
    const known = this.tasks.get(lesson.id);
    if (known) return known;
    // A lesson stays set when the language is changed.
    const wanted = { langs: ['zh', 'en'], base: this.files } as const;
    if (isLedger(lesson)) {
      this.engines.simulating = await loadSimulating({ ...wanted, texts: ofLedgers });
    } else {
      const texts = ofDecisions(lesson.rulebook);
      this.engines.deciding = await loadDeciding({ ...wanted, texts });
    }
    const task = setTask(this.engines, lesson);
    this.tasks.set(lesson.id, task);
    return task;
  }
}
