import type { PropertyDeclarations, PropertyValues } from 'lit';
import { EngineUnavailable, type Loader, type Reason } from '../engine/load.ts';
import type { Classroom } from '../lessons/classroom.ts';
import { fitting } from '../lessons/fitting.ts';
import { MAKING, pickedIn, quizName, resultOf } from '../lessons/quiz.ts';
import type { Task } from '../lessons/task.ts';
import { readFragment, writeFragment } from '../state/fragment.ts';
import { withNote } from '../state/notes.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { LessonsShown } from '../state/shown.ts';
import type { LessonsState, PaperDrafts } from '../state/states.ts';
import { ToolElement } from './tool-element.ts';

/** What loads beside the element: the lessons, what sets and marks them, what shows them. */
export type Part = typeof import('../lazy/lessons.ts');

export interface Room {
  part: Part;
  classroom: Classroom;
}

const loadRoom: Loader<Room> = async ({ base }) => {
  try {
    const part = await import('../lazy/lessons.ts');
    return { part, classroom: new part.Classroom(part.course, base) };
  } catch (cause) {
    throw new EngineUnavailable('fetch', cause);
  }
};

/** Under this name what was predicted is kept. */
export const PROGRESS = 'lessons';

/** The entry of the address that names a lesson, for links from elsewhere. */
export const LESSON = 'lesson';

/** A result that is verified, or that the code is none. */
type Checked = import('../lazy/lessons.ts').Verified | 'unreadable';

/**
 * A course that is taken: which lesson or quiz is looked at, what was predicted, and what the
 * engine sets. The element on top of it shows and asks.
 */
export abstract class CourseTool extends ToolElement<LessonsState, Room, PaperDrafts> {
  static override properties: PropertyDeclarations = {
    asked: { state: true },
    noted: { state: true },
    chosen: { state: true },
    lacking: { state: true },
    quizLink: { state: true },
    code: { state: true },
    checked: { state: true },
  };

  declare protected asked: LessonsState;
  /** What was predicted and why; the quiz that is put together; answers to quizzes. */
  declare protected noted: PaperDrafts;
  /** What is marked and not sent yet, by lesson. */
  declare protected chosen: Record<string, string>;
  /** Why the engine of the lesson shown cannot be had. */
  declare protected lacking: Reason | undefined;
  /** The link of the quiz that is put together. */
  declare protected quizLink: string | undefined;
  /** The code of the result that was handed in. */
  declare protected code: string | undefined;
  declare protected checked: Checked | undefined;

  protected readonly key = 'lessons';
  protected readonly load = loadRoom;
  /** What a lesson needs comes with it. */
  protected readonly texts = [];
  protected readonly reads = ({ lessons, paperDrafts }: Readers) => ({
    state: lessons,
    drafts: paperDrafts,
  });
  /** Whether a lesson is being set. */
  private setting = false;
  /** Where the focus goes once it is drawn. */
  protected focusNext: string | undefined;

