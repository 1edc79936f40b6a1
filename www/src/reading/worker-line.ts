import type { Ask, DeskKind, Say } from './messages.ts';
import type { Telling } from './types.ts';
import address from './worker.ts?worker&url';

/** An asking that is not answered yet. */
interface Waiting extends Telling {
  done(value: unknown): void;
  failed(reason: Error): void;
}

/** An asking without its number. */
type Asked<A = Ask> = A extends Ask ? Omit<A, 'id'> : never;

/** How the worker's address is trusted: a page may forbid to make two policies of one name. */
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The address of the worker, as policies on trusted types want it. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('zhengpin-worker', { createScriptURL: (own) => own });
  return (policy?.createScriptURL(url) as string | undefined) ?? url;
}

/** The one method of the browser's factory of policies that is called here. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

/** The line to a worker that holds a desk: its methods are called over it. */
export class WorkerLine {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** Fails where a worker cannot be made. */
  private constructor() {
    this.worker = new Worker(trusted(new URL(address, import.meta.url).href), { type: 'module' });
    this.worker.addEventListener('message', ({ data }: MessageEvent<Say>) => this.hear(data));
    const broken = () => this.fail(new Error('the worker does not run'));
    this.worker.addEventListener('error', broken);
    this.worker.addEventListener('messageerror', broken);
  }

  /**
   * A worker with the desk and the engine that it needs, whose files stand at `base`, or beside
   * the worker; nothing, where none can be made.
   */
  static async open(desk: DeskKind, base: string | undefined): Promise<WorkerLine | undefined> {
    let line: WorkerLine | undefined;
    try {
      line = new WorkerLine();
      await line.ask({ ask: 'start', desk, base });
      return line;
    } catch {
      line?.close();
      return undefined;
    }
  }

  /** Calls a method of the desk. */
  call<T>(method: string, given: unknown[], telling?: Telling): Promise<T> {
    return this.ask({ ask: 'call', method, given }, telling);
  }

  close(): void {
    this.worker.terminate();
    this.fail(new Error('the desk was closed'));
  }

  private ask<T>(ask: Asked, telling: Telling = {}): Promise<T> {
    this.last += 1;
    const id = this.last;
    return new Promise<T>((done, failed) => {
      this.waiting.set(id, { ...telling, done: done as (value: unknown) => void, failed });
      this.worker.postMessage({ ...ask, id });
      telling.signal?.addEventListener('abort', () => {
        this.worker.postMessage({ id, ask: 'cancel' });
      });
    });
  }

  private hear(said: Say): void {
    const waiting = this.waiting.get(said.id);
    if (said.say === 'progress') {
      waiting?.progress?.(said.progress);
      return;
    }
    this.waiting.delete(said.id);
    if (said.say === 'done') waiting?.done(said.value);
    else waiting?.failed(new Error(said.reason));
  }

  private fail(reason: Error): void {
    for (const { failed } of this.waiting.values()) failed(reason);
    this.waiting.clear();
  }
}
