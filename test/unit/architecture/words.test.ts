import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { repositoryRoot, sourceFiles } from './sourceImports.ts';

const root = repositoryRoot();
const code = sourceFiles(root, ['src', 'webview']).map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}));
const bundle = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>;

/** Every use of `l10n` other than to import it: what stands after the name. */
const uses = code.flatMap(({ file, text }) =>
  [...text.matchAll(/\bl10n\b(?! from|\/|';)(?=(.{0,400}))/gsu)].map(([, after = '']) => ({ file, after })),
);

/** Every call of `l10n.t`: its text and its values. */
const calls = code.flatMap(({ file, text }) =>
  [...text.matchAll(/\bl10n\.t\(/gu)].map(({ index, 0: { length } }) => ({
    file,
    words: argumentsFrom(text, index + length),
  })),
);

/** What a literal of the code stands for: the export reads some escapes as something else. */
function unescaped(literal: string): string {
  return literal.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/giu, (_, code, character) =>
    code === undefined ? character : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

describe('words', () => {
  // The export sees no other.
  it('are asked for as `l10n.t` with a text, never put together', () => {
    assert.ok(uses.length > 600);
    const others = uses.filter(
      ({ after }) => !/^\.(?:t\(\s*(?:'[^']*'|"[^"]*")\s*[,)]|bundle\b|config\()/u.test(after),
    );
    assert.deepEqual(others, []);
  });

  it('are exported as the code has them: `npm run l10n` does it', () => {
    const literals = uses.flatMap(({ after }) => /^\.t\(\s*(?:'([^']*)'|"([^"]*)")/u.exec(after)?.slice(1) ?? []);
    const texts = new Set(literals.flatMap((literal) => (literal === undefined ? [] : [unescaped(literal)])));
    assert.deepEqual(
      Object.entries(bundle),
      [...texts].sort().map((text) => [text, text]),
    );
  });

  // Values that are not numbered are lost, and so is a number that nobody has a value for.
  it('number their values from 0, and are given just those', () => {
    const wrong = calls.filter(({ words: [text = '', ...values] }) => {
      const numbers = new Set([...text.matchAll(/\{(\d+)\}/gu)].map(([, number]) => Number(number)));
      return numbers.size !== values.length || values.some((_value, index) => !numbers.has(index));
    });
    assert.deepEqual(wrong, []);
  });

  // What stands in a sentence cannot be declined for it: a language needs the whole.
  it('are no parts of one another', () => {
    const parts = calls.filter(({ file, words: [, ...values] }) => {
      const makers = wordMakers(file);
      return values.some((value) => value.includes('l10n.t(') || makers.some((maker) => maker.test(value)));
    });
    assert.deepEqual(parts, []);
  });
});

/** How the functions of a file that give words are called, and the constants that hold what they gave. */
function wordMakers(file: string): readonly RegExp[] {
  const text = code.find((one) => one.file === file)?.text ?? '';
  const functions = text.matchAll(/^(?:export )?function (?<name>\w+)\(.*?\): string \{\n(?<body>.*?)^\}/gmsu);
  const left = new Map([...functions].map(({ groups }) => [groups?.name ?? '', groups?.body ?? '']));
  const makers: RegExp[] = [];
  // Words may come by way of another function.
  for (let found = true; found; ) {
    found = false;
    for (const [name, body] of left) {
      if (!body.includes('l10n.t(') && !makers.some((maker) => maker.test(body))) continue;
      makers.push(new RegExp(`\\b${name}\\(`, 'u'));
      left.delete(name);
      found = true;
    }
  }
  const constants = [...text.matchAll(/^ +const (?<name>\w+) = (?<body>\w+\()/gmu)];
  const given = constants.filter(({ groups }) => makers.some((maker) => maker.test(groups?.body ?? '')));
  return [...makers, ...given.map(({ groups }) => new RegExp(`\\b${groups?.name}\\b`, 'u'))];
}

/** The arguments of a call, as they are written, from behind its opening bracket on. */
function argumentsFrom(text: string, start: number): readonly string[] {
  const found: string[] = [];
  let [depth, from] = [0, start];
  const tokens = /\/\/[^\n]*|\/\*.*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[`()[\]{},]/gsu;
  tokens.lastIndex = start;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [mark] = token;
    if (mark === '`') tokens.lastIndex = endOfTemplate(text, tokens.lastIndex);
    const closes = /^[)\]}]$/u.test(mark);
    if (depth === 0 && (mark === ',' || closes)) {
      const argument = text.slice(from, token.index).trim();
      // A comma may stand behind the last one.
      if (argument) found.push(argument);
      from = tokens.lastIndex;
      if (closes) return found;
    }
    if (/^[([{]$/u.test(mark)) depth++;
    if (closes) depth--;
  }
  throw new Error(`A call has no end: ${text.slice(start, start + 80)}`);
}

/** Behind the end of a template whose text begins there. */
function endOfTemplate(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return at + 1;
    else if (text.startsWith('${', at)) {
      const [value = ''] = argumentsFrom(text, at + 2);
      at = text.indexOf('}', at + 2 + value.length);
    }
  }
  throw new Error(`A template has no end: ${text.slice(start, start + 80)}`);
}
