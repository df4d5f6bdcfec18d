/**
 * The steps of a chain in which we disturb a message on purpose, and those in which it has to come once more: what the actors
 * make of it is judged, what we did is told.
 */
import { judgeDeliveriesAlong, judgeRepliesAlong, judgeRequestsAlong, type Way } from './judge/along-chain.js';
import { judgeCertificate, judgeNotHidden, mended, toldDisturbed } from './judge/disturbed.js';
import { asAnswered } from './judge/hop-view.js';
import { confirmed, reached } from './judge/reach.js';
import type { Hop } from './model/chain.js';
import { turnedAway, wentOn } from './model/disturbance.js';
import type { Exchange } from './model/exchange.js';
import type { Finding } from './model/finding.js';
import { stepOutcome } from './model/outcome.js';
import { stepPath } from './model/plan.js';
import type { Scenario, Step } from './model/scenario.js';
import type { Telling } from './run.js';
import type { Turn } from './run-receiving.js';
import { readBack } from './run-sending.js';
import { asParty, missing, ofParty, ours, seenIn } from './run-watching.js';

/** The exchange that we disturbed so that who asked got no answer, and where it stands. */
export function brokenIn(passed: readonly Exchange[]): { readonly exchange: Exchange; readonly at: number } | undefined {
  const at = passed.findIndex(({ disturbed, failure }) => disturbed && failure);
  const exchange = passed[at];
  return exchange && { exchange, at };
}

/** What we did, or that we did not; empty while it did not come to us. */
export function disturbanceOf({ disturb }: Step, passed: readonly Exchange[]): readonly Finding[] {
  const exchange = passed.find(({ hop }) => hop === disturb?.hop);
  if (!disturb || !exchange) return [];
  // What we could not disturb because it broke by itself is told as that.
  return exchange.disturbed || exchange.reply ? [toldDisturbed(disturb, exchange)] : [];
}

/** Whether who connected on the hop where we showed a wrong certificate turned away from it. */
export function certificateOf(hops: readonly Hop[], passed: readonly Exchange[]): readonly Finding[] {
  return passed.flatMap((exchange) => {
    const hop = hops.find(({ id }) => id === exchange.hop);
    return hop ? judgeCertificate(hop, exchange) : [];
  });
}

/** The message of a step that we disturbed: it is judged as far as it came, and what it left behind is looked up. */
export async function* brokenOver(turn: Turn, way: Way, hops: readonly Hop[], repeated: readonly Finding[]): Telling {
  const { scenario, step, progress, tell } = turn;
  const path = stepPath(scenario, step);
  const broken = brokenIn(way.passed);
  const isOn = broken?.exchange.disturbed !== undefined && wentOn(broken.exchange.disturbed);
  const heard = isOn ? way.passed.slice(broken?.at) : [];
  const asked = { ...way, passed: way.passed.filter((each) => !turnedAway(each)) };
  const said = [...(await judgeRequestsAlong(asked)), ...repeated, ...missing(turn, hops, way.passed)];
  const disturbed = [...disturbanceOf(step, way.passed), ...certificateOf(hops, way.passed)];
  const findings = [...disturbed, ...said, ...(await judgeDeliveriesAlong({ ...way, passed: heard }))];
  if (!isOn) progress.disprove(path);
  seenIn(progress).set(path, { passed: way.passed, isRight: stepOutcome(findings).verdict === 'voldoet' });
  // When who stands between offered it again already, it is there by right.
  const isLooked = step.readBack !== undefined && !mendedIn(turn, step, hops);
  const proof = isLooked && step.readBack ? yield* readBack(asParty(turn), step.readBack) : undefined;
  return tell(ours([...findings, ...ofParty(proof?.findings ?? [], turn)], turn));
}

/** What came back of a message that we disturbed: nobody before it may say that all is well. */
export async function brokenBack(turn: Turn, asked: Step, way: Way, hops: readonly Hop[]): Promise<readonly Finding[]> {
  const { at = 0, exchange } = brokenIn(way.passed) ?? {};
  const isOn = exchange?.disturbed !== undefined && wentOn(exchange.disturbed);
  const replies = isOn ? await judgeRepliesAlong({ ...way, passed: way.passed.slice(at) }) : [];
  const hidden = await judgeNotHidden(way, way.passed.slice(0, at), mendedIn(turn, asked, hops) !== undefined);
  return [...disturbanceOf(asked, way.passed), ...replies, ...hidden];
}

/** The step in which the message of another comes once more. */
function againAfter({ steps }: Scenario, { nr }: Step): Step | undefined {
  return steps.find(({ again }) => again === nr);
}

/** The message once more on the hop that we disturbed, when who spoke first did not send it: who stands before that hop did. */
function mendedIn({ scenario, crew }: Turn, asked: Step, hops: readonly Hop[]): Exchange | undefined {
  const again = againAfter(scenario, asked);
  const path = again && stepPath(scenario, again);
  const left = crew.watching?.mailbox.untaken().map(({ exchange }) => exchange) ?? [];
  const own = left.filter(({ purpose }) => `${purpose.scenario}/${purpose.step}` === path);
  const spoken = own.find(({ hop }) => hop === hops[0]?.id);
  return own.find(({ hop, id }) => hop === asked.disturb?.hop && (!spoken || id < spoken.id));
}

/**
 * A message that has to come once more, and was confirmed to who spoke first before he could offer it again.
 * @returns undefined when it has to come
 */
export async function overAlready(turn: Turn, hops: readonly Hop[]): Promise<OverAlready | undefined> {
  const { scenario, step, progress, crew } = turn;
  const asked = scenario.steps.find(({ nr }) => nr === step.again);
  const first = asked && seenIn(progress).get(stepPath(scenario, asked));
  if (!asked) return undefined;
  const [spoken] = first?.passed ?? [];
  // What was never said does not come once more.
  if (!spoken) return { follows: progress.rootOf(stepPath(scenario, asked)) };
  const isAnswered = !(spoken.disturbed && spoken.failure) && (await confirmed(turn.caseOf(asAnswered(spoken))));
  if (!isAnswered) return undefined;
  const found = mendedIn(turn, asked, hops);
  const answer = scenario.steps.find(({ answers }) => answers === asked.nr);
  if (!found) return { follows: progress.rootOf(stepPath(scenario, answer ?? asked)) };
  const taken = await crew.watching?.mailbox.take(({ id }) => id === found.id, crew.clock.now(), crew.clock);
  return taken && { mended: taken.exchange };
}

export type OverAlready = { readonly follows: string } | { readonly mended: Exchange };

/** The message came once more from who stands between: it is judged from there on. */
export async function* mendedOver(turn: Turn, way: Way, found: Exchange): Telling {
  const { scenario, step, progress, tell, at } = turn;
  const path = stepPath(scenario, step);
  progress.record(path, found);
  yield { type: 'exchanged', at: at(), exchange: found };
  const findings = [mended(found), ...(await judgeRequestsAlong(way)), ...(await judgeDeliveriesAlong(way))];
  const isRight = stepOutcome(findings).verdict === 'voldoet';
  seenIn(progress).set(path, { passed: way.passed, isRight });
  const proof = reached(found) && step.readBack ? yield* readBack(asParty(turn), step.readBack) : undefined;
  if (isRight && (!proof || proof.shown === 'voldoet')) progress.establish(path);
  return tell(ours([...findings, ...ofParty(proof?.findings ?? [], turn)], turn));
}

/** What was seen of the message that comes once more here. */
export function firstSeen({ scenario, step, progress }: Turn): readonly Exchange[] {
  return seenIn(progress).get(`${scenario.id}/${step.again}`)?.passed ?? [];
}
