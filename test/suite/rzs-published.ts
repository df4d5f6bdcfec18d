/** The official test set of Regie- en zaakservices 1.0 as published: typed over, for the roles that we have. */
import { PROVIDERS } from './rzs-published-providers.js';

/** Id, title, and per step: number, variant, message, code, from, to, sheet!row; `anomaly` at the end where the set is odd. */
export type Published = readonly (readonly [id: string, title: string, steps: readonly string[]])[];

export const PUBLISHED: Readonly<Record<string, Published>> = {
  'taakspecifieke-backoffice': [
    [
      'tba.1',
      'genereerZaakidentificatie (C)',
      [
        '1 genereerZaakIdentificatie_Di02 Di02 TTA STP Taakspecifieke backoffice app!6',
        '2 Context genereerZaakIdentificatie_Du02 Du02 STP TTA Taakspecifieke backoffice app!7',
      ],
    ],
    [
      'tba.2',
      'creëerZaak (c)',
      ['1 zakLk01 Lk01 TTA STP Taakspecifieke backoffice app!12', '2 Context Bv03 Bv03 STP TTA Taakspecifieke backoffice app!13'],
    ],
    [
      'tba.3',
      'genereerDocumentidentificatie (C)',
      [
        '1 genereerDocumentIdentificatie_Di02 Di02 TTA STP Taakspecifieke backoffice app!18',
        '2 Context genereerDocumentIdentificatie_Du02 Du02 STP TTA Taakspecifieke backoffice app!19',
      ],
    ],
    [
      'tba.4',
      'voegZaakdocumentToe (C)',
      ['1 edcLk01 Lk01 TTA STP Taakspecifieke backoffice app!24', '2 Context Bv03 Bv03 STP TTA Taakspecifieke backoffice app!25'],
    ],
    [
      'tba.5',
      'geefZaakdocumentBewerken (C)',
      [
        '1 geefZaakdocumentbewerken_Di02 Di02 TTA STP Taakspecifieke backoffice app!30',
        '2 Context geefZaakdocumentbewerken_Du02 Du02 STP TTA Taakspecifieke backoffice app!31',
      ],
    ],
    [
      'tba.6',
      'updateZaakdocument (C)',
      [
        '1 updateZaakdocument_Di02 Di02 TTA STP Taakspecifieke backoffice app!36',
        '2 Context Bv03 Bv03 STP TTA Taakspecifieke backoffice app!37 anomaly',
      ],
    ],
    [
      'tba.7',
      'updateZaak (C)',
      [
        '1 zakLk01 Lk01 TTA STP Taakspecifieke backoffice app!42',
        '2 Context Bv03 Bv03 STP TTA Taakspecifieke backoffice app!43 anomaly',
      ],
    ],
    [
      'tba.9',
      'actualiseerZaakstatus (C)',
      [
        '1 zakLk01 Lk01 TTA STP Taakspecifieke backoffice app!48',
        '2 Context Bv03 Bv03 STP TTA Taakspecifieke backoffice app!49 anomaly',
      ],
    ],
    [
      'tba.10',
      'notificeerOverZaak (P)',
      [
        '1 Zaak 2 notificeerOverZaak_Di01 Di01 STP TTA Taakspecifieke backoffice app!54',
        '2 Bv01 Bv01 TTA STP Taakspecifieke backoffice app!55 anomaly',
        '3 Zaak 2 notificeerOverZaak_Di01 Di01 STP TTA Taakspecifieke backoffice app!56',
        '4 Bv01 Bv01 TTA STP Taakspecifieke backoffice app!57 anomaly',
        '5 Zaak 2 notificeerOverZaak_Di01 Di01 STP TTA Taakspecifieke backoffice app!58',
        '6 Bv01 Bv01 TTA STP Taakspecifieke backoffice app!59 anomaly',
        '7 Zaak 2 notificeerOverZaak_Di01 Di01 STP TTA Taakspecifieke backoffice app!60',
        '8 Bv01 Bv01 TTA STP Taakspecifieke backoffice app!61 anomaly',
        '9 Zaak 2 notificeerOverZaak_Di01 Di01 STP TTA Taakspecifieke backoffice app!62',
        '10 Bv01 Bv01 TTA STP Taakspecifieke backoffice app!63 anomaly',
      ],
    ],
    [
      'tba.11',
      'geefZaakstatus (C)',
      [
        '1 zakLv01 Lv01 TTA STP Taakspecifieke backoffice app!68',
        '2 Context zakLa01 La01 STP TTA Taakspecifieke backoffice app!69',
      ],
    ],
    [
      'tba.12',
      'geefZaakdetails (C)',
      [
        '1 zakLv01 Lv01 TTA STP Taakspecifieke backoffice app!74',
        '2 Context zakLa01 La01 STP TTA Taakspecifieke backoffice app!75',
      ],
    ],
    [
      'tba.13',
      'geefLijstZaakdocumenten (C)',
      [
        '1 zakLv01 Lv01 TTA STP Taakspecifieke backoffice app!80',
        '2 Context zakLa01 La01 STP TTA Taakspecifieke backoffice app!81',
      ],
    ],
    [
      'tba.14',
      'geefZaakdocumentLezen (C)',
      [
        '1 edcLv01 Lv01 TTA STP Taakspecifieke backoffice app!86',
        '2 Context edcLa01 La01 STP TTA Taakspecifieke backoffice app!87',
      ],
    ],
    [
      'tba.15',
      'overdragenZaak (P)',
      [
        '1 Zaak 2 overdragenZaak_Di01 Di01 STP TTA Taakspecifieke backoffice app!92',
        '2 Bv03 Bv03 TTA STP Taakspecifieke backoffice app!93',
        '3 Zaak 2 overdragenZaak_Du01 Du01 TTA STP Taakspecifieke backoffice app!94',
        '4 Bv03 Bv03 STP TTA Taakspecifieke backoffice app!95',
      ],
    ],
  ],
  abonnementenbeheer: [
    [
      'ab.1',
      'initieerNotificeerOverZaak (P)',
      [
        '1 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 STP TTA Abonnementenbeheer!6',
        '2 Bv01 Bv01 TTA STP Abonnementenbeheer!7 anomaly',
      ],
    ],
    [
      'ab.2',
      'notificeerOverZaak (C)',
      [
        '1 Zaak 1 notificeerOverZaak_Di01 Di01 TTA STP Abonnementenbeheer!12',
        '2 Bv01 Bv01 STP TTA Abonnementenbeheer!13 anomaly',
      ],
    ],
    [
      'ab.3',
      'initieerNotificeerOverZaak (P)',
      [
        '1 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 STP TTA Abonnementenbeheer!18',
        '2 Bv01 Bv01 TTA STP Abonnementenbeheer!19 anomaly',
      ],
    ],
    [
      'ab.4',
      'notificeerOverZaak (C)',
      [
        '1 Zaak 1 notificeerOverZaak_Di01 Di01 TTA STP Abonnementenbeheer!24',
        '2 Bv01 Bv01 STP TTA Abonnementenbeheer!25 anomaly',
      ],
    ],
    [
      'ab.5',
      'initieerNotificeerOverZaak (P)',
      [
        '1 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 STP TTA Abonnementenbeheer!30',
        '2 Bv01 Bv01 TTA STP Abonnementenbeheer!31 anomaly',
      ],
    ],
    [
      'ab.6',
      'notificeerOverZaak (C)',
      [
        '1 Zaak 1 notificeerOverZaak_Di01 Di01 TTA STP Abonnementenbeheer!36',
        '2 Bv01 Bv01 STP TTA Abonnementenbeheer!37 anomaly',
      ],
    ],
    [
      'ab.7',
      'initieerNotificeerOverZaak (P)',
      [
        '1 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 STP TTA Abonnementenbeheer!42',
        '2 Bv01 Bv01 TTA STP Abonnementenbeheer!43 anomaly',
      ],
    ],
    [
      'ab.8',
      'notificeerOverZaak (C)',
      [
        '1 Zaak 1 notificeerOverZaak_Di01 Di01 TTA STP Abonnementenbeheer!48',
        '2 Bv01 Bv01 STP TTA Abonnementenbeheer!49 anomaly',
      ],
    ],
    [
      'ab.9',
      'initieerNotificeerOverZaak (P)',
      [
        '1 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 STP TTA Abonnementenbeheer!54',
        '2 Bv01 Bv01 TTA STP Abonnementenbeheer!55 anomaly',
      ],
    ],
    [
      'ab.10',
      'notificeerOverZaak (C)',
      [
        '1 Zaak 1 notificeerOverZaak_Di01 Di01 TTA STP Abonnementenbeheer!60',
        '2 Bv01 Bv01 STP TTA Abonnementenbeheer!61 anomaly',
      ],
    ],
  ],
  'gemeentelijke-servicebus': [
    [
      'gsb.1',
      'initieerNotificeerOverZaak (C)',
      [
        '1 Zaak 1 zakLk01 Lk01 STP TTA Gemeentelijke Service Bus!6',
        '2 Bv03 Bv03 TTA STP Gemeentelijke Service Bus!7',
        '3 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 TTA STP Gemeentelijke Service Bus!8',
        '4 Bv03 Bv03 STP TTA Gemeentelijke Service Bus!9 anomaly',
        '5 edcLk01 Lk01 STP TTA Gemeentelijke Service Bus!10',
        '6 Bv03 Bv03 TTA STP Gemeentelijke Service Bus!11',
        '7 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 TTA STP Gemeentelijke Service Bus!12',
        '8 Bv03 Bv03 STP TTA Gemeentelijke Service Bus!13 anomaly',
        '9 Zaak 1 zakLk01 Lk01 STP TTA Gemeentelijke Service Bus!14',
        '10 Bv03 Bv03 TTA STP Gemeentelijke Service Bus!15',
        '11 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 TTA STP Gemeentelijke Service Bus!16',
        '12 Bv03 Bv03 STP TTA Gemeentelijke Service Bus!17 anomaly',
        '13 Zaak 2 zakLk01 Lk01 STP TTA Gemeentelijke Service Bus!18',
        '14 Bv03 Bv03 TTA STP Gemeentelijke Service Bus!19',
        '15 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 TTA STP Gemeentelijke Service Bus!20',
        '16 Bv03 Bv03 STP TTA Gemeentelijke Service Bus!21 anomaly',
        '17 Zaak 2 edcLk01 Lk01 STP TTA Gemeentelijke Service Bus!22 anomaly',
        '18 Bv03 Bv03 TTA STP Gemeentelijke Service Bus!23',
        '19 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 TTA STP Gemeentelijke Service Bus!24',
        '20 Bv03 Bv03 STP TTA Gemeentelijke Service Bus!25 anomaly',
        '21 Zaak 2 updateZaakdocument_Di02 Di02 STP TTA Gemeentelijke Service Bus!26 anomaly',
        '22 Bv03 Bv03 TTA STP Gemeentelijke Service Bus!27',
        '23 Zaak 1 initieerNotificeerOverZaak_Di01 Di01 TTA STP Gemeentelijke Service Bus!28',
        '24 Bv03 Bv03 STP TTA Gemeentelijke Service Bus!29 anomaly',
      ],
    ],
  ],
  ...PROVIDERS,
};
