import * as vscode from 'vscode';
import { compareSessions } from '../domain/compareSessions.ts';
import { comparisonText } from '../domain/comparisonText.ts';
import { normalisedPayload, normalisedText } from '../domain/normalisedText.ts';
import { readSteps } from '../domain/steps.ts';
import type { ComparisonPlace } from './comparisonUri.ts';
import type { SessionSource } from './sessionSource.ts';

/** The text of a comparison's file: the comparison itself, or one side of it as VS Code's diff editor shows it. */
export async function comparisonFileText(place: ComparisonPlace, source: SessionSource): Promise<string> {
  switch (place.type) {
    case 'comparison': {
      const { left, right } = place;
      const [ours, theirs] = await Promise.all([readDocument(left, source), readDocument(right, source)]);
      return comparisonText(compareSessions(ours, theirs), { left: left.toString(), right: right.toString() });
    }
    case 'session':
      return normalisedText(await readText(place.session, source));
    case 'payload': {
      const step = readSteps(await readDocument(place.session, source))[place.step];
      return normalisedPayload(place.part === 'request' ? step?.requestPayload : step?.responsePayload).text;
    }
  }
}

async function readDocument(session: vscode.Uri, source: SessionSource): Promise<unknown> {
  const text = await readText(session, source);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new vscode.FileSystemError(error instanceof Error ? error.message : String(error));
  }
}

async function readText(session: vscode.Uri, source: SessionSource): Promise<string> {
  const content = await source.read(session);
  if (content.type === 'failed') throw new vscode.FileSystemError(content.reason);
  return new TextDecoder().decode(content.bytes);
}
