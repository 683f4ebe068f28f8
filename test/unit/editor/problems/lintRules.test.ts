import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rules } from '../../../../src/domain/query/problems/queryProblem.ts';
import { repositoryRoot } from '../../architecture/sourceImports.ts';

describe('insights.lint.rules', () => {
  it('offers every rule that there is', () => {
    const manifest = JSON.parse(readFileSync(`${repositoryRoot()}/package.json`, 'utf8'));
    const setting = manifest.contributes.configuration.properties['insights.lint.rules'];
    assert.deepEqual(setting.propertyNames.enum, Object.keys(rules));
  });
});
