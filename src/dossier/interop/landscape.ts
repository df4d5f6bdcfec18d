/** What a gemeente has: its systems, and what talks with what. */
import type { Standaard } from './cell.js';
import type { Release } from './release.js';

export interface Landschap {
  readonly gemeente?: string;
  readonly systemen: readonly Systeem[];
  readonly koppelingen: readonly Verbinding[];
}

export interface Systeem {
  readonly id: string;
  readonly release: Release;
  /** Roles in which it was tested that count here, by name in reports; all of them when absent. */
  readonly rollen?: readonly string[];
}

export interface Verbinding {
  readonly id: string;
  /** Ids of systems: who asks, who answers, and who passes it on, in order. */
  readonly van: string;
  readonly naar: string;
  readonly via: readonly string[];
  readonly standaard: Standaard;
}
