import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Token } from 'marked';
import { lexer } from 'marked';
import { loadedMasking } from '../../../../../webview/parts/masking/masking.ts';
import '../../../../../webview/parts/masking/maskScript.ts';
import { ShownSession } from '../../../../../webview/session/model/shownSession.ts';
import { neededForSharing } from '../../../../../webview/session/share/loadWriters.ts';
import { SharedTexts } from '../../../../../webview/session/share/sharedTexts.ts';
import { ordinaryCall } from '../../../../page/support/calls.ts';
import { hostileTexts } from '../../../../page/support/hostileTexts.ts';
import { replaceTexts } from '../../../../page/support/replaceTexts.ts';
import { viewOf } from '../../../../page/support/viewOf.ts';

/** A session as it leaves for a ticket. */
function copiedMarkdown(document: unknown): string {
  const shown = new ShownSession();
  shown.show(viewOf(document));
  return new SharedTexts(shown, { ...neededForSharing, masking: loadedMasking() }).of(
    { kind: 'session' },
    'markdown',
    'all',
  );
}

/** What the page understands; every other text of the session is hostile. */
const structure = /^(?:status|session_start_time|flow_path\.\d+\.type|transcription\.\d+\.\*)$/u;

describe('a session as Markdown', () => {
  const shape = shapeOf(copiedMarkdown(ordinaryCall().record()));

  it('is a heading with facts, what was said as quotes, and the problems', () => {
    assert.deepEqual(
      shape.filter((part) => /^\d (?:heading|list|blockquote)/u.test(part)),
      ['0 heading', '0 list', '0 heading', '0 blockquote', '0 heading', '0 list'],
    );
  });

  it('names what would turn the writing direction where it is pasted', () => {
    const text = copiedMarkdown({ transcription: [{ user: 'invoice\u202Egpj.exe' }] });
    assert.ok(text.includes(String.raw`invoice\[U+202E\]gpj.exe`), text);
  });

  it('masks what it escapes', () => {
    const session = { transcription: [{ user: 'write to bo_van_dam@example.org' }], source: '447700900123' };
    const markdown = copiedMarkdown(session);
    assert.match(markdown, /write to EMAIL-1$/mu);
    assert.match(markdown, /^- Caller: CALLER-1$/mu);
  });

  for (const text of hostileTexts.filter((hostile) => hostile.trim() !== '')) {
    it(`keeps its shape with ${JSON.stringify(text.slice(0, 60))} in every place`, () => {
      const document = replaceTexts(ordinaryCall().record(), (place, original) =>
        structure.test(place)
          ? original
          : place.endsWith('.text') || place.startsWith('transcription')
            ? `${text} `
            : text,
      );
      assert.deepEqual(shapeOf(copiedMarkdown(document)), shape);
    });
  }
});

/** The parts that a Markdown reader sees, with their depth; runs of text count once, and an address alone is text that a reader links. */
function shapeOf(markdown: string): string[] {
  const parts: string[] = [];
  const visit = (tokens: readonly Token[], depth: number): void => {
    for (const token of tokens) {
      const bare = token.type === 'link' && token.raw === token.text;
      const part = `${depth} ${bare || token.type === 'escape' ? 'text' : token.type}`;
      if (part !== parts.at(-1) || !part.endsWith('text')) parts.push(part);
      if (!bare && 'tokens' in token && token.tokens) visit(token.tokens, depth + 1);
      if (token.type === 'list') for (const item of token.items) visit(item.tokens, depth + 1);
    }
  };
  visit(lexer(markdown), 0);
  return parts;
}
