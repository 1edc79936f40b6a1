/** Reads tables beside the page, with an engine of its own. */
import { loadSimulating } from '../engine/simulating.ts';
import { HereDesk } from './desk.ts';
import type { Ask, Say } from './messages.ts';

let desk: HereDesk | undefined;
const running = new Map<number, AbortController>();
const say = (message: Say) => postMessage(message);

async function answer(ask: Ask): Promise<Extract<Say, { say: 'done' }>['value']> {
  if (ask.ask === 'start') {
    desk = new HereDesk(await loadSimulating(ask.base));
    return undefined;
  }
  if (!desk) throw new Error('the worker was not started');
  if (ask.ask === 'open') {
    await desk.open(ask.bytes);
    return undefined;
  }
  if (ask.ask === 'take') return desk.take();
  if (ask.ask === 'refused') return desk.refused();
  if (ask.ask !== 'look') return undefined;
  const cancel = new AbortController();
  running.set(ask.id, cancel);
  const progress = (told: Extract<Say, { say: 'progress' }>['progress']) =>
    say({ id: ask.id, say: 'progress', progress: told });
  return desk.look(ask.look, { progress, signal: cancel.signal });
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
