import { parseDateExpression } from '../../time/parseDate.ts';
import type { InsightsQuery } from '../query.ts';
import { parseQuery } from '../query.ts';
import { endOfString } from './endOfValue.ts';

/**
 * The query that an address asks. Values may be encoded or, as in the documentation's examples, not. Undefined when its filter cannot
 * be read: without it the query would find everything.
 */
export function queryOfUrl(url: string): InsightsQuery | undefined {
  const query: Record<string, unknown> & { sort_by?: string[]; project_fields?: string[] } = {};
  for (const [name, value] of parametersOf(url.slice(url.indexOf('?') + 1))) {
    const readings = readingsOf(value);
    const [likeliest = ''] = readings;
    switch (name) {
      case 'from_date':
      case 'to_date': {
        const texts = [...readings, ...readings.map(withoutMarks)].map((text) => text.trim());
        query[name] = texts.find((text) => !('code' in parseDateExpression(text))) ?? withoutMarks(likeliest);
        break;
      }
      case 'page_number':
      case 'page_size':
        query[name] = Number.parseInt(likeliest, 10) || 0;
        break;
      case 'sort_by':
        query[name] = [
          ...(query[name] ?? []),
          ...(withoutMarks(likeliest).match(/[^,"'[\]\\]+/g) ?? []).map((key) => key.trim()).filter(Boolean),
        ];
        break;
      case 'project_fields':
        query[name] = [...(query[name] ?? []), ...(withoutMarks(likeliest).match(/[^\s,"'[\]\\]+/g) ?? [])];
        break;
      case 'filter_by': {
        if (value.trim() === '') break;
        const filter = [...readings, ...readings.map(withoutRest)].map(readFilter).find((read) => read !== undefined);
        if (!filter) return undefined;
        query[name] = filter;
      }
    }
  }
  return query;
}

/** The names and values of a query string that may hold JSON as it is: an `&` in a text of it begins no parameter. */
function parametersOf(text: string): readonly (readonly [name: string, value: string])[] {
  const pieces: string[] = [];
  const separator = /(?:\^?&(?:amp;)?|\\u0026|\\&)(?=[a-z][\w.-]*(?:\[\d*\]|%5B\d*%5D)?=)/iy;
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    separator.lastIndex = at;
    if (depth > 0 && letter === '"' && text[at - 1] !== '\\') at = endOfString(text, at);
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    else if (depth <= 0 && letter === '#') text = text.slice(0, at);
    else if (depth <= 0 && separator.test(text)) {
      pieces.push(text.slice(start, at));
      start = separator.lastIndex;
      at = start - 1;
    }
  }
  return [...pieces, text.slice(start)].map((piece) => {
    const at = piece.indexOf('=');
    // A list may come value by value: `project_fields[]=id`.
    const name = piece.slice(0, Math.max(at, 0)).replace(/(?:\[\d*\]|%5B\d*%5D)$/i, '');
    return [name.toLowerCase(), piece.slice(at + 1)] as const;
  });
}

/** What a value may stand for, the likeliest first: a plus is a blank only where nothing shows that it is not encoded so. */
function readingsOf(value: string): readonly string[] {
  const kept = decoded(value);
  const blanks = decoded(value.replaceAll('+', ' '));
  const asForm = /^[\w.*%+!~'()-]*$/.test(value) && !value.includes('%20');
  if (/["{[]/.test(value)) return [value, kept, blanks];
  return [...(asForm ? [blanks, kept] : [kept, blanks]), decoded(kept)];
}

/** Percent signs that encode nothing stay. */
function decoded(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function readFilter(text: string): InsightsQuery['filter_by'] | undefined {
  // Python prints a dictionary with single quotes.
  const json = text.includes('"') ? text : text.replaceAll("'", '"');
  const { root, syntaxProblems, value } = parseQuery(json);
  return root?.type === 'object' && syntaxProblems.length === 0 ? (value as InsightsQuery['filter_by']) : undefined;
}

/** JSON without the marks that close what an address stands in, or the sentence. */
function withoutRest(text: string): string {
  return text.replace(/(?<=\})[)\].,;:!?>'"`\\^\s]+$/, '');
}

/** A value without its own quotes, and without what closes the brackets and quotes around an address. */
function withoutMarks(text: string): string {
  return text.replace(/^["'`\\\s]+/, '').replace(/[)>,;'"`\\^|\s]+$/, '');
}
