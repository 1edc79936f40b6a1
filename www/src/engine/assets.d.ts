declare module 'virtual:engine-asset/*' {
  /** A file of the engine, and the hash that the browser checks on loading it. */
  const asset: { file: string; integrity: string };
  export default asset;
}

declare module 'virtual:drafts' {
  const drafts: {
    /** The id of the draft put together with the law. */
    rulebook: string;
    /** The rulebook that it would have amended. */
    amends: string;
    title: Record<'zh' | 'en', string>;
    /** That it never was law, and why. */
    never: Record<'zh' | 'en', string>;
    /** Its file, and the hash that the browser checks on loading it. */
    file: string;
    integrity: string;
  }[];
  export default drafts;
}

declare module 'virtual:engine-texts/*' {
  /**
   * The files with the words of some rulebooks, one in each language, and that with the rulebooks
   * themselves, one after the other, where an engine is handed them.
   */
  const files: Record<'zh' | 'en', { file: string; integrity: string }> & {
    rulebooks: { file: string; lengths: number[] }[];
  };
  export default files;
}

declare module 'virtual:opening/*' {
  /** What a rulebook says at first, by version; nothing, where no such files stand beside. */
  const openings: {
    from: string;
    until: string | null;
    files: Record<'zh' | 'en', { file: string; integrity: string }>;
  }[];
  export default openings;
}

declare module 'virtual:ahead' {
  /** The files that the tool of a page shows at first, by version. */
  const openings: {
    from: string;
    until: string | null;
    files: Record<'zh' | 'en', string>;
  }[];
  export default openings;
}
