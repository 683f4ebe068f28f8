import type { ExportFormat } from '../../api/export/exportFormats.ts';
import type { SearchRequest } from '../../domain/query/request.ts';

/** What is to be exported and where to: all that is needed to go on with it. */
export interface ExportTask {
  readonly id: string;
  /** The query's. */
  readonly name: string;
  readonly connection: string;
  /** Which service, or file as it was written, the connection stood for. */
  readonly service: string;
  readonly request: SearchRequest;
  readonly format: ExportFormat;
  /** Whole documents, else the query's fields. */
  readonly whole: boolean;
  readonly masked: boolean;
  /** Where it will be, and where it is until then. */
  readonly file: string;
  readonly partial: string;
}

/** One that has not come to its end. */
export interface UnfinishedExport {
  readonly task: ExportTask;
  readonly written: number;
  readonly total: number;
}
