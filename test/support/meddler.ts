/**
 * A system in a chain that does what it should, but for one thing: it stands before another and passes on what comes, under
 * a reference of its own when it is a servicebus.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import { localServer } from './local-server.js';

/** What goes wrong with one message, and only with that one. */
export interface Meddle {
  /** Part of the SOAPAction; every message without it. */
  readonly on?: string;
  /** Which of those, counted from 1; every one without it. */
  readonly nth?: number;
  /** That one and every later one, counted from 1. */
  readonly from?: number;
  /** Text of the request as it goes on. */
  readonly request?: (text: string) => string;
  readonly headers?: (headers: Record<string, string>) => Record<string, string>;
  /** Goes on to somebody who answers rightly, but is not in the chain; twice; or not at all. */
  readonly onward?: 'elsewhere' | 'twice' | 'twice-anew' | 'never' | 'with-the-next' | 'only-confirmed';
  /** What is only confirmed goes on after so many other messages; never when absent. */
  readonly after?: number;
  readonly reply?: (text: string) => string;
  readonly status?: number;
  readonly contentType?: string;
  readonly send?: 'reset' | 'nothing' | 'half';
  /** A servicebus that does not translate its reference back, or has none of its own for this message. */
  readonly reference?: 'not-back' | 'again' | 'anew';
  /** What a servicebus does when nobody behind it answers well: it lets somebody outside the chain confirm, or offers it again. */
  readonly onFailure?: 'elsewhere' | 'again';
  /** What is sent on of a message of which only the beginning came, given the last one that came whole; nothing when absent. */
  readonly ofBeginning?: (text: string, before: string) => string;
}

export interface MeddlerOptions {
  readonly target: string;
  /** Where a message goes that nobody in the chain may see. */
  readonly elsewhere?: string;
  /** Whether it names messages anew. */
  readonly isBus: boolean;
  readonly meddle?: Meddle;
  /** How it looks at the certificate of who it sends to. */
  readonly trust?: Trust;
  /** What it shows itself; it speaks no TLS without. PEM texts. */
  readonly shows?: { readonly cert: string; readonly key: string };
}

/** Of a connection over TLS. */
export type Trust = Pick<https.RequestOptions, 'ca' | 'rejectUnauthorized' | 'checkServerIdentity' | 'maxVersion'>;

export interface Meddler extends AsyncDisposable {
  readonly url: string;
}

