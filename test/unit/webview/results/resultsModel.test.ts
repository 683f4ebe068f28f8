import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { ResultsView, RunView } from '../../../../src/protocol/resultsMessages.ts';
import { ResultsModel } from '../../../../webview/results/model/resultsModel.ts';
import type { ResultsState } from '../../../../webview/results/model/resultsState.ts';
import { readResultsState } from '../../../../webview/results/model/resultsState.ts';
import { resultsOf } from '../../../page/support/resultsOf.ts';

const agents = ['Napoli', 'Atlas', 'Napoli', 'Hillside', 'Atlas', 'Napoli'];
const sessions = agents.map((name, at) => ({
  id: `s-${at}`,
  session_start_time: `2026-05-0${6 - at}T10:00:00`,
  channel: 'voice',
  status: 'ended',
  agent_information: { name },
  channel_data: { status_code: at % 2 === 0 ? 0 : 200, duration: 1000 * (at + 1) },
}));
const columns = ['agent_information.name'];

let kept: ResultsState | undefined;
let model: ResultsModel;

function shown(run: Partial<RunView> = {}, found: readonly unknown[] = sessions): ResultsModel {
  kept = undefined;
  model = new ResultsModel(readResultsState({}), (state) => {
    kept = state;
  });
  bring(run, found);
  return model;
}

function bring(run: Partial<RunView>, found: readonly unknown[] = sessions): void {
  const { view, chunks } = resultsOf(found, { columns, run });
  model.show(view);
  for (const chunk of chunks) model.take(view.run.number, chunk);
}

const rows = (): readonly number[] => [...model.shown.order];
const lines = (): readonly number[] => [...model.shown.lines];
const counts = (facet: string): Readonly<Record<string, number>> => {
  const found = model.filtered.counts.get(facet) ?? [];
  const texts = model.facets.get(facet)?.texts ?? [];
  return Object.fromEntries([...found].flatMap((count, code) => (count > 0 ? [[texts[code] ?? '', count]] : [])));
};

