/**
 * StUF 03.01: how one greets, answers, refuses and correlates.
 */
import type { Family } from '../family.js';
import { askedFor } from './asked-for.js';
import { checks } from './checks/checks.js';
import { compose } from './compose.js';
import { readFacts } from './facts.js';
import { faultMeaning } from './fault-meaning.js';
import { judgeAlone } from './judge-alone.js';
import { confirms } from './judge-kind.js';
import { judgeReply } from './judge-reply.js';
import { registryComplaints } from './registry/complaints.js';
import { createRegistry } from './registry/registry.js';
import { spokenFaults } from './spoken-faults.js';
import { subjectsOf } from './subjects.js';
import { toleratedViolation } from './tolerances.js';

export const stuf: Family = {
  id: 'stuf',
  complaints: registryComplaints,
  compose,
  read: readFacts,
  judgeReply,
  judgeAlone,
  tolerates: toleratedViolation,
  subjects: subjectsOf,
  faultMeaning,
  askedFor,
  confirms,
  checks,
  spokenFaults,
  registry: createRegistry,
};
