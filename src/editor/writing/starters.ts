import * as vscode from 'vscode';

/** A query to begin with. Its text is a snippet: the tab stops are what a person fills in. */
export interface Starter {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** Proposed as the file's name. */
  readonly fileName: string;
  readonly snippet: string;
}

/** The starter pack, what is asked most often first. */
export function starters(): readonly Starter[] {
  return [
    {
      id: 'failedWebhooks',
      label: vscode.l10n.t('Failed webhooks'),
      detail: vscode.l10n.t('Sessions in which a webhook answered with an error code'),
      fileName: 'failed-webhooks',
      snippet: query(vscode.l10n.t('Failed webhooks'), [
        '"from_date": "${1:now-7d/d}",',
        '"filter_by": {',
        '  "must": [{ "term": { "flow_path.type": "webhook" } }],',
        '  "should": [',
        '    { "term": { "flow_path.response.code": ${2:500} } },',
        '    { "term": { "flow_path.response.code": ${3:404} } }',
        '  ]',
        '},',
      ]),
    },
    {
      id: 'callersWhoSaid',
      label: vscode.l10n.t('Callers who said…'),
      detail: vscode.l10n.t('Sessions in which the caller said any of some words'),
      fileName: 'callers-who-said',
      snippet: query(vscode.l10n.t('Callers who said…'), [
        '"from_date": "now-7d/d",',
        '"filter_by": {',
        '  "must": [{ "match": { "transcription.user": "${1:words}" } }]',
        '},',
      ]),
    },
    {
      id: 'callsOfOneNumber',
      label: vscode.l10n.t('Calls of one number'),
      detail: vscode.l10n.t('Asks for the number at each run'),
      fileName: 'calls-of-one-number',
      snippet: query(vscode.l10n.t('Calls of one number'), [
        `"inputs": [{ "id": "caller", "type": "promptString", "description": "\${1:${placeholder(vscode.l10n.t('The number, digits only'))}}" }],`,
        '"from_date": "${2:now-30d/d}",',
        '"filter_by": {',
        '  "must": [{ "term": { "source": "\\${input:caller}" } }]',
        '},',
      ]),
    },
    {
      id: 'longestCalls',
      label: vscode.l10n.t('Longest calls'),
      detail: vscode.l10n.t('The longest conversations first'),
      fileName: 'longest-calls',
      snippet: query(vscode.l10n.t('Longest calls'), [
        '"from_date": "${1:now-7d/d}",',
        '"sort_by": ["channel_data.duration:desc"],',
        '"project_fields": ["source", "agent_information.name", "channel_data.duration"],',
      ]),
    },
    {
      id: 'tagWithoutTag',
      label: vscode.l10n.t('Tag A without tag B'),
      detail: vscode.l10n.t('Sessions that collected one tag and not another'),
      fileName: 'tag-without-tag',
      snippet: query(vscode.l10n.t('Tag A without tag B'), [
        '"from_date": "now-7d/d",',
        '"filter_by": {',
        '  "must": [{ "term": { "tags_list.tag": "${1:A}" } }],',
        '  "must_not": [{ "term": { "tags_list.tag": "${2:B}" } }]',
        '},',
      ]),
    },
    {
      id: 'sessionsWithErrors',
      label: vscode.l10n.t('Sessions with errors'),
      detail: vscode.l10n.t('Sessions that the service counts as erroneous'),
      fileName: 'sessions-with-errors',
      snippet: query(vscode.l10n.t('Sessions with errors'), [
        '"from_date": "${1:now-7d/d}",',
        '"filter_by": {',
        '  "must": [{ "term": { "channel_data.status_code": 200 } }]',
        '},',
      ]),
    },
    {
      id: 'sessionsOfOneAgent',
      label: vscode.l10n.t('Sessions of one agent'),
      detail: vscode.l10n.t('Every session that an agent held'),
      fileName: 'sessions-of-one-agent',
      snippet: query(vscode.l10n.t('Sessions of one agent'), [
        '"from_date": "now-7d/d",',
        '"filter_by": {',
        '  "must": [{ "term": { "agent_information.name": "${1:name}" } }]',
        '},',
      ]),
    },
    {
      id: 'failedWebhooksByAddress',
      label: vscode.l10n.t('Failed webhooks by address and day'),
      detail: vscode.l10n.t('Counts webhook steps that answered with an error'),
      fileName: 'failed-webhooks-by-address',
      snippet: query(vscode.l10n.t('Failed webhooks by address and day'), [
        '"from_date": "${1:now-7d/d}",',
        '"filter_by": {',
        '  "must": [{ "term": { "flow_path.type": "webhook" } }]',
        '},',
        '"aggs": {',
        '  "steps": {',
        '    "nested": { "path": "flow_path" },',
        '    "aggs": {',
        '      "failed": {',
        '        "filter": {',
        '          "bool": {',
        '            "must": [',
        '              { "term": { "flow_path.type": "webhook" } },',
        '              { "range": { "flow_path.response.code": { "gte": ${2:400} } } }',
        '            ]',
        '          }',
        '        },',
        '        "aggs": {',
        '          "by_address": {',
        '            "terms": { "field": "flow_path.request.url" },',
        '            "aggs": {',
        '              "sessions": {',
        '                "reverse_nested": {},',
        '                "aggs": {',
        '                  "by_day": {',
        '                    "date_histogram": { "field": "session_start_time", "calendar_interval": "day" }',
        '                  }',
        '                }',
        '              }',
        '            }',
        '          }',
        '        }',
        '      }',
        '    }',
        '  }',
        '},',
      ]),
    },
    {
      id: 'whereCallsEnd',
      label: vscode.l10n.t('Where calls end'),
      detail: vscode.l10n.t('The nodes that calls ended at, by agent'),
      fileName: 'where-calls-end',
      snippet: query(vscode.l10n.t('Where calls end'), [
        '"from_date": "${1:now-7d/d}",',
        '"aggs": {',
        '  "by_agent": {',
        '    "terms": { "field": "agent_information.name" },',
        '    "aggs": {',
        '      "steps": {',
        '        "nested": { "path": "flow_path" },',
        '        "aggs": {',
        '          "ends": {',
        '            "filter": { "term": { "flow_path.type": "end_call" } },',
        '            "aggs": { "at_node": { "terms": { "field": "flow_path.node_id" } } }',
        '          }',
        '        }',
        '      }',
        '    }',
        '  }',
        '},',
      ]),
    },
    {
      id: 'slowestNodes',
      label: vscode.l10n.t('Slowest nodes'),
      detail: vscode.l10n.t('Execution times of nodes, the slowest first'),
      fileName: 'slowest-nodes',
      snippet: query(vscode.l10n.t('Slowest nodes'), [
        '"from_date": "${1:now-7d/d}",',
        '"aggs": {',
        '  "steps": {',
        '    "nested": { "path": "flow_path" },',
        '    "aggs": {',
        '      "by_node": {',
        '        "terms": { "field": "flow_path.node_id", "order": { "time.95": "desc" } },',
        '        "aggs": {',
        '          "time": { "percentiles": { "field": "flow_path.execution_time", "percents": [50, 95] } },',
        '          "sessions": { "reverse_nested": {} }',
        '        }',
        '      }',
        '    }',
        '  }',
        '},',
      ]),
    },
    {
      id: 'sinceLastTag',
      label: vscode.l10n.t('Since the last tag'),
      detail: vscode.l10n.t('Sessions since the newest tag of the repository, the last release say'),
      fileName: 'since-last-tag',
      snippet: query(vscode.l10n.t('Since the last tag'), [
        '"from_date": "git:${1:last-tag}",',
        '"to_date": "${2:now}",',
      ]),
    },
    {
      id: 'everything',
      label: vscode.l10n.t('Every session of a week'),
      detail: vscode.l10n.t('No filter, the newest first'),
      fileName: 'sessions',
      snippet: query(vscode.l10n.t('Every session of a week'), [
        '"from_date": "${1:now-7d/d}",',
        '"to_date": "${2:now}",',
      ]),
    },
  ];
}

/** Words as a tab stop within a string of JSON. */
function placeholder(words: string): string {
  return JSON.stringify(words)
    .slice(1, -1)
    .replaceAll(/[\\$}]/gu, String.raw`\$&`);
}

function query(name: string, members: readonly string[]): string {
  const lines = [`"name": ${JSON.stringify(name)},`, ...members].map((line) => `  ${line}`);
  lines.push('  "page_size": 50');
  return `{\n${lines.join('\n')}\n}\n`;
}
