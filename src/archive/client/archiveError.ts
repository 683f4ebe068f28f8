import type { AnswerExcerpt } from '../../api/client/insightsErrors.ts';

/** What was asked of the cluster. */
export type ArchiveAsked = 'read' | 'write' | 'delete' | 'check' | 'setUp';

export type ArchiveProblem =
  /** No user of that name and password, or no such API key. */
  | 'wrongCredentials'
  /** The cluster asks who one is, and the connection signs in as nobody. */
  | 'noCredentials'
  /** The user may not do what was `asked`. */
  | 'noRight'
  /** No index has that name, or fits that pattern. */
  | 'noIndex'
  /** The indexes were made by somebody else: fields are not what queries need. */
  | 'foreignMapping'
  /** An index that is there, and neither read nor written. */
  | 'closedIndex'
  /** Somebody has forbidden to read or to write an index. */
  | 'blocked'
  /** No index can be made any more. */
  | 'tooManyShards'
  /** The cluster stopped looking before it had looked at everything. */
  | 'unfinished'
  /** What held the moment that pages are of is gone. */
  | 'momentEnded'
  /** Not all of an index can be read or written now. */
  | 'redIndex'
  /** The cluster takes no more: its disk is full. */
  | 'full'
  /** More in one request than the cluster takes. */
  | 'tooLarge'
  | 'tooMany'
  /** An index has as many fields as it may. */
  | 'tooManyFields'
  /** More sessions at once, or further back, than an index gives. */
  | 'tooDeep'
  /** More conditions and words in one query than the cluster takes. */
  | 'tooManyClauses'
  /** More buckets than the cluster makes in one answer. */
  | 'tooManyBuckets'
  /** The cluster holds as many moments, for anybody, as it may. */
  | 'tooManyMoments'
  /** The cluster has less memory than this takes, also when nobody else asks. */
  | 'tooMuchMemory'
  /** The query is not one that the cluster takes. */
  | 'refused'
  /** A field that nothing can be sorted by. */
  | 'unsortable'
  /** The engine broke over what it was asked. */
  | 'engineFault'
  | 'failed'
  /** Something before the cluster answered in its place, with a status of its own. */
  | 'between'
  /** Neither OpenSearch nor Elasticsearch answers there. */
  | 'notEngine'
  /** A web page came: of a proxy, or to sign in. */
  | 'webPage'
  /** An engine answers, and takes the path of the address for something of its own. */
  | 'wrongPath'
  | 'oldEngine'
  /** The pattern names no place for new indexes. */
  | 'badPattern';

/** A failure of an archive: facts with a code, as those of the service. What keeps an answer from coming is an InsightsError. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly problem: ArchiveProblem;
  readonly asked: ArchiveAsked;
  /** Which index, field, engine or address it is about. */
  readonly what: string;
  /** The field that makes it so. */
  readonly field: string | undefined;
  /** The cluster's own words, without secrets. */
  readonly answer: AnswerExcerpt | undefined;
  /** Asked again a while later it may be otherwise. */
  readonly passes: boolean;
  /** When the cluster says that one may ask again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    problem: ArchiveProblem,
    {
      asked,
      what = '',
      field,
      answer,
      passes = false,
      retryAfterSeconds,
    }: {
      readonly asked: ArchiveAsked;
      readonly what?: string;
      readonly field?: string | undefined;
      readonly answer?: AnswerExcerpt | undefined;
      readonly passes?: boolean;
      readonly retryAfterSeconds?: number | undefined;
    },
  ) {
    super(`${problem} ${answer?.text ?? ''}`.trim());
    this.problem = problem;
    this.asked = asked;
    this.what = what;
    this.field = field;
    this.answer = answer;
    this.passes = passes;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
