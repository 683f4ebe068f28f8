const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const weekDays = 'sunmontuewedthufrisat';

const clock = String.raw`(\d\d)(?::?(\d\d)(?::?(\d\d)([.,]\d+)?)?)?\s*(?:utc?|gmt)?([+-]\d\d(?::?\d\d)?|z)?`;
/** ISO 8601's other forms: basic ones, days of a week and of a year. A clock without its `T` stands behind eight digits alone. */
const isoForm = new RegExp(
  String.raw`^(\d{4})(?:-?w(\d\d)-?([1-7])|-?(\d{3})|(-?)(\d\d)\5(\d\d))(?:(?:[t ]|(?<=^\d{8})(?=\d{4}))${clock})?$`,
  'i',
);
/** As mail and HTTP write times: `Fri, 15 Jan 2021 08:09:43 +0000`. */
const mailForm = new RegExp(String.raw`^(?:([a-z]{3}),? )?(\d\d?)[ -]([a-z]{3})[ -](\d{4})(?: +${clock})?$`, 'i');
/** As JavaScript and C write them: `Fri Jan 15 2021 08:09:43 GMT+0000 (UTC)`, `Fri Jan 15 08:09:43 2021`. */
const programForm = /^([a-z]{3} )([a-z]{3}) +(\d\d?) (.* )?(\d{4})\b(.*?)(?: \([^()]*\))?$/i;

/** A time in another form than ISO 8601's extended one, in that form; what is in it need not be a time. Undefined for any other text. */
export function extendedForm(text: string): string | undefined {
  const written = text.replaceAll('\u2212', '-').replace(programForm, '$1$3 $2 $5 $4$6').trim();
  const [, year, week, weekDay, ordinal, , month, day, ...isoClock] = isoForm.exec(written) ?? [];
  if (year !== undefined) {
    if (week) return withClock(dayOfWeek(year, Number(week), Number(weekDay)), isoClock);
    return withClock(ordinal ? dayAfter(year, Number(ordinal) - 1, year) : `${year}-${month}-${day}`, isoClock);
  }
  const [, name, dayOfMonth = '', word = '', mailYear, ...mailClock] = mailForm.exec(written) ?? [];
  if (mailYear === undefined) return undefined;
  const date = `${mailYear}-${two(months.indexOf(word.toLowerCase()) / 3 + 1)}-${two(dayOfMonth)}`;
  // A day of the week that is another one shows that something else was meant.
  const isOther = name && weekDays.indexOf(name.toLowerCase()) !== new Date(date).getUTCDay() * 3;
  return isOther ? undefined : withClock(date, mailClock);
}

function withClock(date: string, [hour, minute, second, fraction = '', zone = '']: (string | undefined)[]): string {
  return hour ? `${date}T${[hour, minute, second].filter(Boolean).join(':')}${fraction}${zone}` : date;
}

/** The week of the 4th of January is a year's first, and a year has the weeks of its Thursdays. */
function dayOfWeek(year: string, week: number, weekDay: number): string {
  const monday = week * 7 - 3 - (new Date(`${year}-01-04`).getUTCDay() || 7);
  return dayAfter(year, monday + 3, year) && dayAfter(year, monday + weekDay - 1, '');
}

/** A day so many days after the 1st of January; nothing where it is not `within` that year. */
function dayAfter(year: string, days: number, within: string): string {
  const date = new Date(`${year}-01-01`);
  date.setUTCDate(days + 1);
  const day = date.toISOString().slice(0, 10);
  return day.startsWith(within) ? day : '';
}

function two(value: number | string): string {
  return String(value).padStart(2, '0');
}
