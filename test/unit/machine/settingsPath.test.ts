import assert from 'node:assert/strict';
import { join, resolve, sep } from 'node:path';
import { describe, it } from 'node:test';
import { settingsPath } from '../../../src/machine/settingsPath.ts';

describe('a path in the settings', () => {
  const [shop, clinic, home] = [resolve('/code/shop'), resolve('/code/clinic'), resolve('/home/me')];
  const folders = [
    { name: 'shop', path: shop },
    { name: 'The Clinic', path: clinic },
  ];
  const rows: readonly (readonly [string, string])[] = [
    ['calls.ndjson', join(shop, 'calls.ndjson')],
    ['../calls.ndjson', resolve('/code/calls.ndjson')],
    [' data/calls.ndjson ', join(shop, 'data/calls.ndjson')],
    [resolve('/data/calls.ndjson'), resolve('/data/calls.ndjson')],
    [`\${workspaceFolder}/calls.ndjson`, join(shop, 'calls.ndjson')],
    [`\${workspaceRoot}/calls.ndjson`, join(shop, 'calls.ndjson')],
    [`\${workspaceFolder:The Clinic}/calls.ndjson`, join(clinic, 'calls.ndjson')],
    [`\${workspaceFolder:shop}\${pathSeparator}calls.ndjson`, `${shop}${sep}calls.ndjson`],
    [`\${workspaceFolder}\${/}calls.ndjson`, `${shop}${sep}calls.ndjson`],
    [`\${userHome}/calls.ndjson`, join(home, 'calls.ndjson')],
    ['~/calls.ndjson', join(home, 'calls.ndjson')],
    ['~', home],
    ['~other/calls.ndjson', join(shop, '~other/calls.ndjson')],
    ['data/~/calls.ndjson', join(shop, 'data/~/calls.ndjson')],
    [`\${workspaceFolder:nowhere}/calls.ndjson`, join(shop, `\${workspaceFolder:nowhere}/calls.ndjson`)],
    [`\${env:HOME}/calls.ndjson`, join(shop, `\${env:HOME}/calls.ndjson`)],
  ];
  for (const [written, expected] of rows)
    it(`${written} leads to ${expected}`, () => assert.equal(settingsPath(written, folders, home), expected));

  it('keeps what stands in the name of a folder', () => {
    const odd = [{ name: 'odd', path: resolve('/code/$& $1') }];
    assert.equal(settingsPath(`\${workspaceFolder}/a`, odd, home), join(resolve('/code/$& $1'), 'a'));
  });

  it('stays a path without a folder', () => {
    assert.equal(settingsPath('data//calls.ndjson', [], home), join('data', 'calls.ndjson'));
    assert.equal(settingsPath(`\${workspaceFolder}/a`, [], home), join(`\${workspaceFolder}`, 'a'));
  });
});
