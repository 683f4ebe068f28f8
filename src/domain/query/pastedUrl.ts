import type { InsightsQuery } from './query.ts';
import { parseQuery } from './query.ts';

const urlPattern = /(?:https?:\/\/[^\s"'`<>]*(?:<REGION>[^\s"'`<>]*)?)?\/insights\/sessions\?/;

/** The address of a search in a text (a bare address, a cURL command, a log line), as far as it reaches. */
export function findUrl(text: string): string | undefined {
  const found = urlPattern.exec(text);
  if (!found) return undefined;
  const quote = text[found.index - 1];
  const rest = text.slice(found.index);
  const end = quote === "'" || quote === '`' ? rest.indexOf(quote) : rest.search(/[\r\n]/);
  return (end < 0 ? rest : rest.slice(0, end)).trim();
}

/** The query that an address asks. Values may be encoded or, as in the documentation's examples, not. */
export function queryOfUrl(url: string): InsightsQuery {
  const query: Record<string, unknown> = {};
  const text = url.slice(url.indexOf('?') + 1);
  for (const piece of text.split(/&(?=[a-z_]+=)/)) {
    const at = piece.indexOf('=');
    const name = piece.slice(0, at);
    const value = decode(piece.slice(at + 1));
    if (name === 'from_date' || name === 'to_date') query[name] = value;
    else if (name === 'page_number' || name === 'page_size') query[name] = Number.parseInt(value, 10) || 0;
    else if (name === 'sort_by')
      query[name] = value
        .replace(/^"|"$/g, '')
        .split(',')
        .map((key) => key.trim());
    else if (name === 'project_fields') query[name] = value.match(/[^\s,"'[\]]+/g) ?? [];
    else if (name === 'filter_by') query[name] = parseQuery(value).value;
  }
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
