import * as vscode from 'vscode';

/** The page's HTML: no data in it, only where its script and style are. */
export function sessionPage(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const policy = [
    "default-src 'none'",
    // The toolkit adds one style element; the nonce lets it, and nothing else.
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('page.css')}">
<title>${vscode.l10n.t('Session')}</title>
</head>
<body>
<main id="session"></main>
<script nonce="${nonce}" src="${address('page.js')}"></script>
</body>
</html>`;
}
