import type { Docket, Instance } from '../engine/types.ts';
import type { View } from './view.ts';

const INSTANCES: Record<Instance, string> = {
  first: 'docket-first',
  second: 'docket-second',
  retrial: 'docket-retrial',
};

/** The dockets of a case: that of the decision itself, then those of other instances by name. */
export function docketsInWords({ say }: View, dockets: Docket[]): string {
  const told = dockets.map(({ number, instance }) =>
    instance ? say(INSTANCES[instance], { number }) : number,
  );
  return told.join(say('list-separator'));
}
