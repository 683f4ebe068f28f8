import type { ResultsColumn } from '../../../src/protocol/resultsMessages.ts';
import { statusCode } from '../model/cellWords.ts';
import type { ResultsModel } from '../model/resultsModel.ts';
import { resultsWords } from '../model/resultsWords.ts';
import type { GridColumn } from './grid.ts';

/** The columns as the grid draws them: outcomes first, whatever the query names. */
export function gridColumns(model: ResultsModel): readonly GridColumn[] {
  const sort = model.state.sort ?? model.service;
  const count = model.view?.run.loaded ?? 0;
  return [
    { id: 'outcome', title: '', width: 28, hint: resultsWords.outcome },
    ...(model.view?.columns ?? []).map((column) => ({
      id: column.path,
      title: column.title,
      width: widthOf(model, column),
      sort: sort?.path === column.path ? sort.direction : undefined,
      hint: column.asked < count ? `${column.path}, ${resultsWords.notAsked}` : column.path,
      isNumber: column.kind === 'number' && column.path !== statusCode,
    })),
  ];
}

export function widthOf({ state }: ResultsModel, { path, kind }: ResultsColumn): number {
  const known = state.widths.get(path);
  if (known !== undefined) return known;
  if (kind === 'date') return 160;
  if (path === 'id') return 270;
  return kind === 'number' ? 100 : 150;
}
