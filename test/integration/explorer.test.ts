import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askUntil, closeQueries, openQuery, sentBy } from './support/queryDocument.ts';

describe('what a query sends', () => {
  before(async () => {
    await vscode.extensions.getExtension('session-insights.session-insights')?.activate();
  });

  afterEach(closeQueries);

  it('is shown with the address that was asked, the parameters and what was found', async () => {
    const { document } = await openQuery(
      '{ "connection": "sample", "from_date": "now-100d/d", "page_size": 5, "filter_by": { "must": [{ "term": { "status": "ended" } }] } }',
    );
    await vscode.commands.executeCommand('insights.runQuery', document.uri);
    const text = await sentBy(document.uri, /^- Sessions: /m);
    assert.match(text, /^- Connection: sample http:\/\/127\.0\.0\.1:\d+$/m);
    assert.match(text, /^- Sessions: 5 of [\d,]{3,}$/m);
    assert.match(text, /^page_size = 5$/m);
    assert.match(text, /"term": \{\s+"status": "ended"/);
    assert.match(text, /^curl .*'http:\/\/127\.0\.0\.1:\d+\/insights\/sessions\?/m);
  });

  it('is a command line that the service understands, without the key', async () => {
    const { document } = await openQuery('{ "connection": "sample", "from_date": "now-3d/d" }');
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('insights.copyCurl', document.uri);
    const line = await askUntil(
      () => vscode.env.clipboard.readText(),
      (text) => text !== '',
    );
    assert.match(line, /X-Vgai-Key: \$INSIGHTS_API_KEY/);
    const url = /'(http:[^']+)'/.exec(line)?.[1] ?? '';
    const answer = await fetch(url, { headers: { 'X-Vgai-Key': 'no key of anybody' } });
    assert.equal(answer.status, 401);
  });

  it('counts nothing where no answer came', async () => {
    const { document } = await openQuery('{ "connection": "nowhere" }');
    await vscode.commands.executeCommand('insights.runQuery', document.uri);
    const text = await sentBy(document.uri, /^- Requests: /m);
    assert.match(text, /^- Connection: nowhere $/m);
    assert.doesNotMatch(text, /Sessions:/);
  });

  it('is nothing before a run', async () => {
    const { document } = await openQuery('{ "connection": "sample" }');
    await sentBy(document.uri, /This query hasn’t been run in this window/);
  });
});
