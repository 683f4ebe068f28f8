import type { MakeTab } from '../model/resultsTab.ts';
import { resultsWords } from '../model/resultsWords.ts';
import { tableShortcuts } from './tableShortcuts.ts';
import { TableView } from './tableView.ts';

/** The sessions as a table, with what can be counted of them beside it. */
export const tableTab: MakeTab = (context) => {
  const table = new TableView(context);
  return {
    id: 'table',
    label: () => resultsWords.table,
    count: () => context.model.view && context.model.shown.order.length,
    view: () => table.view(),
    focus: () => table.focus(),
    key: (event) => table.key(event),
    shortcuts: tableShortcuts,
  };
};
