import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crowdedFolders, findFolderCycle, mostFiles } from './folders.ts';
import type { SourceImport } from './sourceImports.ts';
import { allImports, findCycle, importsOf, repositoryRoot, sourceFiles } from './sourceImports.ts';

/** What a layer may import: a folder or package, or only its types. `schemas` stands for what is generated from the schemas. */
interface Layer {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

/** The table of the design: everything that is not named here is refused. */
const layers: Record<string, Layer> = {
  'src/domain': { values: ['src/domain', 'schemas', 'jsonc-parser'] },
  'src/api': {
    values: ['src/api', 'src/domain', 'undici', 'node:zlib', 'node:buffer', 'node:events', 'node:net'],
    types: ['schemas'],
  },
  'src/archive': { values: ['src/archive', 'src/domain', 'schemas'], types: ['src/api'] },
  'src/emulator': { values: ['src/emulator', 'src/domain', 'node:'], types: ['schemas'] },
  'src/words': { values: ['src/words', 'src/domain', '@vscode/l10n'], types: ['src/api', 'src/archive'] },
  'src/machine': { values: ['src/machine', 'node:'], types: ['src/api'] },
  'src/cli': {
    values: [
      'src/cli',
      'node:',
      'src/domain',
      'src/words',
      'src/api',
      'src/archive',
      'src/machine',
      'src/emulator',
      'jsonc-parser',
    ],
    types: ['schemas', 'undici'],
  },
  'src/protocol': { values: ['src/protocol'], types: ['src/domain', 'schemas'] },
  'src/host': {
    values: ['src/host', 'vscode', 'node:', '@vscode/l10n', 'src/domain', 'src/machine', 'src/protocol', 'src/words'],
    types: ['src/api', 'src/archive', 'schemas', 'undici'],
  },
  'src/editor': {
    values: ['src/editor', 'vscode', 'src/domain', 'src/words', '@vscode/l10n', 'src/host', 'fflate'],
    types: ['src/api', 'schemas'],
  },
  'src/explorer': {
    values: ['src/explorer', 'vscode', 'src/domain', 'src/machine', 'src/words', 'src/host'],
    types: ['src/api', 'src/archive', 'schemas'],
  },
  'src/checks': {
    values: ['src/checks', 'vscode', 'src/domain', 'src/words', 'src/host'],
    types: ['src/api', 'schemas'],
  },
  'src/results': {
    values: ['src/results', 'vscode', 'src/domain', 'src/host', 'src/protocol'],
    types: ['src/api', 'schemas'],
  },
  'src/viewer': { values: ['src/viewer', 'vscode', 'src/domain', 'src/host', 'src/protocol'], types: ['schemas'] },
  webview: {
    values: [
      'webview',
      'src/domain',
      'src/protocol',
      '@vscode/webview-ui-toolkit',
      'lit',
      '@dagrejs/dagre',
      '@vscode/l10n',
    ],
    types: ['schemas'],
  },
  'src/extension.ts': { values: ['src', 'vscode', 'node:'], types: ['schemas'] },
  'src/composition/openArchive.ts': { values: ['src/api', 'src/archive'], types: ['src/host'] },
  'src/composition/firstSearch.ts': { values: ['src/api', 'src/archive'], types: ['src/domain'] },
  'src/composition': { values: ['src', 'vscode'], types: ['schemas'] },
};

function layerOf(file: string): string | undefined {
  return Object.keys(layers).find((layer) => file === layer || file.startsWith(`${layer}/`));
}

function allowed(found: SourceImport): boolean {
  const layer = layers[layerOf(found.from) ?? ''];
  if (!layer) return false;
  const list = found.typeOnly ? [...layer.values, ...(layer.types ?? [])] : layer.values;
  return list.some((name) => found.to === name || found.to.startsWith(name.endsWith(':') ? name : `${name}/`));
}

const root = repositoryRoot();
const imports = allImports(root, ['src', 'webview']);

describe('layers', () => {
  it('every import is one that the table allows', () => {
    assert.ok(imports.length > 0);
    const refused = imports.filter((found) => !allowed(found));
    assert.deepEqual(
      refused.map(({ from, line, to, typeOnly }) => `${from}:${line} imports ${typeOnly ? 'type ' : ''}${to}`),
      [],
    );
  });

  it('nobody imports the composition root, nor what it is composed of', () => {
    const composes = (file: string): boolean => file === 'src/extension.ts' || file.startsWith('src/composition/');
    assert.deepEqual(
      imports.filter(({ from, to }) => composes(to) && !composes(from)).map(({ from }) => from),
      [],
    );
  });

  it('no import leads back to where it came from', () => {
    assert.equal(findCycle(imports)?.join(' -> '), undefined);
  });

  it('no two folders import each other, straight or by others, at any depth', () => {
    assert.equal(findFolderCycle(imports)?.join(' -> '), undefined);
  });

  it(`no folder holds more than ${mostFiles} files of its own`, () => {
    assert.deepEqual(crowdedFolders(sourceFiles(root, ['src', 'webview', 'test'])), []);
  });

  it('undici and the emulator are loaded on first use only', () => {
    const eager = reachableEagerly('src/extension.ts');
    assert.deepEqual(
      [...eager].filter((name) => name === 'undici' || name.startsWith('src/emulator/')),
      [],
    );
  });
});

describe('the check itself', () => {
  const cases: [from: string, text: string, allowed: boolean][] = [
    ['src/domain/dates.ts', "import { a } from './fields.ts';", true],
    ['src/domain/dates.ts', "import * as vscode from 'vscode';", false],
    ['src/domain/dates.ts', "import { readFile } from 'node:fs/promises';", false],
    ['src/domain/dates.ts', "import { b } from '../api/run.ts';", false],
    ['src/host/log.ts', "import type { Run } from '../api/run.ts';", true],
    ['src/host/log.ts', "import {\n  Run,\n} from '../api/run.ts';", false],
    ['src/editor/hover.ts', "import { tree } from '../explorer/tree.ts';", false],
    ['src/viewer/html.ts', "const page = await import('../emulator/server.ts');", false],
    ['webview/session/session.ts', "import 'lit/decorators.js';", true],
    ['webview/session/session.ts', "export { post } from '../../src/host/log.ts';", false],
  ];
  for (const [from, text, expected] of cases) {
    it(`${expected ? 'allows' : 'refuses'} in ${from}: ${text.replaceAll('\n', ' ')}`, () => {
      const [found] = importsOf(from, text);
      assert.ok(found);
      assert.equal(allowed(found), expected);
    });
  }

  it('finds a cycle', () => {
    const ring = [
      ...importsOf('src/domain/a.ts', "import { b } from './b.ts';"),
      ...importsOf('src/domain/b.ts', "import type { c } from './c.ts';"),
      ...importsOf('src/domain/c.ts', "import { a } from './a.ts';"),
    ];
    assert.deepEqual(findCycle(ring), ['src/domain/a.ts', 'src/domain/b.ts', 'src/domain/c.ts', 'src/domain/a.ts']);
    assert.equal(findCycle(ring.slice(0, 2)), undefined);
  });

  const circles: [why: string, files: readonly (readonly [from: string, to: string])[], circle: boolean][] = [
    ['one way', [['src/a/one.ts', '../b/two.ts']], false],
    [
      'both ways by other files',
      [
        ['src/a/one.ts', '../b/two.ts'],
        ['src/b/three.ts', '../a/four.ts'],
      ],
      true,
    ],
    [
      'a room and the folder that it is in',
      [
        ['src/a/one.ts', './room/two.ts'],
        ['src/a/room/three.ts', '../four.ts'],
      ],
      true,
    ],
    ['a room that uses its folder', [['src/a/room/one.ts', '../two.ts']], false],
    [
      'rooms of two folders',
      [
        ['src/a/r/one.ts', '../../b/s/two.ts'],
        ['src/b/t/three.ts', '../../a/u/four.ts'],
      ],
      true,
    ],
    [
      'three folders in a ring',
      [
        ['src/a/one.ts', '../b/two.ts'],
        ['src/b/two.ts', '../c/three.ts'],
        ['src/c/four.ts', '../a/five.ts'],
      ],
      true,
    ],
  ];
  for (const [why, files, circle] of circles) {
    it(`${circle ? 'finds' : 'finds no'} circle of folders: ${why}`, () => {
      const found = findFolderCycle(files.flatMap(([from, to]) => importsOf(from, `import type { x } from '${to}';`)));
      assert.equal(found !== undefined, circle, found?.join(' -> '));
    });
  }

  it('finds a crowded folder, and counts no room to it', () => {
    const files = Array.from({ length: mostFiles }, (_, index) => `src/a/${index}.ts`);
    assert.deepEqual(crowdedFolders([...files, 'src/a/room/one.ts']), []);
    assert.deepEqual(crowdedFolders([...files, 'src/a/one.ts']), [`src/a: ${mostFiles + 1}`]);
  });
});

/** Every file and package that loading `file` loads at once. */
function reachableEagerly(file: string): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const { from, to, typeOnly, lazy } of imports) if (from === name && !typeOnly && !lazy) visit(to);
  };
  visit(file);
  return reached;
}
