declare module 'virtual:offered' {
  /** The elements, with what they can be told. */
  const offered: import('./types.ts').Offered[];
  export default offered;
}
