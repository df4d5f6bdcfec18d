/** What a candidate chain takes for granted and the model does not say: for a person to confirm, each with what it rests on. */
import type { Tekst } from '../../model/finding.js';
import { directionOf } from './assumed-direction.js';
import { type Assumption, element, type Fact, TOLD } from './assumption.js';
import type { Candidate } from './candidates.js';
import { type Ketenplaat, type PlateElement, type PlateRelation, PROPERTY } from './ketenplaat.js';
import type { Support } from './supports.js';

export function assumptionsOf(candidate: Candidate, { elements }: Ketenplaat): readonly Assumption[] {
  const { held, from, to, supports, tie } = candidate;
  const called = (id: string) => elements.get(id)?.name ?? id;
  const fact = ({ id, line, type, name, source, target, properties }: PlateRelation): Fact => {
    const told = [name, properties.get(PROPERTY.strength)].filter((each, index, all) => each && all.indexOf(each) === index);
    const said = told.length > 0 ? ` (${told.join(', ')})` : '';
    return { id, line, what: `${type}: ${called(source)} → ${called(target)}${said}` };
  };
  const ends = [supports.from, supports.to];
  const inherited = ends.flatMap((end) => (end.inherited ? [end.inherited] : []));
  const evidence = [...new Set(tie.evidence.flatMap(({ relations }) => relations))];
  return [
    {
      name: 'standaard',
      zegt: {
        nl: `${from.name} en ${to.name} spreken met elkaar ${held.naam}.`,
        en: `${from.name} and ${to.name} speak ${held.naam} with each other.`,
      },
      waarom: {
        nl: `Het model verbindt geen stroom met een standaard. Het zegt alleen dat beide partijen deze standaard kennen (${strengths(ends)}).`,
        en: `The model ties no flow to a standaard. It only says that both ends know this one (${strengths(ends)}).`,
      },
      feiten: [element(supports.from.standaard), ...ends.map(({ by }) => fact(by))],
    },
    versionOf(candidate),
    directionOf(candidate, fact),
    ...(inherited.length > 0
      ? [
          {
            name: 'verwantschap',
            zegt: {
              nl: 'Wat voor de verwante component geldt, geldt ook voor deze partij.',
              en: 'What holds for the component that is kin, holds for this actor too.',
            },
            waarom: {
              nl: `Het model zegt het van ${inherited.map(({ of }) => of.name).join(' en ')}, en niet van de partij zelf.`,
              en: `The model says it of ${inherited.map(({ of }) => of.name).join(' and ')}, and not of the actor itself.`,
            },
            feiten: inherited.map(({ by }) => fact(by)),
          },
        ]
      : []),
    ...(tie.via ? [passingOn(tie.via, held.rewrites)] : []),
    {
      name: 'bouwstenen',
      zegt: {
        nl: 'De gekozen bouwstenen doen wat deze stromen bedoelen.',
        en: 'The chosen building blocks do what these flows mean.',
      },
      waarom: {
        nl: `Een stroom heeft in het model hooguit een naam; welke berichten het zijn, staat er niet.${more(evidence.length).nl}`,
        en: `In the model a flow has a name at most; which messages it is, it does not say.${more(evidence.length).en}`,
      },
      feiten: evidence.slice(0, TOLD).map(fact),
    },
    {
      name: 'verplicht',
      zegt: {
        nl: 'De keten voldoet alleen als deze koppeling voldoet.',
        en: 'The chain passes only when this link does.',
      },
      waarom: { nl: 'Het model zegt niet hoe zwaar een stroom telt.', en: 'The model does not say how much a flow counts.' },
      feiten: [],
    },
  ];
}

function versionOf({ held, inUse, ourVersion, supports, alsoHeld }: Candidate): Assumption {
  const known = inUse.map(({ name }) => name).join(', ') || '–';
  const others = alsoHeld.join(', ');
  return {
    name: 'versie',
    zegt: {
      nl: `Beide producten spreken versie ${held.versie} (${held.id}).`,
      en: `Both products speak version ${held.versie} (${held.id}).`,
    },
    waarom: {
      nl: `Het model zegt niet welke versie. In gebruik volgens het model: ${known}.${ourVersion ? '' : ' De onze is er niet bij.'}${others === '' ? '' : ` Wij hebben ook ${others}.`}`,
      en: `The model does not say which version. In use by the model: ${known}.${ourVersion ? '' : ' Ours is not among them.'}${others === '' ? '' : ` We hold ${others} too.`}`,
    },
    feiten: (inUse.length > 0 ? inUse : [supports.from.standaard]).slice(0, TOLD).map(element),
  };
}

function passingOn(via: PlateElement, rewrites: readonly string[]): Assumption {
  const names = rewrites.join(', ') || '–';
  return {
    name: 'tussenstation',
    zegt: {
      nl: `De berichten gaan over ${via.name}, en dat schrijft hooguit deze elementen nieuw: ${names}.`,
      en: `The messages go through ${via.name}, which at most writes these elements anew: ${names}.`,
    },
    waarom: {
      nl: 'Het model heeft stromen van beide partijen met deze component, en zegt niet dat die bij elkaar horen.',
      en: 'The model has flows of both ends with this component, and does not say that they belong together.',
    },
    feiten: [element(via)],
  };
}

function strengths(ends: readonly Support[]): string {
  return ends.map(({ strength }) => strength || '?').join(' / ');
}

function more(count: number): Tekst {
  if (count <= TOLD) return { nl: '', en: '' };
  return { nl: ` Hier staan de eerste ${TOLD} van ${count}.`, en: ` Here stand the first ${TOLD} of ${count}.` };
}
