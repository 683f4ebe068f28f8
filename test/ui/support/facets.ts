import assert from 'node:assert/strict';
import type { Workbench } from './workbench.ts';

/** Goes to a facet, or to a value of one, of the results that are in front. */
export async function toFacet(w: Workbench, name: string | RegExp): Promise<void> {
  await w.press('Escape', 'f', 'Home');
  const active = w.viewer().locator('.facet-row.active');
  for (let at = 0; at < 80; at += 1) {
    const label = (await active.getAttribute('aria-label')) ?? '';
    if (typeof name === 'string' ? label.startsWith(name) : name.test(label)) return;
    await w.press('ArrowDown');
  }
  assert.fail(`no facet ${name}`);
}
