/** Of each kind of statement what has to stand in it. A statement with anything else in it, or without something, says nothing. */
import { hasExactly } from '../../report/exact-json.js';
import { GEZIEN, type Soort, STATUSSEN } from './verklaring.js';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 2000;
const digest: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isSwitch: Check = (value) => typeof value === 'boolean';
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value);
const all =
  (names: Readonly<Record<string, Check>>): Check =>
  (value) =>
    hasExactly(value, ...Object.keys(names)) &&
    Object.entries(names).every(([name, check]) => {
      const key = name.replace(/\?$/, '');
      return (name.endsWith('?') && !Object.hasOwn(value, key)) || check(value[key]);
    });
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

/** ISO 8601 with an offset. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
}

const named = all({ naam: text });
const product = all({ pakketnaam: text, versie: text });
const standaard = all({ naam: text, versie: text });
const tupel = all({ product, leverancier: named, standaard, rol: text });
const aanbod = all({ product: all({ pakketnaam: text, 'versie?': text }), leverancier: named, standaard, 'rol?': text });
const ofReport = all({ rapport: digest });
const testset = all({ id: text, versie: text, digest });

const SHAPES: Readonly<Record<Soort, Readonly<Record<string, Check>>>> = {
  steun: { over: tupel },
  intrekking: { over: either(ofReport, tupel), reden: text },
  betwisting: { over: ofReport, reden: text },
  publicatie: { over: ofReport, url: (value) => isWebAddress(value), gezien: oneOf(...GEZIEN), gezienOp: isTime },
  vinkje: { over: aanbod, gezet: isSwitch, 'rapport?': digest },
  platformrapport: {
    ...{ over: tupel, instrument: text, uitkomst: oneOf('foutloos', 'met_fouten', 'niet_vastgesteld') },
    ...{ omvang: oneOf('volledig', 'deels'), bestand: all({ naam: text, sha256: digest }) },
  },
  erkenning: { standaard, testset, instrument: text },
  in_gebruik: { over: all({ product, leverancier: named }), sinds: isTime },
  testset_vervangen: { testset, sinds: isTime },
  standaardstatus: { standaard, status: oneOf(...STATUSSEN), 'instrument?': text, sinds: isTime },
  sleutel_ingetrokken: { sleutel: digest, sinds: isTime },
  niet_vergelijkbaar: { over: ofReport, reden: text },
};

export const SOORTEN = Object.keys(SHAPES) as readonly Soort[];

export function hasShapeOf(soort: Soort, value: unknown): value is Readonly<Record<string, unknown>> {
  return all(SHAPES[soort])(value);
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 2000 && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
