import type { ParsedQuery } from '../query.ts';
import { parseQuery } from '../query.ts';
import { bodyOf } from './bodyOf.ts';
import { endOfValue } from './endOfValue.ts';
import { openingBefore, quotedReadings } from './quotedReadings.ts';
import type { TranslatedBody } from './searchBody.ts';

const search = /\/?_search\b(?:\?([^\s"'`<>]*))?/;
/** Parameters that ask nothing of the sessions. */
const ofAnswer =
  /^(?:pretty|human|format|filter_path|error_trace|timeout|request_cache|ignore_\w+|allow_\w+|expand_wildcards|typed_keys|rest_total_hits_as_int|track_total_hits|preference|routing)$/;

/**
 * The search of a whole request to Elasticsearch or OpenSearch, as their consoles and curl have it: its body, and what its address asks.
 * Undefined for any other text.
 */
export function readSearchRequest(text: string): TranslatedBody | undefined {
  const found = search.exec(text);
  if (!found) return undefined;
  const body = bodyAfter(text, found.index + found[0].length);
  if (!body) return undefined;
  const { query, lost } = bodyOf(body);
  const asked = (found[1] ?? '')
    .split('&')
    .map((part) => part.split('='))
    .filter(([name = '']) => name !== '' && !ofAnswer.test(name));
  const size = Number(asked.find(([name]) => name === 'size')?.[1]);
  const others = asked.map(([name = '']) => name).filter((name) => name !== 'size');
  return {
    query: size > 0 && query.page_size === undefined ? { ...query, page_size: size } : query,
    lost: [...lost, ...others],
  };
}

function bodyAfter(text: string, from: number): ParsedQuery | undefined {
  const start = text.indexOf('{', from);
  if (start < 0) return undefined;
  const rest = text.slice(start);
  const quote = openingBefore(text, start);
  const readings = [rest.slice(0, endOfValue(rest)), ...(quote === '' ? [] : quotedReadings(rest, quote))];
  return readings
    .map((reading) => parseQuery(reading.trim()))
    .find(({ root, syntaxProblems }) => root?.type === 'object' && syntaxProblems.length === 0);
}
