/** Who asks and who answers: the model does not say it, so it is told where the guess comes from. */
import type { Tekst } from '../../model/finding.js';
import { type Assumption, element, type Fact, TOLD } from './assumption.js';
import type { Candidate } from './candidates.js';
import type { PlateRelation } from './ketenplaat.js';

export function directionOf(candidate: Candidate, fact: (relation: PlateRelation) => Fact): Assumption {
  const { from, to, direction, tie } = candidate;
  const relations = [...new Set(tie.evidence.flatMap((each) => each.relations))];
  const told = direction.kind === 'asks' ? relations.filter(({ id }) => direction.relations.includes(id)) : relations;
  return {
    name: 'richting',
    zegt: { nl: `${from.name} vraagt en ${to.name} antwoordt.`, en: `${from.name} asks and ${to.name} answers.` },
    waarom: whyOf(candidate),
    feiten: direction.kind === 'plays' ? [element(direction.component)] : told.slice(0, TOLD).map(fact),
  };
}

function whyOf({ direction, to }: Candidate): Tekst {
  if (direction.kind === 'asks') {
    return {
      nl: 'Het model zegt wie wie bedient (Serving), maar niet dat het over deze standaard gaat.',
      en: 'The model says who serves whom (Serving), but not that it is about this standaard.',
    };
  }
  const points = {
    nl: 'Het model zegt het niet: een stroom wijst waar gegevens heen gaan, niet wie vraagt.',
    en: 'The model does not say it: a flow points where data go, not who asks.',
  };
  if (direction.kind === 'plays') {
    const { component, chain } = direction;
    const part = component === to ? 'aanbieder' : 'vrager';
    return {
      nl: `In onze keten ${chain} is ${component.name} de ${part}. ${points.nl}`,
      en: `In our chain ${chain} ${component.name} is the ${part}. ${points.en}`,
    };
  }
  const { there, back } = direction;
  return {
    nl: `Geraden: ${there} van de stromen gaan deze kant op en ${back} terug. ${points.nl}`,
    en: `Guessed: ${there} of the flows go this way and ${back} back. ${points.en}`,
  };
}
