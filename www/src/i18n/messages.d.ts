/** The messages of one language, each an id with what Fluent read as its value. */
type Messages = [
  id: string,
  value: import('@fluent/bundle').FluentResource['body'][number]['value'],
][];

declare module '*.ftl' {
  const messages: Messages;
  export default messages;
}

declare module '*.ftl?part=start' {
  const messages: Messages;
  export default messages;
}

declare module '*.ftl?part=ledger' {
  const messages: Messages;
  export default messages;
}

declare module '*.ftl?part=changes' {
  const messages: Messages;
  export default messages;
}
