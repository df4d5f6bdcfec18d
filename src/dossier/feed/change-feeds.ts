/** What changed, for feed readers: as JSON Feed 1.1 and as Atom. Ids stay the same for ever, whatever the site is called. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../report/canonical-json.js';
import { xmlText } from '../../report/render/xml-text.js';
import { ATOM, CHANGES, JSON_FEED } from '../site/addresses.js';
import { addressOf, titleOf } from '../site/change-list.js';
import type { Change } from '../site/history.js';
import type { SiteInput } from '../site/published.js';

type Feeding = Pick<SiteInput, 'history' | 'baseUrl' | 'language'> & { readonly indications: { readonly peildatum: string } };

/** Older ones stand on the page of changes. */
const MOST = 200;

/** @see https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(site: Feeding): string {
  const { language, baseUrl } = site;
  return canonicalJson({
    version: 'https://jsonfeed.org/version/1.1',
    title: TITLE[language],
    language,
    ...(baseUrl !== undefined && { home_page_url: baseUrl, feed_url: `${baseUrl}${JSON_FEED}` }),
    items: latest(site).map((change) => ({
      id: idOf(change),
      url: urlOf(site, change),
      title: titleOf(change)[language],
      content_text: textOf(change, language),
      date_published: change.op,
      tags: [change.soort],
    })),
  });
}

/** @see RFC 4287 */
export function atomFeed(site: Feeding): string {
  const { language, baseUrl, indications } = site;
  const changes = latest(site);
  const updated = changes[0]?.op ?? indications.peildatum;
  const id = `urn:sha256:${sha256(`${baseUrl ?? ''}${ATOM}`)}`;
  const entries = changes.map(
    (change) =>
      `<entry><id>${idOf(change)}</id><title>${xmlText(titleOf(change)[language])}</title><updated>${xmlText(change.op)}</updated><link href="${xmlText(urlOf(site, change))}"/><category term="${change.soort}"/><content type="text">${xmlText(textOf(change, language))}</content></entry>`,
  );
  const self =
    baseUrl === undefined ? '' : `<link rel="self" href="${xmlText(baseUrl + ATOM)}"/><link href="${xmlText(baseUrl)}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${id}</id><title>${xmlText(TITLE[language])}</title><updated>${xmlText(updated)}</updated><author><name>ketentest</name></author>${self}${entries.join('\n')}</feed>\n`;
}

/** Newest first; of one moment in the order in which they were noted. */
function latest({ history }: Feeding): readonly Change[] {
  return history.wijzigingen.slice(-MOST).toReversed();
}

function idOf(change: Change): string {
  return `urn:sha256:${sha256(canonicalJson(change))}`;
}

/** Relative to the feed when nobody said where the site stands. */
function urlOf({ baseUrl }: Feeding, change: Change): string {
  const up = '../'.repeat(CHANGES.split('/').length - 1);
  return `${baseUrl ?? up}${addressOf(change)}${baseUrl === undefined ? 'index.html' : ''}`;
}

function textOf(change: Change, language: 'nl' | 'en'): string {
  const { nl, en } = titleOf(change);
  const reason = change.soort === 'rapport_verwijderd' && change.reden !== undefined ? ` ${change.reden}` : '';
  const digest = change.soort === 'indicatie_gewijzigd' ? '' : ` sha256:${change.rapport.digest}`;
  return `${language === 'nl' ? nl : en}${reason}${digest}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const TITLE = { nl: 'Testrapporten: wijzigingen', en: 'Test reports: changes' } as const;
