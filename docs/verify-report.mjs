#!/usr/bin/env node
/**
 * Verifies a sealed report package of Ketentest, without Ketentest. One file, nothing but Node (20 or newer), no network.
 *
 *   node verify-report.mjs <folder> <public.pem> [<public key of who signed along> ...]
 *
 * A key is a PEM file with a public key, or with the certificate of who signed.
 *
 * Ends with 0 when the package holds, 1 when it does not, 2 when it was called wrongly. It was written apart from
 * `ketentest verify`, and the tests of Ketentest let both judge the same forged packages.
 *
 * What it checks: the seal was made with the key that you name, over exactly these files, and says the same as the
 * report. What it does not: whether the report agrees with itself and with its pages (`ketentest verify` does), whether
 * the verdicts follow from the messages (`ketentest recheck`), and whether the messages are genuine (nobody can, from the
 * package alone).
 */
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { pathToFileURL } from 'node:url';

const SEAL = 'rapport.sigstore.json';
const SEALS = /^rapport(\.([2-9]|[1-9]\d{1,3}))?\.sigstore\.json$/;
const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE = 'urn:ketentest:testrapport:1';
const PREDICATE_ALONG = 'urn:ketentest:medeondertekening:1';
/** Stands in a package that shows some of its messages, in the place of the list of all of them. */
const DISCLOSURE = 'bewijs/onthulling.json';
const MAX_SEAL_BYTES = 24 * 1024 * 1024;
const ALWAYS = ['rapport.json', 'rapport.html', 'junit.xml', 'bewijs/manifest.json'];
/** Parts of the report that the seal repeats. */
const REPEATED = ['rapport', 'standaard', 'product', 'leverancier', 'uitvoerder', 'omgeving', 'schemabasis', 'harnas', 'resultaat', 'uitvoering'];

/** A reason to refuse; the codes are those of `ketentest verify`. */
class Refused extends Error {
  constructor(code, what) {
    super(what);
    this.code = code;
  }
}

/** @returns what is wrong, as `{ code, what }`, and who signed; nothing wrong means that the package holds */
export function verifyReport(folder, pems) {
  const keys = new Map(pems.map(readKey));
  const files = listFiles(folder);
  const problems = [];
  const signers = [];
  let shown;
  const digests = new Map();
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push({ code: error.code, what: error.message });
      return undefined;
    }
  };
  const names = [...files.keys()].filter((name) => SEALS.test(name)).sort((one, other) => numberOf(one) - numberOf(other));
  if (!names.includes(SEAL)) problems.push({ code: 'SEAL_MISSING', what: SEAL });
  for (const name of names) {
    attempt(() => {
      if (files.get(name) !== 'file') throw new Refused('FILE_NOT_PLAIN', name);
      const { statement, keyId, digest } = openSeal(folder, name, keys);
      if (signers.some((signer) => signer.keyId === keyId)) throw new Refused('KEY_TWICE', name);
      if (name !== SEAL) checkAlong(statement, name, digests);
      digests.set(name, digest);
      signers.push({ name, keyId, isKnown: keys.has(keyId) });
      if (name === SEAL) shown = checkFiles(folder, files, statement, problems, attempt);
    });
  }
  return { problems, signers, shown };
}

function readKey(pem) {
  const text = String(pem);
  if (text.includes('PRIVATE KEY')) throw new Error('this is a private key; name the public one');
  const key = createPublicKey(text);
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails.namedCurve === 'prime256v1';
  if (!isP256 && key.asymmetricKeyType !== 'ed25519') throw new Error('only keys for ECDSA P-256 and Ed25519 seal reports');
  return [sha256(key.export({ type: 'spki', format: 'der' })), key];
}

/** Every file below the folder, `prive/` left out; links are not followed. */
function listFiles(folder, below = '') {
  const found = new Map();
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (name === 'prive') continue;
    if (entry.isDirectory()) for (const [each, kind] of listFiles(folder, name)) found.set(each, kind);
    else found.set(name, entry.isFile() ? 'file' : 'other');
  }
  return found;
}

