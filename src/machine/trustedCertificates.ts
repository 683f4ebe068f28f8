import tls from 'node:tls';

/** Those that Node brings and those of the system, which company certificates are among. Older Nodes cannot read the latter. */
export function trustedCertificates(): readonly string[] | undefined {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof read !== 'function') return undefined;
  const all = ['default', 'system'].flatMap((kind) => read(kind) as string[]);
  return [...new Set(all)];
}
