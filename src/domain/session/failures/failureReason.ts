import { asText } from '../../json/looseValues.ts';
import type { Step } from '../steps.ts';
import { parseLeniently } from '../steps.ts';
import { toldErrorIn, wordsOfError } from './toldError.ts';

/** What is looked into of a text that is no JSON. */
const mostRead = 64 * 1024;
/** As much as stands in a row. */
const longest = 300;

const known = new WeakMap<Step, string>();

/** Why a step failed, in the words of what was answered; empty where that says nothing, and where nothing failed. */
export function failureReason(step: Step): string {
  const { problem, responsePayload, statusMessage } = step;
  if (problem === undefined) return '';
  const read = known.get(step);
  if (read !== undefined) return read;
  const said = saidIn(responsePayload) ?? saidIn(statusMessage) ?? '';
  const reason = said.length > longest ? `${said.slice(0, longest)}…` : said;
  known.set(step, reason);
  return reason;
}

function saidIn(payload: unknown): string | undefined {
  const body = parseLeniently(payload);
  const said =
    typeof body === 'string'
      ? (toldErrorIn(body)?.text ?? textOf(body.slice(0, mostRead)))
      : (wordsOfError(body) ?? toldErrorIn(body)?.text);
  const line = said?.replaceAll(/\s+/gu, ' ').trim();
  return line === undefined || !/\p{L}/u.test(line) ? undefined : line;
}

/** The title of a page, else its heading; of any other text its first line. */
function textOf(text: string): string | undefined {
  if (!/^\s*</u.test(text)) return text.trim().split(/\r?\n/u, 1)[0];
  for (const name of ['title', 'h1', 'h2']) {
    const inside = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]*)<`, 'iu').exec(text)?.[1];
    if (inside !== undefined && /\p{L}/u.test(inside)) return asText(inside);
  }
  return undefined;
}
