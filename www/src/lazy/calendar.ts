/** Deadlines as entries of a calendar: loaded when the first has a day. */
export { calendar } from '../components/deadlines/calendar.ts';
export { default as css } from '../styles/calendar.css?inline';
