import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { painted } from '../../state/breathe.ts';

/** How many questions are drawn at first, and how many more in each stage. */
const PIECE = 6;

/** In how many stages the reasons are drawn after the questions. */
const REASONS = 2;

/** What there is to draw by now. */
interface There {
  /** How many questions the form asks. */
  questions: number;
  /** Whether the engine said why. */
  reasons: boolean;
}

/**
 * Has a form be drawn in stages when it is opened, between which the page is heard and painted:
 * what is seen first, then the other questions piece by piece, then the reasons.
 */
export class Stages implements ReactiveController {
  /** How many questions are drawn by now. */
  questions = PIECE;
  /** How many stages of the reasons are drawn by now. */
  reasons = 0;
  private going = false;
  private done = () => {};
  /** Once all is drawn. */
  readonly finished = new Promise<void>((done) => {
    this.done = done;
  });

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly there: () => There,
  ) {
    host.addController(this);
  }

  /** Draws all questions with the next drawing: somebody goes to one of them. */
  hurry(): void {
    this.questions = Number.POSITIVE_INFINITY;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const there = this.there();
    if (this.going || !this.next(there)) return;
    this.going = true;
    void this.goOn();
  }

  /** Whether there is more to draw. */
  private next({ questions, reasons }: There): boolean {
    return this.questions < questions || (reasons && this.reasons < REASONS);
  }

  private async goOn(): Promise<void> {
    await painted();
    this.going = false;
    const { questions } = this.there();
    if (this.questions < questions) this.questions += PIECE;
    else this.reasons += 1;
    if (this.reasons === REASONS) {
      // Another issue may ask more: from now on all is drawn at once.
      this.questions = Number.POSITIVE_INFINITY;
      this.done();
    }
    this.host.requestUpdate();
  }
}
