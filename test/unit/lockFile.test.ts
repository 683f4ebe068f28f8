import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';

type Lock = {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
};

for (const file of ['package-lock.json', 'tools/vscodeHost/package-lock.json']) {
  describe(file, () => {
    const text = fs.readFileSync(file, 'utf8');
    const { packages } = JSON.parse(text) as Lock;

    it('names no registry', () => {
      assert.doesNotMatch(text, /"resolved"/);
    });

    // npm leaves out a platform's package that its registry does not have, and then `npm ci` refuses the lock everywhere.
    it('holds the packages of every platform', () => {
      const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies).filter(
          (name) => !packages[`${at}/node_modules/${name}`] && !packages[`node_modules/${name}`],
        ),
      );
      assert.deepEqual(missing, []);
    });
  });
}
