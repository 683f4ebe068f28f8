import { aggregationsTab } from './aggregations/aggregationsTab.ts';
import { chartsTab } from './charts/chartsTab.ts';
import type { MakeTab } from './model/resultsTab.ts';
import { pathMapTab } from './pathMap/pathMapTab.ts';
import { tableTab } from './table/tableTab.ts';

/**
 * The views of the results, in their order. Another one is a room beside `table/` that exports a `MakeTab`, and a name here; what it asks of
 * the host is a message more in `src/protocol/resultsMessages.ts`, answered in `src/results/answerPage.ts`.
 */
export const resultsTabs: readonly MakeTab[] = [tableTab, chartsTab, aggregationsTab, pathMapTab];