  constructor() {
    super();
    this.asked = {};
    this.noted = {};
    this.chosen = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.findNamed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.findNamed);
  }

  protected override async begun(found: boolean): Promise<void> {
    await super.begun(found);
    this.findNamed();
  }

  /** Opens the lesson that the address names; from then on its state stands there instead. */
  private readonly findNamed = (): void => {
    const lesson = this.fragment === 'off' ? undefined : readFragment(LESSON);
    const course = this.engine?.classroom.course;
    if (lesson === undefined || !course) return;
    writeFragment(LESSON, undefined);
    const { kept, lost } = fitting(course, { lesson });
    const path = course.paths.find(({ lessons }) => lessons.includes(lesson));
    this.go({ ...kept, ...(path ? { path: path.id } : {}) });
    if (lost > 0) this.notice = { id: 'link-partly', count: lost, top: true };
  };

  protected snapshot(): LessonsState | undefined {
    return Object.keys(this.asked).length === 0 ? undefined : this.asked;
  }

  protected restore(state: LessonsState): number {
    const course = this.engine?.classroom.course;
    if (!course) return 0;
    const { kept, lost } = fitting(course, state);
    this.asked = kept;
    return lost;
  }

  /** Which lesson is shown, and what was predicted in it. */
  protected get answerShown(): LessonsShown {
    const lesson = this.shown();
    const prediction = lesson === undefined ? undefined : this.said(this.place, lesson);
    return { ...this.asked, lesson, prediction };
  }

  protected clear(): void {
    this.asked = {};
    this.noted = {};
    this.chosen = {};
    this.checked = undefined;
  }

  protected override drafts(): PaperDrafts | undefined {
    return Object.keys(this.noted).length > 0 ? this.noted : undefined;
  }

  protected override takeDrafts(drafts: PaperDrafts | undefined): void {
    this.noted = drafts ?? {};
  }

  /** Notes something under a name, or takes it back. */
  protected noteDown(name: string, key: string, text: string): void {
    this.noted = withNote(this.noted, name, key, text);
    this.typed();
  }

  protected said(name: string, key: string): string | undefined {
    return this.noted[name]?.[key];
  }

  /** Under which name the answer to the lesson shown is kept. */
  protected get place(): string {
    const { quiz } = this.asked;
    return quiz ? quizName(quiz) : PROGRESS;
  }

  protected go(next: LessonsState, focus = '.lesson-title'): void {
    this.asked = next;
    this.lacking = undefined;
    this.focusNext = focus;
    this.changed();
  }

  protected override willUpdate(): void {
    const { engine, lacking, asked } = this;
    if (!engine || lacking || this.setting) return;
    const { classroom } = engine;
    const wanted = [this.shown(), ...(asked.quiz ?? [])];
    const next = wanted.find((id) => id !== undefined && !classroom.known(id));
    if (next === undefined || !classroom.lesson(next)) return;
    this.setting = true;
    void this.setLessons([next]).finally(() => {
      this.setting = false;
      this.requestUpdate();
    });
  }

  /** The lesson shown: the one asked for; of a quiz, the first without an answer. */
  protected shown(): string | undefined {
    const { quiz, lesson } = this.asked;
    if (!quiz) return lesson;
    if (lesson !== undefined && quiz.includes(lesson)) return lesson;
    return quiz.find((id) => this.said(quizName(quiz), id) === undefined);
  }

  /** Sets lessons, if their engines can be had; what could be set is returned. */
  protected async setLessons(ids: string[]): Promise<Task[]> {
    const { engine } = this;
    if (!engine) return [];
    const { classroom, part } = engine;
    const tasks: Task[] = [];
    try {
      for (const id of ids) {
        const lesson = classroom.lesson(id);
        const task = lesson && (await classroom.set(lesson));
        if (task && !part.isTrouble(task)) tasks.push(task);
      }
      this.lacking = undefined;
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      this.lacking = error.reason;
    }
    this.requestUpdate();
    return tasks;
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (changes.has('noted')) void this.encode();
    const place = this.focusNext && this.shadowRoot?.querySelector<HTMLElement>(this.focusNext);
    if (!place) return;
    this.focusNext = undefined;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
  }

  /** The link of the quiz that is put together, and the code of the one handed in. */
  private async encode(): Promise<void> {
    const { keeping, engine, noted } = this;
    const { quiz, title } = this.asked;
    const { quiz: picked, title: called } = { quiz: pickedIn(noted), title: noted[MAKING]?.title };
    if (keeping && this.fragment !== 'off' && picked.length > 0) {
      const url = new URL(location.href);
      const made = { quiz: picked, ...(called ? { title: called } : {}) };
      url.hash = `${this.entry}=${await keeping.encodeState(made)}`;
      this.quizLink = url.href;
    } else this.quizLink = undefined;
    const handed = quiz && this.said(quizName(quiz), 'handed') !== undefined;
    this.code =
      handed && engine ? await engine.part.resultCode(resultOf(noted, quiz, title)) : undefined;
  }
}
