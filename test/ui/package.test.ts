import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';
import { uiRun } from './support/uiRun.ts';
import { zipEntries } from './support/zipEntries.ts';

const mayHold = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/(package\.json|package\.nls(\.[\w-]+)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/i,
  /^extension\/l10n\/bundle\.l10n\.[\w-]+\.json$/,
  /^extension\/dist\/(extension\.cjs|chunks\/[\w-]+\.cjs|(emulatorProcess|session|comparison|results|graph|mask|share)\.js)$/,
  // The notices of what is bundled into a page's scripts.
  /^extension\/dist\/(session|comparison|results|graph|mask|share)\.js\.LEGAL\.txt$/,
  /^extension\/dist\/((page|results)\.css|[\w-]+\.ttf|[\w.-]+\.schema\.json)$/,
  /^extension\/media\/(walkthrough\/)?[\w-]+\.(svg|png)$/,
  /^extension\/samples\/(?:.+\.)?(insights\.json|insights\.nodes\.json|insights-session\.json|md)$/,
  /^extension\/samples\/\.vscode\/settings\.json$/,
  /^extension\/samples\/ci\/[\w-]+\.yml$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
];
const mustHold = [
  'extension/package.json',
  'extension/dist/extension.cjs',
  'extension/dist/emulatorProcess.js',
  'extension/dist/session.js',
  'extension/dist/comparison.js',
  'extension/dist/results.js',
  'extension/dist/graph.js',
  'extension/dist/mask.js',
  'extension/dist/share.js',
  'extension/LICENSE.txt',
];
const megabyte = 1_000_000;

describe('the package', () => {
  const { vsix } = uiRun();
  const names = zipEntries(vsix).map((entry) => entry.name);

  it('holds nothing but what is allowed', () => {
    assert.deepEqual(
      names.filter((name) => !mayHold.some((allowed) => allowed.test(name))),
      [],
    );
  });

  it('holds what the extension needs', () => {
    assert.deepEqual(
      mustHold.filter((name) => !names.includes(name)),
      [],
    );
  });

  it('is smaller than 1 MB', () => {
    assert.ok(fs.statSync(vsix).size < megabyte, `${fs.statSync(vsix).size} bytes`);
  });
});
