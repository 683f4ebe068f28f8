import assert from 'node:assert/strict';
import type { WindowOptions } from './windowTest.ts';
import { windowTest } from './windowTest.ts';
import type { Workbench } from './workbench.ts';

/** The keys of a job, each counted: a chord is one. */
export interface JobKeys {
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
}

export interface Job {
  readonly name: string;
  /** So many keys the job may take. */
  readonly keys: number;
  /** Brings the window to where the job begins; its keys are not counted. */
  readonly before?: (w: Workbench) => Promise<void>;
  readonly does: (w: Workbench, keys: JobKeys) => Promise<void>;
}

/** Opens a window for the jobs of the enclosing `describe`; the function that it returns declares one. */
export function jobTest(options: WindowOptions): (job: Job) => void {
  const test = windowTest(options);
  return ({ name, keys: most, before, does }) =>
    test(`${name}: ${most === 1 ? '1 key' : `${most} keys`}`, async (w) => {
      await before?.(w);
      let pressed = 0;
      await does(w, {
        press: async (...keys) => {
          pressed += keys.length;
          await w.press(...keys);
        },
        type: async (text) => {
          pressed += [...text].length;
          await w.type(text);
        },
      });
      assert.ok(pressed <= most, `${pressed} keys`);
    });
}
