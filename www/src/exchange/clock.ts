/** A time of day, `HH:MM`, or `HH:MM:SS` where there are seconds. */
export type Clock = string;

/** What is wrong with a time. */
export type ClockFault = 'not_a_time' | 'no_such_time';

const BEFORE = '上午|下午|晚上|凌晨|早上|中午|am|pm';
const TIME = new RegExp(
  `^(${BEFORE})? ?(\\d{1,2}) ?(?:[:时点] ?(?:(\\d{1,2}) ?(?:[:分] ?(?:(\\d{1,2})(?:\\.\\d{1,9})? ?秒?)?)?)?|(?= ?(?:am|pm)$)) ?(am|pm)?$`,
);
/** Those halves of the day that add twelve hours. */
const LATE = ['下午', '晚上', 'pm'];

/** A text that could be a date or a time, without differences of width, case and spacing. */
export function tidied(text: string): string {
  return text.length > 80 ? text : text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * The time of day that a text names: `9:30`, `09:30:45`, `下午3:30`, `3:30 pm`, `9时30分`,
 * `下午3点`, or a spreadsheet's fraction of a day. `24:00`, `25:10` and `13:30 pm` are no times.
 */
export function readClock(cell: string): Clock | ClockFault {
  const text = tidied(cell);
  if (text.length > 40) return 'not_a_time';
  if (/^0?\.\d{1,20}$/.test(text)) return clockOf(Math.round(Number(text) * 86_400));
  const [all, before = '', hours = '', minutes, seconds, after = ''] = TIME.exec(text) ?? [];
  if (all === undefined) return 'not_a_time';
  if (minutes === undefined && !/[时点]|am|pm/.test(text)) return 'not_a_time';
  const half = before || after;
  if (before && after && before !== after) return 'no_such_time';
  return atHalf(half, Number(hours), Number(minutes ?? 0), Number(seconds ?? 0));
}

function atHalf(half: string, hours: number, minutes: number, seconds: number): Clock | ClockFault {
  // 凌晨0点 and 中午12点 are said as they are counted; of the others, twelve begins the half.
  const counted = half === '' || half === '凌晨' || half === '早上' || half === '中午';
  if (half !== '' && !counted && (hours < 1 || hours > 12)) return 'no_such_time';
  if (['凌晨', '早上'].includes(half) && hours > 11) return 'no_such_time';
  if (half === '中午' && (hours < 11 || hours > 13)) return 'no_such_time';
  const whole = counted ? hours : (hours % 12) + (LATE.includes(half) ? 12 : 0);
  if (half === '晚上' && hours === 12) return 'no_such_time';
  if (whole > 23 || minutes > 59 || seconds > 59) return 'no_such_time';
  return clockOf((whole * 60 + minutes) * 60 + seconds);
}

/** The time of day so many seconds after midnight; none after the last one of the day. */
export function clockOf(seconds: number): Clock | ClockFault {
  if (seconds < 0 || seconds >= 86_400) return 'no_such_time';
  const two = (number: number) => `${number}`.padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = seconds % 60;
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** Whether what was read is a time. */
export function isClock(read: Clock | ClockFault): read is Clock {
  return /^\d/.test(read);
}

/** The seconds of a time since midnight. */
export function secondsOf(clock: Clock): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
