/**
 * Settings of the counterpart, from `simulator:` in standard.yaml: what it is called, what it holds from the start,
 * and the few facts about entity types that neither a schema nor `entities:` says.
 */
import type { StandardDefinition } from '../../../model/standard-definition.js';
import type { Party } from '../../family.js';

export interface Settings {
  /** Values that effects may name: prefixes of identifications, switches for guards. */
  readonly values: Readonly<Record<string, string | boolean>>;
  /** How we call ourselves when a message does not say whom it is for. */
  readonly self: Party;
  /** Who may talk to us; empty means everybody. */
  readonly partners: readonly Partner[];
  /** By which names we may be addressed; empty means every name. */
  readonly addresses: readonly Party[];
  /** Refuse a message that is not later than the one before it (StUF019). */
  readonly checkTijdstip: boolean;
  /** How long a confirmed message waits before it is processed. */
  readonly processingDelayMillis: number;
  /** What may follow on a confirmed message, on a connection of its own: Bv01, Fo01. A choice of the koppelvlak (S301 §4.4.1). */
  readonly later: readonly string[];
  /** Entities that are there from the start, such as a catalogue. */
  readonly fixtures: readonly Fixture[];
  /** Entity type → local names of its kerngegevens; its keys when it is not named here. */
  readonly kerngegevens: Readonly<Record<string, readonly string[]>>;
  /** Relation type → what tells two relations to the same entity apart, and in which order they are shown. */
  readonly relations: Readonly<Record<string, RelationSettings>>;
  /** Entity type → number of a sortering → local names. */
  readonly sortering: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Entity type → local name → value that a reply shows when its schema demands one and nobody told us any. */
  readonly defaults: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Partner extends Party {
  /** Ids of the services that this partner may use; absent means all. */
  readonly services?: readonly string[];
}

export interface Fixture {
  readonly type: string;
  /** Prefixed name → text, or the same again for a group; a list for a repeated element. */
  readonly elements: Readonly<Record<string, unknown>>;
}

export interface RelationSettings {
  readonly keys?: readonly string[];
  /** Local name; `-` before it for descending. */
  readonly order?: string;
}

/** Names of the settings, for complaints. */
export const SETTING_NAMES: readonly (keyof Settings)[] = [
  'values',
  'self',
  'partners',
  'addresses',
  'checkTijdstip',
  'processingDelayMillis',
  'later',
  'fixtures',
  'kerngegevens',
  'relations',
  'sortering',
  'defaults',
];

const UNSET: Settings = {
  values: {},
  self: { applicatie: 'ketentest' },
  partners: [],
  addresses: [],
  checkTijdstip: false,
  processingDelayMillis: 0,
  later: [],
  fixtures: [],
  kerngegevens: {},
  relations: {},
  sortering: {},
  defaults: {},
};

/** Asked for with every message. */
const KNOWN = new WeakMap<StandardDefinition['simulator'], Settings>();

/** Reads the settings; what `complaints` has checked is taken as it is. */
export function settingsOf({ simulator }: StandardDefinition): Settings {
  const known = KNOWN.get(simulator) ?? { ...UNSET, ...(simulator as Partial<Settings>) };
  KNOWN.set(simulator, known);
  return known;
}

/** Fills `{name}` in a text of an effect with the value of a setting. */
export function fillIn(text: string, settings: Settings): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(settings.values[name] ?? whole));
}
