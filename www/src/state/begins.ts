import { readFragment } from './fragment.ts';
import { handedName } from './handover.ts';
import { namesAt } from './storage.ts';

/** Who keeps something here. */
export interface Owner {
  /** The name of its entries in the fragment and in the storages. */
  readonly entry: string;
  /** `off`, if nothing goes into the address. */
  readonly fragment: string | undefined;
  /** `off`, if nothing is kept in the browser's storages. */
  readonly storage: string | undefined;
}

/** The name under which the tab keeps the state of an entry of this page. */
export const stateName = (entry: string) => `state:${location.pathname}:${entry}`;

/** How the names begin under which the tab or the device keeps what was typed for it. */
export const draftNames = (entry: string) => `draft:${location.pathname}:${entry}:`;

/** The name of the entry of the address with what was typed. */
export const typedName = (entry: string) => `${entry}-typed`;

/** The name of the entry of the address that says with what to begin. */
export const startName = (entry: string) => `${entry}-start`;

/** Whether neither the address nor the tab has anything for a tool to begin with. */
export function beginsEmpty({ entry, fragment, storage }: Owner, tool: string): boolean {
  const linked = [entry, typedName(entry), startName(entry)];
  const kept = ['matter', stateName(entry), handedName(tool)];
  return (
    (fragment === 'off' || linked.every((name) => readFragment(name) === undefined)) &&
    (storage === 'off' ||
      !(
        namesAt('tab', '').some((name) => kept.includes(name)) ||
        namesAt('tab', draftNames(entry)).length > 0 ||
        namesAt('device', draftNames(entry)).length > 0
      ))
  );
}
