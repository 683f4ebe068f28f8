import { queryOfUrl } from './addressQuery.ts';
import { endOfValue } from './endOfValue.ts';
import { parameterNames } from './parameterNames.ts';
import { quotedReadings } from './quotedReadings.ts';

const named = new RegExp(
  `(["'\`]?)(?<![\\w.-])(${parameterNames.join('|')})(["'\`\\]]{0,2})\\s*(?:=>|==?|[:,](?:\\s*["']value["']\\s*:)?)\\s*(?:json\\.dumps\\(|JSON\\.stringify\\()?`,
  'gi',
);
const nextParameter = new RegExp(`&(?=(?:${parameterNames.join('|')})=)`, 'i');

/**
 * The query string of parameters that stand beside an address and not in it: data of curl, items of HTTPie, a dictionary in code. Undefined
 * when there are none.
 */
export function gatherParameters(text: string): string | undefined {
  const found = new Map<string, string>();
  for (const { 0: lead, 1: open = '', 2: written = '', 3: close = '', index } of text.matchAll(named)) {
    const name = written.toLowerCase();
    if (found.has(name)) continue;
    const rest = text.slice(index + lead.length);
    const value = readingsOf(rest, close === '' ? open : '').find((one) => isReadable(name, one));
    found.set(name, value ?? readingsOf(rest, close === '' ? open : '')[0] ?? '');
  }
  if (found.size === 0) return undefined;
  return [...found].map(([name, value]) => `${name}=${value}`).join('&');
}

/** `open`: the quote in which the name stands too. */
function readingsOf(rest: string, open: string): readonly string[] {
  const quote = /^["'`]/.exec(rest)?.[0];
  const readings =
    open !== '' ? quotedReadings(rest, open) : quote ? quotedReadings(rest.slice(1), quote) : [bareValue(rest)];
  return readings.map((reading) => (open === '' ? reading : (reading.split(nextParameter)[0] ?? '')));
}

function bareValue(rest: string): string {
  return /^[{[]/.test(rest) ? rest.slice(0, endOfValue(rest)) : (/^[^\s"'`&,;)}\]]*/.exec(rest)?.[0] ?? '');
}

function isReadable(name: string, value: string): boolean {
  return name !== 'filter_by' || queryOfUrl(`?filter_by=${value}`)?.filter_by !== undefined;
}
