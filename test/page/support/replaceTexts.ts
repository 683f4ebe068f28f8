import { isRecord } from '../../../src/domain/json/looseValues.ts';

/**
 * What stands in a place instead. A place is a path such as `flow_path.3.request.payload`; below JSON in a text it goes on after `{}`, and where
 * a name is data (a parameter's, a tag's) it ends in `*`, the name itself, or goes on after it.
 */
export type Replace = (place: string, text: string) => string;

/** Where names are data and not structure: the keys of the transcript's lines, parameters' names, tags and their categories. */
const named = /^(?:transcription\.\d+|params|parameters|tags(?:\.\*)?|.*\{\}.*)$/u;

/** A document with every text in it replaced, and every name that is data; what is no text stays. */
export function replaceTexts(value: unknown, replace: Replace, place = ''): unknown {
  const below = (name: string | number): string => (place === '' ? String(name) : `${place}.${name}`);
  if (typeof value === 'string') {
    const within = parsed(value);
    return within === undefined ? replace(place, value) : JSON.stringify(replaceTexts(within, replace, `${place}{}`));
  }
  if (Array.isArray(value)) return value.map((entry, index) => replaceTexts(entry, replace, below(index)));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, held]) =>
    named.test(place)
      ? [replace(below('*'), name), replaceTexts(held, replace, below('*'))]
      : [name, replaceTexts(held, replace, below(name))],
  );
  // Unlike an assignment this makes an entry of `__proto__`, as JSON.parse does.
  return Object.fromEntries(entries);
}

function parsed(text: string): object | undefined {
  if (!/^[{[]/u.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
