import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import type { Below } from '../components/lessons/lesson.ts';
import { tick } from '../components/tick.ts';
import { unavailable } from '../components/unavailable.ts';
import { makeView, type View } from '../components/view.ts';
import { EngineUnavailable, type Loader, type Reason } from '../engine/load.ts';
import type { Classroom } from '../lessons/classroom.ts';
import type { Task } from '../lessons/task.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { LessonsState, PaperDrafts, QuizResult } from '../state/states.ts';
import sheet from '../styles/lessons.css?inline';
import { tool } from '../styles/tool.ts';
import { ToolElement } from './tool-element.ts';

/** What loads beside the element: the lessons, what sets and marks them, what shows them. */
type Part = typeof import('../lazy/lessons.ts');

interface Room {
  part: Part;
  classroom: Classroom;
}

const loadRoom: Loader<Room> = async (base) => {
  try {
    const part = await import('../lazy/lessons.ts');
    return { part, classroom: new part.Classroom(part.course, base) };
  } catch (cause) {
    throw new EngineUnavailable('fetch', cause);
  }
};

/** Under this name what was predicted is kept; under the others, the quiz that is put together. */
const PROGRESS = 'lessons';
const MAKING = 'quiz';

/** Under this name the answers to a quiz are kept. */
const quizName = (quiz: string[]): string => `quiz:${quiz.join('+')}`;

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
  protected readonly reads = ({ lessons, paperDrafts }: Readers) => ({
    state: lessons,
    drafts: paperDrafts,
  });
  /** A code that somebody sent, as it is being pasted. */
  private pasted = '';
  /** Where the focus goes once it is drawn. */
  private focusNext: string | undefined;

  constructor() {
    super();
    this.asked = {};
    this.noted = {};
    this.chosen = {};
  }

  protected snapshot(): LessonsState | undefined {
    return Object.keys(this.asked).length === 0 ? undefined : this.asked;
  }

  protected restore({ lesson, path, quiz, title }: LessonsState): number {
    const course = this.engine?.classroom.course;
    if (!course) return 0;
    const known = (id: string) => course.lessons.some((one) => one.id === id);
    const kept = quiz?.filter(known);
    const there = lesson !== undefined && known(lesson);
    const walked = path !== undefined && course.paths.some(({ id }) => id === path);
    this.asked = {
      ...(there ? { lesson } : {}),
      ...(walked ? { path } : {}),
      ...(kept && kept.length > 0 ? { quiz: [...new Set(kept)] } : {}),
      ...(title === undefined ? {} : { title }),
    };
    const gone = (quiz?.length ?? 0) - (kept?.length ?? 0);
    return (
      gone + (lesson !== undefined && !there ? 1 : 0) + (path !== undefined && !walked ? 1 : 0)
    );
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
    const { [key]: _, ...rest } = this.noted[name] ?? {};
    const own = text === '' ? rest : { ...rest, [key]: text };
    const { [name]: __, ...others } = this.noted;
    this.noted = Object.keys(own).length === 0 ? others : { ...others, [name]: own };
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
    this.focusNext = focus;
    this.changed();
  }

  protected override willUpdate(): void {
    const lesson = this.shown();
    const { engine } = this;
    if (!engine || lesson === undefined || engine.classroom.known(lesson)) return;
    void this.setLessons([lesson]);
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
    const { keeping, engine } = this;
    const { quiz, title } = this.asked;
    const made = { quiz: this.picked, ...optional('title', this.said(MAKING, 'title')) };
    if (keeping && this.fragment !== 'off' && made.quiz.length > 0) {
      const url = new URL(location.href);
      url.hash = `${this.entry}=${await keeping.encodeState(made)}`;
      this.quizLink = url.href;
    } else this.quizLink = undefined;
    const handed = quiz && this.said(quizName(quiz), 'handed') !== undefined;
    this.code =
      handed && engine
        ? await engine.part.resultCode({ ...this.resultOf(quiz), ...optional('title', title) })
        : undefined;
  }

  private get picked(): string[] {
    return (this.said(MAKING, 'picked') ?? '').split(' ').filter(Boolean);
  }

  private resultOf(quiz: string[]): QuizResult {
    const own = this.noted[quizName(quiz)] ?? {};
    const answers = quiz.flatMap((id) => (own[id] === undefined ? [] : [[id, own[id]] as const]));
    return { quiz, answers: Object.fromEntries(answers), ...optional('by', own.by) };
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
    const say = this.words;
    return html`${part.courseList(say, classroom, {
      done: (lesson) => this.said(PROGRESS, lesson) !== undefined,
      open: (path, lesson) => this.go({ path, lesson }),
    })}
      ${
        this.fragment === 'off'
          ? nothing
          : html`<details class="fold quiz-part">
              <summary>${say('quiz-make')}</summary>
              ${part.quizMaker(say, classroom, {
                picked: this.picked,
                title: this.said(MAKING, 'title') ?? '',
                pick: (lesson, on) => this.pick(lesson, on),
                name: (title) => this.noteDown(MAKING, 'title', title),
                link: this.quizLink,
                copy: () => void this.copy(this.quizLink ?? '', 'quiz-copied'),
              })}
            </details>`
      }
      <details class="fold quiz-part">
        <summary>${say('quiz-check')}</summary>
        ${part.quizCheck(say, {
          paste: (code) => {
            this.pasted = code;
          },
          verify: () => void this.verify(part),
          checked: this.checked,
        })}
      </details>`;
  }

  private pick(lesson: string, on: boolean): void {
    const rest = this.picked.filter((one) => one !== lesson);
    this.noteDown(MAKING, 'picked', (on ? [...rest, lesson] : rest).join(' '));
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
    return html`<p class="back">
        <button type="button" class="link" @click=${() => this.go({}, '.path h2')}>
          ${say('lessons-back')}
        </button>
      </p>
      ${this.renderTask(part, id, (view, task) =>
        answer === undefined
          ? this.renderPrediction(part, view, task, say('lesson-see'))
          : part.explanation(view, task, answer),
      )}
      ${
        answer === undefined
          ? nothing
          : html`<p class="buttons onward">
              ${next === undefined ? nothing : html`<button type="button" class="main" @click=${() => this.go({ ...this.asked, lesson: next })}>${say('lessons-next')}</button>`}
              <button type="button" @click=${again}>${say('lessons-again')}</button>
            </p>`
      }`;
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
    return html`${part.quizHead(say, {
      title: this.asked.title,
      lessons: quiz.flatMap((id) => classroom.lesson(id) ?? []),
      shown,
      answered,
      handed,
      open: (lesson) => this.go({ ...this.asked, lesson }),
    })}
      ${shown === undefined ? nothing : this.renderTask(part, shown, below)}
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

/** A part that is only there where it says something. */
function optional<Key extends string>(key: Key, text: string | undefined) {
  return (text ? { [key]: text } : {}) as Partial<Record<Key, string>>;
}
