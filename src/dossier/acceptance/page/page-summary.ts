/** The first page: what was decided, what it rests on, what does not agree, and where to sign. On paper it is one sheet. */
import type { Tekst } from '../../../model/finding.js';
import { escapeHtml } from '../../../report/bilingual.js';
import type { Melding } from '../advice/notice.js';
import { cite } from '../gibit.js';
import { changeDigest } from '../history.js';
import { amount } from '../payment.js';
import { isOpen } from '../requirements.js';
import type { Stand } from '../state.js';
import type { DossierView } from '../view.js';
import { DECISION_WORDS, SIDE_WORDS, SIDES, type Uitkomst } from '../words.js';
import { chip, date, type Html, joined, list, paragraph, raw, shown, type Tone } from './page-pieces.js';

/** So many fit on the sheet, of what does not agree and of what is to be done. */
const ROOM = 5;

export const DECISION_TONES: Readonly<Record<Uitkomst, Tone>> = {
  geaccepteerd: 'good',
  voorwaardelijk_geaccepteerd: 'warn',
  niet_geaccepteerd: 'bad',
  geacht_geaccepteerd: 'warn',
  ontbonden: 'bad',
};

/** One sheet on paper. */
export function summary(view: DossierView): Html {
  const { stand, meldingen, wijzigingen } = view;
  const last = stand.besluiten.at(-1);
  const against = meldingen.filter(({ ernst }) => ernst === 'strijdig');
  const todo = meldingen.filter(({ ernst }) => ernst === 'let_op');
  const tone =
    last === undefined
      ? 'plain'
      : against.length > 0 && DECISION_TONES[last.uitkomst] === 'good'
        ? 'warn'
        : DECISION_TONES[last.uitkomst];
  const { contract, product } = stand;
  const head = wijzigingen.at(-1);
  return raw(`<section id="samenvatting" class="summary ${tone}">
<p class="kicker">${shown(TEXTS.dossier)} · ${shown(contract.overeenkomstnummer ?? TEXTS.noNumber)} · GIBIT ${shown(contract.gibit ?? '?')}</p>
<h1>${shown(product.pakketnaam ?? TEXTS.noProduct)} <span class="version">${escapeHtml(product.versie ?? '')}</span></h1>
<p class="parties">${shown(contract.opdrachtgever ?? TEXTS.noClient)} – ${shown(contract.leverancier ?? TEXTS.noSupplier)}</p>
<p class="decision">${shown(last ? DECISION_WORDS[last.uitkomst] : TEXTS.undecided)}</p>
${decisionLine(stand)}
<dl class="tiles">${tiles(view).join('')}</dl>
<div class="columns"><div><h2>${shown(TEXTS.against)}</h2>${notices(against, stand, ROOM)}</div><div><h2>${shown(TEXTS.todo)}</h2>${notices(todo, stand, ROOM)}</div></div>
<div class="sign">${SIDES.map((side) => signature(view, side)).join('')}</div>
<p class="proof">${shown(TEXTS.proof)} ${shown(TEXTS.upTo(wijzigingen.length))} <code>${head ? changeDigest(head) : ''}</code>, ${shown(TEXTS.seen)} ${date(view.at)}.</p>
</section>`);
}

/** @param room - at most so many; the rest is counted */
export function notices(meldingen: readonly Melding[], { contract }: Stand, room = Number.POSITIVE_INFINITY): Html {
  if (meldingen.length === 0) return paragraph(TEXTS.nothing, 'small');
  const told = meldingen.slice(0, room).map(({ ernst, tekst, gibit }) => {
    const place = gibit === undefined ? '' : ` <span class="cite">${escapeHtml(cite(gibit, contract.gibit))}</span>`;
    return `<li class="${ernst}">${shown(tekst)}${place}</li>`;
  });
  const rest = meldingen.length - room;
  const more = rest > 0 ? `<p class="small"><a href="#meldingen">${shown(TEXTS.more(rest))}</a></p>` : '';
  return raw(`<ul class="notices">${told.join('')}</ul>${more}`);
}

