/**
 * The stuurgegevens of a reply: sender and receiver change places, the number that is answered comes along, number and
 * moment are our own.
 *
 * @see StUF 03.01 §4.2, §4.3.1, §4.3.2
 */
import type { ReplyDefinition } from '../../../model/standard-definition.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { MessageFacts, Party } from '../../family.js';
import { STUF } from '../namespaces.js';
import type { Stuurgegevens } from '../stuurgegevens.js';
import { make } from './elements.js';
import type { World } from './entity-source.js';
import { ownReference } from './own-reference.js';

const NOBODY: Party = { applicatie: 'onbekend' };

/** @param reply - absent for a confirmation or a fault, where nothing may be left out */
export function mirrored(
  world: World,
  code: string,
  facts: Partial<MessageFacts>,
  at: number,
  reply?: ReplyDefinition,
): Stuurgegevens {
  const isOptional = reply !== undefined;
  const zender = fitting(facts.ontvanger) ?? (isOptional ? undefined : world.knowledge.settings.self);
  const ontvanger = fitting(facts.zender) ?? (isOptional ? undefined : NOBODY);
  const crossRefnummer = facts.referentienummer?.slice(0, 40) ?? (isOptional ? undefined : NOBODY.applicatie);
  return {
    berichtcode: code,
    ...(zender && { zender }),
    ...(ontvanger && { ontvanger }),
    ...ownReference(world, at),
    ...(crossRefnummer !== undefined && { crossRefnummer }),
    ...(reply?.entiteittype !== undefined && { entiteittype: reply.entiteittype }),
    ...(reply?.functie !== undefined && { functie: reply.functie }),
  };
}

/** An address that is not as the schema wants it may not make our reply wrong too (S301 §4.2). */
function fitting(party: Party | undefined): Party | undefined {
  if (!party || party.applicatie.length < 3) return undefined;
  const { organisatie, applicatie, administratie, gebruiker } = party;
  const fits =
    (organisatie?.length ?? 0) <= 200 &&
    applicatie.length <= 50 &&
    (administratie?.length ?? 0) <= 50 &&
    (gebruiker?.length ?? 0) <= 100;
  if (fits) return party;
  return {
    ...(organisatie !== undefined && { organisatie: organisatie.slice(0, 200) }),
    applicatie: applicatie.slice(0, 50),
    ...(administratie !== undefined && { administratie: administratie.slice(0, 50) }),
    ...(gebruiker !== undefined && { gebruiker: gebruiker.slice(0, 100) }),
  };
}

/** Stuurgegevens as elements, for the layout. */
export function asElements(of: Stuurgegevens): readonly XmlElement[] {
  return Object.entries(of).map(([name, value]: [string, string | Party]) =>
    typeof value === 'string'
      ? make(STUF, name, value)
      : make(
          STUF,
          name,
          Object.entries(value).map(([part, text]: [string, string]) => make(STUF, part, text)),
        ),
  );
}
