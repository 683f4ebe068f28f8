import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { learnFromSession } from '../../../../src/editor/learning/learnFromSession.ts';

const learned = (document: unknown): string[] =>
  learnFromSession(document).map(
    ({ topic, value, name, detail }) => `${topic} ${value}${name ? ` (${name})` : ''}${detail ? `: ${detail}` : ''}`,
  );

describe('learnFromSession', () => {
  const rows: [what: string, document: unknown, expected: string[]][] = [
    [
      'an agent by its name',
      { agent_information: { id: 5, name: 'Clinic' } },
      ['agentId 5 (Clinic)', 'agentName Clinic'],
    ],
    [
      'a tag once, wherever it stands',
      { tags_list: [{ tag: 'cat', category: 'pets' }], flow_path: [{ tags: [{ tag: 'cat' }] }] },
      ['tag cat', 'tagCategory pets'],
    ],
    [
      'names and entities of parameters, never their values',
      { params_list: [{ name: 'pin', entity: '@sys.number', value: '1234', value_text: 'one two' }] },
      ['parameter pin', 'entity @sys.number'],
    ],
    [
      'nodes and plain webhook addresses',
      {
        flow_path: [
          { node_id: 'n1', type: 'webhook', request: { url: 'https://a.example/orders', payload: '{"x":1}' } },
        ],
      },
      ['nodeId n1: webhook', 'nodeType webhook', 'url https://a.example/orders'],
    ],
    [
      'what a node is by its first step and its agent, not by the end call that repeats it',
      {
        agent_information: { name: 'Clinic' },
        flow_path: [
          { node_id: 'n1', type: 'end_call' },
          { node_id: 'n1', type: 'param_completion' },
          { node_id: 'n1', type: 'speak' },
          { node_id: '__proto__' },
          null,
        ],
      },
      [
        'agentName Clinic',
        'nodeId n1: param completion · Clinic',
        'nodeId __proto__',
        'nodeType end_call',
        'nodeType param_completion',
        'nodeType speak',
      ],
    ],
    ['no address with a query', { flow_path: [{ request: { url: 'https://a.example/?phone=1' } }] }, []],
    ['no address with a long number', { flow_path: [{ request: { url: 'https://a.example/c/4915112345' } }] }, []],
    ['no address with credentials', { flow_path: [{ request: { url: 'https://me:pw@a.example/' } }] }, []],
    ['no caller and nothing that was said', { source: '4915', destination: '49', transcription: { user: 'hi' } }, []],
    ['no text that is too long for a name', { tags_list: [{ tag: 'x'.repeat(201) }] }, []],
    ['nothing from no session', null, []],
    ['nothing from what has another shape', { flow_path: 'x', tags_list: [1, null], agent_information: [] }, []],
  ];
  for (const [what, document, expected] of rows) {
    it(what, () => assert.deepEqual(learned(document), expected));
  }
});
