// Takes what the page tests know of VS Code from VS Code itself: the styles that it gives to every webview, and each theme's colours.
//   node tools/tryOut.js test/page/support/captureThemes.ts
// writes test/page/themes. To be run again when a newer VS Code brings other colours.
import fs from 'node:fs';
import path from 'node:path';
import type { Theme, Workbench } from '../../ui/support/workbench.ts';

const file = 'themes.insights-session.json';
const themes = ['light', 'dark', 'highContrast', 'highContrastLight'] as const satisfies readonly Theme[];

export async function steps(w: Workbench): Promise<void> {
  const folder = path.resolve('test/page/themes');
  fs.mkdirSync(folder, { recursive: true });
  w.writeFile(file, JSON.stringify({ id: 'themes' }));
  await w.openFile(file);
  await w.viewer().getByRole('main').waitFor();
  let before = '';
  for (const theme of themes) {
    await w.switchTheme(theme);
    await w.eventually(`the page has the colours of ${theme}`, async () => (await readTheme(w)).id !== before);
    const read = await readTheme(w);
    before = read.id;
    fs.writeFileSync(path.join(folder, `${theme}.json`), `${JSON.stringify(read, null, 1)}\n`);
  }
  const styles = await w.viewer().locator('#_defaultStyles').textContent();
  fs.writeFileSync(path.join(folder, 'webview.css'), `${styles?.trim()}\n`);
}

/** The theme as the page has it: on the body its class and names, on the root its variables. */
async function readTheme(w: Workbench) {
  return w
    .viewer()
    .locator('body')
    .evaluate(({ className, dataset, ownerDocument }) => {
      const { style } = ownerDocument.documentElement;
      const variables = Array.from(style)
        .sort()
        .map((name) => [name, style.getPropertyValue(name)]);
      return {
        id: dataset.vscodeThemeId ?? '',
        kind: dataset.vscodeThemeKind ?? '',
        bodyClass: className,
        variables: Object.fromEntries(variables) as Record<string, string>,
      };
    });
}
