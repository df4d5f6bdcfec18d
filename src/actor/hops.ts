/**
 * Stands on every hop of a chain at once, at one address with a path for each, and marks each message with the step that it
 * is for when it passes. All of them deliver to one mailbox.
 */
import { allHops, type Chain, type Hop, hopsOf } from '../model/chain.js';
import type { Exchange, SentRequest } from '../model/exchange.js';
import type { Stray } from '../model/stray.js';
import type { AddressBookOptions } from './address-book.js';
import { type AddressBook, createAddressBook, type ExpectedStep } from './address-book.js';
import type { Recalled } from './counterpart.js';
import { createMailbox, type Mailbox } from './mailbox.js';
import { createRelay, type RelayOptions } from './relay.js';
import { isLook } from './simulator-pages.js';

export interface HopsOptions
  extends Omit<RelayOptions, 'hop' | 'path' | 'target' | 'purposeOf' | 'deliver'>,
    Omit<AddressBookOptions, 'expected'> {
  readonly chain: Chain;
  /** The steps whose message goes over a link, in the order of the suite. */
  readonly expectedOn: (link: string) => readonly ExpectedStep[];
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
  strayOf(exchange: Exchange): Stray | undefined;
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
  const books = new Map<string, AddressBook>();
  for (const hop of allHops(chain)) {
    const links = chain.links.filter((link) => hopsOf(link).some(({ id }) => id === hop.id));
    books.set(hop.id, createAddressBook({ ...options, expected: links.flatMap(({ id }) => options.expectedOn(id)) }));
  }
  // Who asks for a page or a WSDL sends no message.
  const deliver = (exchange: Exchange) => {
    if (!isLook(exchange.request)) mailbox.deliver(exchange);
  };
  for (const { exchange, stray } of options.recalled ?? []) {
    await books.get(exchange.hop ?? '')?.recall(exchange, stray);
    deliver(exchange);
  }
  // Only now can anything new come.
  const relays = [...books].flatMap(([id, book]) => {
    const hop = allHops(chain).find((each) => each.id === id);
    return [...(hop ? options.targetsOf(hop) : [])].map(([path, target]) =>
      createRelay({
        ...options,
        ...{ hop: id, path, target, deliver },
        purposeOf: (request: SentRequest) => book.purposeOf(request),
      }),
    );
  });
  return {
    mailbox,
    urlOf: (hop) => `${site.url}${hopPath(hop)}`,
    awaits: (path) => {
      for (const book of books.values()) book.awaits(path);
    },
    passes: (path) => {
      for (const book of books.values()) book.passes(path);
    },
    strayOf: (exchange) => books.get(exchange.hop ?? '')?.strayOf(exchange),
    async [Symbol.asyncDispose]() {
      await Promise.all(relays.map((relay) => relay.close()));
    },
  };
}
