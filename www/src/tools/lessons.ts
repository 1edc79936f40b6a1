import { html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { Below } from '../components/lessons/lesson.ts';
import type { Making } from '../components/lessons/quiz-maker.ts';
import { tick } from '../components/tick.ts';
import { unavailable } from '../components/unavailable.ts';
import { makeView, type View } from '../components/view.ts';
import { MAKING, pickedIn, quizName, withPick } from '../lessons/quiz.ts';
import type { Task } from '../lessons/task.ts';
import sheet from '../styles/lessons.css?inline';
import { tool } from '../styles/tool.ts';
import { CourseTool, LESSON, type Part, PROGRESS, type Room } from './course-tool.ts';

/**
 * `<zhengpin-lessons>`: short lessons that the engine sets and marks, in paths; a quiz that a
 * teacher puts together, and its result as a code.
 */
export class ZhengpinLessons extends CourseTool {
  static readonly tag = 'zhengpin-lessons';
  static override styles = [...tool, unsafeCSS(sheet)];

  /** A code that somebody sent, as it is being pasted. */
  private pasted = '';

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
      ${this.renderTask(part, id, below, this.fragment === 'off' ? undefined : LESSON)}
      ${answer === undefined ? nothing : part.onward(say, go, again)}`;
  }

  /** A lesson, once its engine is there. */
  private renderTask(part: Part, id: string, below: Below, entry?: string): TemplateResult {
    const say = this.words;
    const task = this.engine?.classroom.known(id);
    if (this.lacking) return unavailable(say, this.lacking);
    if (!task) return html`<p class="quiet">${say('loading')}</p>`;
    return part.lessonArticle(say, task, (one) => this.viewOf(one), below, entry);
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
