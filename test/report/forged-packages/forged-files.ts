/** Forgers who have no key: they change files, and leave the seal. */
import { FLAWLESS } from '../samples.js';
import { add, drop, edit, editJson, type Forgery, forgery, rename, swap } from './forgery.js';
import { KEYS, seal, unsealed } from './held-package.js';

const MESSAGE = 'bewijs/0001-antwoord.xml';

export const FORGED_FILES: readonly Forgery[] = [
  forgery('FILE_DIFFERS', 'a verdict that was turned around', edit('rapport.json', '"voldoet_niet"', '"voldoet"')),
  forgery('FILE_DIFFERS', 'a total that was made flawless', edit('rapport.json', '"met_fouten"', '"foutloos"')),
  forgery('FILE_DIFFERS', 'another time of the run', edit('rapport.json', /"gestartOp":"2026/, '"gestartOp":"2027')),
  forgery('FILE_DIFFERS', 'another version of the product', edit('rapport.json', '4.2.1', '4.3.0')),
  forgery(
    'FILE_DIFFERS',
    'a finding that was taken out',
    editJson('rapport.json', (value) => value.scenarios[1].stappen[3].regels.pop()),
  ),
  forgery('FILE_DIFFERS', 'a page that tells something else', edit('rapport.html', 'Boekenplank', 'Boekenkast')),
  forgery('FILE_DIFFERS', 'a failure taken out of junit.xml', edit('junit.xml', /<failure/, '<success')),
  forgery('FILE_DIFFERS', 'one byte of a message', edit(MESSAGE, '778812', '778813')),
  forgery('FILE_DIFFERS', 'an empty line after a message', edit(MESSAGE, /$/, '\n')),
  forgery('FILE_DIFFERS', 'a message that was emptied', add(MESSAGE, '')),
  forgery('FILE_DIFFERS', 'a time in the manifest', edit('bewijs/manifest.json', '2026-03-14T09:30', '2026-03-14T09:29')),
  forgery('FILE_DIFFERS', 'a plan that was changed', edit('testset/plan.json', 'catalogus', 'cataloog')),
  forgery('FILE_DIFFERS', 'request and reply swapped', swap('bewijs/0001-vraag.xml', MESSAGE)),
  forgery('FILE_DIFFERS', 'page and report swapped', swap('rapport.html', 'rapport.json')),
  forgery('FILE_MISSING', 'a message that was dropped', drop(MESSAGE), { bestand: MESSAGE }),
  forgery('FILE_MISSING', 'a page that was dropped', drop('rapport.html'), { bestand: 'rapport.html' }),
  forgery('FILE_MISSING', 'a report that was dropped', drop('rapport.json'), { bestand: 'rapport.json' }),
  forgery('FILE_MISSING', 'a manifest that was dropped', drop('bewijs/manifest.json')),
  forgery('FILE_MISSING', 'a plan that was dropped', drop('testset/plan.json')),
  forgery('FILE_MISSING', 'a message by another name', rename(MESSAGE, 'bewijs/0001-reply.xml'), { bestand: MESSAGE }),
  forgery('FILE_UNKNOWN', 'a message that was added', add('bewijs/9999-vraag.xml'), { bestand: 'bewijs/9999-vraag.xml' }),
  forgery('FILE_UNKNOWN', 'a certificate that was added', add('certificaat.pdf'), { bestand: 'certificaat.pdf' }),
  forgery('FILE_UNKNOWN', 'a hidden file', add('.htaccess'), { bestand: '.htaccess' }),
  forgery('FILE_UNKNOWN', 'a folder that is nearly the private one', add('Prive/journaal.jsonl'), {
    bestand: 'Prive/journaal.jsonl',
  }),
  forgery('FILE_UNKNOWN', 'a private folder in a place where there is none', add('bewijs/prive/extra.xml')),
  forgery('FILE_UNKNOWN', 'a seal by a name that no seal has', add('rapport.1.sigstore.json')),
  forgery('FILE_UNKNOWN', 'a half seal beside the seal', add('rapport.sigstore.json.part')),
  forgery('FILE_RENAMED', 'a name in capitals', rename('rapport.html', 'RAPPORT.html'), { bestand: 'RAPPORT.html' }),
  forgery('FILE_RENAMED', 'a second report that only differs in case', add('Rapport.json'), { bestand: 'Rapport.json' }),
  forgery('FILE_RENAMED', 'a name in wide letters', rename('junit.xml', 'ｊｕｎｉｔ.xml'), { bestand: 'ｊｕｎｉｔ.xml' }),
  forgery('FILE_NAME', 'a look-alike with a Cyrillic letter', add('r\u0430pport.json'), { bestand: 'r\u0430pport.json' }),
  forgery('FILE_NAME', 'a name with a sign that is not seen', add('rapport\u200b.json')),
  forgery('FILE_NAME', 'a name that turns its reading direction', add('rapport\u202elmth.exe')),
  forgery('FILE_NAME', 'a backslash that is a folder elsewhere', add('bewijs\\0001-vraag.xml')),
  forgery('FILE_NAME', 'a name that Windows cuts', add('rapport.json.')),
  forgery('FILE_NOT_PLAIN', 'a message that became a link', (held) => held, {
    kinds: new Map([[MESSAGE, 'link']]),
    bestand: MESSAGE,
  }),
  forgery('FILE_NOT_PLAIN', 'a link that was added', add('bewijs/koppeling.xml'), {
    kinds: new Map([['bewijs/koppeling.xml', 'link']]),
    bestand: 'bewijs/koppeling.xml',
  }),
  forgery('FILE_NOT_PLAIN', 'a device that was added', add('bewijs/pijp'), { kinds: new Map([['bewijs/pijp', 'other']]) }),
  forgery('FILE_NOT_PLAIN', 'a seal that is a link', (held) => held, { kinds: new Map([['rapport.sigstore.json', 'link']]) }),
  forgery('FILE_DIFFERS', 'an old seal on the report of a new version', async (held) => {
    const newer = await unsealed(FLAWLESS());
    return newer.set('rapport.sigstore.json', held.get('rapport.sigstore.json') ?? Buffer.of());
  }),
  forgery('SEAL_OTHER', 'the signature of a second party under another report', async (held) => {
    const other = await seal(await unsealed(FLAWLESS()), KEYS.runner);
    return other.set('rapport.2.sigstore.json', held.get('rapport.2.sigstore.json') ?? Buffer.of());
  }),
];
