import type { RequestTemplate } from './recordedRequest.ts';
import { shellQuote } from './shellQuote.ts';
import type { Template } from './template.ts';
import { joined } from './template.ts';

/** Linux takes no argument longer than 131,072 bytes, and a letter has at most three bytes for each of its units. */
const longestArgument = 40_000;

/**
 * The request as a command for a POSIX shell. Each secret is read from a variable of the environment; all else is quoted, so that
 * nothing in it means anything to the shell or to curl.
 */
export function toCurl(template: RequestTemplate): string {
  const texts = template.body.filter((piece) => typeof piece === 'string').join('');
  const piped = texts.includes('\0') || texts.length > longestArgument;
  const options = [
    `curl --globoff${verbOption(template)}`,
    `--url ${shellWord(template.url)}`,
    ...template.headers.map(({ name, value }) => headerOption(name, value)),
    ...typeOption(template),
    ...bodyOption(template, piped),
  ];
  const command = options.join(' \\\n  ');
  return piped ? `{ ${printed(template.body)}; } |\n${command}` : command;
}

/** A body makes curl send POST, and none makes it send GET. */
function verbOption({ verb, body }: RequestTemplate): string {
  if (verb === 'HEAD' && body.length === 0) return ' --head';
  return verb === (body.length > 0 ? 'POST' : 'GET') ? '' : ` --request ${verb}`;
}

function headerOption(name: string, value: Template): string {
  // With the header itself, curl would print what came as it came.
  if (/^accept-encoding$/iu.test(name)) return '--compressed';
  // `Name:` would take a header away that curl sets itself.
  if (value.length === 0) return `--header ${shellQuote(`${name};`)}`;
  return `--header ${shellWord(joined([`${name}: `, ...value]))}`;
}

/** curl calls every body a form unless it is told otherwise. */
function typeOption({ headers, body }: RequestTemplate): readonly string[] {
  const typed = headers.some(({ name }) => /^content-type$/iu.test(name));
  return typed || body.length === 0 ? [] : [`--header 'Content-Type:'`];
}

function bodyOption({ body }: RequestTemplate, piped: boolean): readonly string[] {
  if (body.length === 0) return [];
  return [piped ? '--data-binary @-' : `--data-raw ${shellWord(body)}`];
}

function shellWord(template: Template): string {
  const word = template
    .map((piece) => (typeof piece === 'string' ? shellQuote(wellFormed(piece)) : `"$${piece.name}"`))
    .join('');
  return word === '' ? "''" : word;
}

/** What prints the body: no argument can hold a null byte, so each is printed by itself. */
function printed(template: Template): string {
  const parts: Template[] = [[]];
  for (const piece of template) {
    const [first = '', ...rest] = typeof piece === 'string' ? piece.split('\0') : [piece];
    parts.push([...(parts.pop() ?? []), first], ...rest.map((text) => [text]));
  }
  return parts.map((part) => `printf %s ${shellWord(part)}`).join(String.raw`; printf '\000'; `);
}

function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
