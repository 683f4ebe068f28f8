import type { SessionPage } from './sessionPage.ts';

/**
 * Opens every tab, selects every row of every list that is drawn, and unfolds what is folded; payloads are shown as they are at the time.
 * Resolves to all the text that was there to read, with U+FFFD for every half of a character.
 */
export async function seeEverything({ page }: SessionPage): Promise<string> {
  return page.evaluate(async () => {
    const seen = new Set<string>();
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
    // The page draws before anything else happens, but folds tell of themselves later. A timer would wait for milliseconds.
    const { port1, port2 } = new MessageChannel();
    const drawn = (): Promise<void> =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(undefined);
      });
    const read = async (): Promise<void> => {
      await drawn();
      const folds = all('details:not([open]) > summary, [role=treeitem][aria-expanded=false]');
      for (const fold of folds) fold.click();
      if (folds.length > 0) await new Promise((resolve) => setTimeout(resolve));
      seen.add(document.querySelector('main')?.textContent ?? '');
    };
    const tabs = all('[role=tab]').length;
    for (let tab = 0; tab < tabs; tab += 1) {
      all('[role=tab]')[tab]?.click();
      // Lists know what they can show when they have been laid out.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await read();
      const rows = all('[role=option]').length;
      for (let row = 0; row < rows; row += 1) {
        all('[role=option]')[row]?.click();
        await read();
      }
    }
    all('[role=tab]')[0]?.click();
    await drawn();
    // Half a character does not come out of the browser.
    return [...seen].join('\n').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  });
}
