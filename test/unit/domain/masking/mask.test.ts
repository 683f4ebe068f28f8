import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../src/domain/masking/mask.ts';

describe('redaction', () => {
  const cases: [text: string, expected: string][] = [
    ['call 972523656841', 'call CALLER-1'],
    ['call +49 (171) 123-4567 now', 'call CALLER-1 now'],
    ['mail bo@example.org.', 'mail EMAIL-1.'],
    ['{"Authorization": "Bearer abc.def"}', '{"Authorization": "Bearer TOKEN-1"}'],
    ['{\\"x-api-key\\": \\"abc123\\"}', '{\\"x-api-key\\": \\"TOKEN-1\\"}'],
    ['https://a.example/x.mp3?token=abcdef&y=1', 'https://a.example/x.mp3?token=TOKEN-1&y=1'],
    ['(`GET https://a.example/?token=abcdef`)', '(`GET https://a.example/?token=TOKEN-1`)'],
    ['sent Bearer abcdefghij', 'sent Bearer TOKEN-1'],
    ['2020-10-08T17:09:27.758983', '2020-10-08T17:09:27.758983'],
    ['on 2020-10-08 at 17:00', 'on 2020-10-08 at 17:00'],
    ['8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36', '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36'],
    ['8ae433e8-7bc1-41a0-b0a6-012345678901', '8ae433e8-7bc1-41a0-b0a6-012345678901'],
    ['3 pizzas at 12.50', '3 pizzas at 12.50'],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(createMask().text(text), expected));

  it('has one alias for a value, the same everywhere', () => {
    const { text: mask } = createMask({ caller: '972523656841' });
    assert.equal(
      mask('4915112345678 972523656841 +972 52 365 6841 4915112345678'),
      'CALLER-2 CALLER-1 CALLER-1 CALLER-2',
    );
    assert.equal(mask('again 4915112345678, x972523656841y'), 'again CALLER-2, xCALLER-1y');
  });

  it('masks secrets also where personal data may be seen', () => {
    const { text: mask } = createMask({ caller: '972523656841', secretsOnly: true });
    assert.equal(
      mask('972523656841, bo@example.org, https://a.example/x.mp3?token=abcdef, Bearer abcdefghij'),
      '972523656841, bo@example.org, https://a.example/x.mp3?token=TOKEN-1, Bearer TOKEN-2',
    );
  });

  it('masks the token of a recording wherever its address stands', () => {
    const url = 'https://recordings.example/a1/s1.mp3?token=sample-s1';
    const places = [
      url,
      JSON.stringify({ channel_data: { audio_url: url } }),
      JSON.stringify({ payload: JSON.stringify({ audio_url: url, duration: 1 }) }),
      `curl '${url}&part=1'`,
      `[recording](${url})`,
      url.replace('?token', '?part=1&Token'),
      url.replace('?token', '?access_token'),
    ];
    for (const text of places) {
      const masked = createMask().text(text);
      assert.doesNotMatch(masked, /sample-s1/u, text);
      assert.match(masked, /TOKEN-1/u);
      assert.match(createMask({ secretsOnly: true }).text(text), /TOKEN-1/u);
    }
  });

  it('masks what is masked already no further', () => {
    const { text: mask } = createMask();
    const once = mask('Authorization: Bearer abcdefghij, bo@example.org, 972523656841');
    assert.equal(mask(once), once);
  });
});
