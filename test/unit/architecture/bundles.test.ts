import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';
import { repositoryRoot } from './sourceImports.ts';

interface Output {
  readonly bytes: number;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
  readonly inputs: Record<string, unknown>;
  readonly entryPoint?: string;
}

/** What the production build puts out, by output file. */
let outputs: Record<'extension' | 'emulatorProcess' | 'pages', Record<string, Output>>;
let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'insights-bundles-'));
  const build = spawnSync(process.execPath, ['esbuild.js', '--production', `--out=${folder}`], {
    cwd: repositoryRoot(),
  });
  assert.equal(build.status, 0, String(build.stderr));
  const meta = (name: string): Record<string, Output> =>
    (JSON.parse(readFileSync(join(folder, 'meta', `${name}.json`), 'utf8')) as { outputs: Record<string, Output> })
      .outputs;
  outputs = { extension: meta('extension'), emulatorProcess: meta('emulatorProcess'), pages: meta('pages') };
});

after(() => removeFolder(folder));

/** The outputs that loading `name` loads at once. */
function loadedWith(name: string, all: Record<string, Output>): string[] {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    const output = all[file];
    if (reached.has(file) || !output) return;
    reached.add(file);
    for (const { path, kind, external } of output.imports) if (kind === 'import-statement' && !external) visit(path);
  };
  visit(name);
  return [...reached];
}

const scripts = (all: Record<string, Output>) => Object.keys(all).filter((name) => /\.[cm]?js$/u.test(name));
const bytes = (names: readonly string[], all: Record<string, Output>) =>
  names.reduce((sum, name) => sum + (all[name]?.bytes ?? 0), 0);
const entry = (all: Record<string, Output>) => scripts(all).find((name) => basename(name) === 'extension.cjs') ?? '';

describe('bundles', () => {
  it('activation loads at most 120 kB', () => {
    const size = bytes(loadedWith(entry(outputs.extension), outputs.extension), outputs.extension);
    assert.ok(size > 0 && size <= 120_000, `${size} bytes`);
  });

  it('activation loads one file', () => {
    assert.deepEqual(loadedWith(entry(outputs.extension), outputs.extension), [entry(outputs.extension)]);
  });

  it('all code of the extension is at most 1.4 MB', () => {
    const size =
      bytes(scripts(outputs.extension), outputs.extension) +
      bytes(scripts(outputs.emulatorProcess), outputs.emulatorProcess);
    assert.ok(size <= 1_400_000, `${size} bytes`);
  });

  it('each page is one script of at most 300 kB, and what comes after the first look are others, far smaller ones', () => {
    const names = scripts(outputs.pages);
    assert.deepEqual(names.map((name) => basename(name)).sort(), [
      'comparison.js',
      'graph.js',
      'mask.js',
      'results.js',
      'session.js',
      'share.js',
    ]);
    for (const script of ['graph.js', 'share.js']) {
      const name = names.find((one) => basename(one) === script) ?? '';
      assert.ok((outputs.pages[name]?.bytes ?? 0) <= 60_000);
    }
    const mask = names.find((one) => basename(one) === 'mask.js') ?? '';
    assert.ok((outputs.pages[mask]?.bytes ?? 0) <= 130_000);
    for (const name of names) {
      const size = outputs.pages[name]?.bytes ?? 0;
      assert.ok(size > 0 && size <= 300_000, `${name}: ${size} bytes`);
    }
  });

  it('activation loads neither undici nor the emulator', () => {
    const inputs = loadedWith(entry(outputs.extension), outputs.extension).flatMap((name) =>
      Object.keys(outputs.extension[name]?.inputs ?? {}),
    );
    assert.deepEqual(
      inputs.filter((input) => input.includes('node_modules/undici/') || input.includes('src/emulator/')),
      [],
    );
  });

  it('the emulator’s process is one file, of this repository and Node alone', () => {
    const names = scripts(outputs.emulatorProcess);
    assert.deepEqual(
      names.map((name) => basename(name)),
      ['emulatorProcess.js'],
    );
    const inputs = names.flatMap((name) => Object.keys(outputs.emulatorProcess[name]?.inputs ?? {}));
    assert.deepEqual(
      inputs.filter((input) => input.includes('node_modules/') || /^src\/(?!emulator\/|domain\/)/u.test(input)),
      [],
    );
  });

  it('the extension starts the emulator and has nothing of it in itself but that', () => {
    const inputs = scripts(outputs.extension).flatMap((name) => Object.keys(outputs.extension[name]?.inputs ?? {}));
    assert.deepEqual(
      inputs.filter((input) => /^src\/emulator\/(?!faults\/namedFaults|process\/emulatorProcess)/u.test(input)),
      [],
    );
  });

  it('the pages have nothing of Node, VS Code or the host in it', () => {
    const inputs = Object.values(outputs.pages).flatMap((output) => Object.keys(output.inputs));
    assert.deepEqual(
      inputs.filter((input) => /^src\/(?!domain\/|protocol\/)/u.test(input) || input.includes('/undici/')),
      [],
    );
    assert.deepEqual(
      Object.values(outputs.pages).flatMap((output) => output.imports.filter(({ external }) => external)),
      [],
    );
  });

  it('the pages draw with templates alone, without a framework of elements beside the toolkit’s', () => {
    const inputs = Object.values(outputs.pages).flatMap((output) => Object.keys(output.inputs));
    assert.deepEqual(
      inputs.filter((input) => /\/(?:reactive-element|lit-element)\//u.test(input)),
      [],
    );
  });

  it('no bundle compiles code from text', () => {
    for (const file of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.c?js$/u.test(file)) continue;
      const text = readFileSync(join(folder, 'dist', file), 'utf8');
      // The toolkit carries one that is never reached: a fallback for browsers without `globalThis`.
      const compiled = text.replaceAll('new Function("return this")', '').match(/new Function\(|[^.\w]eval\(/gu);
      assert.equal(compiled, null, file);
    }
  });
});
