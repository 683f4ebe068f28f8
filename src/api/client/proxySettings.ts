import type { ProxyProblem } from './connectionErrors.ts';

/** A proxy as it is written somewhere: in VS Code's setting, or in a variable of the environment. */
export interface ProxySetting {
  readonly setting: string;
  /** Without a user. */
  readonly url: string;
  /** What a user and a password in it come to. */
  readonly authorization?: string;
  /** Why nothing can go through it; then `url` leads nowhere. */
  readonly problem?: Extract<ProxyProblem, 'badAddress' | 'socks'>;
}

/** The proxies for plain and for secure requests: of the setting, else of the environment. */
export interface ProxySettings {
  readonly http: ProxySetting | undefined;
  readonly https: ProxySetting | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readProxySettings(url: string | undefined, environment: Environment): ProxySettings {
  const ofEnvironment = (names: readonly string[]): ProxySetting | undefined => {
    const setting = names.find((name) => environment[name]?.trim());
    return setting === undefined ? undefined : readProxy(environment[setting] ?? '', setting);
  };
  const named = url?.trim() ? readProxy(url, 'http.proxy') : undefined;
  const plain = ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];
  return {
    http: named ?? ofEnvironment(plain),
    https: named ?? ofEnvironment(['https_proxy', 'HTTPS_PROXY', ...plain]),
  };
}

/** A proxy may be written `host:port`, as curl takes it, and in the quotation marks of a shell. */
function readProxy(written: string, setting: string): ProxySetting {
  const text = written.trim().replace(/^(["'])(.*)\1$/, '$2');
  const [scheme = ''] = /^[a-z][a-z\d+.-]*:\/\//i.exec(text) ?? [];
  const rest = scheme === '' ? text.replace(/^\/\//, '') : text.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  const address = `${scheme || 'http://'}${encodedUser(rest.slice(0, at + 1))}${rest.slice(at + 1)}`;
  if (/^socks/i.test(address)) return unusable(setting, 'socks');
  if (!URL.canParse(address)) return unusable(setting, 'badAddress');
  const { protocol, username, password, host, pathname } = new URL(address);
  // A file that says which proxy to take is none, and a scheme with too few signs behind it is no host.
  const isFile = /\.(?:pac|dat)$/i.test(pathname);
  const isScheme = /^https?$/.test(host) && pathname !== '/';
  if (!/^https?:$/.test(protocol) || host === '' || isFile || isScheme) return unusable(setting, 'badAddress');
  const user = username || password ? { authorization: basic(username, password) } : {};
  return { setting, url: `${protocol}//${host}`, ...user };
}

/** Of a user and a password as an address has them. They are bytes: what is no UTF-8 is sent as it is written. */
function basic(username: string, password: string): string {
  const bytes = `${username}:${password}`.replaceAll(/%([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return `Basic ${btoa(bytes)}`;
}

/** A user and a password as an address takes them: many write theirs as they are, where a sign that ends an address would end it. */
function encodedUser(written: string): string {
  return written
    .replaceAll(/%(?![\da-f]{2})/gi, '%25')
    .replaceAll(/[/?#[\]\\]|@(?!$)/g, (sign) => encodeURIComponent(sign));
}

function unusable(setting: string, problem: NonNullable<ProxySetting['problem']>): ProxySetting {
  return { setting, problem, url: `http://${problem.toLowerCase()}.invalid` };
}
