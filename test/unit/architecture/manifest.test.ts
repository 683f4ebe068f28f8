import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { repositoryRoot, sourceFiles } from './sourceImports.ts';

interface Contribution {
  readonly command?: string;
  readonly id?: string;
  readonly when?: string;
  readonly enablement?: string;
  readonly viewType?: string;
  readonly key?: string;
}

interface Manifest {
  readonly main: string;
  readonly contributes: {
    readonly commands: readonly (Contribution & { readonly command: string; readonly category?: string })[];
    readonly menus: Record<string, readonly Contribution[]>;
    readonly keybindings: readonly Contribution[];
    readonly views: Record<string, readonly (Contribution & { readonly id: string })[]>;
    readonly viewsWelcome: readonly (Contribution & { readonly view: string; readonly contents: string })[];
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly languages: readonly { readonly id: string }[];
    readonly configuration: { readonly properties: Record<string, unknown> };
  };
}

const root = repositoryRoot();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifestText = read('package.json');
const manifest = JSON.parse(manifestText) as Manifest;
const words = JSON.parse(read('package.nls.json')) as Record<string, string>;
const { contributes } = manifest;
const declaredCommands = contributes.commands.map(({ command }) => command);
const code = new Map(sourceFiles(root, ['src']).map((file) => [file, read(file)]));
const allCode = [...code.values()].join('\n');

const unique = (values: Iterable<string>) => [...new Set(values)].sort();
const found = (pattern: RegExp, text: string) => unique([...text.matchAll(pattern)].map((match) => match[1] ?? ''));

describe('manifest', () => {
  it('declares exactly the commands of the table', () => {
    assert.deepEqual(
      unique(declaredCommands),
      found(/^ {2}'(insights\.[\w.]+)'\??:/gmu, code.get('src/host/commands.ts') ?? ''),
    );
  });

  it('handles every command of the table', () => {
    const handlers = [...code].filter(([file]) => file !== 'src/host/commands.ts').map(([, text]) => text);
    const handled = found(/^\s+'(insights\.[\w.]+)':/gmu, handlers.join('\n'));
    assert.deepEqual(
      declaredCommands.filter((command) => !handled.includes(command)),
      [],
    );
  });

  it('offers in the palette what is done to a query also where its results are in front', () => {
    const ofQueries = contributes.menus.commandPalette?.filter(({ when }) => when?.includes('insights-query')) ?? [];
    assert.deepEqual(unique(ofQueries.map(({ when }) => when ?? '')), [
      'editorLangId == insights-query || activeCustomEditorId == insights.results',
    ]);
  });

  it('puts every command in one category', () => {
    assert.deepEqual(unique(contributes.commands.map(({ category }) => category ?? 'none')), ['Insights']);
  });

  it('uses only declared commands in menus, keys and welcome views', () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].flatMap(({ command }) =>
      command?.startsWith('insights.') ? [command] : [],
    );
    const linked = found(/command:(insights\.[\w.]+)/gu, manifestText + read('package.nls.json'));
    assert.deepEqual(
      unique([...used, ...linked]).filter((command) => !declaredCommands.includes(command)),
      [],
    );
  });

  it('shows a picture in the theme’s colours at each step of the walkthrough, which a command of it ends', () => {
    for (const { id, media, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const picture = read(media.svg);
      const colours = found(/(?:fill|stroke)="([^"]+)"/gu, picture).filter((colour) => colour !== 'none');
      assert.deepEqual(
        colours.filter((colour) => !colour.startsWith('var(--vscode-')),
        [],
        media.svg,
      );
      const linked = found(/\(command:([\w.]+)\)/gu, words[`walkthrough.${id}.description`] ?? '');
      const ending = completionEvents.map((event) => event.replace(/^onCommand:/u, ''));
      assert.ok(ending.length > 0, id);
      assert.deepEqual(
        ending.filter((command) => !linked.includes(command)),
        [],
        id,
      );
    }
  });

  it('gives no key to two commands at the same place', () => {
    const places = contributes.keybindings.map(({ key, when }) => `${key} when ${when}`);
    assert.deepEqual(
      places.filter((place, index) => places.indexOf(place) !== index),
      [],
    );
  });

  it('reads every setting it declares, and declares every setting it reads', () => {
    const declared = Object.keys(contributes.configuration.properties).sort();
    const settingsCode = code.get('src/host/settings.ts') ?? '';
    const readByCode = found(/['"`](?:insights\.)?((?:[a-zA-Z]+\.)*[a-zA-Z]+)['"`]/gu, settingsCode);
    assert.deepEqual(
      declared.filter((name) => !readByCode.includes(name.slice('insights.'.length))),
      [],
    );
    const asked = found(/(?:get|inspect|update)(?:<[^>]+>)?\(\s*['"`]((?:[a-zA-Z]+\.)*[a-zA-Z]+)['"`]/gu, settingsCode);
    assert.deepEqual(
      asked.filter((name) => !declared.includes(`insights.${name}`)),
      [],
    );
  });

  it('makes every view, custom editor and language that it declares', () => {
    const ids = [
      ...Object.values(contributes.views)
        .flat()
        .map(({ id }) => id),
      ...contributes.customEditors.map(({ viewType }) => viewType),
      ...contributes.languages.map(({ id }) => id),
    ];
    assert.deepEqual(
      ids.filter((id) => !allCode.includes(`'${id}'`)),
      [],
    );
  });

  it('sets every context key that it asks for, and asks for every one that it sets', () => {
    const clauses = [
      ...Object.values(contributes.menus).flat(),
      ...contributes.keybindings,
      ...contributes.viewsWelcome,
      ...contributes.commands,
      ...Object.values(contributes.views).flat(),
    ].flatMap(({ when, enablement }) => [when ?? '', enablement ?? '']);
    const notContext = [
      ...declaredCommands,
      ...Object.values(contributes.views)
        .flat()
        .map(({ id }) => id),
      ...contributes.customEditors.map(({ viewType }) => viewType),
      ...found(/createTestController\('([^']+)'/gu, allCode),
    ];
    const asked = unique(
      clauses
        .flatMap((clause) => clause.replaceAll(/config\.insights\.[\w.]+/gu, '').match(/insights\.[\w.]+/gu) ?? [])
        .filter((key) => !notContext.includes(key)),
    );
    const set = found(/setContext(?:'|\()\s*,?\s*'(insights\.[\w.]+)'/gu, allCode);
    assert.deepEqual(asked, set);
  });

  it('has words for every %key%, and no others', () => {
    assert.deepEqual(found(/"%([\w.-]+)%"/gu, manifestText), Object.keys(words).sort());
  });

  it('names only files that are there', () => {
    const files = found(/"(?:\.\/)?((?:media|syntaxes|schemas)\/[\w./-]+)"/gu, manifestText);
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });
});
