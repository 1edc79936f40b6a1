/**
 * Deadlines as entries of a calendar: loaded when the first has a day. Duties as files: loaded
 * when somebody asks for one.
 */
export { calendar } from '../components/deadlines/calendar.ts';
export { rests } from '../components/deadlines/calendar-entries.ts';
export { calendarFile } from '../components/deadlines/calendar-file.ts';
export { dutyEntries, dutyTable } from '../components/duties/duty-files.ts';
export { download, fileName } from '../exchange/download.ts';
export { fingerprint } from '../state/fingerprint.ts';
export { default as css } from '../styles/calendar.css?inline';
