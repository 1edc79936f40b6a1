/** Duties as files: loaded when somebody asks for one. */
export { calendarFile } from '../components/deadlines/calendar-file.ts';
export { dutyEntries, dutyTable } from '../components/duties/duty-files.ts';
export { download, fileName } from '../exchange/download.ts';
