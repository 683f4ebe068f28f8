import type { SessionPage } from './sessionPage.ts';

/**
 * Opens every tab, selects every row of every list that is drawn, shows payloads raw and formatted, and unfolds what is folded.
 * Resolves to all the text that was there to read, with U+FFFD for every half of a character.
 */
export async function seeEverything({ page }: SessionPage): Promise<string> {
  return page.evaluate(async () => {
    const seen = new Set<string>();
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
    const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    const read = async (): Promise<void> => {
      await drawn();
      for (const folded of all('details:not([open]) > summary, [role=treeitem][aria-expanded=false]')) folded.click();
      await drawn();
      seen.add(document.querySelector('main')?.textContent ?? '');
    };
    const tabs = all('[role=tab]').length;
    for (let tab = 0; tab < tabs; tab += 1) {
      all('[role=tab]')[tab]?.click();
      await read();
      const rows = all('[role=option]').length;
      for (let row = 0; row < rows; row += 1) {
        all('[role=option]')[row]?.click();
        await read();
      }
      // Single keys are for the page, wherever the focus is.
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }));
      for (let row = 0; row < rows; row += 1) {
        all('[role=option]')[row]?.click();
        await read();
      }
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }));
    }
    all('[role=tab]')[0]?.click();
    await drawn();
    // Half a character does not come out of the browser.
    return [...seen].join('\n').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  });
}
