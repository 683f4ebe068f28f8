import { parseJson } from '../../domain/json/parseJson.ts';
import { invalid } from './refusal.ts';

/** Reads a parameter that is JSON, numbers as they are written: a long phone number keeps its digits. */
export function parseParameter(name: string, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw invalid(`${name}: malformed JSON, ${error instanceof Error ? error.message : String(error)}`);
  }
}
