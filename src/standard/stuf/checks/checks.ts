/**
 * The named checks of StUF rules; one file each, one line here. A rule in YAML names one with `code:`.
 */
import type { ExchangeCheck, MessageCheck, RuleChecks } from '../../family.js';
import { countedWhenAsked, noMoreThanAsked, noMoreThanUsual } from './answer-count.js';
import { inAskedOrder } from './answer-order.js';
import { indicationAsked, parametersRepeated } from './answer-parameters.js';
import { calendarDates } from './calendar-dates.js';
import { currentOnly } from './current-only.js';
import { distinctRelations } from './distinct-relations.js';
import { elfproef } from './elfproef.js';
import { emptyGroups } from './empty-groups.js';
import { entityRows } from './entity-rows.js';
import { faultKind, faultOwner, faultPlek } from './fault-table.js';
import { followUpKeys, followUpStart } from './follow-up.js';
import { functieOfService } from './functie-of-service.js';
import { incompleteDatesMet } from './incomplete-dates-met.js';
import { issuedOnce } from './issued-once.js';
import { confirmedFirst, unknownCrossReference } from './later-answer.js';
import { latestMarked } from './latest-marked.js';
import { lockKept } from './lock-kept.js';
import { laterTime, ownTime } from './message-times.js';
import { metagegevens } from './metagegevens.js';
import { moment } from './moment.js';
import { nothingFound } from './nothing-found.js';
import { onlyDifference } from './only-difference.js';
import { operationSelects } from './operation-selects.js';
import { withinTable } from './outside-table.js';
import { ownKeys } from './own-keys.js';
import { ownReference } from './own-reference.js';
import { emptinessMet, ignoredCriteria, rangeMet } from './range-met.js';
import { relationOrder } from './relation-order.js';
import { repeatedConfirmed, repeatedRefused, reusedReference } from './repeated-request.js';
import { requiredElements } from './required-elements.js';
import { sameElements } from './same-elements.js';
import { scopeAnswered } from './scope-answered.js';
import { scopeNil } from './scope-nil.js';
import { otherPaths, samePaths } from './selection-paths.js';
import { soapAction } from './soap-action.js';
import { technicalChecks } from './technical-checks.js';
import { triggerReply } from './trigger-reply.js';
import { utf8 } from './utf-8.js';

const message: Readonly<Record<string, MessageCheck>> = {
  'calendar-dates': calendarDates,
  'distinct-relations': distinctRelations,
  elfproef,
  'empty-groups': emptyGroups,
  'entity-rows': entityRows,
  'fault-kind': faultKind,
  'fault-owner': faultOwner,
  'fault-plek': faultPlek,
  'follow-up-start': followUpStart,
  'functie-of-service': functieOfService,
  'latest-marked': latestMarked,
  metagegevens,
  moment,
  'only-difference': onlyDifference,
  'other-paths': otherPaths,
  'relation-order': relationOrder,
  'required-elements': requiredElements,
  'same-elements': sameElements,
  'same-paths': samePaths,
  'scope-nil': scopeNil,
  'within-table': withinTable,
};

const exchange: Readonly<Record<string, ExchangeCheck>> = {
  'confirmed-first': confirmedFirst,
  'counted-when-asked': countedWhenAsked,
  'current-only': currentOnly,
  'emptiness-met': emptinessMet,
  'follow-up-keys': followUpKeys,
  'ignored-criteria': ignoredCriteria,
  'in-asked-order': inAskedOrder,
  'incomplete-dates-met': incompleteDatesMet,
  'indication-asked': indicationAsked,
  'issued-once': issuedOnce,
  'later-time': laterTime,
  'lock-kept': lockKept,
  'no-more-than-asked': noMoreThanAsked,
  'no-more-than-usual': noMoreThanUsual,
  'nothing-found': nothingFound,
  'operation-selects': operationSelects,
  'own-keys': ownKeys,
  'own-reference': ownReference,
  'own-time': ownTime,
  'parameters-repeated': parametersRepeated,
  'range-met': rangeMet,
  'repeated-confirmed': repeatedConfirmed,
  'repeated-refused': repeatedRefused,
  'reused-reference': reusedReference,
  'scope-answered': scopeAnswered,
  'soap-action': soapAction,
  'technical-checks': technicalChecks,
  'trigger-reply': triggerReply,
  'unknown-cross-reference': unknownCrossReference,
  'utf-8': utf8,
};

export const checks: RuleChecks = { message: new Map(Object.entries(message)), exchange: new Map(Object.entries(exchange)) };
