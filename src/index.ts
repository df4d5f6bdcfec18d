/**
 * The public face: what programs hold on to. `import { run } from 'ketentest'`; see docs/library.md.
 */
export {
  type Judge,
  loadSuite,
  type Options,
  openJudge,
  plan,
  run,
  type Simulator,
  type Surroundings,
  simulate,
} from './cli/face.js';
export { type VerifyFolderOptions, verify } from './cli/seal/verify-folder.js';
export type { Bron, Ernst, Finding, Oorzaak, Tekst, Verdict } from './model/finding.js';
export { type ErrorCode, HarnessError, type Place } from './model/harness-error.js';
export type { FileRule, JudgedFile } from './model/judged-file.js';
export type { Plan, PlannedScenario } from './model/plan.js';
export type { Report, ReportRule, ReportScenario, ReportStep, Totaal } from './model/report.js';
export type { RunEvent } from './model/run-event.js';
export { fold, type RunFacts } from './report/fold/fold.js';
export type { Verification } from './report/seal/verify.js';
export type { ReasonCode, SealFinding } from './report/seal/verify-reasons.js';
export type { LoadedSuite } from './suite/load-suite.js';
export type { Selection } from './suite/plan.js';
