declare module 'virtual:lessons' {
  /** All lessons, and the paths through them. */
  const course: import('./types.ts').Course;
  export default course;
}
