import type { SignIn } from '../../domain/connections/archiveAccess.ts';
import { readArchiveAccess } from '../../domain/connections/archiveAccess.ts';
import { readClusterAddress } from '../../domain/connections/serviceAddress.ts';
import { ownKeyIn } from '../connection/apiKey.ts';
import type { ChosenConnection } from '../connection/chooseConnection.ts';
import { namedConnection, wordsOfSlip } from '../connection/chooseConnection.ts';
import type { SettingsFiles } from '../connection/settingsFiles.ts';
import { WrongUse } from '../outcome/wrongUse.ts';

/** What the options say of where sessions are archived to. */
export interface ArchiveChoice {
  readonly into?: string | undefined;
  readonly 'into-url'?: string | undefined;
  readonly index?: string | undefined;
  readonly user?: string | undefined;
}

/** What a cluster is called that options alone describe: its key or password is that of this name. */
const ownName = 'archive';

/** The archive that the options name or describe. Throws WrongUse. */
export function chooseArchive(
  { into, 'into-url': url, index, user }: ArchiveChoice,
  of: { readonly settings: SettingsFiles; readonly env: Readonly<Record<string, string | undefined>> },
): ChosenConnection {
  if (url !== undefined) {
    if (into !== undefined) throw new WrongUse('--into and --into-url exclude each other.');
    const read = readClusterAddress(url);
    if ('problem' in read) {
      throw new WrongUse(wordsOfSlip({ name: '--into-url', ...read, value: url.replace(/\/\/[^/]*@/u, '//') }));
    }
    const signIn: SignIn = user ? 'password' : ownKeyIn(of.env, ownName) ? 'apiKey' : 'none';
    const archive = readArchiveAccess({ index, user, signIn });
    if ('problem' in archive) throw new WrongUse(wordsOfSlip({ name: '--index', ...archive }));
    return { name: ownName, kind: 'archive', production: false, definedIn: 'options', ...read, archive };
  }
  if (into === undefined) throw new WrongUse('Say where to: --into NAME, or --into-url URL.');
  if (index !== undefined || user !== undefined) {
    throw new WrongUse(`--index and --user go with --into-url: the settings say them of "${into}".`);
  }
  const named = namedConnection(into, of.settings);
  if (named.kind === 'archive') return named;
  throw new WrongUse(`"${into}" is no archive: a connection to OpenSearch or Elasticsearch is (see docs/archive.md).`);
}
