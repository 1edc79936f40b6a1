import type { Value } from '../../engine/types.ts';
import type { Drafts } from '../states.ts';

/** The tools of which a matter holds what was entered, by the key of each. */
export const HELD = ['penalties', 'appeal', 'complaint', 'parallel-import', 'abroad'] as const;

export type HeldTool = (typeof HELD)[number];

/** The tool of a key; nothing, if a matter does not hold what is entered there. */
export const heldTool = (key: string): HeldTool | undefined => HELD.find((one) => one === key);

/** What was said in one tool: its state as a link carries it, and what was typed besides. */
export interface Part {
  state?: Record<string, unknown>;
  drafts?: Record<string, unknown>;
  /** What is said elsewhere and was taken back here, by place. */
  declined?: Record<string, Value>;
}

export type Parts = Partial<Record<HeldTool, Part>>;

/** A part as the device keeps it. */
export interface Stored {
  format: number;
  /** Another one each time it is written. */
  token: string;
  /** The token of what it took the place of. */
  after: string | null;
  part: Part;
  /** The days by which something is due, earliest first, as they were when they were counted. */
  due: string[];
  /** What they were counted from; nothing, where no days are counted. */
  basis?: string | undefined;
}

/** What a matter is called and what was settled about it. */
export interface Head {
  format: number;
  name: string;
  /** The day on which it was begun. */
  made: string;
  /** The differences between tools that are meant, each as text. */
  apart: string[];
}

/** A matter as the device keeps it. */
export interface Matter extends Head {
  /** Known by this in calendars and in files, whatever it is called. */
  id: string;
  stored: Partial<Record<HeldTool, Stored>>;
}

/** What a tool holds of a matter, as the tool tells it. */
export interface Left {
  state: unknown;
  drafts: Drafts | undefined;
}
