import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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

/** What a literal of the code stands for: the export reads some escapes as something else. */
function unescaped(literal: string): string {
  return literal.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/giu, (_, code, character) =>
    code === undefined ? character : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

describe('words', () => {
  it('are exported as the code has them', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/exportWords.js', '--check'], { cwd: root });
    assert.equal(status, 0, String(stderr));
  });

  // The export sees no other.
  it('are asked for as `l10n.t` with a text, never put together', () => {
    assert.ok(uses.length > 600);
    const others = uses.filter(
      ({ after }) => !/^\.(?:t\(\s*(?:'[^']*'|"[^"]*")\s*[,)]|bundle\b|config\()/u.test(after),
    );
    assert.deepEqual(others, []);
  });

  it('are all in the export', () => {
    const literals = uses.flatMap(({ after }) => /^\.t\(\s*(?:'([^']*)'|"([^"]*)")/u.exec(after)?.slice(1) ?? []);
    const texts = literals.flatMap((literal) => (literal === undefined ? [] : [unescaped(literal)]));
    assert.deepEqual(
      texts.filter((text) => !Object.hasOwn(bundle, text)),
      [],
    );
  });

  // Values that are not numbered are lost, and so is a number that nobody has a value for.
  it('number their values from 0', () => {
    const wrong = Object.keys(bundle).filter((text) => {
      const numbers = [...new Set([...text.matchAll(/\{(\d+)\}/gu)].map(([, number]) => Number(number)))].sort();
      return numbers.some((number, index) => number !== index);
    });
    assert.deepEqual(wrong, []);
  });
});
