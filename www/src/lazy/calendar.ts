/** Deadlines as entries of a calendar: loaded when the first has a day. */
export { calendar } from '../components/deadlines/calendar.ts';
export { fingerprint, rests } from '../components/deadlines/calendar-entries.ts';
export { calendarFile } from '../components/deadlines/calendar-file.ts';
export { default as css } from '../styles/calendar.css?inline';
