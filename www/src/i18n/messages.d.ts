/** The messages of one language, each an id with what Fluent read as its value. */
type Messages = [
  id: string,
  value: import('@fluent/bundle').FluentResource['body'][number]['value'],
][];

/** A part of the messages of one language, such as `messages:zh/ledger`. */
declare module 'messages:*' {
  const messages: Messages;
  export default messages;
}