/** Reads a seal, checks its signature with a key of yours, and only then reads what was signed. */
function openSeal(folder, name, keys) {
  if (lstatSync(join(folder, name)).size > MAX_SEAL_BYTES) throw new Refused('SEAL_UNREADABLE', name);
  const bytes = readFileSync(join(folder, name));
  const bundle = readJson(bytes, 'SEAL_UNREADABLE', 'SEAL_NOT_CANONICAL', name);
  exactly(bundle, ['mediaType', 'verificationMaterial', 'dsseEnvelope'], name);
  if (bundle.mediaType !== MEDIA_TYPE) throw new Refused('SEAL_MEDIA_TYPE', name);
  const { verificationMaterial: material, dsseEnvelope: envelope } = bundle;
  exactly(envelope, ['payload', 'payloadType', 'signatures'], name);
  if (!Array.isArray(envelope.signatures)) throw new Refused('SEAL_FORM', name);
  if (envelope.payloadType !== PAYLOAD_TYPE) throw new Refused('PAYLOAD_TYPE', name);
  if (envelope.signatures.length !== 1) throw new Refused('SIGNATURE_COUNT', name);
  exactly(envelope.signatures[0], ['sig'], name);
  const payload = fromBase64(envelope.payload, name);
  const signature = fromBase64(envelope.signatures[0].sig, name);
  const keyId = keyIn(material, name);
  const key = keys.get(keyId);
  if (key === undefined && name === SEAL) throw new Refused('KEY_UNKNOWN', `${name}: ${keyId}`);
  // Who signs along and is not known to you takes nothing away from a seal that is: the digests are still looked at.
  if (key !== undefined && !isSigned(key, payload, signature)) throw new Refused('SIGNATURE_INVALID', name);
  const statement = readStatement(payload, name);
  const { certificate } = material;
  if (certificate && statement.predicate.ondertekenaar?.certificaten?.[0] !== certificate.rawBytes) throw new Refused('CERT_CHAIN', name);
  return { statement, keyId, digest: sha256(bytes) };
}

/**
 * The id of the key that signed: as the seal says, or of the key in the certificate of who signed. Who vouches for a certificate is
 * not looked at: the key is one of yours, or it is not.
 */
function keyIn(material, name) {
  if (material.publicKey !== undefined) {
    exactly(material, ['publicKey'], name);
    exactly(material.publicKey, ['hint'], name);
    return String(material.publicKey.hint);
  }
  exactly(material, ['certificate'], name);
  exactly(material.certificate, ['rawBytes'], name);
  const der = fromBase64(material.certificate.rawBytes, name);
  try {
    const certificate = new X509Certificate(der);
    if (certificate.raw.equals(der)) return sha256(certificate.publicKey.export({ type: 'spki', format: 'der' }));
  } catch {}
  throw new Refused('SEAL_FORM', name);
}

