import fs from 'node:fs';
import path from 'node:path';

/** VS Code's four kinds of theme, one of each. */
export const themeNames = ['light', 'dark', 'highContrast', 'highContrastLight'] as const;
export type ThemeName = (typeof themeNames)[number];

/** A theme as VS Code hands it to a webview; `captureThemes.ts` takes it from VS Code itself. */
export interface Theme {
  readonly id: string;
  readonly kind: string;
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

export function readTheme(root: string, name: ThemeName): Theme {
  return JSON.parse(fs.readFileSync(path.join(root, 'test/page/themes', `${name}.json`), 'utf8')) as Theme;
}

/** The styles that VS Code gives to every webview. */
export function readWebviewStyles(root: string): string {
  return fs.readFileSync(path.join(root, 'test/page/themes/webview.css'), 'utf8');
}
