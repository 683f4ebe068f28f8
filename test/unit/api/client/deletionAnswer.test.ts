import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { doubtOfDeletion } from '../../../../src/api/client/deletionAnswer.ts';

describe('a good status to a deletion', () => {
  for (const body of [
    ...['', '   ', 'OK', 'deleted', 'Session deleted.', 'null', 'true', '0', '1', '[]', '{}'],
    ...['{"success":true}', '{"deleted":true}', '{"deleted":1}', '{"message":"deleted"}', '{"id":"a"}', '{"dele'],
    ...[
      '{"error":null}',
      '{"errors":[]}',
      '{"failures":[]}',
      '{"status":"ok"}',
      '{"code":200}',
      '{"result":"deleted"}',
    ],
    ...[
      '{"deletedCount":1}',
      '{"deleted":["a"]}',
      '{"rowsAffected":"1"}',
      '{"data":{"deleted":true}}',
      '{"deletable":false}',
    ],
    // The session that is gone may tell of anything.
    '{"id":"a","status":"failed","error":"caller hung up","transcription":[{"user":"not found"}]}',
  ]) {
    it(`says that the session is gone: ${body}`, () => assert.equal(doubtOfDeletion(body, 'a'), undefined));
  }

  for (const body of [
    ...['false', '{"success":false}', '{"ok":false,"message":"locked"}', '{"deleted":false}', '{"deleted":0}'],
    ...[
      '{"acknowledged":false}',
      '{"error":"x"}',
      '{"errors":["x"]}',
      '{"error":{"code":1}}',
      '{"failures":[{"x":1}]}',
    ],
    ...['{"status":"error","message":"nope"}', '{"status":500}', '{"statusCode":404,"body":"x"}'],
    ...['{"code":403,"message":"x"}', '{"errorMessage":"x","errorType":"y"}', '{"result":"not_found"}'],
    ...[
      '{"message":"Session not found"}',
      '{"message":"Could not delete"}',
      'not found',
      'ERROR: try again later',
      'Access denied',
    ],
    ...[
      '"false"',
      '{"deleted":[]}',
      '{"deletedCount":0}',
      '{"deleted_count":"0"}',
      '{"affectedRows":0}',
      '{"isDeleted":false}',
    ],
    ...['{"data":{"deleted":false}}', '[{"deleted":false}]', '{"result":"noop"}', '{"message":"0 sessions deleted"}'],
    ...[
      '{"message":"Nothing to delete"}',
      '{"message":"Unable to delete it"}',
      'You can’t delete this',
      '{"message":"Invalid id"}',
    ],
    // Somebody took it for a search.
    ...['{"total":0,"hits":[]}', '{"total":1,"hits":[{"id":"a"}]}'],
  ]) {
    it(`says that it may not be: ${body}`, () => assert.equal(doubtOfDeletion(body, 'a'), 'refused'));
  }

  it('is not the service’s where a web page comes with it', () => {
    assert.equal(doubtOfDeletion(' <html>Sign in', 'a'), 'webPage');
  });
});
