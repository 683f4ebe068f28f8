import { BlockList, isIP } from 'node:net';

/** Whether requests to an address go past every proxy. */
export type IsExcepted = (address: URL) => boolean;

interface Target {
  readonly host: string;
  readonly port: number;
  /** 4 or 6; 0 for a name. */
  readonly family: number;
}

type Exception = (target: Target) => boolean;

/**
 * The hosts that texts such as `NO_PROXY` name: names with all that is below them (`example.com`, `.example.com`, `*.example.com`), names with
 * asterisks, addresses and their ranges (`10.0.0.0/8`, `fd00::/8`), each with a port or without, and `*` for all.
 */
export function proxyExceptions(texts: readonly string[]): IsExcepted {
  const exceptions = texts.flatMap((text) => text.split(/[\s,;|]+/)).flatMap((entry) => readException(entry) ?? []);
  return (address) => {
    const host = bare(address.hostname);
    const port = Number(address.port || (address.protocol === 'https:' ? 443 : 80));
    return exceptions.some((matches) => matches({ host, port, family: isIP(host) }));
  };
}

/** What the environment excepts; of its two names, one may be empty. */
export function noProxyOf(environment: Readonly<Record<string, string | undefined>>): string {
  return [environment.no_proxy, environment.NO_PROXY].find((text) => text?.trim()) ?? '';
}

function readException(entry: string): Exception | undefined {
  // Some write an address as a browser has it.
  const text = entry.toLowerCase().replace(/^[a-z][a-z\d+.-]*:\/\//, '');
  const range = /^([\d.]+|[\da-f:.]*:[\da-f:.]*|\[[\da-f:.]+\])\/(\d{1,3})(?::(\d+))?$/.exec(text);
  if (range) return inRange(bare(range[1] ?? ''), Number(range[2]), portOf(range[3]));
  const [written = ''] = text.split('/');
  // What is IPv6 and stands bare has no port.
  const [, host = written, port] = isIP(written) === 6 ? [] : (/^(.*?)(?::(\d+))?$/.exec(written) ?? []);
  const family = isIP(bare(host));
  if (family !== 0) return inRange(bare(host), family === 6 ? 128 : 32, portOf(port));
  const name = asWeb(bare(host).replace(/^\*?\./, ''));
  if (name === '') return undefined;
  const matches = name.includes('*') ? likePattern(name) : ({ host: of, family }: Target) => isBelow(of, family, name);
  return (target) => isPort(portOf(port), target) && matches(target);
}

function inRange(start: string, bits: number, port: number | undefined): Exception | undefined {
  const family = isIP(start);
  if (family === 0 || bits > (family === 6 ? 128 : 32)) return undefined;
  const hosts = new BlockList();
  hosts.addSubnet(start, bits, kindOf(family));
  return (target) => target.family !== 0 && isPort(port, target) && hosts.check(target.host, kindOf(target.family));
}

function likePattern(name: string): Exception {
  const parts = name.split('*').map((part) => part.replace(/[^a-z\d-]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  return ({ host }) => pattern.test(host);
}

function isBelow(host: string, family: number, name: string): boolean {
  return host === name || (family === 0 && host.endsWith(`.${name}`));
}

function isPort(port: number | undefined, target: Target): boolean {
  return port === undefined || port === target.port;
}

function portOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** Without the brackets around IPv6 and the dot that may end a name. */
function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** A name as an address has it, where letters of other scripts are written in others. */
function asWeb(name: string): string {
  return /\P{ASCII}/u.test(name) && URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name;
}

function kindOf(family: number): 'ipv4' | 'ipv6' {
  return family === 6 ? 'ipv6' : 'ipv4';
}
