/**
 * Why a message is refused: a fault code of StUF, who is to blame, and what it means in our words.
 *
 * @see StUF 03.01 table 8.1
 */

/** A refusal on its way to become a foutbericht. */
export interface Refusal {
  readonly code: FaultCode;
  /** What exactly was wrong; at most 1000 characters arrive. */
  readonly details?: string;
}

interface Fault {
  readonly plek: 'client' | 'server';
  readonly omschrijving: string;
}

/** In the order of precedence: of several situations only the first is reported (S301 §4.4.3). */
const FAULTS = {
  StUF001: { plek: 'server', omschrijving: 'Deze versie van StUF wordt niet ondersteund' },
  StUF004: { plek: 'server', omschrijving: 'Dit sectormodel wordt niet ondersteund' },
  StUF007: { plek: 'server', omschrijving: 'Deze versie van het sectormodel wordt niet ondersteund' },
  StUF010: { plek: 'client', omschrijving: 'De ontvanger is hier onbekend' },
  StUF013: { plek: 'client', omschrijving: 'De zender is hier onbekend' },
  StUF016: { plek: 'client', omschrijving: 'Het referentienummer is voor deze zender niet uniek' },
  StUF019: {
    plek: 'client',
    omschrijving: 'Het tijdstip van het bericht ligt niet na dat van het vorige bericht van deze zender',
  },
  StUF022: { plek: 'client', omschrijving: 'De berichtcode bestaat niet' },
  StUF025: { plek: 'server', omschrijving: 'De berichtcode wordt hier niet ondersteund' },
  StUF028: { plek: 'client', omschrijving: 'Het entiteittype komt in het sectormodel niet voor' },
  StUF031: { plek: 'server', omschrijving: 'Het entiteittype wordt hier niet ondersteund' },
  StUF034: { plek: 'client', omschrijving: 'De functie komt in het sectormodel niet voor' },
  StUF037: { plek: 'server', omschrijving: 'De functie wordt hier niet ondersteund' },
  StUF040: { plek: 'server', omschrijving: 'De combinatie van berichtcode, entiteittype en functie wordt hier niet ondersteund' },
  StUF043: { plek: 'client', omschrijving: 'Het crossRefnummer is hier onbekend' },
  StUF049: { plek: 'server', omschrijving: 'Het proces voor synchrone berichten is niet beschikbaar' },
  StUF052: { plek: 'client', omschrijving: 'De zender is niet geautoriseerd voor dit bericht' },
  StUF055: { plek: 'client', omschrijving: 'De inhoud van het bericht voldoet niet aan het schema of de standaard' },
  StUF058: { plek: 'server', omschrijving: 'Het bericht kan niet worden verwerkt' },
  StUF064: { plek: 'server', omschrijving: 'Het object is niet gevonden' },
  StUF066: { plek: 'client', omschrijving: 'Er is niets te corrigeren' },
  StUF067: { plek: 'server', omschrijving: 'Meer dan een object voldoet' },
  StUF076: { plek: 'client', omschrijving: 'vanaf en totEnMet noemen niet dezelfde elementen' },
  StUF079: { plek: 'client', omschrijving: 'Een element staat zowel in gelijk als in vanaf of totEnMet' },
  StUF082: { plek: 'client', omschrijving: 'exact mag niet in vanaf of totEnMet staan' },
  StUF085: { plek: 'client', omschrijving: 'Een onvolledige datum mag niet in vanaf of totEnMet staan' },
  StUF088: { plek: 'client', omschrijving: 'Er staat meer dan een sleutel in de selectie' },
  StUF091: { plek: 'client', omschrijving: 'Naast een sleutel staan andere elementen in de selectie' },
  StUF094: { plek: 'server', omschrijving: 'Sleutels van het vragende systeem worden hier niet bijgehouden' },
  StUF097: { plek: 'client', omschrijving: 'scope noemt elementen naast het attribuut scope' },
  StUF103: { plek: 'client', omschrijving: 'Een vervolgvraag zonder start kan niet worden beantwoord' },
  StUF106: { plek: 'client', omschrijving: 'start mist elementen van vanaf of totEnMet' },
  StUF133: { plek: 'server', omschrijving: 'De gevraagde sortering wordt niet ondersteund' },
} satisfies Record<string, Fault>;

export type FaultCode = keyof typeof FAULTS;

export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULTS, code);
}

export function faultOf(code: FaultCode): Fault {
  return FAULTS[code];
}

export function refuse(code: FaultCode, details?: string): Refusal {
  return { code, ...(details && { details: details.slice(0, 1000) }) };
}
