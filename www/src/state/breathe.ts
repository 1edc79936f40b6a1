/** Lets the browser draw and hear what it has been told meanwhile. */
export function breathe(): Promise<void> {
  return new Promise((then) => setTimeout(then));
}
