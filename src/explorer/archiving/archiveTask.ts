import type { SearchRequest } from '../../domain/query/request.ts';

/** What is to be archived and where: all that is needed to go on with it. */
export interface ArchiveTask {
  readonly id: string;
  /** The query's. */
  readonly name: string;
  readonly connection: string;
  /** Which service, or file as it was written, the connection stood for. */
  readonly service: string;
  /** The connection that it is archived to. */
  readonly archive: string;
  readonly request: SearchRequest;
  readonly masked: boolean;
}

/** One that has not come to its end. */
export interface UnfinishedArchive {
  readonly task: ArchiveTask;
  readonly written: number;
  readonly total: number;
}
