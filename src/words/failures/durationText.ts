const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** `1 second`, `0.5 seconds`, `10 hours`, in that language; longer ones are rounded up, so that who waits so long has waited enough. */
export function durationText(seconds: number, language: string): string {
  const large = units.find((one) => seconds >= 2 * one.seconds);
  const [amount, unit] = large ? [Math.ceil(seconds / large.seconds), large.unit] : [seconds, 'second'];
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, format).format(amount);
}
