import * as vscode from 'vscode';
import { compareSessions } from '../../domain/comparison/compareSessions.ts';
import { comparisonText } from '../../domain/comparison/comparisonText.ts';
import { normalisedPayload, normalisedText } from '../../domain/comparison/normalisedText.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { createMask } from '../../domain/masking/mask.ts';
import { keptSessions } from '../../domain/session/keptSessions.ts';
import { readSteps } from '../../domain/session/steps.ts';
import { documentText } from '../../host/documentText.ts';
import type { SessionSource } from '../documents/sessionSource.ts';
import type { ComparisonPlace, SidePlace } from './comparisonUri.ts';

/** The text of a comparison's file: the comparison itself, or one side of it as VS Code's diff editor shows it. */
export async function comparisonFileText(place: ComparisonPlace, source: SessionSource): Promise<string> {
  switch (place.type) {
    case 'comparison': {
      const { left, right } = place;
      const [ours, theirs] = await Promise.all([readDocument(left, source), readDocument(right, source)]);
      return comparisonText(compareSessions(ours, theirs), { left: left.toString(), right: right.toString() });
    }
    case 'session':
      return normalisedText(await readSide(place, source));
    case 'payload': {
      const step = readSteps(parsed(await readSide(place, source)))[place.step];
      return normalisedPayload(place.part === 'request' ? step?.requestPayload : step?.responsePayload).text;
    }
  }
}

/** The text of a side's session, with the aliases that it has beside the other where personal data is masked. */
async function readSide({ session, masked }: SidePlace, source: SessionSource): Promise<string> {
  if (masked.length === 0) return readText(session, source);
  const mask = createMask();
  let side = '';
  for (const uri of masked) {
    const text = mask.session(await readText(uri, source));
    if (uri.toString() === session.toString()) side = text;
  }
  return side;
}

async function readDocument(session: vscode.Uri, source: SessionSource): Promise<unknown> {
  return parsed(await readText(session, source));
}

function parsed(text: string): unknown {
  const [session, ...others] = keptSessions(text) ?? [];
  if (session && others.length === 0) return session;
  try {
    return parseJson(text);
  } catch (error) {
    throw new vscode.FileSystemError(error instanceof Error ? error.message : String(error));
  }
}

async function readText(session: vscode.Uri, source: SessionSource): Promise<string> {
  const content = await source.read(session);
  if (content.type === 'failed') throw new vscode.FileSystemError(content.reason);
  return documentText(content.bytes) ?? '';
}
