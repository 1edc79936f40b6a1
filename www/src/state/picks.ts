/** How what was picked is shown. */
interface Showing {
  /** Makes ready what is picked by now; whether it can be shown. */
  prepare(): Promise<boolean>;
  /** Shows all of it at once. */
  show(): void;
  /** Is called when it is shown, or cannot be. */
  done(): void;
}

/**
 * What was picked one after the other, each on top of the one before, until it is shown: what is
 * picked while something is made ready for it is shown together with it.
 */
export class Picks<Pick extends object> implements Iterable<Pick> {
  private list: Pick[] = [];
  private settling: Promise<void> | undefined;

  constructor(private readonly showing: Showing) {}

  [Symbol.iterator](): Iterator<Pick> {
    return this.list[Symbol.iterator]();
  }

  add(pick: Pick): void {
    this.list.push(pick);
  }

  /** Lets go of all of it: something else is to be shown. */
  drop(): void {
    this.list = [];
  }

  /** What the last pick that says so says under a key. */
  last<Key extends keyof Pick>(key: Key): Pick[Key] | undefined {
    return this.list.findLast((pick) => pick[key] !== undefined)?.[key];
  }

  /** Shows it, once nothing else is picked meanwhile. */
  settle(): Promise<void> {
    this.settling ??= this.shown().finally(() => {
      this.drop();
      this.settling = undefined;
      this.showing.done();
    });
    return this.settling;
  }

  private async shown(): Promise<void> {
    let ready: Pick | undefined;
    for (let last = this.list.at(-1); last !== ready; last = this.list.at(-1)) {
      ready = last;
      if (last && !(await this.showing.prepare())) return;
    }
    if (this.list.length > 0) this.showing.show();
  }
}
