/**
 * Knows with the message of which step another certificate than ours is shown, on which hop, and how often somebody has to turn
 * away from it. All hops are at one address: what is shown there, is shown only while that message is due on that hop.
 */
import type { Clock } from '../model/clock.js';
import { type CertificateFault, type Disturb, isCertificateFault, timesOf } from '../model/disturbance.js';
import { HarnessError } from '../model/harness-error.js';
import type { Disguise, Shown, TurnedAway } from './disguise.js';

export interface CertificateFaultsOptions {
  /** Of the address where we listen; absent in the clear. */
  readonly disguise?: Disguise | undefined;
  readonly certificates: ReadonlyMap<CertificateFault, Shown>;
  /** What is done wrong on purpose with the message of a step, by its path. */
  readonly disturbed: ReadonlyMap<string, Disturb>;
  /** Hops on which a message is said first: there it is due again as soon as somebody turned away. */
  readonly first: ReadonlySet<string>;
  readonly clock: Pick<Clock, 'now'>;
  /** Somebody turned away on a hop, who connected at this moment on the clock. */
  readonly turnedAway: (path: string, disturb: Disturb, who: TurnedAway & { readonly since: number }) => Promise<void>;
}

export interface CertificateFaults {
  /** Whether something is still to be shown: until then nothing passes before it is known what it is for. */
  isWaiting(): boolean;
  /** The message of this step is due on this hop. */
  begin(path: string, hop: string): void;
  /** It is not any more. */
  end(path: string): void;
  /** What was shown to who sends this message in spite of it; undefined when that was our own certificate. */
  ignored(path: string, hop: string, socket: unknown): CertificateFault | undefined;
  /** Somebody had turned away before the run was cut off. */
  recall(path: string): void;
}

/** @throws {HarnessError} `INTERNAL` when something is to be shown, and there is no certificate or no TLS */
export function createCertificateFaults(options: CertificateFaultsOptions): CertificateFaults {
  const { disguise, certificates, disturbed, first, clock, turnedAway } = options;
  const own = [...disturbed].filter(([, { how }]) => isCertificateFault(how));
  const left = new Map(own.map(([path, disturb]) => [path, timesOf(disturb)]));
  let due: string | undefined;
  const settled = (): void => {
    disguise?.eachAnew(left.size > 0);
  };
  const end = (path: string): void => {
    if (due === path) {
      due = undefined;
      disguise?.drop();
    }
  };
  const over = (path: string): void => {
    left.delete(path);
    end(path);
    settled();
  };
  const counted = (path: string, isAgain: boolean): void => {
    const count = left.get(path) ?? 0;
    if (count > 1) left.set(path, count - 1);
    if (count <= 1) over(path);
    else if (!isAgain) end(path);
  };
  settled();
  return {
    isWaiting: () => left.size > 0,
    begin(path, hop) {
      const disturb = disturbed.get(path);
      if (!disturb || disturb.hop !== hop || !left.has(path) || !isCertificateFault(disturb.how)) return;
      const certificate = certificates.get(disturb.how);
      if (!certificate || !disguise) throw new HarnessError('INTERNAL', `there is no certificate to show for ${disturb.how}`);
      due = path;
      disguise.show(certificate, () => {
        const since = clock.now();
        return async (who) => {
          // Connections that nobody used may close later.
          if (due !== path) return;
          counted(path, first.has(hop));
          await turnedAway(path, disturb, { ...who, since });
        };
      });
    },
    end(path) {
      if (left.has(path)) over(path);
    },
    ignored(path, hop, socket) {
      const disturb = disturbed.get(path);
      if (due !== path || !disturb || disturb.hop !== hop || !isCertificateFault(disturb.how)) return undefined;
      if (!disguise?.isOver(socket)) return undefined;
      over(path);
      return disturb.how;
    },
    recall: (path) => counted(path, false),
  };
}
