import type { ThemeName } from './themes.ts';

/** What `npm run test:page` tells the test files about the browser that it started for them. */
export interface PageRun {
  /** The repository. */
  readonly root: string;
  /** Playwright's address of the browser. */
  readonly browser: string;
  /** Where pictures go. */
  readonly screenshots: string;
  /** The theme of tests that name none. */
  readonly theme: ThemeName;
}

export function pageRun(): PageRun {
  const text = process.env.INSIGHTS_PAGE_RUN;
  if (!text) throw new Error('Run page tests with `npm run test:page`.');
  return JSON.parse(text) as PageRun;
}
