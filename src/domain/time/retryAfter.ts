/** A header as Node gives it. */
type Header = string | string[] | undefined;

/** A date as HTTP writes it, or with its zone: JavaScript reads dates into numbers, too. */
const date =
  /^[A-Za-z]{3,9}, \d{1,2}[ -][A-Za-z]{3}[ -]\d{2,4} [\d:]{8} GMT$|^[A-Za-z]{3} [A-Za-z]{3} [ \d]\d [\d:]{8} \d{4}$|^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/;

/** A longer wait than this is a mistake of whoever wrote it. */
const longestWaitMs = 366 * 86_400_000;

/** What of an answer's head says how long to wait. */
export interface WaitHeaders {
  readonly 'retry-after'?: Header;
  /** What the clock of the service says: it may be another than ours. */
  readonly date?: Header;
}

/** How long `Retry-After` says to wait, in seconds or until a date; undefined where it says nothing that anybody can wait for. */
export function retryAfterMs(headers: WaitHeaders, now: number): number | undefined {
  const text = textOf(headers['retry-after']);
  const ms = /^\d+(?:\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : (timeOf(text) ?? 0) - (timeOf(textOf(headers.date)) ?? now);
  return ms > 0 && ms <= longestWaitMs ? ms : undefined;
}

function textOf(header: Header): string {
  return [header ?? ''].flat()[0]?.trim() ?? '';
}

/** The oldest of HTTP's three forms names no zone, and is Greenwich's as the others are. */
function timeOf(text: string): number | undefined {
  if (!date.test(text)) return undefined;
  const time = Date.parse(/\d{4}$/.test(text) ? `${text} GMT` : text);
  return Number.isNaN(time) ? undefined : time;
}

/** The same in whole seconds, after which it is long enough. */
export function retryAfterSeconds(headers: WaitHeaders, now: number): number | undefined {
  const ms = retryAfterMs(headers, now);
  return ms === undefined ? undefined : Math.ceil(ms / 1000);
}
