/** Secrets that are planted, and looked for in every form in which they might come out. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Invented, and each another one, so that a find says which. Signs that are written otherwise in an address, JSON or XML. */
export function canary(name: string): string {
  return `kanarie-${name} "&<é`;
}

/** The text in every form: as it is, for an address, JSON, XML, hexadecimal, and in base64 wherever it begins. */
export function formsOf(secret: string): readonly Buffer[] {
  const bytes = Buffer.from(secret);
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // The first signs depend on what stands before it, the last ones on what comes after.
    return text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6));
  });
  const forms = [
    ...[secret, encodeURIComponent(secret), encodeURI(secret), JSON.stringify(secret).slice(1, -1)],
    ...[xml, xml.replaceAll('"', '&quot;'), bytes.toString('hex')],
    ...inBase64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
    // Its own name, in case the rest was cut off or changed on the way.
    secret.split(' ')[0] ?? secret,
  ];
  return [...new Set(forms)].map((text) => Buffer.from(text));
}

/** Every file below a folder that holds a secret, by name, with the secret; packed files are looked into. */
export function findsIn(folder: string, secrets: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return files.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const whole = Buffer.concat([
      Buffer.from(name),
      bytes,
      bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.of(),
    ]);
    return finds(whole, secrets).map((secret) => `${name}: ${secret}`);
  });
}

/** Which of the secrets stand in it, in whatever form. */
export function finds(text: Buffer | string, secrets: readonly string[]): readonly string[] {
  const bytes = Buffer.from(text);
  return secrets.filter((secret) => formsOf(secret).some((form) => bytes.includes(form)));
}
