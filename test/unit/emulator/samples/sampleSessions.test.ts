import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
// biome-ignore lint/correctness/useImportExtensions: its types stand beside it as validateSession.d.cts
import validate from '../../../../schemas/generated/validateSession.cjs';
import { sampleSessions } from '../../../../src/emulator/samples/sampleSessions.ts';

interface Step {
  type: string;
  node_id: string;
  request_id: string;
  request: { payload: string; headers: string };
  response: { code: number };
  context: { user_input: string };
  tags: { tag: string }[];
}

interface Sample {
  id: string;
  session_start_time: string;
  source: string | null;
  channel: string;
  status: string;
  language: string;
  agent_information: { name: string; version_id: string } | null;
  channel_data?: { duration?: number | string | null; status_code: number };
  flow_path?: Step[] | null;
  transcription?: Record<string, string>[] | null;
  request_ids: string[] | null;
  tags_list?: { tag: string; count: number }[];
  flow_data?: { collected_tags: { tag: string }[] };
}

const now = new Date('2026-06-01T12:34:56.789Z');
const samples = sampleSessions(now) as unknown as Sample[];
const day = 86_400_000;

describe('sample sessions', () => {
  it('are the same for the same now, and move with it', () => {
    assert.deepEqual(sampleSessions(now), samples);
    const later = sampleSessions(new Date(now.getTime() + day)) as unknown as Sample[];
    assert.deepEqual(
      later.map(({ session_start_time, id }) => [Date.parse(`${session_start_time.slice(0, 23)}Z`) - day, id]),
      samples.map(({ session_start_time, id }) => [Date.parse(`${session_start_time.slice(0, 23)}Z`), id]),
    );
  });

  it('start at the same times whenever they are made on a day; later there are only more', () => {
    const [early, late] = ['2026-06-01T00:00:00Z', '2026-06-01T23:59:59.999Z'].map((time) =>
      sampleSessions(new Date(time)),
    );
    assert.ok(early && late);
    assert.ok(early.length < samples.length && samples.length < late.length);
    assert.deepEqual(late.slice(0, samples.length), samples);
    assert.deepEqual(samples.slice(0, early.length), early);
  });

  it('are many, over 120 days, none in the future, each with its own id', () => {
    const starts = samples.map(({ session_start_time }) => Date.parse(`${session_start_time}Z`));
    assert.ok(samples.length >= 1500);
    assert.ok(Math.max(...starts) <= now.getTime());
    assert.ok(Math.min(...starts) < now.getTime() - 118 * day && Math.min(...starts) > now.getTime() - 121 * day);
    assert.ok(starts.filter((start) => start > now.getTime() - 7 * day).length > 60);
    assert.equal(new Set(samples.map(({ id }) => id)).size, samples.length);
    for (const { session_start_time } of samples)
      assert.match(session_start_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
  });

  it('fit the model of a session', () => {
    for (const sample of samples) assert.ok(validate(sample), `${sample.id}: ${JSON.stringify(validate.errors)}`);
  });

  const some: Record<string, (sample: Sample) => boolean> = {
    'of an order line': ({ agent_information }) => agent_information?.name === 'Marlow Coffee Orders',
    'of a clinic': ({ agent_information }) => agent_information?.name === 'Hillside Clinic Front Desk',
    'of a bank': ({ agent_information }) => agent_information?.name === 'Northgate Bank Assistant',
    'in Hebrew': ({ language }) => language === 'he-IL',
    'in Japanese': ({ language }) => language === 'ja-JP',
    'in Spanish': ({ language }) => language === 'es-ES',
    ...Object.fromEntries(
      ['voice', 'telephony', 'Telephony', 'Whatsapp', 'whatsapp', 'http', 'sms'].map((spelled) => [
        `by ${spelled}`,
        ({ channel }: Sample) => channel === spelled,
      ]),
    ),
    'with a webhook that failed with JSON': (sample) => webhooks(sample).some(({ response }) => response.code === 500),
    'with a webhook that answered a page': (sample) => webhooks(sample).some(({ response }) => response.code === 502),
    'with a webhook that timed out': (sample) => webhooks(sample).some(({ response }) => response.code === 408),
    'with a webhook that found nothing': (sample) => webhooks(sample).some(({ response }) => response.code === 404),
    'with more than 500 steps': ({ flow_path }) => (flow_path?.length ?? 0) > 500,
    'where the caller hung up': ({ flow_path, status }) => status === 'ended' && flow_path?.at(-1)?.type === 'speak',
    'that is still going on': ({ status }) => status === 'in_progress',
    'without a flow path': ({ flow_path }) => flow_path === undefined,
    'without a transcription': ({ transcription }) => transcription === undefined,
    'without a duration': ({ channel_data }) => channel_data?.duration === null,
    'with a duration that is text': ({ channel_data }) => typeof channel_data?.duration === 'string',
    'with markup in what was said': ({ transcription }) => JSON.stringify(transcription ?? '').includes('<script>'),
    'with a payload that is not JSON': (sample) =>
      webhooks(sample).some(({ request }) => request.payload.startsWith('name=')),
    'that is the documentation’s own': ({ id }) => id === '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36',
    ...Object.fromEntries(
      [0, 100, 200].map((code) => [
        `that ended as ${code}`,
        ({ channel_data }: Sample) => channel_data?.status_code === code,
      ]),
    ),
  };
  for (const [what, is] of Object.entries(some)) it(`has one ${what}`, () => assert.ok(samples.some(is)));

  it('some people call several times', () => {
    const calls = new Map<string | null, number>();
    for (const { source } of samples) calls.set(source, (calls.get(source) ?? 0) + 1);
    assert.ok(Math.max(...calls.values()) >= 5);
  });

  it('what was said is in the steps: every line of an agent in a speak payload, every answer in the step that completed it', () => {
    for (const { id, transcription, flow_path, agent_information } of samples) {
      if (!transcription || !flow_path || !agent_information) continue;
      const spoken = flow_path
        .filter(({ type }) => type === 'speak')
        .map(({ request }) => JSON.parse(request.payload).text);
      const heard = flow_path.map(({ context }) => context.user_input).filter((input) => input !== '');
      const { version_id } = agent_information;
      assert.deepEqual(
        transcription.flatMap((line) => line[version_id] ?? []),
        spoken,
        id,
      );
      assert.deepEqual(
        transcription.flatMap((line) => line.user ?? []),
        heard,
        id,
      );
    }
  });

  it('turns and tags are counted as the steps have them', () => {
    for (const { id, flow_path, request_ids, tags_list, flow_data } of samples) {
      if (!flow_path?.length || !request_ids || !tags_list) continue;
      assert.deepEqual([...new Set(flow_path.map(({ request_id }) => request_id))], request_ids, id);
      assert.deepEqual(
        flow_data?.collected_tags.map(({ tag }) => tag),
        flow_path.flatMap(({ tags }) => tags.map(({ tag }) => tag)),
        id,
      );
      const counted = tags_list.reduce((sum, { count }) => sum + count, 0);
      assert.equal(counted, flow_data?.collected_tags.length, id);
    }
  });
});

function webhooks({ flow_path }: Sample): Step[] {
  return (flow_path ?? []).filter(({ type }) => type === 'webhook');
}
