/**
 * A reply says that it is in UTF-8, or says nothing of it.
 *
 * @see Keuzen verStUFfing RSGB §2.13
 */
import { headerOf } from '../../../model/body.js';
import type { ExchangeCheck } from '../../family.js';

const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)/i;

export const utf8: ExchangeCheck = ({ reply, replyHeaders }) => {
  if (!reply) return undefined;
  const charset = CHARSET.exec(headerOf(replyHeaders, 'content-type') ?? '')?.[1];
  if (charset === undefined || charset.toLowerCase() === 'utf-8') return [];
  return [{ path: '.', line: 0, expected: 'utf-8', found: charset }];
};
