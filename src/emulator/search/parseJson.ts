import { invalid } from './refusal.ts';

const textOrLongNumber = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * Reads a parameter that is JSON. Whole numbers that a double can not hold, as long phone numbers may be, are read as their text,
 * so that none of their digits is lost.
 */
export function parseJson(name: string, text: string): unknown {
  try {
    JSON.parse(text);
  } catch (error) {
    throw invalid(`${name}: malformed JSON, ${error instanceof Error ? error.message : String(error)}`);
  }
  return JSON.parse(text.replace(textOrLongNumber, (found) => (found.startsWith('"') ? found : `"${found}"`)));
}
