/**
 * Stands on every hop of a chain at once, at one address with a path for each, and marks each message with the step that it
 * is for when it passes. All of them deliver to one mailbox.
 */
import { allHops, type Chain, type Hop, hopsOf } from '../model/chain.js';
import { arrives, type CertificateFault, type Disturb, isCertificateFault } from '../model/disturbance.js';
import type { Exchange, Purpose, SentRequest } from '../model/exchange.js';
import type { Stray } from '../model/stray.js';
import type { AddressBookOptions } from './address-book.js';
import { type AddressBook, createAddressBook, type ExpectedStep } from './address-book.js';
import { createCertificateFaults } from './certificate-faults.js';
import type { Recalled } from './counterpart.js';
import type { Shown } from './disguise.js';
import { createDisturber, type Disturber } from './disturber.js';
import { createMailbox, type Mailbox } from './mailbox.js';
import { createRelay, type RelayOptions } from './relay.js';
import { isLook } from './simulator-pages.js';
import { recordTurnedAway } from './turned-away.js';

export interface HopsOptions
  extends Omit<RelayOptions, 'hop' | 'path' | 'target' | 'purposeOf' | 'deliver'>,
    Omit<AddressBookOptions, 'expected'> {
  readonly chain: Chain;
  /** The steps whose message goes over a link, in the order of the suite. */
  readonly expectedOn: (link: string) => readonly ExpectedStep[];
  /** What is done wrong on purpose with the message of a step, by its path. */
  readonly disturbed: ReadonlyMap<string, Disturb>;
  /** What is shown on purpose instead of our certificate; every one that is asked for. */
  readonly certificates: ReadonlyMap<CertificateFault, Shown>;
  /** Steps whose message comes once more, and waits on its first hop until it is released. */
  readonly held: readonly string[];
  /** Where a hop leads to: path below the address where we listen → the address behind it. */
  readonly targetsOf: (hop: Hop) => ReadonlyMap<string, string>;
  /** What passed before the run was cut off, in order. */
  readonly recalled?: readonly Recalled[];
}

export interface Hops extends AsyncDisposable {
  readonly mailbox: Mailbox;
  /** Where a message for this hop is sent to. */
  urlOf(hop: string): string;
  awaits(path: string): void;
  passes(path: string): void;
  release(path: string): void;
  strayOf(exchange: Exchange): Stray | undefined;
}

function pathOf({ scenario, step }: Pick<Purpose, 'scenario' | 'step'>): string {
  return `${scenario}/${step}`;
}

/** The address of a hop below the address where we listen. */
export function hopPath(hop: string): string {
  return `/${hop}`;
}

/**
 * Starts to stand on every hop.
 * @throws {HarnessError} `CONFIG_INVALID` when a target is no http or https URL
 */
export async function openHops(options: HopsOptions): Promise<Hops> {
  const { chain, site } = options;
  const mailbox = createMailbox();
  const disturbers = new Map<string, Disturber>();
  const books = new Map<string, AddressBook>();
  const linksOver = (hop: Hop) => chain.links.filter((link) => hopsOf(link).some(({ id }) => id === hop.id));
  for (const hop of allHops(chain)) {
    const links = linksOver(hop);
    books.set(hop.id, createAddressBook({ ...options, expected: links.flatMap(({ id }) => options.expectedOn(id)) }));
    const own = new Map([...options.disturbed].filter(([, { hop: id, how }]) => id === hop.id && !isCertificateFault(how)));
    const isFirst = links.some((link) => hopsOf(link)[0]?.id === hop.id);
    disturbers.set(hop.id, createDisturber(own, isFirst ? options.held : []));
  }
  // Who asks for a page or a WSDL sends no message.
  const deliver = (exchange: Exchange) => {
    if (!isLook(exchange.request)) mailbox.deliver(exchange);
  };
  const certificates = createCertificateFaults({
    ...{ ...options, disguise: site.disguise, first: new Set(chain.links.flatMap((link) => hopsOf(link)[0]?.id ?? [])) },
    turnedAway: async (path, disturb, who) => {
      const [hop, book] = [allHops(chain).find(({ id }) => id === disturb.hop), books.get(disturb.hop)];
      if (!hop || !book) return;
      const purpose = book.turnedAway(path);
      stopped(disturb, purpose, hop);
      const at = { ...options, hop: hop.id, url: `${site.url}${hopPath(hop.id)}` };
      deliver(await recordTurnedAway(at, disturb, purpose, who));
    },
  });
  for (const { exchange, stray } of options.recalled ?? []) {
    await books.get(exchange.hop ?? '')?.recall(exchange, stray);
    if (exchange.disturbed) disturbers.get(exchange.hop ?? '')?.take(exchange.purpose);
    if (exchange.disturbed && isCertificateFault(exchange.disturbed.how)) certificates.recall(pathOf(exchange.purpose));
    deliver(exchange);
  }
  /** What stays here is not waited for on the hops behind it: whatever comes there is offered once more. */
  const stopped = (disturb: Disturb | undefined, { scenario, step }: Purpose, hop: Hop) => {
    const hops = linksOver(hop).flatMap(hopsOf);
    const behind = disturb && !arrives(disturb) ? hops.slice(hops.findIndex(({ id }) => id === hop.id) + 1) : [];
    for (const { id } of behind) books.get(id)?.passes(pathOf({ scenario, step }));
    return disturb;
  };
  /** When it may pass here, it is due on the hops behind. */
  const dueBehind = (purpose: Purpose, hop: Hop) => {
    const next = linksOver(hop).flatMap((link) => hopsOf(link).find((_, at, all) => all[at - 1]?.id === hop.id) ?? []);
    for (const { id } of next) certificates.begin(pathOf(purpose), id);
  };
  // Only now can anything new come.
  const relays = allHops(chain).flatMap((hop) => {
    const [book, disturber] = [books.get(hop.id), disturbers.get(hop.id)];
    if (!book || !disturber) return [];
    return [...options.targetsOf(hop)].map(([path, target]) =>
      createRelay({
        ...options,
        ...{ hop: hop.id, path, target, deliver },
        disturber: {
          ...disturber,
          isWaiting: () => disturber.isWaiting() || certificates.isWaiting(),
          take: (purpose) => stopped(disturber.take(purpose), purpose, hop),
          ready: (purpose) => disturber.ready(purpose).then(() => dueBehind(purpose, hop)),
        },
        ignored: (purpose, socket) => certificates.ignored(pathOf(purpose), hop.id, socket),
        purposeOf: (request: SentRequest) => book.purposeOf(request),
      }),
    );
  });
  return {
    mailbox,
    urlOf: (hop) => `${site.url}${hopPath(hop)}`,
    awaits: (path) => {
      for (const book of books.values()) book.awaits(path);
      for (const link of chain.links) certificates.begin(path, hopsOf(link)[0]?.id ?? '');
    },
    passes: (path) => {
      for (const book of books.values()) book.passes(path);
      certificates.end(path);
    },
    release: (path) => {
      for (const disturber of disturbers.values()) disturber.release(path);
    },
    strayOf: (exchange) => books.get(exchange.hop ?? '')?.strayOf(exchange),
    async [Symbol.asyncDispose]() {
      await Promise.all(relays.map((relay) => relay.close()));
    },
  };
}
