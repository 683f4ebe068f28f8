import type { LooseRecord } from '../../../src/domain/json/looseValues.ts';
import type { Mask } from '../../../src/domain/masking/mask.ts';
import type { NodeName } from '../../../src/domain/nodes/nodeNames.ts';
import type { SessionParameter, SessionTag } from '../../../src/domain/session/collected.ts';
import { readParameters, readTags } from '../../../src/domain/session/collected.ts';
import type { Conversation } from '../../../src/domain/session/conversation.ts';
import { readConversation } from '../../../src/domain/session/conversation.ts';
import type { BrokenOff, Findings } from '../../../src/domain/session/failures/findings.ts';
import { brokenOff, findFindings } from '../../../src/domain/session/failures/findings.ts';
import type { ParameterChange } from '../../../src/domain/session/parameterHistory.ts';
import { readParameterChanges } from '../../../src/domain/session/parameterHistory.ts';
import type { Rounds } from '../../../src/domain/session/path/rounds.ts';
import { findRounds } from '../../../src/domain/session/path/rounds.ts';
import type { SaidAgain } from '../../../src/domain/session/path/saidAgain.ts';
import { findSaidAgain } from '../../../src/domain/session/path/saidAgain.ts';
import type { Visit } from '../../../src/domain/session/path/visits.ts';
import { readVisits } from '../../../src/domain/session/path/visits.ts';
import type { PlacedRecording, Recording } from '../../../src/domain/session/recording.ts';
import { parameterRecordings, readRecording } from '../../../src/domain/session/recording.ts';
import type { SessionSummary } from '../../../src/domain/session/session.ts';
import { summarise } from '../../../src/domain/session/session.ts';
import type { SessionFact } from '../../../src/domain/session/sessionFacts.ts';
import { readSessionFacts } from '../../../src/domain/session/sessionFacts.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import type { Overview } from '../../../src/domain/session/timeline/overview.ts';
import { readOverview } from '../../../src/domain/session/timeline/overview.ts';
import type { Standout } from '../../../src/domain/session/timeline/standout.ts';
import { findStandout } from '../../../src/domain/session/timeline/standout.ts';
import type { NodeNames, SessionContent } from '../../../src/protocol/messages.ts';
import type { ReadFailure } from '../../parts/host/readDocument.ts';
import { readDocument } from '../../parts/host/readDocument.ts';
import type { Masking } from '../../parts/masking/masking.ts';
import type { Covered } from './covered.ts';
import { readCovered } from './covered.ts';

/** Everything that the page shows of a document, read once. */
export interface SessionModel {
  /** As it was recorded, or as its mask left it. */
  readonly document: unknown;
  readonly summary: SessionSummary;
  readonly conversation: Conversation;
  readonly findings: Findings;
  /** How the session broke off, where it did. */
  readonly brokenOff: BrokenOff | undefined;
  /** What ran over and over. */
  readonly rounds: readonly Rounds[];
  /** What the agent said more than once. */
  readonly saidAgain: SaidAgain | undefined;
  /** What is said of the session before anything else. */
  readonly standout: Standout | undefined;
  readonly overview: Overview;
  readonly turnOfStep: readonly number[];
  readonly visits: readonly (Visit | undefined)[];
  /** The first step that came while the session was shown, where some did. */
  readonly newFrom?: number;
  /** By step index. */
  readonly changes: readonly (readonly ParameterChange[])[];
  readonly parameters: readonly SessionParameter[];
  readonly tags: readonly SessionTag[];
  readonly facts: readonly SessionFact[];
  /** For what is copied. */
  readonly covered: (masking: Masking) => Covered;
  readonly recording: Recording;
  /** What was recorded for parameters, at the end and at each step. */
  readonly parameterRecordings: readonly PlacedRecording[];
  /** What people call a node; undefined where nobody named it. */
  readonly nodeName: (nodeId: string | undefined) => NodeName | undefined;
}

export type Content =
  | { readonly type: 'model'; readonly model: SessionModel }
  | { readonly type: 'several'; readonly documents: readonly LooseRecord[] }
  | ReadFailure;

/** `mask`: puts aliases in place of what it covers, everywhere. `chosen`: which of several sessions is looked at. */
export function readContent(
  content: SessionContent,
  {
    nodeNames = {},
    mask,
    chosen,
  }: { readonly nodeNames?: NodeNames; readonly mask?: Mask | undefined; readonly chosen?: number | undefined } = {},
): Content {
  const read = readDocument(content, mask);
  if (read.type === 'failed') return read;
  const session = read.type === 'several' ? read.documents[chosen ?? -1] : read.document;
  if (!session) return { type: 'several', documents: read.type === 'several' ? read.documents : [] };
  return { type: 'model', model: readModel(session, nodeNames) };
}

export function readModel(document: unknown, nodeNames: NodeNames = {}): SessionModel {
  const summary = summarise(document);
  const conversation = readConversation(document);
  const { steps, turns } = conversation;
  const changes = readParameterChanges(steps);
  const parameters = readParameters(document, changes);
  const findings = findFindings({ summary, steps, parameters });
  const rounds = findRounds(steps);
  const saidAgain = findSaidAgain(steps, rounds);
  return {
    document,
    summary,
    conversation,
    findings,
    brokenOff: brokenOff({ ending: findings.ending, steps: steps.length }),
    rounds,
    saidAgain,
    standout: findStandout({ summary, conversation, findings, rounds, saidAgain }),
    overview: readOverview(steps, turns),
    turnOfStep: turns.flatMap((turn, index) => turn.steps.map(() => index)),
    visits: readVisits(steps),
    changes,
    parameters,
    tags: readTags(document, steps),
    facts: readSessionFacts(document),
    covered: readCovered({ document, summary, steps, changes }),
    recording: readRecording(document, { of: 'call' }),
    parameterRecordings: parameterRecordings(document),
    nodeName: lookUp(nodeNames),
  };
}

/** The same document with other names for its nodes. */
export function withNodeNames(content: Content, nodeNames: NodeNames): Content {
  return content.type === 'model' ? { ...content, model: { ...content.model, nodeName: lookUp(nodeNames) } } : content;
}

/** Ids come from the service: one that is the name of something every object has is no name. */
export function lookUp(nodeNames: NodeNames): SessionModel['nodeName'] {
  return (nodeId) => (nodeId !== undefined && Object.hasOwn(nodeNames, nodeId) ? nodeNames[nodeId] : undefined);
}

/** Whether a step came while the session was shown. */
export function isNew({ newFrom }: SessionModel, step: Step | undefined): boolean {
  return newFrom !== undefined && step !== undefined && step.index >= newFrom;
}
