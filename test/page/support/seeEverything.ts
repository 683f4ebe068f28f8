import type { SessionPage } from './sessionPage.ts';

/**
 * Opens every tab, selects every row of every list that is drawn, and unfolds what is folded; payloads are shown as they are at the time.
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
