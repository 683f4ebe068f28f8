import * as vscode from 'vscode';
import type { ProblemFacts } from '../../domain/query/problems/queryProblem.ts';
import { translated } from '../../host/translated.ts';
import { problemSentence } from '../../words/problemSentence.ts';

/** A problem of a query in words: what is wrong, what comes of it, and what to write instead. */
export function problemWords(problem: ProblemFacts): string {
  return translated(() => problemSentence(problem, vscode.env.language));
}
