import type { Refused, TakenFinding } from '../exchange/types.ts';
import type { Ask, Say } from './messages.ts';
import type { Desk, Look, Seen, Telling } from './types.ts';
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

/** A desk in a worker. */
export class WorkerDesk implements Desk {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** Fails where a worker cannot be made. */
  constructor() {
    this.worker = new Worker(trusted(new URL(address, import.meta.url).href), { type: 'module' });
    this.worker.addEventListener('message', ({ data }: MessageEvent<Say>) => this.hear(data));
    const broken = () => this.fail(new Error('the worker does not run'));
    this.worker.addEventListener('error', broken);
    this.worker.addEventListener('messageerror', broken);
  }

  /** Loads the engine into the worker; its files stand at `base`, or beside the worker. */
  start(base: string | undefined): Promise<void> {
    return this.ask({ ask: 'start', base });
  }

  open(bytes: Uint8Array | string): Promise<void> {
    return this.ask({ ask: 'open', bytes });
  }

  look(look: Look, telling?: Telling): Promise<Seen> {
    return this.ask({ ask: 'look', look }, telling);
  }

  take(): Promise<TakenFinding[]> {
    return this.ask({ ask: 'take' });
  }

  refused(): Promise<Refused[]> {
    return this.ask({ ask: 'refused' });
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
