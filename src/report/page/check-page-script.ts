/**
 * The script of `controleer.html`: checks dropped files against the seal, in the browser, with nothing but what is dropped
 * and the key that a person names. Plain words, so that a stranger can read it in the page itself.
 */
export const CHECK_PAGE_SCRIPT = `
'use strict';
const SEAL = 'rapport.sigstore.json';
const SEALS = /^rapport(\\.([2-9]|[1-9]\\d{1,3}))?\\.sigstore\\.json$/;
const TYPE = 'application/vnd.in-toto+json';
const TEXTS = {
  nl: {
    key: 'Noem eerst de openbare sleutel van wie u vertrouwt.', keyBad: 'Dit is geen openbare sleutel voor ECDSA P-256 of Ed25519: ',
    noSeal: 'Er is geen zegel (rapport.sigstore.json) bij deze bestanden.', sealBad: 'Het zegel is niet te lezen: ',
    signature: 'De handtekening klopt niet met deze sleutel.', other: 'ander bestand dan verzegeld', missing: 'ontbreekt',
    unknown: 'staat niet onder het zegel', holds: 'HOUDT: verzegeld met deze sleutel, en elk bestand is zoals het was.',
    not: 'HOUDT NIET', files: 'bestanden', says: 'Wat het zegel zegt:', busy: 'Bezig …',
    along: 'Er zijn meer zegels; deze pagina controleert alleen het eerste.',
    part: 'Hier staat maar een deel van de berichten. Dat controleert deze pagina niet; ketentest verify en verify-report.mjs doen dat wel.',
  },
  en: {
    key: 'First name the public key of whom you trust.', keyBad: 'This is no public key for ECDSA P-256 or Ed25519: ',
    noSeal: 'There is no seal (rapport.sigstore.json) among these files.', sealBad: 'The seal cannot be read: ',
    signature: 'The signature does not fit this key.', other: 'another file than was sealed', missing: 'is missing',
    unknown: 'is not under the seal', holds: 'HOLDS: sealed with this key, and every file is as it was.',
    not: 'DOES NOT HOLD', files: 'files', says: 'What the seal says:', busy: 'Busy …',
    along: 'There are more seals; this page checks the first one only.',
    part: 'Only some of the messages are here. This page does not check that; ketentest verify and verify-report.mjs do.',
  },
};
const T = TEXTS[navigator.language.toLowerCase().startsWith('nl') ? 'nl' : 'en'];
const at = (id) => document.getElementById(id);
const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The key decides the algorithm; nothing in the seal does. */
async function readKey(pem) {
  const der = fromBase64(pem.replace(/-----[^-]+-----/g, '').replace(/\\s+/g, ''));
  try {
    const key = await crypto.subtle.importKey('spki', der, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
    return { key, isEd: false };
  } catch {
    return { key: await crypto.subtle.importKey('spki', der, { name: 'Ed25519' }, true, ['verify']), isEd: true };
  }
}

/** A signature as seals hold it (two whole numbers in DER) to the two times 32 bytes that browsers want. */
function plainSignature(der) {
  let place = 0;
  const part = (tag) => {
    if (der[place++] !== tag) throw new Error('DER');
    const size = der[place++];
    if (size > 127 || place + size > der.length) throw new Error('DER');
    return size;
  };
  const whole = part(0x30);
  if (place + whole !== der.length) throw new Error('DER');
  const number = () => {
    const size = part(0x02);
    let bytes = der.subarray(place, place + size);
    place += size;
    while (bytes.length > 32 && bytes[0] === 0) bytes = bytes.subarray(1);
    if (bytes.length > 32) throw new Error('DER');
    const full = new Uint8Array(32);
    full.set(bytes, 32 - bytes.length);
    return full;
  };
  const signature = new Uint8Array([...number(), ...number()]);
  if (place !== der.length) throw new Error('DER');
  return signature;
}

async function isSigned({ key, isEd }, payload, signature) {
  const head = new TextEncoder().encode('DSSEv1 ' + TYPE.length + ' ' + TYPE + ' ' + payload.length + ' ');
  const signed = new Uint8Array([...head, ...payload]);
  try {
    if (isEd) return await crypto.subtle.verify({ name: 'Ed25519' }, key, signature, signed);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, plainSignature(signature), signed);
  } catch {
    return false;
  }
}

/** Names as the seal has them: below the folder that was chosen. */
function named(files) {
  const paths = files.map((file) => file.ownPath || file.webkitRelativePath || file.name);
  const seal = paths.find((path) => path.split('/').pop() === SEAL);
  const top = seal === undefined ? '' : seal.slice(0, -SEAL.length);
  return new Map(paths.flatMap((path, index) => (path.startsWith(top) ? [[path.slice(top.length), files[index]]] : [])));
}

function statementOf(bundle) {
  const { payload, payloadType, signatures } = bundle.dsseEnvelope;
  if (payloadType !== TYPE || !Array.isArray(signatures) || signatures.length !== 1) throw new Error('DSSE');
  const bytes = fromBase64(payload);
  const statement = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!Array.isArray(statement.subject) || statement.subject.length === 0) throw new Error('subject');
  const sealed = new Map(statement.subject.map(({ name, digest }) => [String(name), String(digest.sha256)]));
  if (sealed.size !== statement.subject.length) throw new Error('subject');
  return { bytes, sealed, statement, signature: fromBase64(signatures[0].sig) };
}

async function check(files) {
  const found = named(files);
  const problems = [];
  let key;
  try {
    key = await readKey(at('key').value);
  } catch (error) {
    return tell([at('key').value.trim() === '' ? T.key : T.keyBad + error.message], 0);
  }
  const seal = found.get(SEAL);
  if (!seal) return tell([T.noSeal], 0);
  let of;
  try {
    of = statementOf(JSON.parse(await seal.text()));
  } catch (error) {
    return tell([T.sealBad + error.message], 0);
  }
  // Nothing of a seal is believed before its signature is.
  if (!(await isSigned(key, of.bytes, of.signature))) return tell([T.signature], 0);
  if (found.has('bewijs/onthulling.json')) return tellPart();
  for (const [name, digest] of of.sealed) {
    const file = found.get(name);
    if (!file) problems.push(name + ' ' + T.missing);
    else if (hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())) !== digest) problems.push(name + ': ' + T.other);
  }
  for (const name of found.keys())
    if (!of.sealed.has(name) && !SEALS.test(name) && !name.startsWith('prive/')) problems.push(name + ' ' + T.unknown);
  const isAlone = ![...found.keys()].some((name) => name !== SEAL && SEALS.test(name));
  tell(problems, of.sealed.size, of.statement.predicate, isAlone);
}

/** Only text is put into the page: what a file says is never markup. */
function tell(problems, count, predicate, isAlone = true) {
  const holds = problems.length === 0;
  at('outcome').className = holds ? 'holds' : 'not';
  at('outcome').textContent = holds ? T.holds + ' (' + count + ' ' + T.files + ')' : T.not;
  at('problems').replaceChildren(...[...problems, ...(isAlone ? [] : [T.along])].map((text) => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  }));
  at('says').textContent = holds && predicate ? T.says + '\\n' + JSON.stringify(predicate, null, 2) : '';
}

/** Neither yes nor no. */
function tellPart() {
  at('outcome').className = 'part';
  at('outcome').textContent = T.part;
  at('problems').replaceChildren();
  at('says').textContent = '';
}

async function run(files) {
  at('outcome').className = '';
  at('outcome').textContent = T.busy;
  await check(files);
}

async function below(entry) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    file.ownPath = entry.fullPath.replace(/^\\//, '');
    return [file];
  }
  const reader = entry.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) break;
    for (const each of some) all.push(...(await below(each)));
  }
  return all;
}

at('files').addEventListener('change', (event) => run([...event.target.files]));
at('keyfile').addEventListener('change', async (event) => { at('key').value = await event.target.files[0].text(); });
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', async (event) => {
  event.preventDefault();
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry);
  run((await Promise.all(entries.map(below))).flat());
});
`;
