import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNodeLink, resolveInside } from '../../../../src/domain/nodes/nodeLink.ts';

describe('readNodeLink', () => {
  const rows: [link: string, expected: ReturnType<typeof readNodeLink>][] = [
    ['src/order.ts', { type: 'file', path: 'src/order.ts' }],
    [' ./src/order.ts#L12 ', { type: 'file', path: './src/order.ts', line: 12 }],
    ['src/order.ts#L12-L20', { type: 'file', path: 'src/order.ts', line: 12, lastLine: 20 }],
    ['src\\order.ts', { type: 'file', path: 'src/order.ts' }],
    ['notes#old.md', { type: 'file', path: 'notes#old.md' }],
    ['a.ts#L0', { type: 'file', path: 'a.ts#L0' }],
    ['https://example.com/a?b#c', { type: 'web', address: 'https://example.com/a?b#c' }],
    ['HTTPS://example.com', { type: 'web', address: 'HTTPS://example.com' }],
    ['http://example.com', undefined],
    ['https:example.com', undefined],
    ['https:///a', undefined],
    ['command:workbench.action.terminal.new', undefined],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['vscode://x', undefined],
    ['C:\\Windows\\win.ini', undefined],
    ['/etc/passwd', undefined],
    ['\\\\server\\share', undefined],
    ['//server/share', undefined],
    ['a\nb', undefined],
    ['a\u0000', undefined],
    ['', undefined],
    [' ', undefined],
  ];
  for (const [link, expected] of rows) {
    it(`${JSON.stringify(link)}`, () => assert.deepEqual(readNodeLink(link), expected));
  }
});

describe('resolveInside', () => {
  const rows: [folder: string, path: string, expected: string | undefined][] = [
    ['', 'src/a.ts', 'src/a.ts'],
    ['flows', '../src/./a.ts', 'src/a.ts'],
    ['flows/deep', '../../a.ts', 'a.ts'],
    ['flows', '../../a.ts', undefined],
    ['', '../a.ts', undefined],
    ['', 'a/../../b', undefined],
    ['flows', '..', undefined],
    ['', '.', undefined],
  ];
  for (const [folder, path, expected] of rows) {
    it(`"${path}" from "${folder}"`, () => assert.equal(resolveInside(folder, path), expected));
  }
});
