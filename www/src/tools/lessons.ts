import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import type { Below } from '../components/lessons/lesson.ts';
import type { Making } from '../components/lessons/quiz-maker.ts';
import { tick } from '../components/tick.ts';
import { unavailable } from '../components/unavailable.ts';
import { makeView, type View } from '../components/view.ts';
import { EngineUnavailable, type Loader, type Reason } from '../engine/load.ts';
import type { Classroom } from '../lessons/classroom.ts';
import { fitting } from '../lessons/fitting.ts';
import { MAKING, pickedIn, quizName, resultOf, withPick } from '../lessons/quiz.ts';
import type { Task } from '../lessons/task.ts';
import { readFragment, writeFragment } from '../state/fragment.ts';
import { withNote } from '../state/notes.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { LessonsShown } from '../state/shown.ts';
import type { LessonsState, PaperDrafts } from '../state/states.ts';
import sheet from '../styles/lessons.css?inline';
import { tool } from '../styles/tool.ts';
import { ToolElement } from './tool-element.ts';

/** What loads beside the element: the lessons, what sets and marks them, what shows them. */
type Part = typeof import('../lazy/lessons.ts');

interface Room {
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
const PROGRESS = 'lessons';

/** The entry of the address that names a lesson, for links from elsewhere. */
const LESSON = 'lesson';

/** A result that is verified, or that the code is none. */
type Checked = import('../lazy/lessons.ts').Verified | 'unreadable';

/**
 * `<zhengpin-lessons>`: short lessons that the engine sets and marks, in paths; a quiz that a
 * teacher puts together, and its result as a code.
 */
export class ZhengpinLessons extends ToolElement<LessonsState, Room, PaperDrafts> {
  static readonly tag = 'zhengpin-lessons';
  static override styles = [...tool, unsafeCSS(sheet)];
  static override properties = {
    asked: { state: true },
    noted: { state: true },
    chosen: { state: true },
    lacking: { state: true },
    quizLink: { state: true },
    code: { state: true },
    checked: { state: true },
  };

  declare private asked: LessonsState;
  /** What was predicted and why; the quiz that is put together; answers to quizzes. */
  declare private noted: PaperDrafts;
  /** What is marked and not sent yet, by lesson. */
  declare private chosen: Record<string, string>;
  /** Why the engine of the lesson shown cannot be had. */
  declare private lacking: Reason | undefined;
  /** The link of the quiz that is put together. */
  declare private quizLink: string | undefined;
  /** The code of the result that was handed in. */
  declare private code: string | undefined;
  declare private checked: Checked | undefined;

  protected readonly key = 'lessons';
  protected readonly load = loadRoom;
  /** What a lesson needs comes with it. */
  protected readonly texts = [];
  protected readonly reads = ({ lessons, paperDrafts }: Readers) => ({
    state: lessons,
    drafts: paperDrafts,
  });
  /** A code that somebody sent, as it is being pasted. */
  private pasted = '';
  /** Whether a lesson is being set. */
  private setting = false;
  /** Where the focus goes once it is drawn. */
  private focusNext: string | undefined;

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
  private noteDown(name: string, key: string, text: string): void {
    this.noted = withNote(this.noted, name, key, text);
    this.typed();
  }

  private said(name: string, key: string): string | undefined {
    return this.noted[name]?.[key];
  }

  /** Under which name the answer to the lesson shown is kept. */
  private get place(): string {
    const { quiz } = this.asked;
    return quiz ? quizName(quiz) : PROGRESS;
  }

