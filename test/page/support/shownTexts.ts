import type { SessionPage } from './sessionPage.ts';

/** Where people read, hear or hover over text: `PLACE: TEXT`. */
export type ShownText = string;

/**
 * Opens the page again, and from its first moment on keeps every text that it puts before people: on the screen, on hover, and for those who
 * hear it, however briefly it stands there. Left out is where nothing but data stands, or keys of the keyboard.
 */
export async function watchTexts(p: SessionPage): Promise<() => Promise<readonly ShownText[]>> {
  await p.reloadWith(() => {
    const seen = new Set<string>();
    const attributes = [
      'title',
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'placeholder',
      'alt',
    ];
    const nameOf = (element: Element | null): string =>
      element ? `${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}` : '';
    const keep = (element: Element, what: string, text: string | null): void => {
      if (text?.trim()) seen.add(`${nameOf(element.parentElement)} ${nameOf(element)}${what}: ${text.trim()}`);
    };
    const visit = (node: Node): void => {
      if (node instanceof Element) {
        for (const name of attributes) keep(node, `[${name}]`, node.getAttribute(name));
        if (node.shadowRoot) read(node.shadowRoot);
      } else if (node instanceof Text) {
        const root = node.getRootNode();
        const element = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
        if (
          element &&
          !element.closest(
            'style, script, head, pre, .mono, .status, .help dt, .json-key, .json-string, .json-boolean, .json-null',
          )
        ) {
          keep(element, '', node.textContent);
        }
      }
    };
    const read = (root: Node): void => {
      visit(root);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) visit(node);
    };
    // What is there all along is read once, at the end: a long list is not read anew for each row that comes.
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'childList') addedNodes.forEach(read);
        else visit(target);
      }
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    Object.assign(window, {
      shownTexts: () => {
        read(document);
        return [...seen];
      },
    });
  });
  return () => p.page.evaluate(() => Object(window).shownTexts());
}
