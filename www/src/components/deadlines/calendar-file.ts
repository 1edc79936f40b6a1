import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Lang } from '../../engine/types.ts';
import type { Entry } from './calendar-entries.ts';

/** How a file is made. */
export interface Making {
  /** The moment at which it is made: of two files about an entry the later one counts. */
  made: Date;
  /** So many days before the day the calendar warns, and once more on the day. */
  days: number;
  /** The hour of the warnings. */
  hour: number;
  lang: Lang;
}

const DAY = 86_400;
const HOUR = 3_600;

/** So long after its first moment in UTC a day has ended in every time zone. */
const OVER = DAY + 12 * HOUR;

/** From here the versions of entries are counted, in seconds. */
const FIRST = Date.UTC(2020, 0, 1);

/**
 * Entries as an iCalendar file (RFC 5545). Days are given as texts, which the library takes for
 * days in every time zone, and the calendar gets no name, which it would not escape.
 */
export function calendarFile(entries: Entry[], { made, days, hour, lang }: Making): string {
  const calendar = ical({
    prodId: { company: 'zhengpin', product: 'deadlines', language: lang.toUpperCase() },
  });
  const sequence = Math.max(0, Math.floor((made.getTime() - FIRST) / 1000));
  for (const { uid, day, title, text, certain } of entries) {
    const event = calendar.createEvent({
      id: uid,
      start: day,
      allDay: true,
      summary: title,
      description: text,
      stamp: made,
      lastModified: made,
      sequence,
      status: certain ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      // A deadline is no appointment, and nobody's who shares the calendar.
      transparency: ICalEventTransparency.TRANSPARENT,
      class: ICalEventClass.PRIVATE,
    });
    // Of a day that is over everywhere nobody is reminded; some calendars would, on taking it up.
    if (Date.parse(day) + OVER * 1000 < made.getTime()) continue;
    for (const triggerBefore of [days * DAY - hour * HOUR, -hour * HOUR]) {
      const alarm = { type: ICalAlarmType.display, description: title, triggerBefore };
      // What comes after the start is otherwise counted from the end, which is a day too late;
      // given with the rest, this is passed over.
      event.createAlarm(alarm).relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}
