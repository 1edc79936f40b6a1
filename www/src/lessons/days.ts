/** A day, or an instant in its own offset, so many days later; its time of day stays. */
export function daysLater(instant: string, days: number): string {
  const date = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) + instant.slice(10);
}

/** A day, or an instant, so many years later; one that does not exist then is left to the engine. */
export function yearsLater(instant: string, years: number): string {
  return `${Number(instant.slice(0, 4)) + years}`.padStart(4, '0') + instant.slice(4);
}
