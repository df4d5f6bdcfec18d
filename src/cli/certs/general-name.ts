/** The names for which a server certificate holds: host names, and addresses as their bytes. */
import { type Der, tagged } from './der.js';

/** @see RFC 5280, section 4.2.1.6 */
export function generalName(name: string): Der {
  const address = addressBytes(name);
  return address === undefined ? tagged(0x82, Buffer.from(name, 'latin1')) : tagged(0x87, Buffer.from(address));
}

/** Whether a text can stand in a certificate as a host name or an address. */
export function isUsableName(name: string): boolean {
  return addressBytes(name) !== undefined || /^(\*\.)?[a-z0-9_]([\w-]*[a-z0-9_])?(\.[a-z0-9_]([\w-]*[a-z0-9_])?)*$/i.test(name);
}

/** Whether a text is an address and not a name. */
export function isAddress(name: string): boolean {
  return addressBytes(name) !== undefined;
}

function addressBytes(text: string): readonly number[] | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const bytes = text.split('.').map(Number);
    return bytes.every((byte) => byte < 256) ? bytes : undefined;
  }
  if (!text.includes(':') || !URL.canParse(`http://[${text}]/`)) return undefined;
  return sixteenBytes(new URL(`http://[${text}]/`).hostname.slice(1, -1));
}

/** @param canonical - as a URL writes it: hexadecimal, with at most one `::` */
function sixteenBytes(canonical: string): readonly number[] {
  const [head = '', tail] = canonical.split('::');
  const groups = (part: string | undefined): readonly string[] => (part ? part.split(':') : []);
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(zeros).fill('0'), ...groups(tail)];
  return all.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