/** The key says which algorithm it is, nothing in the seal does. What is signed: type and content, each with its length. */
function isSigned(key, payload, signature) {
  const signed = Buffer.concat([Buffer.from(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `), payload]);
  try {
    return verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, key, signature);
  } catch {
    return false;
  }
}

function readStatement(payload, name) {
  const statement = readJson(payload, 'STATEMENT_UNREADABLE', 'STATEMENT_NOT_CANONICAL', name);
  exactly(statement, ['_type', 'predicateType', 'predicate', 'subject'], name, 'STATEMENT_FORM');
  if (statement._type !== STATEMENT_TYPE) throw new Refused('STATEMENT_TYPE', name);
  if (statement.predicateType !== (name === SEAL ? PREDICATE : PREDICATE_ALONG)) throw new Refused('PREDICATE_TYPE', name);
  const { subject, predicate } = statement;
  const isFilled = Array.isArray(subject) && subject.length > 0 && isObject(predicate);
  if (!isFilled) throw new Refused('STATEMENT_FORM', name);
  for (const each of subject) {
    exactly(each, ['name', 'digest'], name, 'STATEMENT_FORM');
    exactly(each.digest, ['sha256'], name, 'STATEMENT_FORM');
    if (typeof each.name !== 'string' || !/^[0-9a-f]{64}$/.test(each.digest.sha256)) throw new Refused('STATEMENT_FORM', name);
  }
  const odd = subject.find((each) => !isPlainName(each.name));
  if (odd) throw new Refused('SUBJECT_NAME', JSON.stringify(odd.name));
  if (new Set(subject.map((each) => folded(each.name))).size !== subject.length) throw new Refused('SUBJECT_TWICE', name);
  if (subject.some((each, at) => at > 0 && subject[at - 1].name > each.name)) throw new Refused('STATEMENT_FORM', name);
  return statement;
}

/** Every file under the seal as it was, no file beside it, and a report that says what the seal says. */
function checkFiles(folder, files, { subject, predicate }, problems, attempt) {
  const sealed = new Map(subject.map(({ name, digest }) => [name, digest.sha256]));
  const byFold = new Set([...sealed.keys(), SEAL].map(folded));
  const add = (code, what) => problems.push({ code, what });
  const isPart = files.get(DISCLOSURE) === 'file';
  const part = isPart ? attempt(() => readPart(folder, files, sealed, predicate)) : undefined;
  // Who shows some messages leaves out what shows the others: the page, their list and their files.
  const isHidden = (name) => part && (name === 'rapport.html' || name.startsWith('bewijs/')) && !part.names.has(name);
  for (const name of ALWAYS) if (!sealed.has(name)) add('SUBJECT_LACKING', name);
  for (const [name, digest] of sealed) {
    if (isHidden(name)) {
      if (files.has(name)) add('FILE_UNKNOWN', name);
    } else if (!files.has(name) || SEALS.test(name)) add('FILE_MISSING', name);
    else if (files.get(name) === 'file' && sha256(readFileSync(join(folder, name))) !== digest) add('FILE_DIFFERS', name);
  }
  for (const [name, kind] of files) {
    if (SEALS.test(name)) continue;
    if (kind !== 'file') add('FILE_NOT_PLAIN', name);
    else if (sealed.has(name) || part?.beside.has(name)) continue;
    else add(byFold.has(folded(name)) ? 'FILE_RENAMED' : isPlainName(name) ? 'FILE_UNKNOWN' : 'FILE_NAME', name);
  }
  if (problems.length > 0) return undefined;
  attempt(() => {
    if (!isPart) checkRoot(readJson(readFileSync(join(folder, 'bewijs/manifest.json')), 'ROOT_DIFFERS', 'ROOT_DIFFERS', 'bewijs/manifest.json'), predicate);
    const bytes = readFileSync(join(folder, 'rapport.json'));
    const report = readJson(bytes, 'REPORT_UNREADABLE', 'REPORT_UNREADABLE', 'rapport.json');
    const result = { foutloos: 'PASSED', met_fouten: 'FAILED', niet_vastgesteld: 'WARNED' }[report.resultaat?.totaal];
    if (predicate.result !== result) throw new Refused('PREDICATE_DIFFERS', 'result');
    for (const part of REPEATED) {
      if (canonical(predicate[part]) !== canonical(report[part])) throw new Refused('PREDICATE_DIFFERS', part);
    }
  });
  return part && `${part.count} of ${predicate.bewijs.berichten}`;
}

/** The messages of a whole package, as leaves of one tree of which the seal names the root. */
function checkRoot(manifest, { bewijs }) {
  if (!isObject(manifest) || !Array.isArray(manifest.uitwisselingen)) throw new Refused('ROOT_DIFFERS', 'bewijs/manifest.json');
  if (manifest.wortel === undefined && bewijs === undefined) return;
  const exchanges = manifest.uitwisselingen.filter(isObject);
  const messages = exchanges.flatMap(({ vraag, antwoord }) => [vraag, antwoord].filter(isObject));
  const root = rootOf(messages.map(({ blad }) => blad));
  if (manifest.wortel !== root || canonical(bewijs) !== canonical({ berichten: messages.length, wortel: root })) {
    throw new Refused('ROOT_DIFFERS', 'bewijs/manifest.json');
  }
}

/** The messages that are shown, each checked by its salt; of every other one there is only the leaf. */
function readPart(folder, files, sealed, { bewijs }) {
  const told = readJson(readFileSync(join(folder, DISCLOSURE)), 'DISCLOSURE_UNREADABLE', 'DISCLOSURE_UNREADABLE', DISCLOSURE);
  exactly(told, ['berichten'], DISCLOSURE, 'DISCLOSURE_UNREADABLE');
  const { berichten } = told;
  const refuse = (code) => {
    throw new Refused(code, DISCLOSURE);
  };
  if (!Array.isArray(berichten) || !berichten.every(isObject)) refuse('DISCLOSURE_UNREADABLE');
  const isSalt = (salt) => /^[0-9a-f]{32}$/.test(salt);
  const salted = (salt, bytes) => sha256(Buffer.concat([Buffer.from(salt, 'hex'), bytes]));
  const part = { names: new Set(), beside: new Set([DISCLOSURE]), count: 0 };
  const leaves = berichten.map(({ blad, zout, uitwisseling, kant, bericht, origineel, ...more }) => {
    if (Object.keys(more).length > 0 || (blad === undefined) !== isSalt(zout)) refuse('DISCLOSURE_UNREADABLE');
    if (blad !== undefined) return blad;
    if (!isObject(uitwisseling) || !isObject(bericht)) refuse('DISCLOSURE_UNREADABLE');
    part.count++;
    if (bericht.bestand !== undefined) {
      if (sealed.get(bericht.bestand) !== bericht.sha256) refuse('MANIFEST_DIFFERS');
      part.names.add(bericht.bestand);
    }
    if (origineel !== undefined) {
      const name = `bewijs/${uitwisseling.id}-${kant}.origineel`;
      if (origineel?.bestand !== name || !isSalt(origineel.zout) || !isPlainName(name)) refuse('DISCLOSURE_UNREADABLE');
      part.beside.add(name);
      if (files.get(name) !== 'file') throw new Refused('FILE_MISSING', name);
      const digest = salted(origineel.zout, readFileSync(join(folder, name)));
      if (digest !== bericht.zoutDigest) throw new Refused('ORIGINAL_DIFFERS', name);
    }
    return salted(zout, Buffer.from(canonical({ uitwisseling, kant, bericht })));
  });
  if (canonical(bewijs) !== canonical({ berichten: leaves.length, wortel: rootOf(leaves) })) refuse('ROOT_DIFFERS');
  return part;
}

/** RFC 6962, section 2.1: a leaf and a node are hashed differently, and what is left over on the right goes up as it is. */
function rootOf(leaves) {
  if (!leaves.every((leaf) => /^[0-9a-f]{64}$/.test(leaf))) return undefined;
  let level = leaves.map((leaf) => sha256(Buffer.from(`00${leaf}`, 'hex')));
  while (level.length > 1) {
    level = level.flatMap((left, at) => {
      if (at % 2 === 1) return [];
      return at + 1 < level.length ? [sha256(Buffer.from(`01${left}${level[at + 1]}`, 'hex'))] : [left];
    });
  }
  return level[0] ?? sha256('');
}

/** Who signs along signs seals that stand here, the first one among them. */
function checkAlong({ subject }, name, digests) {
  const isFirst = subject.some((each) => each.name === SEAL);
  const isSame = subject.every((each) => digests.get(each.name) === each.digest.sha256);
  if (!isFirst || !isSame) throw new Refused('SEAL_OTHER', name);
}

/** JSON in the one form of RFC 8785, so that it cannot be read in two ways. */
function readJson(bytes, unreadable, otherForm, name) {
  let text;
  let value;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = depth(text) > 64 ? undefined : JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (value === undefined) throw new Refused(unreadable, name);
  if (canonical(value) !== text) throw new Refused(otherForm, name);
  return value;
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

function depth(text) {
  let now = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    if (inString && text[at] === '\\') at++;
    else if (text[at] === '"') inString = !inString;
    else if (inString) continue;
    else if (text[at] === '[' || text[at] === '{') most = Math.max(most, ++now);
    else if (text[at] === ']' || text[at] === '}') now--;
  }
  return most;
}

function exactly(value, names, file, code = 'SEAL_FORM') {
  if (!isObject(value) || Object.keys(value).sort().join() !== [...names].sort().join()) throw new Refused(code, file);
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fromBase64(text, name) {
  const bytes = Buffer.from(typeof text === 'string' ? text : '', 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== text) throw new Refused('SEAL_FORM', name);
  return bytes;
}

/** Visible ASCII, no way up, nothing that another system would take for another name. */
function isPlainName(name) {
  if (name.length > 1024 || !/^[ -~]+$/.test(name) || /[\\:*?"<>|]/.test(name)) return false;
  return name.split('/').every((part) => part !== '' && !/^\.{1,2}$|[. ]$|^ |^(con|prn|aux|nul|(com|lpt)\d)(\.|$)/i.test(part));
}

function folded(name) {
  return name.normalize('NFKC').toLowerCase();
}

function numberOf(name) {
  return Number(SEALS.exec(name)?.[2] ?? 1);
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function main([folder, ...keyFiles]) {
  if (folder === undefined || keyFiles.length === 0) {
    console.error('usage: node verify-report.mjs <folder> <public.pem> [<another public.pem> ...]');
    return 2;
  }
  let result;
  try {
    result = verifyReport(folder, keyFiles.map((file) => readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  for (const { name, keyId, isKnown } of result.signers) {
    console.log(`${isKnown ? 'signed with your key' : 'signed with a key that is not yours'}: ${name}  sha256:${keyId}`);
  }
  if (result.shown !== undefined) console.log(`disclosed: ${result.shown} messages; of the others only a salted digest is here`);
  for (const { code, what } of result.problems) console.log(`${code}  ${JSON.stringify(what)}`);
  console.log(result.problems.length === 0 ? 'HOLDS' : 'DOES NOT HOLD');
  return result.problems.length === 0 ? 0 : 1;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) exit(main(argv.slice(2)));
