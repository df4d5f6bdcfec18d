/** Forgers who have the key: what they sign with it is refused for what it says. */
import { canonicalJson } from '../../../src/report/canonical-json.js';
import { signedBytes } from '../../../src/report/seal/dsse.js';
import { signWith } from '../../../src/report/seal/seal-key.js';
import { add, edit, editBundle, editJson, type Forgery, forgery } from './forgery.js';
import { type HeldPackage, KEYS, type Loose, put, resealed, statementIn } from './held-package.js';

const SECOND = 'rapport.2.sigstore.json';

/** Without the second seal, which would not fit any more. */
function alone(held: HeldPackage): HeldPackage {
  held.delete(SECOND);
  return held;
}

function signing(change: (statement: Loose) => void): Forgery['forge'] {
  return (held) => {
    const statement = statementIn(held);
    change(statement);
    return put(alone(held), statement);
  };
}

/** Signs bytes that are no statement. */
function signingBytes(make: (payload: string) => string): Forgery['forge'] {
  return (held) =>
    editBundle(({ dsseEnvelope: envelope }) => {
      const payload = Buffer.from(make(Buffer.from(envelope.payload, 'base64').toString()));
      envelope.payload = payload.toString('base64');
      envelope.signatures = [{ sig: signWith(KEYS.runner, signedBytes(envelope.payloadType, payload)).toString('base64') }];
    })(alone(held));
}

/** Changes files, and seals them again. */
function sealing(forge: Forgery['forge'], change?: (statement: Loose) => void): Forgery['forge'] {
  return async (held) => resealed(await forge(alone(held)), KEYS.runner, change);
}

/** Changes the report, and what the seal says of it along with it. */
const report = (change: (value: Loose) => void) => sealing(editJson('rapport.json', change));

const named = (name: string) =>
  signing(({ subject }) => {
    subject[0].name = name;
  });

const harness = { needsHarness: true } as const;

