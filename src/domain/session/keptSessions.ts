import { parseJson } from '../json/parseJson.ts';
import type { SessionDocument } from './session.ts';
import { sessionOf, sessionsIn } from './sessionsIn.ts';

/** The sessions of a file that was saved or exported: JSON in any shape that holds them, or one on each line. Undefined where it is none. */
export function keptSessions(text: string): readonly SessionDocument[] | undefined {
  const written = text.replace(/^\uFEFF/u, '').trim();
  const whole = parsed(written);
  const found = whole ? sessionsIn(whole.value) : linesOf(written);
  return found?.every((one) => sessionOf(one) !== undefined) ? (found as readonly SessionDocument[]) : undefined;
}

function linesOf(text: string): readonly unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  return values.length > 0 ? values.flatMap((one) => (one && sessionsIn(one.value)) ?? [undefined]) : undefined;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}
