/** One turn of the event loop, in which the browser draws, hears and reads what is queued. */
export function breathe(): Promise<void> {
  return new Promise((then) => setTimeout(then));
}

/** Milliseconds after which nothing is going to be painted: the page is out of sight. */
const UNSEEN = 100;

/** Goes on once something of the page can be seen. */
export async function seen(): Promise<void> {
  if (performance.getEntriesByType('paint').length === 0) await painted();
}

/** Goes on once what was drawn is painted, or soon where nothing is. */
export async function painted(): Promise<void> {
  await Promise.race([
    new Promise(requestAnimationFrame),
    new Promise((then) => setTimeout(then, UNSEEN)),
  ]);
  await breathe();
}
