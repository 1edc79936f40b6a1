declare module '*.ftl' {
  import type { FluentResource } from '@fluent/bundle';

  /** The ids of the messages, the same in every language. */
  export const ids: string[];
  /** What Fluent read as the values of the messages of one language, in the order of the ids. */
  const values: FluentResource['body'][number]['value'][];
  export default values;
}
