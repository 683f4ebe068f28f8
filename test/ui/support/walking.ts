// From one session to the next, in the page that shows them.
import type { Workbench } from './workbench.ts';

/** Walks by a key, and waits for the session there: its place is shown at once, the session itself a moment later. */
export async function walk(w: Workbench, key: string, place: number): Promise<void> {
  const before = await w.tabInFront();
  await w.press(key);
  await w.eventually('another session is in front', async () => (await w.tabInFront()) !== before);
  await stands(w, place);
}

/** Waits until the session in front is that of a place, and has the keys. */
export async function stands(w: Workbench, place: number): Promise<void> {
  await w
    .viewer()
    .getByRole('group', { name: new RegExp(`^${place} of `) })
    .waitFor();
  await keysInPage(w);
}

/** Waits until the page in front has the keys: what comes back to the front has them a moment later. */
export async function keysInPage(w: Workbench): Promise<void> {
  await w.eventually('the page has the keys', () => hasKeys(w));
}

/** Whether the page in front has the keys. */
export function hasKeys(w: Workbench): Promise<boolean> {
  return w
    .viewer()
    .locator('body')
    .evaluate(() => document.hasFocus());
}

/** Presses keys within one moment, as fast fingers do, however busy the machine is. */
export async function pressAtOnce(w: Workbench, keys: readonly string[]): Promise<void> {
  await w
    .viewer()
    .locator('body')
    .evaluate((body, pressed) => {
      const target = body.ownerDocument.activeElement ?? body;
      for (const key of pressed) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }, keys);
}
