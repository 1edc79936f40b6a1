import type { Difference, Taken } from '../../state/matter/fill.ts';
import type { Place } from '../../state/matter/places.ts';
import type { HeldTool, Matter, Parts } from '../../state/matter/types.ts';
import type { Step } from '../../state/matter/ways.ts';
import type { Arrived, Holder } from './holder.ts';

/**
 * How what a tool shows stands to what the matter holds: the same (`kept`); something else that
 * came by a link, from another tool or from before the matter (`apart`); another tab has written
 * meanwhile (`behind`); the matter was deleted (`gone`); the browser does not keep it (`refused`).
 */
export type Standing = 'kept' | 'apart' | 'behind' | 'gone' | 'refused';

/** What the strip above a tool shows, and what can be done there. */
export interface StripParts {
  readonly tool: HeldTool;
  readonly holder: Holder;
  /** The page of matters; those of the tools stand beside it under their names. */
  readonly page: string;
  /** The matter that this tab is about. */
  readonly matter: Matter | undefined;
  readonly standing: Standing;
  /** What was put in because it was said elsewhere, by place. */
  readonly taken: Map<string, Taken>;
  /** What is said otherwise elsewhere. */
  readonly differing: Difference[];
  /** What all tools say, this one as it is shown. */
  readonly parts: Parts;
  /** The days by which something is due, earliest first, each once. */
  readonly due: string[];
  /** The tools whose days have to be counted anew, which they are once they are opened. */
  readonly uncounted: HeldTool[];
  /** Takes up the matter of this tab, beside what stands in the tool and came there in some way. */
  begin(arrived: Arrived): void;
  /** Begins a matter with what stands here; returns whether the browser keeps it. */
  keep(name: string): boolean;
  /** Turns to another matter, or to none. */
  open(id: string | undefined): void;
  /** Saves the matter as a file. */
  save(): void;
  /** Goes to where a step is taken on this page, or to what is asked at a place. */
  go(step: Pick<Step, 'name' | 'issue'>): void;
  change(place: Place): void;
  /** Shows what the matter holds; puts what stands here in its place; keeps both. */
  showMatter(): void;
  putIn(): void;
  keepApart(): void;
  /** Says there what is said here, here what is said there, or leaves both. */
  sayThere(one: Difference): void;
  sayHere(one: Difference): void;
  leaveApart(one: Difference): void;
}
