/** What a page shows: what its script, its style and its root are called. */
export type PageName = 'session' | 'comparison' | 'results';

/** What the page's HTML depends on. Every text is escaped here. */
export interface PageParts {
  readonly name: PageName;
  /** Lets our script run, and nothing else; a new one for each page. */
  readonly nonce: string;
  /** Where the page may take style and font from, as a policy's source list. */
  readonly cspSource: string;
  /** Where a built file is that the page loads. */
  readonly addressOf: (file: string) => string;
  readonly language: string;
  readonly title: string;
}

/** The page's HTML: no data in it, only where its script and style are. */
export function pageHtml({ name, nonce, cspSource, addressOf, language, title }: PageParts): string {
  const policy = [
    "default-src 'none'",
    // The toolkit adds one style element; the nonce lets it, and nothing else.
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta property="csp-nonce" content="${escapeHtml(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${stylesOf(name)
  .map((file) => `<link rel="stylesheet" href="${escapeHtml(addressOf(file))}">`)
  .join('\n')}
<title>${escapeHtml(title)}</title>
</head>
<body>
<main id="${name}"></main>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(addressOf(`${name}.js`))}"></script>
</body>
</html>`;
}

/** What all pages look like, and what only one has. */
function stylesOf(name: PageName): readonly string[] {
  return name === 'results' ? ['page.css', 'results.css'] : ['page.css'];
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (character) => `&#${character.codePointAt(0)};`);
}
