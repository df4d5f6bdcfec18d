/**
 * The counterpart of a product that sends by itself: a simulator that marks each message with the step that it is for
 * when it arrives, and puts it in the mailbox when it was answered.
 */

import type { Exchange } from '../model/exchange.js';
import type { Stray } from '../model/stray.js';
import type { Family } from '../standard/family.js';
import { type AddressBook, createAddressBook, type ExpectedStep } from './address-book.js';
import { createMailbox, type Mailbox } from './mailbox.js';
import { rehearse } from './rehearse.js';
import { type SimulatorOptions, startSimulator } from './simulator.js';
import { isLook } from './simulator-pages.js';

export interface CounterpartOptions extends Omit<SimulatorOptions, 'deliver' | 'purposeOf'> {
  readonly family: Family;
  /** In the order of the suite. */
  readonly expected: readonly ExpectedStep[];
  /** What came and was answered before the run was cut off, in order. */
  readonly recalled?: readonly Recalled[] | undefined;
}

/** A message of before, and why nobody waited for it. */
export interface Recalled {
  readonly exchange: Exchange;
  readonly stray?: Stray;
}

/** Where a run takes the messages of the product from. */
export interface Incomings extends Omit<AddressBook, 'purposeOf' | 'recall' | 'turnedAway'> {
  readonly mailbox: Mailbox;
}

export interface Counterpart extends Incomings, AsyncDisposable {
  readonly url: string;
}

/**
 * Starts to listen.
 * @throws {HarnessError} `LISTEN_FAILED` when the address is taken or not ours
 */
export async function startCounterpart(options: CounterpartOptions): Promise<Counterpart> {
  const mailbox = createMailbox();
  const book = createAddressBook(options);
  const { recalled = [] } = options;
  // Who asks for our page or our WSDL sends no message.
  const deliver = (exchange: Exchange) => {
    if (!isLook(exchange.request)) mailbox.deliver(exchange);
  };
  await rehearse(
    options,
    recalled.map(({ exchange }) => exchange),
  );
  for (const { exchange, stray } of recalled) {
    await book.recall(exchange, stray);
    deliver(exchange);
  }
  const simulator = await startSimulator({
    ...options,
    purposeOf: book.purposeOf,
    deliver,
  });
  return { ...book, mailbox, url: simulator.url, [Symbol.asyncDispose]: () => simulator.close() };
}
