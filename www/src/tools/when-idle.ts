/** Does something once all that the page needs first is there. */
export function whenIdle(then: () => void): void {
  const idle = globalThis.requestIdleCallback ?? ((later: () => void) => setTimeout(later, 200));
  idle(then);
}
