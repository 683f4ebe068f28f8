import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { SessionPage } from './sessionPage.ts';

/** axe-core as a script for the page. */
const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Folds of a tree are left out of the least size of a target: they are as dense as VS Code's own trees, whose rows are 22 px high,
 * and a key shows all that they hold as raw text.
 */
const isFold = (html: string): boolean => html.startsWith('<summary');

/** `all` looks at everything; `colours` only at what depends on the theme. */
export type Check = 'all' | 'colours';

/** What assistive technology would stumble over in the page as it is now, within shadow roots too: `rule: element`, each with why. */
export async function findBarriers({ page }: SessionPage, check: Check): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults, Check>(
    (checked) =>
      Object(window).axe.run(document, {
        runOnly:
          checked === 'all'
            ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
            : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
        resultTypes: ['violations'],
        // It would fetch the style sheets, which the page's policy refuses.
        preload: false,
      }),
    check,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !(id === 'target-size' && isFold(html)))
      .map(({ target, failureSummary, html }) => `${id}: ${target.flat().join(' >> ')}\n${html}\n${failureSummary}`),
  );
}
