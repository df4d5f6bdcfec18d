/**
 * What a dossier has to say about itself: where a decision and the evidence do not agree, what is still to be done, and what the
 * contract terms say about it. It advises and cites; whoever decides may decide otherwise, and then it stands here.
 */

import { dutchDate } from '../days.js';
import { aboutDecision } from './advice-decision.js';
import { aboutEvidence } from './advice-evidence.js';
import { aboutFindings } from './advice-findings.js';
import { advice, type Known, type Melding } from './notice.js';

/** The gravest first. */
export function adviceOn(known: Known): readonly Melding[] {
  const all = [
    ...aboutIntegrity(known),
    ...aboutDecision(known),
    ...aboutEvidence(known),
    ...aboutFindings(known),
    ...aboutDays(known),
  ];
  return (['strijdig', 'let_op', 'uitleg'] as const).flatMap((ernst) => all.filter((each) => each.ernst === ernst));
}

function aboutIntegrity({ breuken, handtekeningen }: Known): readonly Melding[] {
  const codes = [
    ...new Set(breuken.map(({ code, nr, bestand }) => [code, nr ?? bestand].filter((each) => each !== undefined).join(' '))),
  ];
  const broken = handtekeningen.filter(({ bevindingen }) => bevindingen.length > 0);
  return [
    ...(codes.length === 0
      ? []
      : [
          advice('DOSSIER_BROKEN', 'strijdig', {
            nl: `dit dossier is niet zoals het geschreven werd: ${codes.join(', ')}`,
            en: `this dossier is not as it was written: ${codes.join(', ')}`,
          }),
        ]),
    ...broken.map(({ bestand, bevindingen }) =>
      advice('SIGNATURE_BROKEN', 'strijdig', {
        nl: `de handtekening ${bestand} houdt niet: ${bevindingen.join(', ')}`,
        en: `the signature ${bestand} does not hold: ${bevindingen.join(', ')}`,
      }),
    ),
  ];
}

function aboutDays({ termijnen }: Known): readonly Melding[] {
  return termijnen.flatMap(({ alarm, wat, dag, dagen }) => {
    const day = dutchDate(dag);
    if (alarm === 'te_laat') {
      const nl = `${wat.nl}: ${day}, ${-dagen} ${dagen === -1 ? 'dag' : 'dagen'} over tijd`;
      return [
        advice(
          'DATE_PASSED',
          'let_op',
          { nl, en: `${wat.en}: ${day}, ${-dagen} ${dagen === -1 ? 'day' : 'days'} late` },
          'waarschuwen',
        ),
      ];
    }
    if (alarm !== 'na_fataal') return [];
    const nl = `${wat.nl} is afgesproken voor ${day}, na de fatale einddatum`;
    return [
      advice('REPAIR_AFTER_FATAL', 'let_op', { nl, en: `${wat.en} was agreed for ${day}, after the fatal date` }, 'laterHerstel'),
    ];
  });
}
