import type { Workbench } from './workbench.ts';

/** Adds the connection `live` by the wizard, for a query that names it and is open. */
export async function addLiveConnection(w: Workbench, address: string, key: string): Promise<void> {
  await w.lens('Set up connection').waitFor();
  await w.runCommand('Insights: Add Connection');
  await w.quickInputTitle('(1/5)').waitFor();
  await w.answer('live');
  await w.quickInputTitle('(2/5)').waitFor();
  await w.pick('Another address');
  await w.quickInputTitle('(3/5)').waitFor();
  await w.answer(address);
  await w.quickInputTitle('(4/5)').waitFor();
  await w.pick('Not production');
  await w.quickInputTitle('(5/5)').waitFor();
  await w.pick('For me');
  await w.quickInputTitle('API Key of "live"').waitFor();
  await w.answer(key);
  await w.lens('on live').waitFor();
}
