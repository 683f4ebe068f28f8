import * as vscode from 'vscode';
import { compareSessions } from '../../domain/comparison/compareSessions.ts';
import { comparisonText } from '../../domain/comparison/comparisonText.ts';
import { normalisedPayload, normalisedText, normalisedValue } from '../../domain/comparison/normalisedText.ts';
import { asRecord } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { readSteps } from '../../domain/session/steps.ts';
import { createSessionMask } from '../../domain/sharing/maskSession.ts';
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
      if (place.masked.length === 0) return normalisedText(await readText(place.session, source));
      return normalisedValue(await readSide(place, source));
    case 'payload': {
      const step = readSteps(await readSide(place, source))[place.step];
      return normalisedPayload(place.part === 'request' ? step?.requestPayload : step?.responsePayload).text;
    }
  }
}

/** A side's session, with the aliases that it has beside the other where personal data is masked. */
async function readSide({ session, masked }: SidePlace, source: SessionSource): Promise<unknown> {
  if (masked.length === 0) return readDocument(session, source);
  const mask = createSessionMask();
  let side: unknown;
  for (const uri of masked) {
    const document = mask(asRecord(await readDocument(uri, source)));
    if (uri.toString() === session.toString()) side = document;
  }
  return side;
}

async function readDocument(session: vscode.Uri, source: SessionSource): Promise<unknown> {
  const text = await readText(session, source);
  try {
    return parseJson(text);
  } catch (error) {
    throw new vscode.FileSystemError(error instanceof Error ? error.message : String(error));
  }
}

async function readText(session: vscode.Uri, source: SessionSource): Promise<string> {
  const content = await source.read(session);
  if (content.type === 'failed') throw new vscode.FileSystemError(content.reason);
  return new TextDecoder().decode(content.bytes);
}
