import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readNodeNames } from '../../../../src/domain/nodes/nodeNames.ts';
import { readSteps } from '../../../../src/domain/session/steps.ts';
import { sampleSessions } from '../../../../src/emulator/samples/sampleSessions.ts';
import { repositoryRoot } from '../../architecture/sourceImports.ts';

const names = readNodeNames(readFileSync(join(repositoryRoot(), 'samples/insights.nodes.json'), 'utf8'));

describe('samples/insights.nodes.json', () => {
  const sessions = sampleSessions(new Date('2026-06-01T12:34:56.789Z'));
  const ran = new Set(sessions.flatMap((session) => readSteps(session).flatMap(({ nodeId }) => nodeId ?? [])));

  it('names every node of the sample agents', () => {
    assert.deepEqual(
      [...ran].filter((id) => !names.has(id)),
      [],
    );
  });

  it('names no other', () => {
    assert.deepEqual(
      [...names.keys()].filter((id) => !ran.has(id)),
      [],
    );
  });

  it('links one to a query of the samples', () => {
    const links = [...names.values()].flatMap(({ link }) => link ?? []);
    assert.deepEqual(links, ['webhooks/failed-webhooks.insights.json']);
    for (const link of links) readFileSync(join(repositoryRoot(), 'samples', link));
  });
});
