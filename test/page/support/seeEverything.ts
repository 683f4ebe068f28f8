import type { SessionPage } from './sessionPage.ts';

/**
 * Opens every tab, selects every row of every list that is drawn with every part of its detail, and unfolds what is folded.
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
    const parts = (): HTMLElement[] => all('.detail [role=tab]');
    const views = (): HTMLElement[] => all('[role=tab][id^=tab-]');
    for (let tab = 0; tab < views().length; tab += 1) {
      views()[tab]?.click();
      // Lists know what they can show when they have been laid out.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await read();
      const rows = all('[role=option]').length;
      for (let row = 0; row < rows; row += 1) {
        all('[role=option]')[row]?.click();
        await read();
        for (let part = 0; part < parts().length; part += 1) {
          parts()[part]?.click();
          await read();
        }
      }
    }
    views()[0]?.click();
    await drawn();
    // Half a character does not come out of the browser.
    return [...seen].join('\n').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  });
}
