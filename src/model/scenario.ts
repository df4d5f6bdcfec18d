/**
 * What is tested: suites of scenarios of steps, as loaded from YAML, before anything is filled in.
 */
import type { Chain } from './chain.js';
import type { Disturb } from './disturbance.js';
import type { Bron, Tekst } from './finding.js';
import type { HumanCheck } from './human-check.js';

/** Where the text of a test set comes from: published, or our own. */
export type Herkomst = 'officieel' | 'eigen';

export interface Suite {
  /** Path, e.g. `lampen-1.0/lampbeheer`. */
  readonly id: string;
  readonly standard: string;
  readonly role: string;
  readonly title: string;
  readonly testset: {
    readonly id: string;
    readonly versie: string;
    readonly bron: Herkomst;
    readonly berichten: Herkomst;
    /** sha256 over every file the suite was read from, in order of name. */
    readonly digest: string;
  };
  readonly variables: readonly VariableDefinition[];
  readonly scenarios: readonly Scenario[];
  /** What the simulated counterpart holds beside the fixtures of the standard; texts may name variables. */
  readonly fixtures?: readonly Readonly<Record<string, unknown>>[];
  /** Who talks with whom, when several systems are tested together. */
  readonly chain?: Chain;
}

export interface Scenario {
  /** Stable id, e.g. `lb.2.plaatsLamp`. */
  readonly id: string;
  readonly title: string;
  readonly verplicht: boolean;
  readonly steps: readonly Step[];
  readonly bron?: Bron;
  /** Rules that only a whole scenario can decide, and this one does. */
  readonly decides?: readonly string[];
}

/** One official step: a message we send, or the message that must come back. */
export interface Step {
  readonly nr: number;
  readonly variant?: string;
  /** Message name and code as the set gives them. */
  readonly message: string;
  readonly code: string;
  /** `STP` is us, `TTA` is the product. */
  readonly from: 'STP' | 'TTA';
  readonly to: 'STP' | 'TTA';
  readonly src?: string;
  readonly anomaly?: string;
  readonly service: string;
  /** The koppeling over which the message goes, in a chain. */
  readonly link?: string;
  /** In a chain: what we do wrong on purpose with the message or its answer, on one of its hops. */
  readonly disturb?: Disturb;
  /** In a chain: number of the step in this scenario whose message has to come once more, unless it was confirmed meanwhile. */
  readonly again?: number;
  /** What somebody does in a real system to make it send what we would have sent for it. */
  readonly instruction?: Tekst;
  /** Present on a step that we send. */
  readonly send?: MessageSource;
  /** Present on a step that the product sends of its own accord: we wait for it, and answer. */
  readonly receive?: Receive;
  /** On our own answer: the fault that we make in it on purpose, by its name in `list faults`. */
  readonly misbehave?: string;
  /** Number of the step in this scenario whose request this step answers; present on a reply, the product's or ours. */
  readonly answers?: number;
  /** Steps that must have established something first, e.g. `lb.1.kiesLampnummer/2`. */
  readonly requires: readonly string[];
  /** Asks the product to show what a request left behind; judged as evidence of this step. */
  readonly readBack?: ReadBack;
  /** In a chain: nobody speaks; the system at the end of the koppeling is asked itself, with `readBack`, what it came to. */
  readonly isEndState?: boolean;
  /** Values taken from the reply. */
  readonly capture: readonly Capture[];
  readonly expect: readonly Expectation[];
  /** On a reply: a fault is due here, and this one; anything else is not a pass. */
  readonly fault?: FaultDue;
  /** Asked of a person when everything else about the step is well. */
  readonly confirm?: HumanCheck;
}

/** The fault that a provoked request is owed. */
export interface FaultDue {
  /** Codes that fit; any when absent. */
  readonly codes?: readonly string[];
  /** Whether a standard prescribes these codes: otherwise another code is a warning. */
  readonly prescribed: boolean;
  readonly plek?: 'client' | 'server';
  /** Words of which the text of the fault has one, so that it is seen to be about this. */
  readonly about?: readonly string[];
  /** The usual reply is right too: the message may be refused later, or need not be refused at all. */
  readonly optional?: boolean;
}

export interface MessageSource {
  /** File in `messages/`, without ending. */
  readonly template: string;
  /** Name in the template → value, which may name variables as `{{Lamp1.identificatie}}`. */
  readonly with: Readonly<Record<string, string>>;
  /** Path of an earlier step whose referentienummer and time this message takes over. */
  readonly sameReferenceAs?: string;
  /** Instead of the one of the service. */
  readonly soapAction?: string;
  /** Elements of stuurgegevens that are other than the service says. */
  readonly stuurgegevens?: Readonly<Record<string, string>>;
  /** The message is wrong on purpose: neither schema nor rules are held against it. */
  readonly wrongOnPurpose?: boolean;
}

export interface Receive {
  /** What somebody does in the product to make it send; may name variables as `{{Lamp1.identificatie}}`. */
  readonly instruction: Tekst;
  /** Path → value, when a message of the same service may be about something else: then this tells them apart. */
  readonly subject?: Readonly<Record<string, string>>;
  /** Number of the step in this scenario whose message has to come once more; nobody is asked to make the product send it. */
  readonly again?: number;
  /** A message that would be right. Our own driver sends it when it plays the product. */
  readonly example: MessageSource;
}

export interface ReadBack extends MessageSource {
  readonly service: string;
  readonly expect: readonly Expectation[];
  /** How long it may take until it holds; as the settings say when absent. */
  readonly withinMillis?: number;
}

export interface Capture {
  readonly variable: string;
  /** Prefixed path from the message element. */
  readonly path: string;
}

export interface VariableDefinition {
  readonly name: string;
  readonly type: 'constant' | 'captured' | 'function';
  /** Default of a constant. */
  readonly value?: string;
  /** Name of a function, e.g. `today`. */
  readonly function?: string;
  /** The product must hold this beforehand; asked by init and preflight. */
  readonly moetBestaan: boolean;
  readonly description?: string;
}

/** What must hold. The kind is the name of a judge, its options are checked when the suite loads. */
export interface Expectation {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What an expectation kind is, so that a suite can be refused at the door: each judge is one. */
export interface ExpectationKind {
  readonly kind: string;
  /** Complaints about the options, in words; empty when they are right. */
  complaints(options: Readonly<Record<string, unknown>>): readonly string[];
}
