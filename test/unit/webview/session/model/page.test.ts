import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../../src/domain/masking/mask.ts';
import { movedRow } from '../../../../../webview/parts/list/movedRow.ts';
import { movedIndex, nextOf } from '../../../../../webview/parts/listKeys.ts';
import { showPayload } from '../../../../../webview/parts/shownPayload.ts';
import { nodeLabel, suggestName } from '../../../../../webview/parts/steps/nodeLabel.ts';
import { stepName } from '../../../../../webview/parts/steps/stepLabel.ts';
import { formatDuration } from '../../../../../webview/parts/words/format.ts';
import { Finder } from '../../../../../webview/session/model/finder.ts';
import type { Jump } from '../../../../../webview/session/model/jumps.ts';
import { toProblem, toTurn } from '../../../../../webview/session/model/jumps.ts';
import type { SessionModel } from '../../../../../webview/session/model/model.ts';
import { readContent, readModel, withNodeNames } from '../../../../../webview/session/model/model.ts';
import { SessionSearch } from '../../../../../webview/session/model/search.ts';
import { readTimeline } from '../../../../../webview/session/model/timeline.ts';
import type { TimelineFilter } from '../../../../../webview/session/model/timelineFilter.ts';
import { unfiltered } from '../../../../../webview/session/model/timelineFilter.ts';
import { readViewState } from '../../../../../webview/session/model/viewState.ts';
import { parameterRows } from '../../../../../webview/session/parameters/parameterRow.ts';
import { meaningOf } from '../../../../../webview/session/sessionKeys.ts';
import { timelineRowWords } from '../../../../../webview/session/timeline/timelineRowWords.ts';

