const exponent = /^([1-9])(?:\.(\d{1,14}))?e\+?(\d{1,2})$/i;

/** The digits of a whole number as JSON may write it: also with a point, as data frames do, or an exponent, as spreadsheets do. Undefined for others. */
export function numberDigits(word: string): string | undefined {
  const whole = /^(\d+)(?:\.0+)?$/.exec(word)?.[1];
  if (whole !== undefined) return whole;
  const [, first = '', rest = '', power] = exponent.exec(word) ?? [];
  const places = Number(power);
  return places <= 14 && rest.length <= places ? first + rest.padEnd(places, '0') : undefined;
}
