import drafts from 'virtual:drafts';

/** A draft that never was law. */
export type LawDraft = (typeof drafts)[number];

/** The drafts that can be held against the law, of a rulebook each. */
export const DRAFTS: LawDraft[] = drafts;
