import type { Theme } from './themes.ts';

/** What a webview adds to an extension's HTML. */
export interface Webview {
  readonly theme: Theme;
  /** The styles that VS Code gives to every webview. */
  readonly styles: string;
  /** What the page kept when it was last open. */
  readonly state: unknown;
  /** What a test has run before anything else, if anything. */
  readonly firstScript?: string;
}

/** The names under which the page's other end is reached; the script below takes them out of the page's sight. */
export const bindings = { post: '__post', keep: '__keep', complain: '__complain' } as const;

/**
 * An extension's HTML as VS Code shows it: with the theme on root and body, and in front of the head, so that the page's policy
 * does not govern them, VS Code's own styles and the script that hands out the API. Here it also tells of what the page must not do.
 */
export function inWebview(html: string, { theme, styles, state, firstScript = '' }: Webview): string {
  const variables = Object.entries(theme.variables).map(([name, value]) => `${name}: ${value};`);
  const body = `<body class="${theme.bodyClass}" data-vscode-theme-kind="${theme.kind}" data-vscode-theme-id="${theme.id}">`;
  // Functions: a text would be read for `$`.
  return html
    .replace('<html ', () => `<html style="${attribute(variables.join(' '))}" `)
    .replace(
      '<head>',
      () => `<head><style id="_defaultStyles">${styles}</style><script>${script(state)}${firstScript}</script>`,
    )
    .replace('<body>', () => body);
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function script(state: unknown): string {
  const kept = JSON.stringify(state ?? null).replaceAll('<', String.raw`\u003c`);
  return `{
    const { ${bindings.post}: post, ${bindings.keep}: keep, ${bindings.complain}: complain } = window;
    for (const name of ${JSON.stringify(Object.values(bindings))}) delete window[name];
    let state = ${kept} ?? undefined;
    let given = false;
    window.acquireVsCodeApi = () => {
      if (given) throw new Error('An instance of the VS Code API has already been acquired');
      given = true;
      return {
        postMessage: (message) => void post(structuredClone(message)),
        getState: () => state,
        setState: (next) => {
          state = structuredClone(next);
          void keep(state);
          return next;
        },
      };
    };
    // What hostile text calls when it runs.
    window.canary = (from) => void complain('ran: ' + String(from));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      void complain('against the policy: ' + [effectiveDirective, blockedURI, sample].join(' '));
    });
  }`;
}
