import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageParts } from '../../../../src/host/pages/pageHtml.ts';
import { pageHtml } from '../../../../src/host/pages/pageHtml.ts';

const parts: PageParts = {
  name: 'session',
  nonce: 'bm9uY2U+/w==',
  cspSource: "'self' https://*.webview.example",
  addressOf: (file) => `https://file.webview.example/dist/${file}`,
  language: 'en',
  title: 'Session',
};

describe('the page’s HTML', () => {
  it('allows our script, our style and our font, and nothing else', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(pageHtml(parts)) ?? [];
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      "style-src 'self' https://*.webview.example 'nonce-bm9uY2U+/w=='",
      "script-src 'nonce-bm9uY2U+/w=='",
      "font-src 'self' https://*.webview.example",
    ]);
  });

  it('has the policy before anything that it governs', () => {
    const html = pageHtml(parts);
    const policy = html.indexOf('Content-Security-Policy');
    assert.ok(policy > 0 && policy < html.indexOf('<link') && policy < html.indexOf('<script'));
  });

  it('holds one script, ours, with the nonce', () => {
    assert.deepEqual(pageHtml(parts).match(/<script[^>]*>/gu), [
      `<script nonce="bm9uY2U+/w==" src="${parts.addressOf('session.js')}">`,
    ]);
  });

  it('has the style of all pages, and those of results what they alone have', () => {
    const stylesOf = (name: PageParts['name']): string[] =>
      [...pageHtml({ ...parts, name }).matchAll(/<link rel="stylesheet" href="[^"]*\/([^"/]*)">/gu)].map(
        ([, file = '']) => file,
      );
    assert.deepEqual(stylesOf('session'), ['page.css']);
    assert.deepEqual(stylesOf('comparison'), ['page.css']);
    assert.deepEqual(stylesOf('results'), ['page.css', 'results.css']);
  });

  it('has no script, style or handler of its own in the text', () => {
    assert.doesNotMatch(pageHtml(parts), /<style|\sstyle=|\son\w+=|<script[^>]*>[^<]|javascript:/iu);
  });

  for (const name of ['nonce', 'cspSource', 'language', 'title'] as const) {
    it(`escapes what it is given as ${name}`, () => {
      const html = pageHtml({ ...parts, [name]: '"><script>&amp;</title>' });
      assert.ok(html.includes('&#34;&#62;&#60;script&#62;&#38;amp;&#60;/title&#62;'));
      assert.equal(html.split('<script').length, 2);
      assert.equal(html.split('</title>').length, 2);
    });
  }

  it('escapes addresses', () => {
    const html = pageHtml({ ...parts, addressOf: (file) => `"><script>${file}` });
    assert.ok(html.includes('href="&#34;&#62;&#60;script&#62;page.css"'));
    assert.ok(html.includes('src="&#34;&#62;&#60;script&#62;session.js"'));
    assert.equal(html.split('<script').length, 2);
  });
});
