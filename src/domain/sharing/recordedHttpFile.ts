import { wellFormed } from '../text/wellFormed.ts';
import type { RequestTemplate } from './recordedRequest.ts';
import type { Secret, Template } from './template.ts';
import { fill, mapTexts } from './template.ts';

/**
 * What a client of `.http` files does not send but run, at the start of a line: the next request, comments, a file to read or to write,
 * a script, an assertion, a variable.
 */
const meaningfulLine = /^[^\S\r\n\u2028\u2029]*(?:#|\/\/|<[\s@{>]|>|\?\?|@|\{%)/mu;

/**
 * The request as a `.http` file, in the form that REST Client, httpYac and JetBrains' editors share, with a variable for each secret.
 * `placeholder` stands where a person puts the value. Undefined when the request holds text that such a file would run: it has no way to
 * quote.
 */
export function toHttpFile(template: RequestTemplate, placeholder: string): string | undefined {
  const body = writtenBody(template);
  if (body === undefined || template.headers.some(({ value }) => hasVariable(value))) return undefined;
  const url = mapTexts(template.url, (text) => text.replaceAll(/[{}]/gu, encodeURIComponent));
  const variables = template.secrets.map((secret) => `@${variable(secret)} = ${placeholder}`);
  const lines = [
    ...variables,
    ...(variables.length > 0 ? [''] : []),
    `${template.verb} ${written(url)}`,
    ...template.headers.map(({ name, value }) => `${name}: ${written(value)}`.trimEnd()),
    ...(body.length > 0 ? ['', written(body)] : []),
  ];
  return `${lines.join('\n')}\n`.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

/** JSON and forms have other ways to write what means something to the file; other text is refused when it holds any. */
function writtenBody({ body, bodyKind }: RequestTemplate): Template | undefined {
  if (bodyKind === 'form') return mapTexts(body, (text) => text.replaceAll(/[^\w.~%&=+*-]/gu, encoded));
  // Two opening braces, side by side or one before a variable, are within a string in valid JSON.
  if (bodyKind === 'json' && isJson(fill(body, () => '0'))) {
    return mapTexts(body, (text) => text.replaceAll(/\{(?=\{|$)/gu, String.raw`\u007b`));
  }
  return meaningfulLine.test(fill(body, () => '0')) || hasVariable(body) ? undefined : body;
}

function hasVariable(template: Template): boolean {
  return template.some((piece) => typeof piece === 'string' && /\{\{|\{$/u.test(piece));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function encoded(letter: string): string {
  return encodeURIComponent(wellFormed(letter));
}

function written(template: Template): string {
  return fill(template, (secret) => `{{${variable(secret)}}}`);
}

function variable({ name }: Secret): string {
  return name.toLowerCase();
}
