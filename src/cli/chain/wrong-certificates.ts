/** The certificates that a chain has us show on purpose, made before anything is said. */
import type { Shown } from '../../actor/disguise.js';
import { type CertificateFault, type Disturb, isCertificateFault } from '../../model/disturbance.js';
import { HarnessError } from '../../model/harness-error.js';
import { authorityBeside } from '../certs/beside.js';
import { type Authority, isSignedBy, wrongLike } from '../certs/wrong.js';
import { listeningTls } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';

/** What is needed to make them. */
interface Making {
  readonly ours: string;
  readonly authority: Authority | undefined;
}

/**
 * Looks whether every certificate that is asked for can be made, without making one.
 * @param disturbed - what is done wrong on purpose, by path of the step
 * @returns undefined when none is asked for
 * @throws {HarnessError} `CONFIG_INVALID` when we do not listen over TLS, or cannot sign such a certificate
 */
export function checkCertificates(
  shell: Pick<Shell, 'cwd'>,
  settings: Settings,
  disturbed: ReadonlyMap<string, Disturb>,
): Making | undefined {
  const asked = [...disturbed].flatMap(([path, { how }]) => (isCertificateFault(how) ? [{ path, how }] : []));
  const [first] = asked;
  if (!first) return undefined;
  const { tls } = listeningTls(shell, settings);
  if (!tls) throw needed(first.path);
  const authority = authorityBeside(shell.cwd, settings.tlsCert);
  const unable = asked.find(({ how }) => how !== 'foreign-certificate' && !isSignedBy(tls.cert, authority));
  if (unable) throw unsigned(unable.path, unable.how);
  return { ours: tls.cert, authority };
}

/**
 * @returns nothing when no certificate is asked for
 * @throws {HarnessError} `CONFIG_INVALID`, as above
 */
export function wrongCertificates(
  shell: Pick<Shell, 'cwd' | 'clock'>,
  settings: Settings,
  disturbed: ReadonlyMap<string, Disturb>,
): ReadonlyMap<CertificateFault, Shown> {
  const making = checkCertificates(shell, settings, disturbed);
  const kinds = making ? new Set([...disturbed.values()].map(({ how }) => how).filter(isCertificateFault)) : [];
  // The clock of the machine: whoever connects has no other.
  const made = [...kinds].flatMap((how) => {
    const wrong = making && wrongLike(how, making.ours, making.authority, shell.clock.now());
    return wrong ? [[how, wrong] as const] : [];
  });
  return new Map(made);
}

function needed(path: string): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    {
      nl: `${path} toont met opzet een verkeerd certificaat, en heeft daarvoor --tls-cert en --tls-key nodig`,
      en: `${path} shows a wrong certificate on purpose, and needs --tls-cert and --tls-key for that`,
    },
    {
      hint: {
        nl: 'Maak ze met "ketentest certs create --out MAP", noem server.pem en server-key.pem uit die map, en laat de echte systemen ca.pem vertrouwen. Zonder TLS: kies met --only de andere scenario’s.',
        en: 'Make them with "ketentest certs create --out DIR", name server.pem and server-key.pem of that folder, and have the real systems trust ca.pem. Without TLS: choose the other scenarios with --only.',
      },
    },
  );
}

function unsigned(path: string, how: CertificateFault): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    {
      nl: `${path} toont met opzet een verkeerd certificaat (${how}) van dezelfde uitgever, en naast --tls-cert staan de test-CA en haar sleutel niet`,
      en: `${path} shows a wrong certificate on purpose (${how}) of the same issuer, and the test CA and its key are not beside --tls-cert`,
    },
    {
      hint: {
        nl: 'Gebruik het certificaat en de map van "ketentest certs create --out MAP", of kies met --only andere scenario’s; een foreign-certificate kan met elk certificaat.',
        en: 'Use the certificate and the folder of "ketentest certs create --out DIR", or choose other scenarios with --only; a foreign-certificate works with any certificate.',
      },
    },
  );
}
