import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { EngineUnavailable, type Reason } from '../../engine/load.ts';
import { type Failure, isFailure } from '../../engine/types.ts';
import type { DraftsDesk } from '../../reading/drafts/desk.ts';
import { openDrafts } from '../../reading/drafts/open-drafts.ts';
import type { DraftAsked, Weighed } from '../../reading/drafts/types.ts';

/** What came of it: the comparison, what the engine has against it, or why there is no engine. */
export type Came = { weighed: Weighed } | { failure: Failure } | { reason: Reason };

/** Holds drafts against the law, beside the page where that can be. */
export class Held implements ReactiveController {
  /** What came of the last asking; nothing, while that is not known. */
  came: Came | undefined;
  private desk: Promise<DraftsDesk> | undefined;
  private turn = 0;

  constructor(
    host: ReactiveControllerHost,
    /** Where the engine's files are; beside the modules, if nothing. */
    private readonly files: () => string | undefined,
    private readonly told: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.close();
  }

  /** Asks what a draft would have changed, and tells once that is known. */
  async ask(draft: string, asked: DraftAsked): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    this.came = undefined;
    const came = await this.weigh(draft, asked);
    if (turn !== this.turn) return;
    this.came = came;
    this.told();
  }

  private async weigh(draft: string, asked: DraftAsked): Promise<Came> {
    try {
      this.desk ??= openDrafts(this.files());
      const desk = await this.desk;
      const answer = await desk.weigh(draft, asked);
      return isFailure(answer) ? { failure: answer } : { weighed: answer };
    } catch (error) {
      // Another asking begins anew.
      this.close();
      return { reason: error instanceof EngineUnavailable ? error.reason : 'fetch' };
    }
  }

  private close(): void {
    this.desk?.then(
      (desk) => desk.close(),
      () => {},
    );
    this.desk = undefined;
  }
}
