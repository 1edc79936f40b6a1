import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ComparingEngine } from '../../engine/comparing.ts';
import type { CompareRequest, Comparison, Failure } from '../../engine/types.ts';
import { type ChangesDesk, HereChanges } from '../../reading/changes/desk.ts';
import { openChanges } from '../../reading/changes/open-changes.ts';

/** Milliseconds after which a worker is not waited for. */
const PATIENCE = 3000;

async function tooLong(): Promise<never> {
  await new Promise((then) => setTimeout(then, PATIENCE));
  throw new Error('the worker does not answer');
}

/** Comparisons, made beside the page where that can be. */
export class Compared implements ReactiveController {
  private last: { text: string; answer: Comparison | Failure } | undefined;
  private desk: Promise<ChangesDesk> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly engine: ComparingEngine,
    /** Where the engine's files are; beside the modules, if nothing. */
    private readonly files: () => string | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.close();
  }

  /** Takes up a comparison that somebody else made. */
  take(request: CompareRequest, answer: Comparison | Failure): void {
    this.last = { text: JSON.stringify(request), answer };
  }

  /** Has the engine made that compares beside the page, before anything is asked of it. */
  open(): void {
    this.desk ??= openChanges(this.engine, this.files());
    this.desk.catch(() => this.close());
  }

  /** Compares before it is asked, so that the page is heard meanwhile. */
  async ahead(request: CompareRequest): Promise<void> {
    if (this.last?.text === JSON.stringify(request)) return;
    this.open();
    try {
      this.take(request, await Promise.race([this.asked(request), tooLong()]));
    } catch {
      // A worker that does not answer is left alone: this page has an engine, too.
      this.close();
      const here = new HereChanges(this.engine);
      this.desk = Promise.resolve(here);
      this.take(request, await here.compare(request));
    }
  }

  private async asked(request: CompareRequest): Promise<Comparison | Failure> {
    const desk = await this.desk;
    if (!desk) throw new Error('no desk');
    return desk.compare(request);
  }

  /** The comparison, made ahead or now. */
  compare(request: CompareRequest): Comparison | Failure {
    const { last, engine } = this;
    return last?.text === JSON.stringify(request) ? last.answer : engine.compare(request);
  }

  private close(): void {
    this.desk?.then(
      (desk) => desk.close(),
      () => {},
    );
    this.desk = undefined;
  }
}
