// What `npm run test:ui` tells the test files about the server and the browser it started for them.
export type UiRun = {
  /** The repository. */
  readonly root: string;
  /** The packaged extension. */
  readonly vsix: string;
  /** VS Code's server. */
  readonly origin: string;
  /** Playwright's address of the browser. */
  readonly browser: string;
  /** The profile's folder on the server's disk. */
  readonly profile: string;
  /** The sample workspace, to copy. */
  readonly samples: string;
  /** Where pictures go. */
  readonly screenshots: string;
  /** User settings that every window starts with. */
  readonly settings: Readonly<Record<string, unknown>>;
};

export function uiRun(): UiRun {
  const text = process.env.INSIGHTS_UI_RUN;
  if (!text) throw new Error('Run UI tests with `npm run test:ui`.');
  return JSON.parse(text) as UiRun;
}
