/** One turn of the event loop, in which the browser draws, hears and reads what is queued. */
export function breathe(): Promise<void> {
  return new Promise((then) => setTimeout(then));
}