describe('the page', () => {
  it('says durations as people do', () => {
    const said = [0, 168, 4_777, 10_000, 83_000, 3_725_000].map(formatDuration);
    assert.deepEqual(said, ['0 ms', '168 ms', '4.8 s', '10 s', '1 min 23 s', '1 h 2 min 5 s']);
  });

  it('names steps, unknown ones as they are', () => {
    assert.deepEqual(['param_completion', 'hover_board', 'constructor', undefined].map(stepName), [
      'collect input',
      'hover board',
      'constructor',
      'step of no type',
    ]);
  });

  it('shows payloads formatted when they are JSON, as they are otherwise', () => {
    assert.equal(showPayload('{"a":1}').text, '{\n  "a": 1\n}');
    assert.deepEqual(showPayload('{"a":'), { text: '{"a":' });
    assert.deepEqual(showPayload(null), { text: '' });
    assert.deepEqual(showPayload({ a: 1 }).value, { a: 1 });
  });

  it('knows its keys, and leaves those with a modifier alone', () => {
    const key = (name: string, ctrlKey = false) => meaningOf({ key: name, ctrlKey, metaKey: false, altKey: false });
    assert.deepEqual(
      [key('e'), key('E'), key('3'), key('e', true), key('x'), key('toString')],
      ['nextProblem', 'previousProblem', 'showEverything', undefined, undefined, undefined],
    );
  });

  it('moves within lists and around problems', () => {
    assert.deepEqual(
      [
        movedIndex('ArrowDown', 2, 3),
        movedIndex('ArrowUp', -1, 3),
        movedIndex('End', 0, 3),
        movedIndex('a', 0, 3),
        movedIndex('End', 0, 0),
      ],
      [2, 0, 2, undefined, undefined],
    );
    assert.deepEqual(
      [nextOf([2, 5], 2, 1), nextOf([2, 5], 5, 1), nextOf([2, 5], 2, -1), nextOf([], 0, 1)],
      [5, 2, 5, undefined],
    );
  });

  it('moves within a list from option to option, over heads, and stops at its ends', () => {
    const heads = new Set([0, 3]);
    const describe = (index: number) => (heads.has(index) ? { unseen: '' } : { unseen: '', position: index });
    const from = (selected: number, key: string) => movedRow(key, { selected, count: 6, describe });
    assert.deepEqual(
      [from(-1, 'ArrowDown'), from(2, 'ArrowDown'), from(4, 'ArrowUp'), from(5, 'ArrowDown'), from(1, 'PageDown')],
      [1, 4, 2, -1, 5],
    );
    assert.deepEqual([from(4, 'Home'), from(1, 'End'), from(1, 'ArrowUp'), from(1, 'x')], [1, 5, -1, undefined]);
  });

  it('takes what was kept only where it makes sense', () => {
    const untouched = readViewState(undefined);
    assert.deepEqual(readViewState({ tab: 'x', step: -1, line: 'a', part: 1, density: 7, pathForm: null }), untouched);
    assert.equal(untouched.tab, 'timeline');
    assert.deepEqual(
      [untouched.split, readViewState({ split: 3 }).split, readViewState({ split: 99.6 }).split],
      [60, 25, 75],
    );
    assert.equal(readViewState({ tab: 'tags', step: 4 }).step, 4);
  });

  it('filters the timeline by text, by type and by problem, and keeps the heads of turns that have a step left', () => {
    const model = readModel({
      flow_path: [
        { type: 'start', request_id: 'a' },
        { type: 'webhook', request_id: 'b', request: { url: 'https://x.example/Orders' }, response: { code: 500 } },
        { type: 'webhook', request_id: 'b', response: { code: 200, payload: '{"orders":[]}' } },
        { type: 'all', request_id: 'c' },
      ],
    });
    const shown = (filter: TimelineFilter) =>
      readTimeline(model, { density: 'everything', filter }).rows.map((row) =>
        row.type === 'turn' ? `turn ${row.turn + 1}` : row.type === 'step' ? row.step.index : row.type,
      );
    assert.deepEqual(shown(unfiltered), ['turn 1', 0, 'turn 2', 1, 2, 'turn 3', 3, 'end']);
    assert.deepEqual(shown({ text: ' orders ', kind: 'all' }), ['turn 2', 1, 2]);
    assert.deepEqual(shown({ text: '', kind: 'problems' }), ['turn 2', 1]);
    assert.deepEqual(shown({ text: '', kind: { type: 'all' } }), ['turn 3', 3]);
    assert.deepEqual(shown({ text: 'orders', kind: { type: 'start' } }), []);
  });

  it('says of a row what nobody can stop at: the turn that begins with it', () => {
    const model = readModel({
      transcription: [{ user: 'large' }],
      flow_path: [
        {
          type: 'param_completion',
          request_id: 'a',
          context: { user_input: 'large', execution_parameters: [{ name: 'size', value: 'large' }] },
          tags: [{ tag: 'sized' }],
        },
        { type: 'webhook', request_id: 'a', response: { code: 500 } },
        { type: 'end_call', request_id: 'a' },
      ],
    });
    const said = (folded: readonly number[]) => {
      const folds = { turns: new Set(folded), open: new Set<number>() };
      const timeline = readTimeline(model, { density: 'everything', folds });
      return timeline.rows.flatMap((_, index) => {
        const { unseen, position } = timelineRowWords(model, timeline, index);
        return position === undefined ? [] : [unseen];
      });
    };
    assert.deepEqual(said([]), ['Turn 1, 3 steps, Step 1, Caller, ', 'Step 2, Answered with 500, ', 'Step 3, ']);
    assert.deepEqual(said([0]), ['folded, ']);
  });

  it('knows the row of each step and line, also of those that are folded', () => {
    const node = (node_id: string, request_id: string) => ({ node_id, request_id });
    const model = readModel({
      transcription: [{ agent: 'Hello' }],
      flow_path: [node('a', '1'), ...['b', 'b', 'b', 'b'].map((id) => node(id, '2')), node('c', '3'), node('d', '3')],
    });
    const of = (turns: readonly number[], open: readonly number[]) => {
      const folds = { turns: new Set(turns), open: new Set(open) };
      const { rowOfStep, rowOfLine, positions, rows, steps } = readTimeline(model, { density: 'everything', folds });
      return [[...rowOfStep].join(), [...rowOfLine].join(), [...positions].join(), rows.length, steps];
    };
    // Hello, turn 1, a, turn 2, 1 × 4, turn 3, c, d, and that no end was recorded
    assert.deepEqual(of([], []), ['2,4,4,4,4,6,7', '0', '1,0,2,0,3,0,4,5,6', 9, 7]);
    // Hello, turn 1, a, turn 2, 1 × 4, b, b, b, b, turn 3, no end
    assert.deepEqual(of([2], [1]), ['2,5,6,7,8,9,9', '0', '1,0,2,0,0,3,4,5,6,7,8', 11, 7]);
  });

  it('finds when a parameter became a value', () => {
    const step = (value: string) => ({ context: { execution_parameters: [{ name: 'size', value }] } });
    const model = readModel({
      flow_path: [step('small'), step('large'), step('huge')],
      params: { other: { value: 'x' } },
    });
    const shown = (text: string) =>
      parameterRows(model, text).map((row) => (row.type === 'change' ? row.change.after : row.parameter.name));
    assert.deepEqual(shown(''), ['other', 'size', 'small', 'large', 'huge']);
    assert.deepEqual(shown('large'), ['size', 'large', 'huge']);
    assert.deepEqual(shown('siz'), ['size', 'small', 'large', 'huge']);
    assert.deepEqual(shown('nowhere'), []);
  });

  it('searches what is not drawn', () => {
    const search = new SessionSearch(
      readModel({
        transcription: [{ user: 'Pizza' }],
        params: { dish: { value: 'pizza' } },
        tags_list: [{ tag: 'Pizza' }],
        flow_path: [{ type: 'webhook', response: { payload: '{"PIZZA":1}' } }, { type: 'start' }],
      }),
    );
    assert.deepEqual(search.find('pizza'), [{ line: 0 }, { step: 0 }, { parameter: 0 }, { tag: 0 }]);
    assert.deepEqual(search.find(' '), []);
  });

  it('counts a value where it was said, sent, received or changed, and not where it is carried on', () => {
    const holding = { execution_parameters: [{ name: 'order', value: 'AB-1' }] };
    const search = new SessionSearch(
      readModel({
        transcription: [{ user: 'it is AB-1' }, { agent: 'Looking for AB-1' }],
        flow_path: [
          { type: 'param_completion', context: { user_input: 'it is AB-1' } },
          { type: 'set_parameter', context: holding },
          { type: 'conditions', context: holding },
          { type: 'webhook', request: { url: 'https://x.example/AB-1' }, response: { code: 200 }, context: holding },
          { type: 'speak', request: { payload: '{"text":"Looking for AB-1"}' }, context: holding },
        ],
      }),
    );
    assert.deepEqual(search.find('ab-1'), [{ line: 0 }, { line: 1 }, { step: 1 }, { step: 3 }]);
  });

  it('steps through matches around the end, and back from before the first', () => {
    const model = readModel({ transcription: [{ user: 'one' }, { user: 'two' }, { user: 'one' }] });
    const finder = new Finder();
    finder.find(model, 'ONE');
    assert.deepEqual([finder.count, finder.position], [2, undefined]);
    assert.deepEqual([finder.move(-1), finder.move(1), finder.move(1)], [{ line: 2 }, { line: 0 }, { line: 2 }]);
    finder.forget();
    assert.deepEqual([finder.query, finder.count, finder.move(1)], ['ONE', 0, undefined]);
  });

  it('jumps to problems and turns, around the end', () => {
    const webhook = (request_id: string, code: number) => ({ type: 'webhook', request_id, response: { code } });
    const model = readModel({
      flow_path: [webhook('a', 500), webhook('a', 200), webhook('b', 200), webhook('b', 404), webhook('a', 200)],
    });
    const at = (jump: Jump | undefined) => jump && `${jump.step}: ${jump.position + 1} of ${jump.count}`;
    assert.deepEqual(
      [
        toProblem(model, undefined, 1),
        toProblem(model, 0, 1),
        toProblem(model, 3, 1),
        toProblem(model, undefined, -1),
      ].map(at),
      ['0: 1 of 2', '3: 2 of 2', '0: 1 of 2', '3: 2 of 2'],
    );
    assert.deepEqual(
      [toTurn(model, undefined, 1), toTurn(model, 1, 1), toTurn(model, 4, 1), toTurn(model, 3, -1)].map(at),
      ['0: 1 of 3', '2: 2 of 3', '0: 1 of 3', '0: 1 of 3'],
    );
    assert.equal(toProblem(readModel({}), undefined, 1), undefined);
  });

  it('masks a whole document on request, and what tells sessions apart stays', () => {
    const document = {
      id: 's-1',
      source: '972523656841',
      transcription: [{ user: 'I am 972523656841, bo@x.example' }],
    };
    const content = {
      type: 'document',
      bytes: new TextEncoder().encode(JSON.stringify(document)),
      partial: false,
    } as const;
    const read = readContent(content, { mask: createMask() });
    assert.ok(read.type === 'model');
    const { summary, conversation } = read.model;
    assert.deepEqual([summary.id, summary.caller], ['s-1', 'CALLER-1']);
    assert.equal(conversation.lines[0]?.text, 'I am CALLER-1, EMAIL-1');
  });

  it('says what it cannot show', () => {
    const read = (text: string) =>
      readContent({ type: 'document', bytes: new TextEncoder().encode(text), partial: false });
    assert.equal(read('{"a').type, 'failed');
    assert.equal(read('[1]').type, 'failed');
    for (const none of ['{}', '[{}]', '{}\n{}']) assert.equal(read(none).type, 'failed');
    assert.equal(read('{"name":"pack","version":"1.0.0"}').type, 'failed');
    assert.equal(read('{"total":0,"hits":[]}').type, 'failed');
    assert.deepEqual(readContent({ type: 'failed', reason: 'Gone.' }), {
      type: 'failed',
      reason: 'Gone.',
      canRetry: true,
    });
  });

  describe('reads a session in any shape and encoding', () => {
    const session =
      '{"id":"s-9","session_start_time":"2026-11-10T10:00:00.123456","source":"447700900123","transcription":[{"user":"café"}]}';
    const cases: [what: string, bytes: Uint8Array][] = [
      ['the answer of a search', Buffer.from(`{"total":1,"hits":[${session}]}`)],
      ['a list', Buffer.from(`[${session}]`)],
      ["Elasticsearch's document", Buffer.from(`{"_id":"x","_source":${session}}`)],
      ["Elasticsearch's answer", Buffer.from(`{"hits":{"hits":[{"_source":${session}}]}}`)],
      ['UTF-16', Buffer.from(`\uFEFF${session}`, 'utf16le')],
      ['Latin-1', Buffer.from(session, 'latin1')],
      ['with a byte order mark', Buffer.from(`\uFEFF${session}`)],
    ];
    for (const [what, bytes] of cases)
      it(what, () => {
        const read = readContent({ type: 'document', bytes: new Uint8Array(bytes), partial: false });
        assert.ok(read.type === 'model');
        const { summary, conversation } = read.model;
        assert.deepEqual([summary.id, conversation.lines[0]?.text], ['s-9', 'café']);
      });

    it('and lets choose between several', () => {
      const bytes = new TextEncoder().encode(`{"hits":[{"id":"a"},${session}]}`);
      const content = { type: 'document', bytes, partial: false } as const;
      const several = readContent(content);
      assert.ok(several.type === 'several');
      assert.deepEqual(
        several.documents.map(({ id }) => id),
        ['a', 's-9'],
      );
      const chosen = readContent(content, { chosen: 1 });
      assert.equal(chosen.type === 'model' && chosen.model.summary.id, 's-9');
    });

    for (const [what, bytes] of [
      ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0)],
      ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0)],
    ] as const)
      it(`or names ${what}`, () => {
        const read = readContent({ type: 'document', bytes, partial: false });
        assert.ok(read.type === 'failed' && !read.canRetry);
        assert.match(read.reason, new RegExp(what));
      });
  });

  it('calls nodes by their names, others by their type and the end of their id', () => {
    const flow_path = [
      { type: 'webhook', node_id: '64c1f0a9e3b7' },
      { type: 'param_completion', node_id: '5f7f2e60a603' },
      { type: 'speak', node_id: '__proto__' },
      { type: 'speak', node_id: 'constructor' },
      { type: 'speak' },
      { type: 'speak', node_id: '64c1f0a9e3b7' },
      { type: 'end_call', node_id: '64c1f0a9e3b7' },
    ];
    const names = JSON.parse('{ "64c1f0a9e3b7": { "name": "Look up order" }, "__proto__": { "name": "Greeting" } }');
    const labels = (model: SessionModel): string[] => model.conversation.steps.map((step) => nodeLabel(model, step));
    const model = readModel({ flow_path }, names);
    // An end call repeats the id of the step before it: its name is not its own.
    const named = [
      'Look up order',
      'collect input …2e60a603',
      'Greeting',
      'speak …structor',
      'speak',
      'Look up order',
      'end call',
    ];
    assert.deepEqual(labels(model), named);
    const renamed = withNodeNames({ type: 'model', model }, {});
    assert.ok(renamed.type === 'model');
    assert.equal(labels(renamed.model)[0], 'webhook …f0a9e3b7');
    assert.equal(renamed.model.conversation, model.conversation);
    assert.deepEqual(new SessionSearch(model).find('greet'), [{ step: 2 }]);
  });

  it('suggests a webhook’s method and path as a name, without what may be data', () => {
    const suggested = (step: object) =>
      suggestName(readModel({ flow_path: [step] }).conversation.steps[0] ?? assert.fail());
    const webhook = (url: string, verb?: string) => suggested({ type: 'webhook', request: { url, verb } });
    assert.equal(webhook('https://a.example/v2/orders/AB-12345/address?x=1', 'PUT'), 'PUT orders/address');
    assert.equal(webhook('https://a.example/api/customers/bo%40example.org'), 'api/customers');
    assert.equal(webhook('https://a.example/'), undefined);
    assert.equal(webhook('not an address'), undefined);
    assert.equal(suggested({ type: 'speak', request: { url: 'https://a.example/api/speak' } }), undefined);
  });
});