function decisionLine({ besluiten }: Stand): Html {
  const last = besluiten.at(-1);
  if (last === undefined) return paragraph(TEXTS.noDecision, 'said');
  const part = last.omvang === 'deel' ? [shown(TEXTS.part), shown(last.deel)] : [shown(TEXTS.whole)];
  const line = joined([date(last.datum), raw('·'), shown(last.door), raw('·'), ...part]);
  const conditions = (last.voorwaarden ?? []).map(({ tekst, uiterlijk }) =>
    uiterlijk === undefined ? shown(tekst) : joined([shown(tekst), raw('('), shown(TEXTS.by), date(uiterlijk), raw(')')]),
  );
  const reason = last.reden === undefined ? '' : `<p class="said">${shown(last.reden)}</p>`;
  return raw(
    `<p class="said">${line}</p>${reason}${conditions.length === 0 ? '' : `<p class="said">${shown(TEXTS.conditions)}</p>${list(conditions)}`}`,
  );
}

function tiles(view: DossierView): readonly Html[] {
  const { eisen, stand, evidence, betaling, termijnen } = view;
  const shownOnes = eisen.filter(({ uitslag }) => uitslag === 'voldoet').length;
  const sound = stand.rapporten.filter(({ id }) => evidence.get(id)?.geldt === true).length;
  const open = stand.gebreken.filter(({ status }) => isOpen(status));
  const blocking = open.filter(({ blokkeertProductie }) => blokkeertProductie === true).length;
  const end = termijnen.find(({ soort }) => soort === 'einde');
  return [
    tile(TEXTS.requirements, `${shownOnes} / ${eisen.length}`, TEXTS.shown),
    tile(TEXTS.reports, `${sound} / ${stand.rapporten.length}`, TEXTS.verified),
    tile(TEXTS.findings, String(open.length), TEXTS.blocking(blocking)),
    tile(
      stand.plan.fataal ? TEXTS.fatal : TEXTS.end,
      end ? date(end.dag) : '–',
      end ? TEXTS.days(end.dagen) : { nl: 'niet vastgelegd', en: 'not laid down' },
    ),
    tile(
      TEXTS.payment(betaling.ingehouden),
      betaling.bedragCenten === undefined ? PAYMENT_WORDS[betaling.vrij] : `€ ${amount(betaling.bedragCenten)}`,
      betaling.bedragCenten === undefined ? (betaling.waarom[0] ?? PAYMENT_WORDS[betaling.vrij]) : PAYMENT_WORDS[betaling.vrij],
    ),
    tile(
      TEXTS.periodic,
      betaling.periodiekVanaf ? date(betaling.periodiekVanaf) : '–',
      betaling.periodiekVanaf ? TEXTS.from : TEXTS.afterAcceptance,
    ),
    tile(TEXTS.rounds, `${stand.rondes.length}${stand.plan.rondes === undefined ? '' : ` / ${stand.plan.rondes}`}`, TEXTS.held),
    tile(TEXTS.chain, chainWord(view), TEXTS.ofChains(stand.rapporten.filter(({ keten }) => keten).length)),
  ];
}

function chainWord({ stand, evidence, keten }: DossierView): Html {
  const verdict = stand.rapporten
    .filter(({ keten }) => keten)
    .map(({ id }) => evidence.get(id)?.report?.keten?.verdict)
    .at(-1);
  if (verdict === undefined) return raw('–');
  if (keten.some(({ heropend }) => heropend.length > 0)) return chip('warn', { nl: 'opnieuw open', en: 'open again' });
  return verdict === 'voldoet'
    ? chip('good', { nl: 'voldoet', en: 'holds' })
    : chip('bad', { nl: 'voldoet niet', en: 'does not hold' });
}

function tile(label: Tekst, value: string | Html | Tekst, under: Tekst): Html {
  return raw(`<div><dt>${shown(label)}</dt><dd><b>${shown(value)}</b><span class="under">${shown(under)}</span></dd></div>`);
}

function signature({ stand, handtekeningen, wijzigingen }: DossierView, side: (typeof SIDES)[number]): Html {
  const name = side === 'opdrachtgever' ? stand.contract.opdrachtgever : stand.contract.leverancier;
  const own = handtekeningen.findLast(
    (each) => each.partij === side && each.totEnMet === wijzigingen.length && each.bevindingen.length === 0,
  );
  const signed = own?.signer
    ? `<p class="small">${chip('good', TEXTS.signedBy(own.naam ?? ''))} ${date(own.signer.verzegeldOp.slice(0, 10))} <code>${own.signer.sleutel.slice(0, 16)}</code></p>`
    : '';
  return raw(
    `<div><b>${shown(SIDE_WORDS[side])}</b><span>${shown(name)}</span>${signed}<div class="lines"><span>${shown(TEXTS.nameAndHand)}</span><span>${shown(TEXTS.placeAndDay)}</span></div></div>`,
  );
}

