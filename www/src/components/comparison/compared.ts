import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ComparingEngine } from '../../engine/comparing.ts';
import type { CompareRequest, Comparison, Failure } from '../../engine/types.ts';
import type { ChangesDesk } from '../../reading/changes/desk.ts';
import { openChanges } from '../../reading/changes/open-changes.ts';

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
    try {
      this.open();
      const desk = await this.desk;
      if (desk) this.take(request, await desk.compare(request));
    } catch {
      // What was not compared ahead is compared when it is asked.
      this.close();
    }
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
