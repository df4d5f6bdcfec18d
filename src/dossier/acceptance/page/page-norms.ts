/** The quality norms, by theme and edition only: numbers of norms are not known here. */
import { NORM_EVIDENCE, NORM_THEMES } from '../quality-norms.js';
import type { DossierView } from '../view.js';
import { article, type Html, paragraph, section, shown, table } from './page-pieces.js';

/** Every theme, with what this dossier shows of it. */
export function normsPart({ stand }: DossierView): Html {
  const edition = stand.contract.ictKwaliteitsnormen;
  return section(
    'normen',
    { nl: 'Gemeentelijke ICT-kwaliteitsnormen', en: 'Municipal ICT quality norms' },
    [
      paragraph(
        edition === undefined
          ? { nl: 'Welke editie geldt, is niet vastgelegd.', en: 'Which edition applies is not laid down.' }
          : { nl: `Editie ${edition}.`, en: `Edition ${edition}.` },
      ),
      table<(typeof NORM_THEMES)[number]>(
        { nl: 'Thema’s', en: 'Themes' },
        [
          { head: { nl: 'Thema', en: 'Theme' }, cell: (theme) => shown(theme) },
          { head: { nl: 'Editie', en: 'Edition' }, cell: () => shown(edition) },
          { head: { nl: 'Bewijs in dit dossier', en: 'Evidence in this dossier' }, cell: (theme) => shown(NORM_EVIDENCE[theme]) },
        ],
        NORM_THEMES,
      ),
    ],
    article('normen', stand.contract.gibit),
  );
}
