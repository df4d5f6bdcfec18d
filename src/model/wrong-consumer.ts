/** A product that sends something wrong, in one way: one of our own messages, changed on its way out. */
export interface WrongConsumer {
  /** In words. */
  readonly what: string;
  /** Path of the step that it has to turn red. */
  readonly step: string;
  /** Id of the check that has to tell it. */
  readonly told: string;
  /** A regular expression in the text of the message, and what stands there instead. */
  readonly replace?: string;
  readonly by?: string;
  /** HTTP headers that are other than they should be. */
  readonly headers?: Readonly<Record<string, string>>;
}
