/** TLS where a simulated counterpart listens: as it should be, or with a certificate that has expired on purpose. */
import type { ListenerOptions } from '../../actor/listener.js';
import { HarnessError } from '../../model/harness-error.js';
import { authorityBeside } from '../certs/beside.js';
import { wrongLike } from '../certs/wrong.js';
import { listeningTls } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { EXPIRED_CERTIFICATE } from './simulate-faults.js';

/**
 * @param isExpired - whether that fault was asked for
 * @throws {HarnessError} `CONFIG_INVALID` when no expired certificate can be made that a product would know the issuer of
 */
export function simulatedTls(shell: Shell, settings: Settings, isExpired: boolean): Pick<ListenerOptions, 'tls'> {
  const right = listeningTls(shell, settings);
  if (!isExpired) return right;
  const authority = authorityBeside(shell.cwd, settings.tlsCert);
  const made = right.tls && wrongLike(EXPIRED_CERTIFICATE.name, right.tls.cert, authority, shell.clock.now());
  if (right.tls && made) return { tls: { ...right.tls, cert: made.cert, key: made.key } };
  throw new HarnessError(
    'CONFIG_INVALID',
    {
      nl: `--fault ${EXPIRED_CERTIFICATE.name} heeft --tls-cert nodig, met de test-CA en haar sleutel ernaast`,
      en: `--fault ${EXPIRED_CERTIFICATE.name} needs --tls-cert, with the test CA and its key beside it`,
    },
    {
      hint: {
        nl: 'Maak ze met "ketentest certs create --out MAP" en noem server.pem en server-key.pem uit die map.',
        en: 'Make them with "ketentest certs create --out DIR" and name server.pem and server-key.pem of that folder.',
      },
    },
  );
}
