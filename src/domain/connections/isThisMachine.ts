/**
 * Whether a URL's `hostname` can only mean this machine: `localhost`, the names below it (RFC 6761), 127.0.0.0/8, also written as IPv6, and ::1. The name is
 * compared whole: `localhost.example.com` is somebody else.
 */
export function isThisMachine(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return (
    /^(.+\.)?localhost$/.test(name) ||
    /^127(\.\d{1,3}){3}$/.test(name) ||
    name === '[::1]' ||
    /^\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]$/.test(name)
  );
}