export const PAYMENT_WORDS: Readonly<Record<'ja' | 'nee' | 'beoordelen', Tekst>> = {
  ja: { nl: 'kan vrij', en: 'can be released' },
  nee: { nl: 'blijft ingehouden', en: 'stays retained' },
  beoordelen: { nl: 'door partijen te beoordelen', en: 'for the parties to judge' },
};

const TEXTS = {
  dossier: { nl: 'Acceptatiedossier', en: 'Acceptance dossier' },
  noNumber: { nl: 'overeenkomst zonder nummer', en: 'agreement without number' },
  noProduct: { nl: 'Product nog niet genoemd', en: 'Product not named yet' },
  noClient: { nl: 'opdrachtgever nog niet genoemd', en: 'client not named yet' },
  noSupplier: { nl: 'leverancier nog niet genoemd', en: 'supplier not named yet' },
  undecided: { nl: 'Nog geen besluit', en: 'No decision yet' },
  noDecision: { nl: 'Over de acceptatie is nog niets besloten.', en: 'Nothing was decided about acceptance yet.' },
  part: { nl: 'deel:', en: 'part:' },
  whole: { nl: 'integraal', en: 'integral' },
  by: { nl: 'uiterlijk', en: 'by' },
  conditions: { nl: 'Voorwaarden:', en: 'Conditions:' },
  against: { nl: 'Wat niet strookt', en: 'What does not agree' },
  todo: { nl: 'Nog te doen', en: 'Still to be done' },
  nothing: { nl: 'Niets.', en: 'Nothing.' },
  more: (count: number) => ({ nl: `en nog ${count}, hieronder`, en: `and ${count} more, below` }),
  requirements: { nl: 'Eisen', en: 'Requirements' },
  shown: { nl: 'aangetoond', en: 'shown to be met' },
  reports: { nl: 'Testrapporten', en: 'Test reports' },
  verified: { nl: 'gecontroleerd, tellen mee', en: 'verified, and count' },
  findings: { nl: 'Open gebreken', en: 'Open gebreken' },
  blocking: (count: number) => ({ nl: `${count} belet productief gebruik`, en: `${count} keep from productive use` }),
  fatal: { nl: 'Fatale einddatum', en: 'Fatal end date' },
  end: { nl: 'Einddatum', en: 'End date' },
  days: (count: number) => ({
    nl: count < 0 ? `${-count} dagen geleden` : `nog ${count} dagen`,
    en: count < 0 ? `${-count} days ago` : `${count} days left`,
  }),
  payment: (percent: number) => ({ nl: `Laatste deel (${percent}%)`, en: `Last part (${percent}%)` }),
  periodic: { nl: 'Periodieke vergoeding', en: 'Periodic fee' },
  from: { nl: 'vanaf deze dag', en: 'from this day on' },
  afterAcceptance: { nl: 'vanaf de acceptatie', en: 'from acceptance on' },
  rounds: { nl: 'Testrondes', en: 'Test rounds' },
  held: { nl: 'gehouden', en: 'held' },
  chain: { nl: 'Ketentest', en: 'Chain test' },
  ofChains: (count: number) => ({
    nl: count === 0 ? 'geen rapport' : 'laatste rapport',
    en: count === 0 ? 'no report' : 'last report',
  }),
  nameAndHand: { nl: 'Naam en handtekening', en: 'Name and signature' },
  placeAndDay: { nl: 'Plaats en datum', en: 'Place and date' },
  signedBy: (name: string) => ({ nl: `digitaal ondertekend door ${name}`, en: `signed digitally by ${name}` }),
  proof: {
    nl: 'Dit blad is een weergave, niet het bewijs; dat is dossier.json, te controleren met "ketentest dossier verify".',
    en: 'This sheet is a rendition, not the proof; that is dossier.json, to be checked with "ketentest dossier verify".',
  },
  upTo: (nr: number) => ({ nl: `Stand na wijziging ${nr},`, en: `As of change ${nr},` }),
  seen: { nl: 'bekeken op', en: 'looked at on' },
} as const;
