/**
 * Is this the reply that the request was owed: the right kind, in the right envelope, to this very request?
 */
import type { ReplyFindings, ReplyInput } from '../family.js';
import { judgeAnswer } from './judge-answer.js';
import { judgeCorrelation } from './judge-correlation.js';
import { judgeEnvelope } from './judge-envelope.js';
import { judgeKind } from './judge-kind.js';

export function judgeReply(input: ReplyInput): ReplyFindings {
  return {
    kind: judgeKind(input),
    envelope: judgeEnvelope(input),
    correlation: [...judgeCorrelation(input), ...judgeAnswer(input)],
  };
}
