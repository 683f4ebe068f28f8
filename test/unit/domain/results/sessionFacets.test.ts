import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sessionFacets } from '../../../../src/domain/results/facets/sessionFacets.ts';
import { fieldsOfFacet, listedFacets } from '../../../../src/domain/results/rows/facetFields.ts';
import { pairOf, readFacet } from '../../../../src/domain/results/rows/readFacet.ts';
import { readParameters } from '../../../../src/domain/session/collected.ts';
import { projection } from '../../../../src/domain/session/fields/projection.ts';
import { sampleSessions } from '../../../../src/emulator/samples/sampleSessions.ts';

describe('the facets of a session', () => {
  it('are those that a list counts which asked for what they need', () => {
    for (const session of sampleSessions(new Date('2026-05-01T12:00:00Z')).slice(-500)) {
      const { values } = sessionFacets(session);
      for (const facet of listedFacets) {
        const listed = projection([...fieldsOfFacet(facet), 'status', 'channel_data'])(session);
        assert.deepEqual(values[facet] ?? [], readFacet(facet, listed), `${facet} of ${session.id}`);
      }
    }
  });

  it('have the parameters that the session’s own view shows, with the same values', () => {
    const shown = (name: string, value: string | undefined): string => (value === undefined ? '' : pairOf(name, value));
    let several = 0;
    for (const session of sampleSessions(new Date('2026-05-01T12:00:00Z'))) {
      const parameters = readParameters(session, []);
      several += Number(parameters.length > 1);
      const names = parameters.map(({ name }) => name).filter((name) => name !== '' && name.length <= 200);
      assert.deepEqual(readFacet('parameter', session), names, String(session.id));
      const pairs = parameters.map(({ name, value }) => shown(name, value));
      const known = pairs.filter((pair) => pair !== '' && pair.length <= 200);
      assert.deepEqual(readFacet('parameterValue', session), known, String(session.id));
    }
    assert.ok(several > 200);
  });

  it('have of a parameter that stands in several places what the most telling of them says', () => {
    const session = {
      params_list: [{ name: 'size', value: 'large' }],
      flow_data: {
        collected_parameters: [
          { name: 'size', value: 'small' },
          { name: 'place', value: 'here' },
        ],
      },
      params: { size: { value: 'tiny' }, colour: 'red' },
      parameters: { size: 'none', caller: 'Ann' },
    };
    const pairs = [pairOf('size', 'large'), pairOf('place', 'here'), pairOf('colour', 'red'), pairOf('caller', 'Ann')];
    assert.deepEqual(readFacet('parameterValue', session), pairs);
    assert.deepEqual(readFacet('parameter', session), ['size', 'place', 'colour', 'caller']);
  });

  it('are read of anything', () => {
    assert.deepEqual(sessionFacets('robot'), { values: {}, weekQuarter: undefined });
    const { values, weekQuarter } = sessionFacets({
      session_start_time: '2026-05-04T00:15:00',
      channel_data: { duration: '90000', status_code: 200 },
      tags_list: [{ tag: 'x', category: 'c' }],
    });
    assert.deepEqual(values, { outcome: ['error'], tag: ['["x","c"]'], duration: ['60-120'] });
    // A quarter past Monday's midnight.
    assert.equal(weekQuarter, 1);
  });
});
