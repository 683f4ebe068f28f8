import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { repositoryRoot } from './sourceImports.ts';

const root = repositoryRoot();
const pages = [
  'ARCHITECTURE.md',
  ...readdirSync(join(root, 'docs/architecture')).map((name) => `docs/architecture/${name}`),
];

/** Files and folders that a page names in code: by their path in the repository, or in `src`, which most of them leave out. */
function namedPaths(text: string): string[] {
  const tops = readdirSync(join(root, 'src')).concat('src', 'webview', 'test', 'tools', 'schemas', 'docs');
  return [...text.matchAll(/`([\w-]+)(\/[\w./-]*)`/g)]
    .filter(([, top = '']) => tops.includes(top))
    .map(([, top = '', rest = '']) => top + rest);
}

/** A module may be named without its ending, as the one thing that it exports. */
function stands(path: string): boolean {
  return ['', 'src/'].some((base) => ['', '.ts'].some((ending) => existsSync(join(root, base, path + ending))));
}

describe('the map of the code', () => {
  for (const page of pages) {
    const text = readFileSync(join(root, page), 'utf8');

    it(`${page} names only what is there`, () => {
      assert.deepEqual(
        namedPaths(text).filter((path) => !stands(path)),
        [],
      );
    });

    it(`${page} links only to what is there`, () => {
      const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => link);
      assert.deepEqual(
        links.filter((link) => !existsSync(join(root, dirname(page), link))),
        [],
      );
    });
  }

  it('finds paths to look at', () => {
    assert.deepEqual(namedPaths('`src/api`, `domain/json`, `api/search/rowCount.ts` and `now-7d/d` or `a/b`'), [
      'src/api',
      'domain/json',
      'api/search/rowCount.ts',
    ]);
  });

  it('is one page', () => {
    const words = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split(/\s+/u).length;
    assert.ok(words <= 1_100, `${words} words`);
  });
});