describe('the model of results', () => {
  beforeEach(() => shown());

  it('shows all rows as they were found, and counts them', () => {
    assert.deepEqual(rows(), [0, 1, 2, 3, 4, 5]);
    assert.deepEqual(counts('agent'), { Napoli: 3, Atlas: 2, Hillside: 1 });
    assert.ok(model.isNatural && model.isUnfiltered && model.isAsAtFirst);
    assert.equal(kept, undefined);
  });

  it('filters by what is chosen of a facet, and takes it back', () => {
    model.choose('agent', 'Napoli', 'wanted');
    assert.deepEqual(rows(), [0, 2, 5]);
    // What one more would add is counted as if nothing of this facet was chosen.
    assert.deepEqual(counts('agent'), { Napoli: 3, Atlas: 2, Hillside: 1 });
    assert.deepEqual(counts('outcome'), { success: 2, error: 1 });
    assert.deepEqual([model.isNatural, model.isUnfiltered, model.isAsAtFirst], [false, false, false]);
    model.choose('agent', 'Atlas', 'wanted');
    assert.deepEqual(rows(), [0, 1, 2, 4, 5]);
    // The same value is either asked for or left out.
    model.choose('agent', 'Napoli', 'unwanted');
    assert.deepEqual(model.choiceOf('agent'), { facet: 'agent', wanted: ['Atlas'], unwanted: ['Napoli'] });
    assert.deepEqual(rows(), [1, 4]);
    model.choose('agent', 'Napoli', 'unwanted');
    model.choose('agent', 'Atlas', 'wanted');
    assert.deepEqual(kept?.choices, []);
    assert.deepEqual(model.choiceOf('agent'), { facet: 'agent', wanted: [], unwanted: [] });
    assert.deepEqual(rows(), [0, 1, 2, 3, 4, 5]);
  });

  it('filters by a range of a chart, from its start on and below its end', () => {
    model.change({ ranges: [{ of: 'duration', from: 2000, to: 4000 }] });
    assert.deepEqual(rows(), [1, 2]);
    assert.equal(model.isUnfiltered, false);
  });

  it('sorts by a column, and leaves what has no such column as it was found', () => {
    model.change({ sort: { path: 'agent_information.name', direction: 'asc' } });
    assert.deepEqual(rows(), [1, 4, 3, 0, 2, 5]);
    assert.equal(model.isNatural, false);
    model.change({ sort: { path: 'agent_information.name', direction: 'desc' } });
    assert.deepEqual(rows(), [0, 2, 5, 3, 1, 4]);
    model.change({ sort: { path: 'nowhere', direction: 'asc' } });
    assert.deepEqual(rows(), [0, 1, 2, 3, 4, 5]);
  });

  it('groups by a column, the largest first, and folds a group', () => {
    model.change({ group: 'agent_information.name' });
    assert.deepEqual(lines(), [-1, 0, 2, 5, -2, 1, 4, -3, 3]);
    assert.deepEqual(
      model.shown.groups.map(({ code }) => model.groupText(code)),
      ['Napoli', 'Atlas', 'Hillside'],
    );
    model.folded.add('Napoli');
    model.refold();
    assert.deepEqual(lines(), [-1, -2, 1, 4, -3, 3]);
    assert.equal(model.isNatural, false);
  });

  it('groups sessions that go on by that, whatever code they have so far', () => {
    const goesOn = { ...sessions[0], id: 's-6', status: 'in_progress' };
    shown({}, [goesOn, ...sessions]);
    const { view, chunks } = resultsOf([goesOn, ...sessions], { columns: ['channel_data.status_code'] });
    model.show(view);
    for (const chunk of chunks) model.take(view.run.number, chunk);
    model.change({ group: 'channel_data.status_code' });
    const groups = model.shown.groups.map(({ code, rows: own }) => [model.groupText(code), [...own]]);
    assert.deepEqual(groups, [
      ['0', [1, 3, 5]],
      ['200', [2, 4, 6]],
      ['inProgress', [0]],
    ]);
    const column = { path: 'channel_data.status_code', kind: 'number' } as const;
    assert.deepEqual(
      groups.map(([text]) => model.words(column, String(text))),
      ['Success', 'Error', 'In progress'],
    );
  });

  it('is one group where nobody has the column', () => {
    model.change({ group: 'nowhere' });
    assert.deepEqual(lines(), [-1, 0, 1, 2, 3, 4, 5]);
    assert.equal(model.groupText(0), '');
  });

  it('leaves the rows that were chosen elsewhere until that is taken back', () => {
    bring({ gone: [2] });
    model.showOnly('through "order"', [1, 2, 5]);
    assert.deepEqual(rows(), [1, 5]);
    assert.equal(model.only?.words, 'through "order"');
    assert.deepEqual([model.isUnfiltered, model.isAsAtFirst], [false, false]);
    model.showOnly('others', [3]);
    assert.deepEqual(rows(), [3]);
    model.showAll();
    assert.deepEqual(rows(), [0, 1, 3, 4, 5]);
    assert.equal(model.only, undefined);
  });

  it('shows no row that was deleted', () => {
    bring({ gone: [0, 5, 99] });
    assert.deepEqual(rows(), [1, 2, 3, 4]);
    assert.deepEqual(counts('agent'), { Napoli: 1, Atlas: 2, Hillside: 1 });
  });

  it('takes the rows of another run in place of those before, and forgets what was chosen of them elsewhere', () => {
    model.showOnly('some', [1]);
    model.choose('agent', 'Napoli', 'wanted');
    bring({ number: 2 }, sessions.slice(0, 3));
    assert.equal(model.only, undefined);
    assert.equal(model.store.run, 2);
    assert.deepEqual(rows(), [0, 2]);
  });

  it('keeps the rows of a run that ended until another has rows', () => {
    const { view } = resultsOf(sessions, { columns });
    const failed = (run: Partial<RunView>): ResultsView => ({ ...view, run: { ...view.run, ...run } });
    model.show(failed({ state: 'failed' }));
    assert.equal(model.store.count, 6);
    model.show(failed({ number: 2, loaded: 5 }));
    assert.equal(model.store.count, 6);
    model.show(failed({ number: 2, loaded: 0 }));
    assert.equal(model.store.count, 0);
  });

  it('takes the first rows again in place of those before: they are masked otherwise', () => {
    const { view, chunks } = resultsOf(sessions.slice(0, 2), { columns });
    for (const chunk of chunks) model.take(view.run.number, chunk);
    assert.equal(model.store.count, 2);
    assert.deepEqual(rows(), [0, 1]);
  });

  it('resets what is looked at, but for the view', () => {
    model.change({ tab: 'charts', group: 'source', widths: new Map([['source', 90]]) });
    model.choose('agent', 'Napoli', 'wanted');
    model.folded.add('x');
    model.showOnly('some', [1]);
    model.resetLook();
    assert.deepEqual(model.state, readResultsState({ tab: 'charts' }));
    assert.deepEqual([model.folded.size, model.only, model.isAsAtFirst], [0, undefined, true]);
    assert.deepEqual(kept, model.state);
  });

  it('begins with what was looked at before, without keeping it anew', () => {
    model.begin(readResultsState({ sort: { path: 'agent_information.name', direction: 'desc' } }));
    assert.deepEqual(rows(), [0, 2, 5, 3, 1, 4]);
    assert.equal(kept, undefined);
  });

  it('finds a session that has a value of a facet, and its place among its values', () => {
    assert.deepEqual(model.sessionWith('agent', 'Hillside'), { row: 3, place: 0 });
    assert.equal(model.sessionWith('agent', 'nobody'), undefined);
    assert.equal(model.sessionWith('nowhere', 'x'), undefined);
    assert.deepEqual(model.sessionWith('hour', '10'), { row: 0, place: 0 });
  });

  it('is a part while there are more sessions than are here', () => {
    assert.equal(model.isPart, false);
    bring({ total: { count: 7, atLeast: false } });
    assert.equal(model.isPart, true);
    bring({ total: { count: 6, atLeast: true } });
    assert.equal(model.isPart, true);
  });

  it('orders columns ahead, one at a time, as long as all sessions are here', () => {
    const all = model.view?.columns.length ?? 0;
    assert.ok(all > 0);
    for (let at = 0; at < all; at += 1) assert.equal(model.warmUp(), true, String(at));
    assert.equal(model.warmUp(), false);
    shown({ total: { count: 7, atLeast: false } });
    assert.equal(model.warmUp(), false);
  });

  it('counts hours and says times in the zone that is shown', () => {
    assert.deepEqual(counts('hour'), { '10': 6 });
    assert.equal(model.offset(0), 0);
    const { view } = resultsOf(sessions, { columns });
    model.show({ ...view, settings: { ...view.settings, timeZone: 'Asia/Kolkata' } });
    assert.deepEqual(counts('hour'), { '15': 6 });
    assert.equal(model.offset(0), 5.5 * 3_600_000);
  });
});
