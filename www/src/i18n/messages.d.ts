declare module '*.ftl' {
  import type { FluentResource } from '@fluent/bundle';

  /** The messages of one language, each an id with what Fluent read as its value. */
  const messages: [id: string, value: FluentResource['body'][number]['value']][];
  export default messages;
}
