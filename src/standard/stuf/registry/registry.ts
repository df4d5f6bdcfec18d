/**
 * The counterpart that remembers: a StUF registry whose koppelvlak is data. It answers questions from what it holds,
 * takes over kennisgevingen, does what free messages declare, and refuses what cannot be.
 */
import { HarnessError } from '../../../model/harness-error.js';
import type { StandardDefinition } from '../../../model/standard-definition.js';
import type { Registry, RegistryStore } from '../../family.js';
import type { Ledger } from '../../ledger.js';
import { fixtureElements } from './fixtures.js';
import { handle } from './handle.js';
import { type Knowledge, knowledgeOf } from './knowledge.js';
import { ownReference, SENT } from './own-reference.js';
import { predict } from './predict.js';
import { remains } from './remains.js';
import { type SavedStore, Store } from './store.js';
import { freshWorld } from './world-after.js';

/** Makes the registry of a koppelvlak; it holds no state, that is in its stores. */
export function createRegistry(standard: StandardDefinition): Registry {
  const knowledge = knowledgeOf(standard);
  const worldOf = (store: RegistryStore) => ({ store: store as Store, knowledge });
  const addFixtures = (store: Store): void => {
    for (const fixture of knowledge.settings.fixtures) store.add(fixture.type, fixtureElements(fixture, standard.namespaces));
  };
  return {
    createStore(saved) {
      const store = new Store(knowledge);
      if (saved !== undefined) store.restore(checked(saved));
      else addFixtures(store);
      return store;
    },
    openStore(ledger, saved) {
      if (saved !== undefined) return restored(knowledge, saved, ledger);
      const store = new Store(knowledge, ledger);
      if (store.isEmpty) addFixtures(store);
      store.settle();
      return store;
    },
    handle(store, incoming) {
      const world = worldOf(store);
      const reply = handle(world, incoming);
      world.store.settle();
      return reply;
    },
    begin(store, at) {
      const { store: own } = worldOf(store);
      const referentienummer = ownReference(worldOf(store), at).referentienummer;
      own.issue(SENT, referentienummer);
      own.settle();
      return { referentienummer, zender: knowledge.settings.self };
    },
    predict: (sent, question) => predict(knowledge, sent, question),
    remains: (sent) => remains(freshWorld(knowledge), sent),
  };
}

function restored(knowledge: Knowledge, saved: unknown, ledger: Ledger): Store {
  const store = new Store(knowledge);
  store.restore(checked(saved));
  store.copyTo(ledger)();
  return store;
}

/** @throws {HarnessError} `CONFIG_INVALID` for what no store has saved */
function checked(saved: unknown): SavedStore {
  const format = (saved as Partial<SavedStore> | null)?.format;
  if (format === 1) return saved as SavedStore;
  throw new HarnessError('CONFIG_INVALID', 'what was read is not the saved state of a counterpart', {
    hint: 'Give a file that --state wrote, or start without one.',
  });
}
