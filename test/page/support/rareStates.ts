import type { ComparisonView } from '../../../src/protocol/comparisonMessages.ts';
import type { SessionView } from '../../../src/protocol/messages.ts';
import { comparisonOf, viewOf } from './viewOf.ts';

/** Seldom seen, so that everything is said once: sessions without a letter in them. */
export function rareSessions(): readonly SessionView[] {
  const recordings = ['http://1.2/3', '4/5', '6 7', 'https://1.2/3', null];
  return [
    { ...viewOf(oddSession, { nodeNames }), settings, place: { query: '(1)', index: 1, count: '3' } },
    ...recordings.map((audio_url) =>
      viewOf({ status: '1', channel_data: { audio_url, status_code: 100, duration: 5 } }),
    ),
    viewOf({ transcription: [], flow_path: [] }),
    viewOf({ flow_path: Array.from({ length: 1_500 }, (_, node) => ({ node_id: `${node}` })) }),
    viewOf({ flow_path: [{ execution_time: 7, response: { payload: '1' } }] }),
    viewOf({ id: 'a' }),
    viewOf([]),
  ];
}

/** Every way in which two paths part or do not. */
export function rareComparisons(): readonly ComparisonView[] {
  const side = (path: unknown) => ({ ...viewOf({ flow_path: path }), fileName: '7.8' });
  return pairs().map(([left, right]) => ({ ...comparisonOf({}, {}), left: side(left), right: side(right) }));
}

const settings = { timeZone: 'utc', singleKeys: true, masked: false, maskShared: false };

const nodeNames = { '(1)': { name: '(2)', link: '3.4', description: '(5)' } };

const oddSession = {
  7: '(8)',
  status: '(9)',
  channel_data: { status_code: 200, duration: 70_000 },
  transcription: [{ user: '(1)' }, '(2)'],
  params_list: [
    { name: '(1)', completed: false, audio_url: 'https://1.2/3' },
    { name: '(2)', completed: false },
  ],
  tags_list: [{ tag: '(1)', count: 30 }],
  flow_path: [
    {
      type: 'webhook',
      node_id: '(1)',
      request_id: '(1)',
      request: { payload: '#', verb: '(1)', url: '1.2/3' },
      response: { code: 204, payload: '{"(1)":"{\\"(2)\\":3}"}' },
      tags: [{ tag: '(1)' }],
      context: { status: { message: '(6)' }, output: '(7)', altered_parameters: [{ name: '(1)', value: '' }] },
    },
    {
      node_id: '(2)',
      request_id: '(1)',
      context: { status: { code: 500 }, execution_parameters: [{ name: '(1)', value: '(2)' }] },
    },
    { type: 'webhook', node_id: '(3)', request_id: '(2)', context: { status: { message: 'timed out' } } },
    ...Array.from({ length: 12 }, (_, index) => ({ node_id: '(1)', request_id: `${index}`, tags: [{ tag: '(1)' }] })),
    { type: 'webhook', node_id: '(4)', request_id: '(1)', response: { code: 0 } },
    ...Array.from({ length: 5 }, () => ({ type: 'webhook', response: { code: 200, payload: '{"error":"(9)"}' } })),
  ],
};

function pairs(): readonly (readonly [left: unknown, right: unknown])[] {
  const path = (nodes: string, step: object = {}) => [...nodes].map((node) => ({ ...step, node_id: node }));
  const webhook = (response: object) => ({ type: 'webhook', response });
  return [
    [[], []],
    [[], path('1')],
    [path('1'), []],
    [path('1'), path('2')],
    [path('1'), path('1')],
    [path('12', { context: { output: '(1)' } }), path('12', { context: { output: '' } })],
    [path('1', { context: { output: '(1)' } }), path('1', { context: { output: '2'.repeat(500) } })],
    [path('123'), path('143')],
    [path('1'), path('12')],
    [path('123'), path('12')],
    [path('0112'), path('112')],
    [path('12', webhook({ code: 500 })), path('12', webhook({ code: 200, payload: '{"(1)":2}' }))],
    [path('1', webhook({ code: 408 })), path('1', webhook({ code: 0 }))],
    [
      path('1', webhook({ payload: Array.from({ length: 300 }, (_, index) => index) })),
      path('1', webhook({ payload: [] })),
    ],
    [
      path('1', { request: { payload: { 1: '2026-11-24T10:00:00Z' } } }),
      path('1', { request: { payload: { 1: '2026-11-24T10:00:07Z' } } }),
    ],
    [path('1', { request: { payload: 1 } }), path('1', { request: { payload: 2 } })],
  ];
}
