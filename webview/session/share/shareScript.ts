import { toCurl } from '../../../src/domain/sharing/recordedCurl.ts';
import { toHttpFile } from '../../../src/domain/sharing/recordedHttpFile.ts';
import { SharedTexts } from './sharedTexts.ts';

/** A script of its own, which the page runs when something is first shared: most sessions are only looked at. */
Object.assign(globalThis, { SharedTexts, toCurl, toHttpFile });
