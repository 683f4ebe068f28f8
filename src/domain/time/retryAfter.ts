/** A header as Node gives it. */
type Header = string | string[] | undefined;

/** A date as HTTP writes it, or with its zone: JavaScript reads dates into numbers, too. */
const date =
  /^[A-Za-z]{3,9}, \d{1,2}[ -][A-Za-z]{3}[ -]\d{2,4} [\d:]{8} GMT$|^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;

/** A longer wait than this is a mistake of whoever wrote it. */
const longestWaitMs = 366 * 86_400_000;

/** How long `Retry-After` says to wait, in seconds or until a date; undefined where it says nothing that anybody can wait for. */
export function retryAfterMs(header: Header, now: number): number | undefined {
  const text = [header ?? ''].flat()[0]?.trim() ?? '';
  const ms = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : date.test(text) ? Date.parse(text) - now : 0;
  return ms > 0 && ms <= longestWaitMs ? ms : undefined;
}

/** The same in whole seconds, after which it is long enough. */
export function retryAfterSeconds(header: Header, now: number): number | undefined {
  const ms = retryAfterMs(header, now);
  return ms === undefined ? undefined : Math.ceil(ms / 1000);
}