export const FORGED_CONTENTS: readonly Forgery[] = [
  forgery(
    'SUBJECT_TWICE',
    'a file that is named twice',
    signing(({ subject }) => {
      subject.splice(1, 0, { ...subject[0], digest: { sha256: '0'.repeat(64) } });
    }),
  ),
  forgery(
    'SUBJECT_TWICE',
    'two names that only differ in case',
    signing(({ subject }) => {
      subject.unshift({ ...subject[0], name: subject[0].name.toUpperCase() });
    }),
  ),
  forgery('SUBJECT_NAME', 'a way up', named('../rapport.json')),
  forgery('SUBJECT_NAME', 'a way up in the middle', named('bewijs/../../rapport.json')),
  forgery('SUBJECT_NAME', 'a place on the machine', named('/etc/passwd')),
  forgery('SUBJECT_NAME', 'a drive', named('C:/rapport.json')),
  forgery('SUBJECT_NAME', 'a backslash', named('bewijs\\0001-vraag.xml')),
  forgery('SUBJECT_NAME', 'no name', named('')),
  forgery('SUBJECT_NAME', 'a name of a device', named('bewijs/CON.xml')),
  forgery('SUBJECT_NAME', 'a name with a zero in it', named('rapport.json\u0000.html')),
  forgery('SUBJECT_NAME', 'a look-alike', named('r\u0430pport.json')),
  forgery(
    'STATEMENT_FORM',
    'files in another order',
    signing(({ subject }) => {
      subject.reverse();
    }),
  ),
  forgery(
    'STATEMENT_FORM',
    'no files',
    signing((statement) => {
      statement.subject = [];
    }),
  ),
  forgery(
    'STATEMENT_FORM',
    'files that are no list',
    signing((statement) => {
      statement.subject = { length: 0 };
    }),
  ),
  forgery(
    'STATEMENT_FORM',
    'a digest in capitals',
    signing(({ subject }) => {
      subject[0].digest.sha256 = subject[0].digest.sha256.toUpperCase();
    }),
  ),
  forgery(
    'STATEMENT_FORM',
    'a digest of another kind',
    signing(({ subject }) => {
      subject[0].digest = { sha1: '0'.repeat(40) };
    }),
  ),
  forgery(
    'STATEMENT_FORM',
    'no predicate',
    signing((statement) => {
      statement.predicate = null;
    }),
  ),
  forgery(
    'STATEMENT_TYPE',
    'a statement of another version',
    signing((statement) => {
      statement._type = 'https://in-toto.io/Statement/v0.1';
    }),
  ),
  forgery(
    'PREDICATE_TYPE',
    'a statement about something else',
    signing((statement) => {
      statement.predicateType = 'https://slsa.dev/provenance/v1';
    }),
  ),
  forgery(
    'PREDICATE_TYPE',
    'a signature along in the place of a seal',
    signing((statement) => {
      statement.predicateType = 'urn:ketentest:medeondertekening:1';
    }),
  ),
  forgery(
    'STATEMENT_NOT_CANONICAL',
    'a statement with one name twice',
    signingBytes((payload) => payload.replace('"result":', '"result":"PASSED","result":')),
  ),
  forgery(
    'STATEMENT_NOT_CANONICAL',
    'a statement with two lists of files',
    signingBytes((payload) => payload.replace('"subject":', '"subject":[],"subject":')),
  ),
  forgery(
    'STATEMENT_UNREADABLE',
    'a statement that is no JSON',
    signingBytes(() => 'foutloos'),
  ),
  forgery(
    'STATEMENT_UNREADABLE',
    'a statement that goes too deep',
    signingBytes(() => `${'['.repeat(99)}${']'.repeat(99)}`),
  ),
  forgery(
    'SUBJECT_LACKING',
    'a seal that leaves the page out',
    sealing((held) => {
      held.delete('rapport.html');
      return held;
    }),
  ),
  forgery(
    'SUBJECT_LACKING',
    'a seal that leaves the manifest out',
    sealing(
      (held) => held,
      ({ subject }) => {
        subject.splice(
          subject.findIndex(({ name }: { name: string }) => name === 'bewijs/manifest.json'),
          1,
        );
      },
    ),
  ),
  forgery(
    'FILE_MISSING',
    'a private file under the seal',
    signing(({ subject }) => {
      subject.splice(
        subject.findIndex(({ name }: { name: string }) => name === 'rapport.html'),
        0,
        {
          name: 'prive/journaal.jsonl',
          digest: { sha256: '0'.repeat(64) },
        },
      );
    }),
  ),
  forgery(
    'FILE_MISSING',
    'a seal under itself',
    sealing(
      (held) => held,
      ({ subject }) => {
        subject.splice(
          subject.findIndex(({ name }: { name: string }) => name.startsWith('testset/')),
          0,
          {
            name: 'rapport.sigstore.json',
            digest: { sha256: '0'.repeat(64) },
          },
        );
      },
    ),
  ),
  forgery(
    'PREDICATE_DIFFERS',
    'a result that is better than the report',
    signing(({ predicate }) => {
      predicate.result = 'PASSED';
    }),
  ),
  forgery(
    'PREDICATE_DIFFERS',
    'a newer version than the report',
    signing(({ predicate }) => {
      predicate.product.versie = '5.0';
    }),
  ),
  forgery(
    'PREDICATE_DIFFERS',
    'another role than the report',
    signing(({ predicate }) => {
      predicate.standaard.rol = 'Lezer';
    }),
  ),
  forgery(
    'PREDICATE_DIFFERS',
    'values that were set, and are kept silent',
    signing(({ predicate }) => {
      predicate.uitvoering.overschrijvingen = [];
    }),
  ),
  forgery(
    'PREDICATE_DIFFERS',
    'another seed',
    signing(({ predicate }) => {
      predicate.uitvoering.seed = 7;
    }),
  ),
  forgery(
    'PREDICATE_DIFFERS',
    'a fault that was accepted',
    signing(({ predicate }) => {
      predicate.afwijkingen = [{ regel: 'BIEB-04' }];
    }),
    harness,
  ),
  forgery(
    'REPORT_INCONSISTENT',
    'a step that is greener than its rules',
    report((value) => {
      value.scenarios[1].stappen[3].verdict = 'voldoet';
    }),
    harness,
  ),
  forgery(
    'REPORT_INCONSISTENT',
    'a scenario that is greener than its steps',
    report((value) => {
      value.scenarios[1].verdict = 'voldoet';
    }),
    harness,
  ),
  forgery(
    'REPORT_INCONSISTENT',
    'a total that is better than its scenarios',
    report((value) => {
      value.resultaat.totaal = 'foutloos';
    }),
    harness,
  ),
  forgery(
    'REPORT_INCONSISTENT',
    'other numbers',
    report((value) => {
      value.resultaat.tellingen.regels.voldoet += 1;
    }),
    harness,
  ),
  forgery(
    'REPORT_INCONSISTENT',
    'a step that nobody took, and went well',
    report((value) => {
      value.scenarios[0].stappen[0].regels = [];
    }),
    harness,
  ),
  forgery(
    'REPORT_UNREADABLE',
    'a report with one name twice',
    sealing(edit('rapport.json', '"totaal":', '"totaal":"foutloos","totaal":')),
    harness,
  ),
  forgery(
    'REPORT_UNREADABLE',
    'a report without scenarios',
    report((value) => {
      delete value.scenarios;
    }),
    harness,
  ),
  forgery(
    'REPORT_UNREADABLE',
    'a report that goes too deep',
    sealing(add('rapport.json', `${'['.repeat(9999)}${']'.repeat(9999)}`)),
    harness,
  ),
  forgery(
    'REPORT_UNREADABLE',
    'a report of another schema',
    report((value) => {
      value.$schema = 'urn:elders:1';
    }),
    harness,
  ),
  forgery(
    'MANIFEST_DIFFERS',
    'a message that was changed before it was sealed',
    sealing(edit('bewijs/0001-antwoord.xml', '778812', '778813')),
    harness,
  ),
  forgery('MANIFEST_DIFFERS', 'a message that nobody recorded', sealing(add('bewijs/9999-vraag.xml')), harness),
  forgery(
    'MANIFEST_DIFFERS',
    'an exchange that was taken out of the manifest',
    sealing(
      editJson('bewijs/manifest.json', (value) => {
        value.uitwisselingen.shift();
      }),
    ),
    harness,
  ),
  forgery(
    'MANIFEST_DIFFERS',
    'an exchange that stands there twice',
    sealing(
      editJson('bewijs/manifest.json', (value) => {
        value.uitwisselingen.push(value.uitwisselingen[0]);
      }),
    ),
    harness,
  ),
  forgery(
    'MANIFEST_DIFFERS',
    'a message outside of the package',
    sealing(
      editJson('bewijs/manifest.json', (value) => {
        value.uitwisselingen[0].vraag.bestand = 'bewijs/../../geheim.xml';
      }),
    ),
    harness,
  ),
  forgery(
    'MANIFEST_DIFFERS',
    'a manifest that is no list',
    sealing(add('bewijs/manifest.json', canonicalJson({ gemaskeerd: false }))),
    harness,
  ),
  forgery(
    'ROOT_DIFFERS',
    'two messages that changed leaves',
    sealing(
      editJson('bewijs/manifest.json', ({ uitwisselingen: [one, other] }) => {
        [one.vraag.blad, other.vraag.blad] = [other.vraag.blad, one.vraag.blad];
      }),
    ),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a message without a leaf',
    sealing(
      editJson('bewijs/manifest.json', ({ uitwisselingen: [one] }) => {
        delete one.antwoord.blad;
      }),
    ),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a manifest that tells of no root',
    sealing(
      editJson('bewijs/manifest.json', (value) => {
        delete value.wortel;
      }),
    ),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a seal with the root of another run',
    signing(({ predicate }) => {
      predicate.bewijs.wortel = '0'.repeat(64);
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a seal over fewer messages',
    signing(({ predicate }) => {
      predicate.bewijs.berichten -= 1;
    }),
  ),
  forgery(
    'ROOT_DIFFERS',
    'a seal that is silent about its messages',
    signing(({ predicate }) => {
      delete predicate.bewijs;
    }),
  ),
  forgery(
    'RENDITION_DIFFERS',
    'a page that was changed before it was sealed',
    sealing(edit('rapport.html', 'Boekenplank', 'Boekenkast')),
    {
      ...harness,
      bestand: 'rapport.html',
    },
  ),
  forgery('RENDITION_DIFFERS', 'a junit.xml without failures', sealing(edit('junit.xml', /<failure/, '<system-out')), {
    ...harness,
    bestand: 'junit.xml',
  }),
  forgery('OTHER_PRODUCT', 'the report of another product', (held) => held, { wanted: { product: 'Boekenkast' }, ...harness }),
  forgery('OTHER_VERSION', 'the report of an older version', (held) => held, { wanted: { productVersion: '4.3' }, ...harness }),
  forgery('OTHER_STANDARD', 'the report of another standard', (held) => held, { wanted: { standard: 'bieb-1.1' }, ...harness }),
];
