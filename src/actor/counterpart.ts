/**
 * The counterpart of a product that sends by itself: a simulator that marks each message with the step that it is for
 * when it arrives, and puts it in the mailbox when it was answered.
 */
import type { Family } from '../standard/family.js';
import { type AddressBook, createAddressBook, type ExpectedStep } from './address-book.js';
import { createMailbox, type Mailbox } from './mailbox.js';
import { type SimulatorOptions, startSimulator } from './simulator.js';

export interface CounterpartOptions extends Omit<SimulatorOptions, 'deliver' | 'purposeOf'> {
  readonly family: Family;
  /** In the order of the suite. */
  readonly expected: readonly ExpectedStep[];
}

/** Where a run takes the messages of the product from. */
export interface Incomings extends Omit<AddressBook, 'purposeOf'> {
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
  const simulator = await startSimulator({
    ...options,
    purposeOf: book.purposeOf,
    deliver: (exchange) => void mailbox.deliver(exchange),
  });
  return { ...book, mailbox, url: simulator.url, [Symbol.asyncDispose]: () => simulator.close() };
}
