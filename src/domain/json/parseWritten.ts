import { endOfString, endOfWord, letters } from './jsonTokens.ts';
import { recordOf } from './writtenEntries.ts';
import { readNumber } from './writtenNumber.ts';

/** An object or a list that is being read. */
interface Open {
  readonly isList: boolean;
  readonly entries: [key: string, value: unknown][];
  readonly items: unknown[];
  key: string | undefined;
}

/** Reads what is known to be JSON and keeps all that is written. Keeps its own stack: there may be any number of levels. */
export function parseWritten(text: string): unknown {
  const root = opened(true);
  const open: Open[] = [];
  let within = root;
  const take = (value: unknown): void => {
    if (within.isList) within.items.push(value);
    else {
      within.entries.push([within.key ?? '', value]);
      within.key = undefined;
    }
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === letters.openObject || code === letters.openList) {
      open.push(within);
      within = opened(code === letters.openList);
      at++;
    } else if (code === letters.closeObject || code === letters.closeList) {
      const closed = within;
      within = open.pop() ?? root;
      take(closed.isList ? closed.items : recordOf(closed.entries));
      at++;
    } else if (code === letters.quote) {
      const end = endOfString(text, at);
      const string: string = JSON.parse(text.slice(at, end));
      if (within.isList || within.key !== undefined) take(string);
      else within.key = string;
      at = end;
    } else if (code <= 0x20 || code === letters.comma || code === letters.colon) at++;
    else {
      const end = endOfWord(text, at);
      take(wordValue(text.slice(at, end)));
      at = end;
    }
  }
  return root.items[0];
}

function opened(isList: boolean): Open {
  return { isList, entries: [], items: [], key: undefined };
}

function wordValue(word: string): unknown {
  switch (word) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      return readNumber(word);
  }
}
