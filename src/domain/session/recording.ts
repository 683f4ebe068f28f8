import { asList, asRecord, asText } from '../json/looseValues.ts';
import { hasEnded, summarise } from './session.ts';

/** What a document says of a recording. The address holds a token: it is opened, and neither shown, copied nor logged. */
export type Recording =
  /** There is none: nobody spoke, or the document does not say. */
  | { readonly type: 'none' }
  /** The service needs a while after the call to file it. */
  | { readonly type: 'notReady' }
  | { readonly type: 'ready'; readonly url: string }
  /** A path without a host, in old sessions: nothing that could be opened. */
  | { readonly type: 'relative' }
  /** An address that would be fetched in the open. */
  | { readonly type: 'insecure' }
  /** Something else stands there. */
  | { readonly type: 'unknown' };

/** Where in a document a recording stands. The page names a place, and the host reads the address there. */
export type RecordingPlace =
  | { readonly of: 'call' }
  | { readonly of: 'parameter'; readonly index: number }
  | { readonly of: 'step'; readonly step: number; readonly list: StepList; readonly index: number };

type StepList = 'execution_parameters' | 'altered_parameters';

export interface PlacedRecording {
  /** The parameter's. */
  readonly name: string;
  readonly place: RecordingPlace;
  readonly recording: Recording;
}

/** The recording at a place; none where there is no such place. */
export function readRecording(document: unknown, place: RecordingPlace): Recording {
  const session = asRecord(document);
  switch (place.of) {
    case 'call': {
      const url = asRecord(session.channel_data).audio_url;
      return isEmpty(url) ? missing(document, url) : recordingAt(url);
    }
    case 'parameter':
      return ofParameter(asList(session.params_list)[place.index]);
    case 'step': {
      const { context } = asRecord(asList(session.flow_path)[place.step]);
      return ofParameter(asList(asRecord(context)[place.list])[place.index]);
    }
  }
}

/** Every recording of what a caller said for a parameter, by its place. */
export function parameterRecordings(document: unknown): readonly PlacedRecording[] {
  const session = asRecord(document);
  const found: PlacedRecording[] = [];
  const collect = (list: unknown, placeOf: (index: number) => RecordingPlace): void => {
    for (const [index, parameter] of asList(list).entries()) {
      const recording = ofParameter(parameter);
      if (recording.type === 'none') continue;
      found.push({ name: asText(asRecord(parameter).name) ?? '', place: placeOf(index), recording });
    }
  };
  collect(session.params_list, (index) => ({ of: 'parameter', index }));
  for (const [step, value] of asList(session.flow_path).entries()) {
    const context = asRecord(asRecord(value).context);
    for (const list of ['execution_parameters', 'altered_parameters'] as const) {
      collect(context[list], (index) => ({ of: 'step', step, list, index }));
    }
  }
  return found;
}

function ofParameter(parameter: unknown): Recording {
  const url = asRecord(parameter).audio_url;
  return isEmpty(url) ? { type: 'none' } : recordingAt(url);
}

/** `null` after a call that was spoken means "not yet"; of a call that goes on, or of another channel, it means nothing. */
function missing(document: unknown, url: unknown): Recording {
  const summary = summarise(document);
  const spoken =
    summary.channelKind === 'voice' || (summary.channelKind === 'unknown' && summary.durationMs !== undefined);
  return url !== undefined && spoken && hasEnded(summary) ? { type: 'notReady' } : { type: 'none' };
}

/** An address without blanks, control characters and a person's name in front of its host. */
const secure = /^https:\/\/[^\s\\/?#@\p{Cc}]+(?:[/?#][^\s\\\p{Cc}]*)?$/iu;
/** `FOLDER/NAME.mp3`: no scheme, no host. */
const path = /^(?!\/\/)[\w.~%/-]+$/u;

function recordingAt(url: unknown): Recording {
  if (typeof url !== 'string') return { type: 'unknown' };
  const text = url.trim();
  if (secure.test(text)) return { type: 'ready', url: text };
  if (/^http:\/\//iu.test(text)) return { type: 'insecure' };
  return { type: path.test(text) ? 'relative' : 'unknown' };
}

function isEmpty(url: unknown): boolean {
  return url === undefined || url === null || url === '';
}