  private go(next: LessonsState, focus = '.lesson-title'): void {
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
  private shown(): string | undefined {
    const { quiz, lesson } = this.asked;
    if (!quiz) return lesson;
    if (lesson !== undefined && quiz.includes(lesson)) return lesson;
    return quiz.find((id) => this.said(quizName(quiz), id) === undefined);
  }

  /** Sets lessons, if their engines can be had; what could be set is returned. */
  private async setLessons(ids: string[]): Promise<Task[]> {
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

  protected renderTool(): TemplateResult {
    const { engine, asked } = this;
    if (!engine) return html``;
    const body = asked.quiz
      ? this.renderQuiz(engine, asked.quiz)
      : asked.lesson
        ? this.renderLesson(engine, asked.lesson)
        : this.renderHome(engine);
    return html`${body} ${this.renderKeeping()} ${this.renderCommands()}`;
  }

  private viewOf({ description }: Task): View {
    return makeView(description, {}, this.words, this.wide, this.reference);
  }

  private renderHome({ part, classroom }: Room): TemplateResult {
    const making: Making = {
      picked: pickedIn(this.noted),
      title: this.said(MAKING, 'title') ?? '',
      pick: (lesson, on) => {
        this.noted = withPick(this.noted, lesson, on);
        this.typed();
      },
      name: (title) => this.noteDown(MAKING, 'title', title),
      link: this.quizLink,
      copy: () => void this.copy(this.quizLink ?? '', 'quiz-copied'),
    };
    return part.home(this.words, classroom, {
      listed: {
        done: (lesson) => this.said(PROGRESS, lesson) !== undefined,
        open: (path, lesson) => this.go({ path, lesson }),
      },
      making: this.fragment === 'off' ? undefined : making,
      checking: {
        paste: (code) => {
          this.pasted = code;
        },
        verify: () => void this.verify(part),
        checked: this.checked,
      },
    });
  }

  private async copy(text: string, says: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.notice = { id: says };
    } catch {
      this.notice = { id: 'link-by-hand', link: text };
    }
  }

  private async verify(part: Part): Promise<void> {
    const read = this.keeping?.readers.quizResult;
    const result = read && (await part.readResult(this.pasted, read));
    this.checked = result ? { result, tasks: await this.setLessons(result.quiz) } : 'unreadable';
    if (result) this.focusNext = '#quiz-result-title';
  }

  private renderLesson({ part, classroom }: Room, id: string): TemplateResult {
    const say = this.words;
    const { path } = this.asked;
    const walked = classroom.course.paths.find((one) => one.id === path)?.lessons ?? [];
    const next = walked[walked.indexOf(id) + 1];
    const answer = this.said(PROGRESS, id);
    const again = () => {
      this.noteDown(PROGRESS, id, '');
      this.chosen = { ...this.chosen, [id]: '' };
      this.focusNext = '.prediction input';
    };
    const below: Below = (view, task) =>
      answer === undefined
        ? this.renderPrediction(part, view, task, say('lesson-see'))
        : part.explanation(view, task, answer);
    const go = next === undefined ? undefined : () => this.go({ ...this.asked, lesson: next });
    return html`${part.wayBack(say, () => this.go({}, '.path h2'))}
      ${this.renderTask(part, id, below)}
      ${answer === undefined ? nothing : part.onward(say, go, again)}`;
  }

  /** A lesson, once its engine is there. */
  private renderTask(part: Part, id: string, below: Below): TemplateResult {
    const say = this.words;
    const task = this.engine?.classroom.known(id);
    if (this.lacking) return unavailable(say, this.lacking);
    if (!task) return html`<p class="quiet">${say('loading')}</p>`;
    return part.lessonArticle(say, task, (one) => this.viewOf(one), below);
  }

  private renderPrediction(part: Part, view: View, task: Task, sends: string): TemplateResult {
    const { id } = task.lesson;
    const { place } = this;
    return part.prediction(view, task, {
      chosen: this.chosen[id] || this.said(place, id),
      reason: this.said(place, `${id}/reason`) ?? '',
      choose: (key) => {
        this.chosen = { ...this.chosen, [id]: key };
      },
      write: (reason) => this.noteDown(place, `${id}/reason`, reason),
      sends,
      send: () => this.send(id),
    });
  }

  /** Takes a prediction; in a quiz it goes on to the next lesson without a word. */
  private send(id: string): void {
    const key = this.chosen[id];
    const { quiz, ...rest } = this.asked;
    if (key) this.noteDown(this.place, id, key);
    if (!quiz) {
      this.focusNext = '.explained h3';
      void this.updateComplete.then(() => {
        const told = this.shadowRoot?.querySelector('.explained h3')?.textContent?.trim();
        if (told) this.announce(told);
      });
      return;
    }
    const { lesson: _, ...others } = rest;
    const next = quiz[quiz.indexOf(id) + 1];
    const to = next === undefined ? { ...others, quiz } : { ...others, quiz, lesson: next };
    this.go(to, next === undefined ? '.hand-in h2' : '.lesson-title');
  }

  private renderQuiz({ part, classroom }: Room, quiz: string[]): TemplateResult {
    const say = this.words;
    const name = quizName(quiz);
    const handed = this.said(name, 'handed') !== undefined;
    const answered = (id: string) => this.said(name, id) !== undefined;
    const shown = this.shown();
    const below: Below = (view, task) =>
      handed
        ? part.explanation(view, task, this.said(name, task.lesson.id))
        : this.renderPrediction(part, view, task, say('quiz-next'));
    const { code = '' } = this;
    // On paper the whole quiz stands, as sheets for a class.
    const sheets = this.printed.now ? quiz : shown === undefined ? [] : [shown];
    return html`${part.quizHead(say, {
      title: this.asked.title,
      lessons: quiz.flatMap((id) => classroom.lesson(id) ?? []),
      shown,
      answered,
      handed,
      open: (lesson) => this.go({ ...this.asked, lesson }),
    })}
      ${sheets.map((id) => this.renderTask(part, id, below))}
      ${
        handed
          ? part.handedIn(say, code, () => void this.copy(code, 'quiz-code-copied'))
          : part.handIn(say, {
              left: quiz.filter((id) => !answered(id)).length,
              by: this.said(name, 'by') ?? '',
              name: (by) => this.noteDown(name, 'by', by),
              done: () => {
                this.noteDown(name, 'handed', 'yes');
                this.focusNext = '#quiz-code-made';
              },
            })
      }`;
  }

  /** Where answers and reasons are kept, and the way to keep them longer. */
  private renderKeeping(): TemplateResult {
    const say = this.words;
    const names = [PROGRESS, MAKING, ...(this.asked.quiz ? [quizName(this.asked.quiz)] : [])];
    const onDevice = names.every((name) => this.onDevice(name));
    const keep = (on: boolean) => {
      for (const name of names) this.setOnDevice(name, on);
    };
    return html`<div class="keeping">
      <p class="quiet">
        ${say(this.draftsKept ? (onDevice ? 'lessons-kept-device' : 'lessons-kept-tab') : 'lessons-kept-nowhere')}
      </p>
      ${this.draftsKept ? tick(say('lessons-keep'), undefined, onDevice, keep) : nothing}
    </div>`;
  }
}
