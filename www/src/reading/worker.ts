/**
 * Reads tables, holds drafts against the law and compares days beside the page, with an engine of
 * its own.
 */
import complaint from 'virtual:engine-texts/cn/complaint';
import decisions from 'virtual:engine-texts/deciding';
import ledgers from 'virtual:engine-texts/simulating';
import { loadDeciding } from '../engine/deciding.ts';
import { loadSimulating } from '../engine/simulating.ts';
import { HereDesk, HereSellers } from './desk.ts';
import type { Ask, DeskKind, Say } from './messages.ts';

/** The methods of the desk, by name. */
let desk: Record<string, (...given: unknown[]) => Promise<unknown>> | undefined;
const running = new Map<number, AbortController>();
const say = (message: Say) => postMessage(message);

/** A desk with the engine that it needs. */
async function made(kind: DeskKind, base: string | undefined): Promise<object> {
  if (kind === 'drafts') {
    const { HereDrafts, loadAuthor } = await import('./drafts/drafts-desk.ts');
    return new HereDrafts(await loadAuthor({ texts: [], langs: [], base }), base);
  }
  if (kind === 'cases') {
    const { HereCases, loadAuthor } = await import('./many/cases-desk.ts');
    // A table may be in either language.
    const engine = await loadDeciding({ texts: [decisions], langs: ['zh', 'en'], base });
    return new HereCases(engine, () => loadAuthor({ texts: [], langs: [], base }), base);
  }
  if (kind === 'changes') {
    const { changesDesk } = await import('./changes/changes-desk.ts');
    return changesDesk(base);
  }
  return kind === 'findings'
    ? new HereDesk(await loadSimulating({ texts: [ledgers], langs: ['zh', 'en'], base }))
    : new HereSellers(await loadDeciding({ texts: [complaint], langs: [], base }));
}

async function answer(ask: Ask): Promise<unknown> {
  if (ask.ask === 'start') {
    desk = (await made(ask.desk, ask.base)) as typeof desk;
    return undefined;
  }
  if (!desk) throw new Error('the worker was not started');
  if (ask.ask !== 'call') return undefined;
  const cancel = new AbortController();
  running.set(ask.id, cancel);
  const progress = (told: Extract<Say, { say: 'progress' }>['progress']) =>
    say({ id: ask.id, say: 'progress', progress: told });
  return desk[ask.method]?.(...ask.given, { progress, signal: cancel.signal });
}

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const { id } = data;
  if (data.ask === 'cancel') {
    running.get(id)?.abort();
    return;
  }
  answer(data)
    .then(
      (value) => say({ id, say: 'done', value }),
      (error: unknown) => say({ id, say: 'failed', reason: String(error) }),
    )
    .finally(() => running.delete(id));
});
