/**
 * The named checks of StUF rules; one file each, one line here. A rule in YAML names one with `code:`.
 */
import type { ExchangeCheck, MessageCheck, RuleChecks } from '../../family.js';

const message: Readonly<Record<string, MessageCheck>> = {};

const exchange: Readonly<Record<string, ExchangeCheck>> = {};

export const checks: RuleChecks = { message: new Map(Object.entries(message)), exchange: new Map(Object.entries(exchange)) };