interface Said {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

export async function startMeddler(options: MeddlerOptions): Promise<Meddler> {
  const { target, elsewhere, isBus, meddle = {}, trust, shows } = options;
  const ask = (url: string, text: string, headers: Record<string, string>) => asked(url, text, headers, trust);
  let count = 0;
  let met = 0;
  let wait = 0;
  let held: (() => Promise<Said>) | undefined;
  let confirmed = { reference: '', said: { status: 500, contentType: 'text/plain', text: 'nothing was confirmed before' } };
  const isTurn = (count: number) =>
    (meddle.nth === undefined || count === meddle.nth) && (meddle.from === undefined || count >= meddle.from);
  let before = '';
  const names = new Map<string, string>();
  /** What is offered once more gets the name that it had. */
  const nameOf = (theirs: string, { reference }: Meddle) => {
    const known = reference === 'anew' ? undefined : names.get(theirs);
    const name = known ?? `BUS-${++count}`;
    names.set(theirs, name);
    return name;
  };
  const listener = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const { text, isWhole } = await heardOf(request);
    if (!isWhole && !meddle.ofBeginning) return;
    const action = String(request.headers.soapaction ?? '');
    const isMeant = action.includes(meddle.on ?? '') && isTurn(++met);
    const wrong: Meddle = isMeant ? meddle : {};
    const theirs = /<(?:\w+:)?referentienummer>([^<]*)</.exec(text)?.[1] ?? '';
    const own = isBus && theirs !== '' ? (wrong.reference === 'again' ? 'BUS-1' : nameOf(theirs, wrong)) : theirs;
    const renamed = theirs === '' ? text : text.replaceAll(`>${theirs}<`, `>${own}<`);
    const headers = { 'Content-Type': String(request.headers['content-type'] ?? ''), SOAPAction: action };
    const onward = () => ask(target, (wrong.request ?? same)(renamed), (wrong.headers ?? same)(headers));
    if (held && !isMeant && --wait < 0) {
      const late = held;
      held = undefined;
      await late();
    }
    if (!isWhole) return void ask(target, meddle.ofBeginning?.(text, before) ?? '', headers);
    if (action.includes(meddle.on ?? '')) before = text;
    const first = await speak();
    const isWell = first.status < 300 || !wrong.onFailure;
    const said = isWell ? first : await (wrong.onFailure === 'again' ? onward() : ask(elsewhere ?? target, renamed, headers));
    if (said.text.includes('Bv03')) confirmed = { reference: theirs, said };
    const back = theirs === '' || wrong.reference === 'not-back' ? said.text : said.text.replaceAll(`>${own}<`, `>${theirs}<`);
    answer(response, { ...said, text: back }, wrong);

    async function speak(): Promise<Said> {
      const aside = () => ask(elsewhere ?? target, text, headers);
      switch (wrong.onward) {
        case 'elsewhere':
          return aside();
        case 'with-the-next':
          held = onward;
          return aside();
        case 'only-confirmed':
          wait = meddle.after ?? Number.POSITIVE_INFINITY;
          held = onward;
          return { ...confirmed.said, text: confirmedAnew(confirmed, theirs) };
        case 'never':
          return { status: 500, contentType: 'text/html', text: '<html>storing</html>' };
        case 'twice':
          await onward();
          return onward();
        case 'twice-anew': {
          const first = await onward();
          await ask(target, renamed.replaceAll(`>${own}<`, `>${own}-NOGMAALS<`), headers);
          return first;
        }
        default:
          return onward();
      }
    }
  };
  return localServer(shows ? https.createServer(shows, listener) : http.createServer(listener), shows ? 'https' : 'http');
}

/** What came of a message, and whether that is all. */
async function heardOf(request: http.IncomingMessage): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return { text: Buffer.concat(chunks).toString(), isWhole: false };
  }
  return { text: Buffer.concat(chunks).toString(), isWhole: true };
}

/** The last confirmation, for another message: with its reference, and one of its own. */
function confirmedAnew({ reference, said }: { readonly reference: string; readonly said: Said }, theirs: string): string {
  return said.text.replaceAll(`>${reference}<`, `>${theirs}<`).replace(/(<(?:\w+:)?referentienummer>)/, '$1N');
}

function same<T>(of: T): T {
  return of;
}

function answer(response: http.ServerResponse, { status, contentType, text }: Said, wrong: Meddle): void {
  if (wrong.send === 'nothing') return;
  if (wrong.send === 'reset') return void response.socket?.resetAndDestroy();
  const body = Buffer.from((wrong.reply ?? same)(text));
  response.writeHead(wrong.status ?? status, {
    'Content-Type': wrong.contentType ?? contentType,
    'Content-Length': String(body.length),
  });
  if (wrong.send === 'half') return void response.write(body.subarray(0, body.length / 2), () => response.destroy());
  response.end(body);
}

function asked(url: string, text: string, headers: Record<string, string>, trust: Trust = {}): Promise<Said> {
  return new Promise((resolve) => {
    const gone = (error: Error) => resolve({ status: 502, contentType: 'text/plain', text: error.message });
    const options = { method: 'POST', headers: { ...headers, 'Content-Length': Buffer.byteLength(text) } };
    const request = url.startsWith('https:') ? https.request(url, { ...options, ...trust }) : http.request(url, options);
    request.on('error', gone);
    request.on('response', async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(chunk as Buffer);
      } catch (error) {
        return gone(error as Error);
      }
      const contentType = String(response.headers['content-type'] ?? '');
      resolve({ status: response.statusCode ?? 0, contentType, text: Buffer.concat(chunks).toString() });
    });
    request.end(text);
  });
}
