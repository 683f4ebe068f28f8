import type { Workbench } from './workbench.ts';

/** Opens a query file and runs it by its key. Resolves before anything has come. */
export async function run(w: Workbench, file: string): Promise<void> {
  await w.openFile(file);
  await w.focusEditor();
  await w.press('Control+Alt+R');
}

/** Has the sample connection fail in a way that the extension offers by name. */
export async function simulate(w: Workbench, fault: string): Promise<void> {
  await w.runCommand('Insights: Simulate Faults on the Sample Connection');
  await w.pick(fault, fault);
}
